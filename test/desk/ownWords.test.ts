import {expect, test} from "vitest";
import {ownWords} from "../../src/desk/services/ownWords.ts";

/** Revisions as "author:text", the first the program's; a suggestion taken ends in "!". */
const of = (...told: readonly string[]) =>
  ["assay:W", ...told].map((one, i) => {
    const [author = "", text = ""] = one.replace("!", "").split(":");
    return {
      number: i + 1,
      text,
      kind: i === 0 ? "written" : "edited",
      author,
      suggested: one.endsWith("!"),
    };
  });
const emils = (approved: readonly string[], ...told: readonly string[]) =>
  ownWords(of(...told), new Set(approved), "emil");

test("what the program wrote is nobody's own", () => expect(emils([])).toEqual([]));

test("one's own words are one's own, also under those of others after them", () => {
  expect(emils([], "emil:A")).toEqual([2]);
  expect(emils([], "emil:A", "will:B", "emil:C")).toEqual([2, 4]);
});

test("words of others are not", () => expect(emils([], "will:A", "will:B")).toEqual([]));

test("what another has approved is no more one's own; what one has approved oneself still is", () => {
  expect(emils(["A"], "emil:A")).toEqual([]);
  expect(emils(["A"], "emil:A", "will:B")).toEqual([]);
  expect(emils(["A"], "emil:A", "emil:B")).toEqual([3]);
});

test("suggestions of the check are taken without writing", () => {
  expect(emils([], "will:A", "emil:B!")).toEqual([]);
  expect(emils([], "emil:A", "emil:B!")).toEqual([2]);
});

test("what was put back to the program's words, or to those of another, is not one's own", () => {
  expect(emils([], "emil:A", "emil:W")).toEqual([]);
  expect(emils([], "emil:A", "will:W", "will:B")).toEqual([]);
  expect(emils([], "will:A", "emil:B", "emil:A")).toEqual([]);
});

test("one's own words stay so when another puts them back", () =>
  expect(emils([], "emil:A", "will:W", "will:A")).toEqual([2]));
