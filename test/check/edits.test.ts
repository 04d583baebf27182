import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {check} from "../../src/check/check.ts";
import type {Draft} from "../../src/model/draft.ts";
import {recordedData, recordedTest} from "../recorded.ts";
import {draftOf} from "../walk.ts";
import {
  bridges,
  negations,
  type Pick,
  questions,
  ranges,
  reasons,
  shaped,
  targets,
} from "./shapes.ts";

type Locale = "en" | "tr";
const sample = {coin: "tessilith", data: "samples/simulated", asOf: "2025-07-02T00:00:00Z"};
const article = {coin: "bittensor", data: "samples/bittensor", asOf: "2026-03-21T21:07:00Z"};
const drafted = async (wish: typeof sample, locale: Locale) =>
  (await draftOf({...wish, locale})).draft;

const notes = {
  en: [await drafted(sample, "en"), await drafted(article, "en")],
  tr: [await drafted(sample, "tr"), await drafted(article, "tr")],
};

const picks = fc.infiniteStream(fc.nat()).map(
  (numbers): Pick =>
    list =>
      list[(numbers.next().value as number) % list.length]!,
);

const isParagraph = (block: string) => /^\p{Lu}[^|]*[\p{Ll}%)\d]\.$/su.test(block);

/** A paragraph of the note, by a number that may be any. */
function placeIn({markdown}: Draft, seed: number) {
  const blocks = markdown.split("\n\n");
  const places = blocks.flatMap((block, i) => (i > 4 && isParagraph(block) ? [i] : []));
  return {blocks, at: places[seed % places.length]!};
}

/** The note with a sentence more, at the end of a paragraph or as one of its own. */
function withSentence(draft: Draft, sentence: string, seed: number): string {
  const {blocks, at} = placeIn(draft, seed);
  blocks[at] += (seed % 2 ? " " : "\n\n") + sentence;
  return blocks.join("\n\n");
}

/** The note with a clause more, before the full stop of a paragraph. */
function withClause(draft: Draft, clause: string, seed: number): string {
  const {blocks, at} = placeIn(draft, seed);
  blocks[at] = blocks[at]!.replace(/\.$/, `, ${clause}.`);
  return blocks.join("\n\n");
}

const faultsOf = ({evidence}: Draft, text: string) => check(text, evidence);

describe.each(["en", "tr"] as const)("in an edited note (%s)", locale => {
  const each = (hold: (draft: Draft, pick: Pick, seed: number) => void) =>
    fc.assert(
      fc.property(fc.constantFrom(...notes[locale]), picks, fc.nat(999), (draft, pick, seed) =>
        hold(draft, pick, seed),
      ),
      {numRuns: 60},
    );

  test("a reason or a concession that hangs on a sentence is found", () =>
    each((draft, pick, seed) => {
      const clause = shaped(reasons[locale], pick, {other: "Bitcoin"});
      expect(faultsOf(draft, withClause(draft, clause, seed)), clause).not.toEqual([]);
    }));

  test("a price that comes next is found, though the note prints it", () =>
    each((draft, pick, seed) => {
      const price = draft.evidence.figures.find(({id}) => id === "price.usd")!.printed[0]!;
      const coin = draft.evidence.note.symbol;
      const sentence = shaped(targets[locale], pick, {price, coin});
      expect(
        faultsOf(draft, withSentence(draft, sentence, seed)).map(({kind}) => kind),
        sentence,
      ).toContain("probability");
    }));

  test("a range that nobody measured is one number that is not found", () =>
    each((draft, pick, seed) => {
      const sentence = shaped(ranges[locale], pick);
      const faults = faultsOf(draft, withSentence(draft, sentence, seed));
      expect(
        faults.filter(({text}) => /\d.*\d/.test(text)),
        sentence,
      ).toHaveLength(1);
    }));

  test("sentences about the text, questions and true negations pass", () =>
    each((draft, pick, seed) => {
      const shapes = pick([bridges, questions, negations]);
      const sentence = shaped(shapes[locale], pick, {coin: draft.evidence.note.name});
      expect(faultsOf(draft, withSentence(draft, sentence, seed)), sentence).toEqual([]);
    }));

  test("no name of a sentence may be another's", () => {
    const others = ["Ostrabell", "Bitcoin"];
    const places = notes[locale].slice(0, others.length).flatMap((draft, i) => {
      const {name, symbol} = draft.evidence.note;
      const own = new RegExp(`(?<=^\\p{Lu}[^|\\n]*)(?<![\\p{L}-])${symbol}(?![\\p{L}-])`, "gmu");
      const text = draft.markdown.slice(0, draft.markdown.lastIndexOf("\n## "));
      return [...text.matchAll(own)]
        .filter(({index}) => index > text.indexOf("\n# ") + name.length)
        .map(({index}) => ({draft, other: others[i]!, index, after: index + symbol.length}));
    });
    expect(places.length).toBeGreaterThan(3);
    for (const {draft, other, index, after} of places) {
      const wrong = draft.markdown.slice(0, index) + other + draft.markdown.slice(after);
      const line = draft.markdown.slice(0, index).split("\n").at(-1)! + other;
      expect(faultsOf(draft, wrong), line.slice(-80)).not.toEqual([]);
    }
  });

  test("a verdict or a case in a table stays what it is", () => {
    const [draft] = notes[locale];
    const cells = locale === "en" ? ["weakened", "Bear", "Bull"] : ["zayıfladı", "Ayı", "Boğa"];
    for (const cell of cells) {
      const others = [...cells, locale === "en" ? "no change found" : "değişiklik bulunmadı"];
      for (const other of others.filter(one => one !== cell)) {
        const wrong = draft!.markdown.replace(`| ${cell} |`, `| ${other} |`);
        expect(wrong).not.toBe(draft!.markdown);
        expect(faultsOf(draft!, wrong), `${cell} → ${other}`).toMatchObject([
          {kind: "contradiction", text: other, suggestion: cell},
        ]);
      }
    }
  });
});

/** The sample's note with the first of these words in place of others. */
function edited(from: string | RegExp, to: string, draft = notes.en[0]!): string[] {
  const text = draft.markdown.replace(from, to);
  expect(text).not.toBe(draft.markdown);
  return faultsOf(draft, text).map(({kind}) => kind);
}

describe("what is said is said of its span and of no other", () => {
  const said = /Over the last 90 days(?= TSLTH has moved)/;
  test.each(["Of its history", "Since launch", "Of the past decade", "In the past week", "Ever"])(
    "“Over the last 90 days” → “%s”",
    span => expect(edited(said, span)).toEqual(["contradiction"]),
  );
  test("and may be said with another word for it", () =>
    expect(edited(said, "Over the quarter")).toEqual([]));
});

test.each([
  ["before", "after"],
  ["with", "against"],
])("“%s” is not “%s”", (from, to) =>
  expect(edited(new RegExp(`(?<=\\n- [^\\n]* )${from}(?= )`), to)).not.toEqual([]),
);

test("a cited fact says what its source says", () => {
  const [, draft] = notes.en;
  expect(edited("open-source protocol", "closed-source protocol", draft)).toEqual(["misquoted"]);
  expect(edited("are trained together", "are sold together", draft)).toEqual(["misquoted"]);
});

test("a share in words is the share", () => {
  const [, draft] = notes.en;
  expect(edited("13.04% of the", "One eighth of the", draft)).toEqual([]);
  expect(edited("13.04% of the", "One third of the", draft)).not.toEqual([]);
});

test("a clause with a source of its own may be added", () => {
  const [draft] = notes.en;
  const clause = "a day after the fork was announced ([Project](https://example.org/fork))";
  expect(faultsOf(draft!, withClause(draft!, clause, 3))).toEqual([]);
});

const days = [
  ["cardano", "2024-07-25T23:00:00Z"],
  ["dogecoin", "2021-01-29T00:00:00Z"],
  ["cosmos", "2025-10-11T00:00:00Z"],
  ["chainlink", "2019-05-04T13:00:00Z"],
  ["tether", "2023-03-12T00:00:00Z"],
] as const;

recordedTest(
  "on other coins and days, too, reasons are found and bridges pass",
  async () => {
    for (const [coin, asOf] of days)
      for (const locale of ["en", "tr"] as const) {
        const draft = await drafted({coin, data: recordedData, asOf}, locale);
        fc.assert(
          fc.property(picks, fc.nat(999), (pick, seed) => {
            const clause = shaped(reasons[locale], pick, {other: "Bitcoin"});
            expect(faultsOf(draft, withClause(draft, clause, seed)), clause).not.toEqual([]);
            const bridge = shaped(bridges[locale], pick);
            expect(faultsOf(draft, withSentence(draft, bridge, seed)), bridge).toEqual([]);
          }),
          {numRuns: 10},
        );
      }
  },
  120_000,
);
