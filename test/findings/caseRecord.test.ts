import {expect, test} from "vitest";
import {caseRecord} from "../../src/findings/caseRecord.ts";
import {horizons} from "../../src/model/order.ts";

test("every horizon that cases are made for has a record that they can be held to", () => {
  for (const horizon of horizons) {
    const {forecasts, ...shares} = caseRecord.horizons[horizon];
    expect(Number.isInteger(forecasts)).toBe(true);
    for (const share of Object.values(shares)) expect(share > 0 && share < 1).toBe(true);
    expect(shares.coverage50).toBeLessThan(shares.coverage80);
  }
  expect(caseRecord.from < caseRecord.until).toBe(true);
});
