import {expect, test} from "vitest";
import {foldedOf} from "../../../src/desk/web/draft/text/foldedOf.ts";

test("a long comment shows its beginning by whole words, a short one all of it", () => {
  expect(foldedOf("Says who?")).toBeUndefined();
  const long = "word by word ".repeat(400);
  const folded = foldedOf(long) ?? "";
  expect(folded.length).toBeLessThan(420);
  expect(folded).toMatch(/ (?:word|by) …$/);
  expect(foldedOf("a line that is here\n".repeat(40))?.split("\n")).toHaveLength(6);
  expect(foldedOf("x".repeat(5000))).toHaveLength(402);
});
