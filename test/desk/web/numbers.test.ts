import {expect, test} from "vitest";
import {inFull, inShort} from "../../../src/desk/web/draft/judge/numbers.ts";

test.each([
  [-0.3535857744346347, "−0.353586", "−0.3535857744346347"],
  [18.7, "18.7", "18.7"],
  [2590000000, "2,590,000,000", "2,590,000,000"],
  [4800.58123, "4,800.58", "4,800.58123"],
  [1.234e-7, "0.0000001234", "0.0000001234"],
])("of %d as many digits are shown as help, and all beside", (value, short, full) => {
  expect(inShort(value)).toBe(short);
  expect(inFull(value)).toBe(full);
});
