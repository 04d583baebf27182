import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {check} from "../../src/check/check.ts";
import {plainText} from "../../src/format/displayText.ts";
import {noteWith, type OutsideNames} from "./renamed.ts";

const plain: OutsideNames = {
  asset: "Tessilith",
  symbol: "TSLTH",
  others: "Ostrabell",
  description: "",
};

/** Each was seen to break a check, or could. */
const hostile = [
  "EigenCloud (prev. EigenLayer)",
  "Mr. Coin. Inc.",
  "Who? What!",
  "A*B*C",
  "_x_",
  "**",
  "Dot.",
  "Why?",
  "Wait…",
  "Hm... Yes",
  '"Quoted"',
  "It’s",
  "[link](http://evil.example)",
  "a|b",
  "back\\slash\\",
  "two\nlines",
  "\u05e9\u05dc\u05d5\u05dd",
  "🚀 Moon 🚀",
  "on",
  "On",
  "One",
  "one",
  "B",
  "M",
  "T",
  "K",
  "bn",
  "x",
  "bir",
  "Bir",
  "$1",
  "100 %",
  "3x",
  "Not",
  "No",
  "May 5",
  "5 Mayıs",
  "0x",
  "1inch",
  "Q4",
  "C#",
  "C #",
  "# Heading",
  "- item",
  "1. First",
  "<b>bold</b>",
  "&amp;",
  "https://evil.example/a_b",
  "www.evil.example",
  "Bitcoin rose 50 %.",
  "It fell. It rose 12.5%",
  "Strong Buy",
  "Decoupled",
  "Institutional",
  "Gold",
  "2025",
  "2 July 2025",
  "12:30",
  "S&P 500",
  "24 7",
  "Up",
  "Rises",
  "the",
  "ve",
  "days",
  "USD",
  "ℕ",
  "' OR 1=1 --",
  "{{title}}",
  "%s",
  "€",
  "(",
  ")",
  "...",
  "-",
] as const;

const fragments = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostile),
      fc.constantFrom(
        ". ",
        "? ",
        "! ",
        "… ",
        ", ",
        " ",
        "*",
        "_",
        "`",
        "|",
        "#",
        "(",
        ")",
        "%",
        "$",
      ),
      fc.string({unit: "grapheme", maxLength: 6}),
      fc.integer({min: 0, max: 99_999}).map(String),
    ),
    {minLength: 1, maxLength: 4},
  )
  .map(parts => parts.join(""));

const sentences = [
  "Tether Gold trades 24/7.",
  "The supply is 100 billion. It rose 50% on-chain, and will double.",
  "100 coins in 2019; one in four is burned!",
  "Investors should buy now: it has decoupled from Bitcoin (by 3x).",
  "A *starred* [link](https://a.example) & a \\ slash, 1,000,000 | 5 %",
  "Ends with no mark, 42",
] as const;

const descriptions = fc
  .array(fc.oneof(fc.constantFrom(...sentences), fragments), {minLength: 1, maxLength: 5})
  .map(parts => parts.join(" "));

/** What breaks readers of HTML and Markdown, alone or among words, over and over. */
const mess = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.constantFrom("<p", "<p>", "</", "<!--", "&#", "&#x5b;", "&lt;", "&amp;lt;", "![", "]("),
        fc.constantFrom(
          ..."<>&[]()*_`|\\~#!@{}=+-:/.?\"'",
          "://",
          "www.",
          "WWW.",
          "http://a.b",
          "\n",
          " ",
        ),
        fc.constantFrom("\u202e", "\u200f", "\u0000", "\u001b[31m", "\ud800", "\u0301", "\u2028"),
        fc.constantFrom(
          "a",
          "words ",
          "It fell. ",
          "\u05e9\u05dc\u05d5\u05dd ",
          "\u6bd4\u7279\u5e01",
          "50% ",
          "1. ",
        ),
        fc.string({unit: "binary", maxLength: 4}),
      ),
      {minLength: 1, maxLength: 6},
    ),
    fc.constantFrom(1, 3, 60, 300, 100_000),
  )
  .map(([parts, times]) => parts.join("").repeat(times));

/** Changes some digits of figures that the note prints beside words. */
function withWrongDigits(markdown: string, seed: number): string | undefined {
  const places = [
    ...markdown.matchAll(
      /(?<=(?:in a day|bir günde|rank correlation|Spearman|market cap|piyasa değerinin)[^|\n]{0,40}?)\d(?=\d?[.,]\d+%|[.,]\d\d\b|%)/g,
    ),
  ];
  const place = places[seed % Math.max(1, places.length)];
  if (!place) return undefined;
  const digit = String((Number(place[0]) + 4) % 10);
  return markdown.slice(0, place.index) + digit + markdown.slice(place.index + 1);
}

describe.each(["en", "tr"] as const)("words from outside (%s)", locale => {
  test.each(hostile)("an asset, a benchmark and peers called %j", word => {
    const words = {asset: word, symbol: word, others: `${word} 2`, description: `${word} ${word}`};
    const {markdown, evidence} = noteWith(words, locale);
    expect(check(markdown, evidence)).toEqual([]);
  });

  test("any names and any description leave the note as honest as it was", () => {
    fc.assert(
      fc.property(
        fragments,
        fragments,
        fragments,
        descriptions,
        (asset, symbol, others, description) => {
          const {markdown, evidence} = noteWith({asset, symbol, others, description}, locale);
          expect(check(markdown, evidence)).toEqual([]);
        },
      ),
      {numRuns: 25},
    );
  });

  test("a description of any marks, of any length, ends no note", () => {
    fc.assert(
      fc.property(mess, description => {
        const {markdown, evidence} = noteWith({...plain, description}, locale);
        expect(check(markdown, evidence)).toEqual([]);
        expect(markdown.includes("\n> ") || evidence.leftOut.length > 0).toBe(
          plainText(description) !== "",
        );
      }),
      {numRuns: 60},
    );
  });

  // The check promises 99 % of all mutations, whatever the names.
  test("wrong digits are found whatever the names are", () => {
    const tries = fc.sample(fc.tuple(fragments, fragments, fc.nat(1000)), 40);
    const missed = tries.filter(([asset, others, seed]) => {
      const {markdown, evidence} = noteWith({...plain, asset, others}, locale);
      const wrong = withWrongDigits(markdown, seed);
      return wrong && check(wrong, evidence).length === 0;
    });
    expect(missed.length).toBeLessThanOrEqual(1);
  });
});

/** The note on a coin of that name, and what the check says of it with a paragraph more. */
function faultsOf(names: Partial<OutsideNames>, edit: (markdown: string) => string): string[] {
  const {markdown, evidence} = noteWith({...plain, ...names}, "en");
  const text = edit(markdown);
  expect(text).not.toBe(markdown);
  return check(text, evidence).map(({kind}) => kind);
}

const adding = (words: string) => (markdown: string) =>
  markdown.replace("\n## ", `\n${words}\n\n## `);

describe("a name is one only where it stands as one", () => {
  test.each([
    [{asset: "Gold 24"}, "The price rose 24% in a day."],
    [{asset: "Gold 24"}, "Gold 24 has decoupled, and gained 77.7% by that."],
    [{asset: "100 %"}, "The price rose 100 % in a day."],
    [{symbol: "$1"}, "The price is $1 now."],
    [{symbol: "3x"}, "It could rise 3x from here."],
    [{asset: "May 5"}, "The high came on May 5."],
    [{symbol: "B"}, "The market cap is $7.77 B now."],
    [{asset: "Bitcoin rose 57.3 %."}, "Bitcoin rose 57.3 %."],
    [{asset: "Buy"}, "Buy now, before it is late."],
    [{asset: "No"}, "No doubt that investors should buy."],
  ])("a coin of %j does not carry “%s”", (names, words) =>
    expect(faultsOf(names, adding(words))).not.toEqual([]),
  );
});

describe("a quotation is the source's word for word", () => {
  const description = "Tether Gold trades 24/7. The supply is 100 billion coins, on-chain";
  test.each([
    ["a number changed", "100 billion", "200 billion"],
    ["a word changed", "Tether Gold trades", "Tether Gold never trades"],
    ["a sentence added", "trades 24/7.", "trades 24/7. Nothing is safer."],
    ["all of it", description, "Whoever reads this should know that nothing is safer"],
  ])("%s", (_, from, to) =>
    expect(faultsOf({description}, markdown => markdown.replace(from, to))).toContain("misquoted"),
  );
  test("and a part of it still is", () =>
    expect(faultsOf({description}, text => text.replace("Tether Gold trades 24/7. ", ""))).toEqual(
      [],
    ));
});
