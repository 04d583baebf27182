import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {check} from "../../src/check/check.ts";
import {type Examined, examine} from "../../src/check/marks.ts";
import {revise} from "../../src/check/revise.ts";
import type {Draft} from "../../src/model/draft.ts";
import {type Mark, markSchema} from "../../src/model/mark.ts";
import {recordedData, recordedTest} from "../recorded.ts";
import {draftOf} from "../walk.ts";
import {asOf, evidenceWith} from "./evidence.ts";

const samples = [
  {coin: "bittensor", data: "samples/bittensor", asOf: "2026-03-21T21:07:00Z"},
  {coin: "tessilith", data: "samples/simulated", asOf: "2025-07-02T00:00:00Z"},
];
const drafts = await Promise.all(
  samples.flatMap(wish =>
    ["en", "tr"].map(async locale => (await draftOf({...wish, locale})).draft),
  ),
);
const english = drafts[0]!;

const wordsOf = (text: string, {from, to}: Mark) => text.slice(from, to);
const isNumber = ({figure, date}: Mark) => figure !== undefined || date !== undefined;
const isFaulty = ({status}: Mark) => status === "wrong" || status === "unsupported";

/** Where a fault stands in the text. */
function spanOf(text: string, {line, column, text: words}: Examined["faults"][number]) {
  const before = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n?|\n/)
    .slice(0, line - 1);
  const breaks = text.match(/\r\n?|\n/g) ?? [];
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const start = before.reduce((sum, one, i) => sum + one.length + (breaks[i] ?? "").length, mark);
  return {from: start + column - 1, words};
}

/** Numbers of sentences and cells that have no mark of their own, but for those in words from outside. */
function unmarked({markdown, evidence}: Draft, marks: readonly Mark[]): string[] {
  const numbers = marks.filter(isNumber);
  return marks.flatMap(one => {
    const outside = (evidence.statements[one.statement ?? -1] ?? []).flatMap(piece =>
      typeof piece === "string" || "print" in piece ? [] : [Object.values(piece).join(" ")],
    );
    if (one.statement === undefined) return [];
    return [...wordsOf(markdown, one).matchAll(/\d+/g)].flatMap(({0: digits, index}) => {
      const at = one.from + index;
      const known =
        numbers.some(({from, to}) => from <= at && at < to) ||
        outside.some(words => words.includes(digits));
      return known ? [] : [`${digits} in ${wordsOf(markdown, one)}`];
    });
  });
}

/** What holds of the marks of any text. */
function expectSound(text: string, {faults, marks}: Examined) {
  for (const [i, one] of marks.entries()) {
    expect(markSchema.parse(one)).toEqual(one);
    expect(0 <= one.from && one.from < one.to && one.to <= text.length).toBe(true);
    const next = marks[i + 1];
    if (next)
      expect(one.from < next.from || (one.from === next.from && one.to > next.to)).toBe(true);
  }
  const open: Mark[] = [];
  for (const one of marks) {
    while (open.length > 0 && open.at(-1)!.to <= one.from) open.pop();
    if (open.length > 0)
      expect(one.to, JSON.stringify([open.at(-1), one])).toBeLessThanOrEqual(open.at(-1)!.to);
    open.push(one);
  }
  const faulty = marks.filter(isFaulty);
  for (const fault of faults) {
    const {from} = spanOf(text, fault);
    expect(
      faulty.some(one => one.from <= from && from < one.to),
      fault.text,
    ).toBe(true);
  }
  if (faults.length === 0) expect(faulty).toEqual([]);
}

describe.each(
  drafts.map(draft => [`${draft.evidence.note.id} ${draft.evidence.note.locale}`, draft] as const),
)("an untouched note (%s)", (_, draft) => {
  const {markdown, evidence} = draft;
  const {faults, marks} = examine(markdown, evidence);

  test("has nothing but supported marks, each statement one", () => {
    expect(faults).toEqual([]);
    expect(marks.filter(({status}) => status !== "supported")).toEqual([]);
    expect(new Set(marks.flatMap(({statement}) => statement ?? [])).size).toBe(
      evidence.statements.length,
    );
    expectSound(markdown, {faults, marks});
  });

  test("has each print of a figure or a date marked with what it prints", () => {
    const figures = new Map(evidence.figures.map(one => [one.id, one]));
    const dates = new Map(evidence.dates.map(one => [one.date, one]));
    for (const mark of marks.filter(isNumber)) {
      const {printed = []} = figures.get(mark.figure ?? "") ?? dates.get(mark.date ?? "") ?? {};
      const words = wordsOf(markdown, mark);
      expect(
        printed.some(print => print.includes(words) || words.includes(print)),
        words,
      ).toBe(true);
    }
    const marked = new Set(marks.flatMap(({figure, date}) => figure ?? date ?? []));
    const missing = evidence.statements.flatMap(pieces =>
      pieces.flatMap(piece => {
        if (typeof piece === "string" || !("print" in piece)) return [];
        const id = "figure" in piece ? piece.figure : piece.date;
        return marked.has(id) ? [] : [`${id}: ${piece.print}`];
      }),
    );
    expect(missing).toEqual([]);
  });

  test("has no number in its sentences that is neither marked nor from outside", () => {
    expect(unmarked(draft, marks)).toEqual([]);
  });
});

/** Something an editor may do to a text, by numbers that may be any. */
const edits: Readonly<Record<string, (text: string, seed: number, other: number) => string>> = {
  "a digit is another": (text, seed, other) => {
    const digits = [...text.matchAll(/\d/g)];
    const {index} = digits[seed % digits.length]!;
    return `${text.slice(0, index)}${other % 10}${text.slice(index + 1)}`;
  },
  "a stretch is gone": (text, seed, other) => {
    const from = seed % text.length;
    return text.slice(0, from) + text.slice(from + (other % 80));
  },
  "words are put in": (text, seed, other) => {
    const words = [
      " not",
      " because of strong demand",
      " 42%",
      " on 3 May 2019",
      "**",
      "|",
      " 5–8 %",
    ];
    const spaces = [...text.matchAll(/ /g)];
    const {index} = spaces[seed % spaces.length]!;
    return text.slice(0, index) + words[other % words.length] + text.slice(index);
  },
  "two blocks are exchanged": (text, seed, other) => {
    const blocks = text.split("\n\n");
    const [one, two] = [seed % blocks.length, other % blocks.length];
    [blocks[one], blocks[two]] = [blocks[two]!, blocks[one]!];
    return blocks.join("\n\n");
  },
  "a word is turned": text =>
    text.replace(/\b(?:fell|rose|düştü|yükseldi)\b/u, word => (word === "fell" ? "rose" : "fell")),
  "lines end as on Windows": text => text.replaceAll(/\r?\n/g, "\r\n"),
  "a byte order mark stands before it": text => `\uFEFF${text.replace(/^\uFEFF/, "")}`,
};

test("marks lie in the text, in one another or beside, and cover every fault, whatever is edited", () => {
  const anEdit = fc.tuple(fc.constantFrom(...Object.values(edits)), fc.nat(), fc.nat());
  fc.assert(
    fc.property(
      fc.constantFrom(...drafts),
      fc.array(anEdit, {minLength: 1, maxLength: 4}),
      ({markdown, evidence}, some) => {
        const text = some.reduce((before, [edit, ...seeds]) => edit(before, ...seeds), markdown);
        const examined = examine(text, evidence);
        expectSound(text, examined);
        expect(check(text, evidence)).toEqual(examined.faults);
      },
    ),
    {numRuns: 60},
  );
});

recordedTest(
  "on other coins and days, too, an untouched note has nothing but supported marks",
  async () => {
    for (const [coin, day] of [
      ["cosmos", "2025-10-11T00:00:00Z"],
      ["chainlink", "2019-05-04T13:00:00Z"],
      ["tether", "2023-03-12T00:00:00Z"],
    ] as const)
      for (const locale of ["en", "tr"]) {
        const {draft} = await draftOf({coin, data: recordedData, asOf: day, locale});
        const examined = examine(draft.markdown, draft.evidence);
        expectSound(draft.markdown, examined);
        expect(examined.marks.filter(({status}) => status !== "supported")).toEqual([]);
        expect(unmarked(draft, examined.marks)).toEqual([]);
      }
  },
  120_000,
);

const numbersOf = (text: string, {marks}: Examined) =>
  marks
    .filter(isNumber)
    .map(one => `${wordsOf(text, one)} ${one.figure ?? one.date}`)
    .toSorted();

test("paragraphs that are moved keep the figures of their numbers", () => {
  const {markdown, evidence} = english;
  const before = numbersOf(markdown, examine(markdown, evidence));
  const blocks = markdown.split("\n\n");
  const places = blocks.flatMap((block, i) =>
    i > 4 && /^\p{Lu}[^|]*\.$/su.test(block) ? [i] : [],
  );
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (one, other) => {
      const moved = [...blocks];
      const [from, to] = [places[one % places.length]!, places[other % places.length]!];
      [moved[from], moved[to]] = [blocks[to]!, blocks[from]!];
      const text = moved.join("\n\n");
      expect(numbersOf(text, examine(text, evidence))).toEqual(before);
    }),
    {numRuns: 20},
  );
});

test("marks stand at the same words whatever ends the lines and stands before them", () => {
  const {markdown, evidence} = english;
  const told = (text: string) => {
    const examined = examine(text, evidence);
    return examined.marks.map(one => wordsOf(text, one).replaceAll("\r\n", "\n"));
  };
  const windows = `\uFEFF${markdown.replaceAll("\n", "\r\n")}`;
  expect(told(windows)).toEqual(told(markdown));
});

test("marks behind a disclosure that was put right stand where their words are", () => {
  const {markdown, evidence} = english;
  const price = evidence.figures.find(({id}) => id === "price.usd")!.printed[0]!;
  const {text, faults} = revise(english, markdown.replace(price, `${price}9`));
  expect(faults.length).toBeGreaterThan(0);
  const examined = examine(text, evidence);
  expectSound(text, examined);
  expect(text).not.toContain(evidence.authorship.unchanged);
  const last = (words: string) =>
    wordsOf(words, examine(words, evidence).marks.findLast(one => one.statement !== undefined)!);
  const {same = "", former = ""} = evidence.authorship;
  expect(former).not.toBe("");
  expect(last(markdown)).toContain(same);
  expect(last(text)).toBe(last(markdown).replace(same, former));
});

describe("a number", () => {
  const evidence = evidenceWith(
    [
      ["price.usd", 262.4, "USD"],
      ["change24h.usd", -0.0364, "return"],
      ["volume24h.usd", 338_280_000, "USD"],
    ],
    [
      ["Bittensor holds its breath"],
      [
        {name: "TAO"},
        " fell ",
        {figure: "change24h.usd", print: "3.64%"},
        " to ",
        {figure: "price.usd", print: "$262.40"},
        " on ",
        {date: asOf, print: "20 March 2026"},
        ".",
      ],
      ["Some ", {figure: "volume24h.usd", print: "$338m"}, " changed hands in a day."],
      ["The rest of the note is words."],
    ],
  );
  const lines = [
    "# Bittensor holds its breath",
    "TAO fell 3.64% to $262.40 on 20 March 2026.",
    "Some $338m changed hands in a day.",
    "The rest of the note is words.",
  ];
  const note = lines.join("\n\n");
  /** Each mark as its words and its standing, of the text with one thing put for another. */
  const marksOf = (words: string, others: string) => {
    const text = note.replace(words, others);
    const examined = examine(text, evidence);
    expectSound(text, examined);
    return examined.marks.map(one => {
      const {from: _from, to: _to, ...standing} = one;
      return [wordsOf(text, one), standing] as const;
    });
  };

  test("that the program wrote is supported, in a sentence that is", () => {
    expect(marksOf("", "")).toEqual([
      ["Bittensor holds its breath", {status: "supported", statement: 0}],
      [lines[1], {status: "supported", statement: 1}],
      ["3.64%", {status: "supported", figure: "change24h.usd"}],
      ["$262.40", {status: "supported", figure: "price.usd"}],
      ["20 March 2026", {status: "supported", date: asOf}],
      [lines[2], {status: "supported", statement: 2}],
      ["$338m", {status: "supported", figure: "volume24h.usd"}],
      [lines[3], {status: "supported", statement: 3}],
    ]);
  });

  test("that a person rounded otherwise, but rightly, is edited", () => {
    const marks = marksOf("3.64%", "3.6%");
    expect(marks).toContainEqual(["3.6%", {status: "edited", figure: "change24h.usd"}]);
    expect(marks).toContainEqual([
      lines[1]!.replace("3.64%", "3.6%"),
      {status: "edited", statement: 1},
    ]);
  });

  test("that is another than its figure is wrong, with the figure it stands for", () => {
    const marks = marksOf("$262.40", "$252.40");
    expect(marks).toContainEqual(["$252.40", {status: "wrong", figure: "price.usd"}]);
    expect(marks).toContainEqual(["3.64%", {status: "supported", figure: "change24h.usd"}]);
    expect(marks).toContainEqual([
      lines[1]!.replace("262", "252"),
      {status: "wrong", statement: 1},
    ]);
  });

  test("beside a word of the other direction is wrong with the word", () => {
    const marks = marksOf("fell", "rose");
    expect(marks.find(([words]) => words === "rose")?.[1].status).toBe("wrong");
    expect(marks).toContainEqual(["3.64%", {status: "wrong", figure: "change24h.usd"}]);
  });

  test("of a person's own that a figure has is supported, with that figure", () => {
    const marks = marksOf(lines[3]!, "A price of $262.40 is what it came to.");
    expect(marks.filter(([words]) => words === "$262.40")).toEqual([
      ["$262.40", {status: "supported", figure: "price.usd"}],
      ["$262.40", {status: "supported", figure: "price.usd"}],
    ]);
    expect(marks.some(([words]) => words.startsWith("A price"))).toBe(false);
  });

  test("that nothing has is unsupported, and so is a date", () => {
    const marks = marksOf(lines[3]!, "It has 7,391 validators since 3 May 2019.");
    expect(marks).toContainEqual(["7,391", {status: "unsupported"}]);
    expect(marks).toContainEqual(["3 May 2019", {status: "unsupported"}]);
  });

  test("that the check does not judge has no mark", () => {
    const marks = marksOf(lines[3]!, "Are there three reasons for it?");
    expect(marks.filter(([words]) => words.includes("three"))).toEqual([]);
  });
});

test("a claim is marked by its words", () => {
  const {markdown, evidence} = english;
  const text = `${markdown}\n\nInvestors should buy it now.\n`;
  const examined = examine(text, evidence);
  expectSound(text, examined);
  expect(examined.marks.filter(isFaulty).map(one => one.status)).toContain("wrong");
});
