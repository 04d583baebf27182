import fc from "fast-check";
import {expect, test} from "vitest";
import type {DecouplingFinding, WindowResult} from "../../src/model/finding.ts";
import {windowsTable} from "../../src/narrative/tieExhibits.ts";

const rho = fc
  .integer({min: -95, max: 95})
  .filter(one => one !== 0)
  .map(one => one / 100);

test("in the table of windows a tie that went through zero turned, and none of one sign did", () => {
  fc.assert(
    fc.property(rho, rho, fc.boolean(), (now, before, changed) => {
      const larger = Math.abs(now) > Math.abs(before);
      const verdict = !changed ? "no-change-found" : larger ? "strengthened" : "weakened";
      const leading = {rho: {value: now}, baselineRho: {value: before}, verdict} as WindowResult;
      const found = {windows: [leading], leading} as unknown as DecouplingFinding;
      const [row] = windowsTable(found).rows;
      const turned = now > 0 ? "turned-positive" : "turned-negative";
      expect(row!.verdict).toBe(changed && now * before < 0 ? turned : verdict);
    }),
  );
});
