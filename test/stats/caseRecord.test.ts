import {expect, test} from "vitest";
import {caseRecord} from "../../src/findings/caseRecord.ts";

test("the record printed beside the cases has every horizon and only shares", () => {
  expect(Object.keys(caseRecord.horizons)).toEqual(["30", "90", "365"]);
  for (const {forecasts, crpsSkill, ...shares} of Object.values(caseRecord.horizons)) {
    expect(forecasts).toBeGreaterThan(caseRecord.coins);
    expect(Math.abs(crpsSkill)).toBeLessThan(0.2);
    for (const share of Object.values(shares)) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
    }
  }
  expect(caseRecord.from < caseRecord.until).toBe(true);
});
