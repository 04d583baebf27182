import fc from "fast-check";
import {beforeAll, expect, test} from "vitest";
import {approvedReading} from "../../src/publish/approved.ts";
import {unheldOf} from "../../src/publish/heldWords.ts";
import type {Release} from "../../src/publish/release.ts";
import {releaseOf} from "./releases.ts";

const notes: Release[] = [];
beforeAll(async () => {
  for (const name of ["bittensor", "bittensorTr"] as const) notes.push(await releaseOf(name));
}, 60_000);

const text =
  "---\ntitle: A title\n---\n\n# A title\n\nThe **rank** is 63, up from 36.5%. It said “so”.\n\n| Day | Close |\n| - | - |\n| 1 May | $5 |\n";
const held = (wrong: string) => unheldOf({wrong, right: ""}, {before: text}, "en") === undefined;

test("words stand in a note as its readers read them, whole and with whole numbers", () => {
  for (const words of [
    "a title",
    "the rank is 63",
    "rank is **63**,",
    'said "so"',
    "1 May $5",
    "36.5%",
  ])
    expect([words, held(words)]).toEqual([words, true]);
  for (const words of ["rank is 6", "36", "5%", "ran", "rank 63", "", "**"])
    expect([words, held(words)]).toEqual([words, false]);
  expect(unheldOf({wrong: "İTALYA", right: ""}, {before: "italya"}, "tr")).toBeUndefined();
});

test("every stretch of words of a note stands in it", () => {
  for (const {about, text, publishedAt} of notes) {
    const words = approvedReading({about, text, publishedAt}).text.map(one => one.split(" "));
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (at, from, length) => {
        const piece = words[at % words.length] ?? [];
        const first = from % piece.length;
        const stretch = piece.slice(first, first + 1 + (length % 9)).join(" ");
        fc.pre(/[\p{L}\p{N}]/u.test(stretch));
        const told = {wrong: stretch, right: stretch};
        expect(unheldOf(told, {before: text, after: text}, about.locale)).toBeUndefined();
      }),
      {numRuns: 200},
    );
  }
});

test("of words that do not stand there the nearest sentences are told, most like first", () => {
  expect(unheldOf({wrong: "The rank is 36", right: ""}, {before: text}, "en")).toEqual({
    field: "wrong",
    nearest: ["The rank is 63, up from 36.5%."],
  });
  const after = {before: text, after: text.replace("63", "64")};
  expect(unheldOf({wrong: "is 63", right: "is 65"}, after, "en")?.field).toBe("right");
});
