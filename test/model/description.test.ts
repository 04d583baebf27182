import {expect, test} from "vitest";
import {describe as described} from "../../src/model/description.ts";
import type {Figure} from "../../src/model/figure.ts";
import {plain, say, type Text} from "../../src/model/text.ts";

const figure = {id: "x", value: 1, unit: "USD"} as Figure;
const n = (print: string) => ({figure, print});
const day = (print: string) => ({date: "2026-03-20", print});
const name = (words: string) => ({name: words});

test("what fits is left as it is", () => {
  expect(described(say`Up ${n("13.04%")} to ${n("$2.59bn")}.`)).toBe("Up 13.04% to $2.59bn.");
});

const tail = "And after that comes a sentence which nobody will ever read to its end, ".repeat(3);

test.each<[string, Text, string]>([
  [
    "a point within a number ends no sentence",
    say`Its volume was ${n("$2.59bn")}, ${n("13.04%")} of market cap. ${tail}`,
    "Its volume was $2.59bn, 13.04% of market cap.",
  ],
  [
    "nor does one within a name",
    say`The price of ${name("yearn. Finance. Inc")} rose. ${tail}`,
    "The price of yearn. Finance. Inc rose.",
  ],
  [
    "a sentence may end with a number, and the next begin with one",
    say`It closed at ${n("$18.70")}. ${n("42")} more follow. ${tail}`,
    "It closed at $18.70. 42 more follow.",
  ],
  [
    "a Turkish ordinal ends no sentence",
    say`Piyasa değerinde ${n("35")}. sırada, günlük hacmi %${n("17,2")}. ${tail}`,
    "Piyasa değerinde 35. sırada, günlük hacmi %17,2.",
  ],
  [
    "a Turkish sentence may end with an abbreviation's number",
    say`Fiyat ${day("20 Mart 2026, 01:53 UTC")} itibarıyla ${n("277,43 $")}. İşlem hacmi arttı. ${tail}`,
    "Fiyat 20 Mart 2026, 01:53 UTC itibarıyla 277,43 $. İşlem hacmi arttı.",
  ],
])("%s", (_, text, expected) => {
  expect(described(text)).toBe(expected);
});

const clause = "of which nothing more is known than what the sources gave to us at the time";

test("a first sentence that is too long is cut at a clause, and says so", () => {
  const text = say`The price rose by ${n("38.9%")} in the nine days to ${day("20 March 2026, 01:53 UTC")}, ${clause}, ${clause}.`;
  const found = described(text);
  expect(found).toBe(
    `The price rose by 38.9% in the nine days to 20 March 2026, 01:53 UTC, ${clause} …`,
  );
  expect(found.length).toBeLessThanOrEqual(160);
});

test.each(Array.from({length: 60}, (_, i) => i))(
  "wherever the end falls, no number, date or name is cut (%i)",
  shift => {
    const words = "word ".repeat(8 + Math.floor(shift / 5)) + "ab".repeat(1 + (shift % 5));
    const parts = ["$2.59bn", "13.04%", "20 March 2026, 01:53 UTC", "Ether Classic Gold"];
    const text = say`${words} p < ${n(parts[0]!)} or ${n(parts[1]!)} on ${day(parts[2]!)} in ${name(parts[3]!)} and ${n("−0.5")} then ${"w ".repeat(90)}`;
    const found = described(text);
    expect(found.length).toBeLessThanOrEqual(160);
    expect(found).toMatch(/ …$/);
    const kept = found.slice(0, -2);
    expect(plain(text).startsWith(kept)).toBe(true);
    for (const part of parts) {
      const at = plain(text).indexOf(part);
      expect(kept.length <= at || kept.length >= at + part.length, part).toBe(true);
    }
    expect(kept).not.toMatch(/p <$/);
  },
);
