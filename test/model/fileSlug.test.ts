import {expect, test} from "vitest";
import {fileSlug} from "../../src/model/fileSlug.ts";

test("ids that look alike, or like nothing, do not share a name", () => {
  const ids = ["a.b", "a-b", "A b", "💎", "币安人生", "..", "x".repeat(300), "x".repeat(301)];
  const slugs = ids.map(fileSlug);
  expect(new Set(slugs).size).toBe(ids.length);
  for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9-]{1,90}$/);
});
