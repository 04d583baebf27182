import {expect, test} from "vitest";
import {proseOf} from "../../src/check/prose.ts";

const shown = (file: string) =>
  proseOf(file).sentences.map(({text, role, place}) => {
    const {line, column} = place(0);
    return `${line}:${column} ${role}: ${text}`;
  });

test("Markdown is read sentence by sentence, each with its place and role", () => {
  expect(
    shown(
      [
        "---",
        'title: "A \\"quoted\\" title"',
        "slug: 2026-03-20-tao",
        "---",
        "",
        "# A title",
        "",
        "*The deck. It has two.*",
        "",
        "A **bold** start with [a link](https://a.example/1.5). And `code 7` more,",
        "over two lines.",
        "",
        "## Heading",
        "",
        "- One item",
        "- Another \\*escaped\\*",
        "",
        "![Alt text 5](charts/5.svg)",
        "",
        "*Source: Data. As of 20 March 2026.*",
      ].join("\n"),
    ),
  ).toEqual([
    '2:9 front-title: A "quoted" title',
    "6:3 title: A title",
    "8:2 deck: The deck.",
    "8:12 deck: It has two.",
    "10:1 paragraph: A bold start with a link.",
    "10:56 paragraph: And  more, over two lines.",
    "13:4 heading: Heading",
    "15:3 item: One item",
    "16:3 item: Another *escaped*",
    "18:3 caption: Alt text 5",
    "20:2 source: Source: Data.",
    "20:16 source: As of 20 March 2026.",
  ]);
});

test("a cell knows the headings of its row and column", () => {
  const table = "| Coin | Price |\n| --- | ---: |\n| TAO | $5 |\n|  | $6 |\n";
  expect(proseOf(`# T\n\n${table}`).sentences.flatMap(one => one.table ?? [])).toEqual([
    {row: 0, column: 0, columnHeading: "Coin", rowHeading: "TAO"},
    {row: 0, column: 1, columnHeading: "Price", rowHeading: "TAO"},
    {row: 1, column: 1, columnHeading: "Price", rowHeading: "TAO"},
  ]);
});

test("a place is that of the character in the file, past mark-up and escapes", () => {
  const [, sentence] = proseOf("# T\n\nA **b** \\*c 42.").sentences;
  expect(sentence!.text).toBe("A b *c 42.");
  expect(sentence!.place(sentence!.text.indexOf("42"))).toEqual({line: 3, column: 13});
});

test("plain text has a title and paragraphs, and lines that ended rather than wrapped", () => {
  expect(
    shown(
      "A headline without a stop\n\nThe first line of two in a paragraph that\nwas wrapped here. Next.\n\nPrice\n$5\n",
    ),
  ).toEqual([
    "1:1 title: A headline without a stop",
    "3:1 paragraph: The first line of two in a paragraph that was wrapped here.",
    "4:19 paragraph: Next.",
    "6:1 paragraph: Price",
    "7:1 paragraph: $5",
  ]);
});

test.each([
  ["The price of the coin fell and the volume rose.", "en"],
  ["Fiyat bir günde düştü ve hacim arttı.", "tr"],
  ['---\nlang: "tr"\n---\n\nThe price of the coin.', "tr"],
])("%j is in %s", (text, locale) => expect(proseOf(text).language.code).toBe(locale));

test("a sentence longer than anybody writes is cut between two words, each part in its place", () => {
  const text = "rose 5% ".repeat(600).trim();
  const {sentences} = proseOf(text);
  expect(sentences.length).toBeGreaterThan(1);
  expect(sentences.map(one => one.text).join(" ")).toBe(text);
  for (const sentence of sentences) {
    const {column} = sentence.place(0);
    expect(text.slice(column - 1)).toMatch(/^(?:rose|5%)/);
    expect(text.startsWith(sentence.text, column - 1)).toBe(true);
  }
});
