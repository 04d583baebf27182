import {assert, constantFrom, integer, property, uniqueArray} from "fast-check";
import {describe, expect, test} from "vitest";
import {check} from "../../src/check/check.ts";
import {past, recent, state} from "../../src/model/figureNames.ts";
import {asOf, evidenceWith} from "./evidence.ts";
import {noteWith} from "./renamed.ts";

const day = 864e5;
const windows = [30, 90, 365] as const;

/** Evidence in which a coin has moved by these parts of its price over 8, 30, 90 and 365 days. */
function moved(moves: readonly number[], locale: string) {
  const evidence = evidenceWith([], [], locale);
  const to = Date.parse("2026-03-20T00:00:00Z");
  const figure = {asOf, origin: {parameter: "given"}, printed: []};
  const price = {...figure, ...state.price, value: 100};
  const names = [recent, ...windows.map(past)];
  return {
    ...evidence,
    figures: [
      price,
      ...names.flatMap(({start, change}, i) => [
        {
          ...figure,
          ...start,
          value: 100 / (1 + (moves[i] ?? 0)),
          asOf: new Date(to - ([8, ...windows][i] ?? 0) * day).toISOString(),
        },
        {
          ...figure,
          ...change,
          value: moves[i] ?? 0,
          origin: {formula: "price / start - 1", inputs: [price.id, start.id]},
        },
      ]),
    ],
  };
}

/** What is said of the spans, in their order, with a place for the size. */
const told = {
  en: {
    spans: [
      ["Since the close of 11 March 2026"],
      ["Over 30 days", "In the past month", "Within a month", "Over the last 30 days,"],
      ["Over 90 days", "In three months", "Within a quarter"],
      ["Over 365 days", "Within a year", "Over the past year,"],
    ],
    down: ["lost", "fell", "shed", "is down", "dropped", "has lost"],
    up: ["gained", "rose", "added", "is up", "climbed", "has gained"],
    sentence: (span: string, verb: string, size: string) => [
      `${span} TAO ${verb} ${size}%.`,
      `TAO ${verb} ${size}% ${span.toLowerCase().replace(",", "").replace("march", "March")}.`,
    ],
  },
  tr: {
    spans: [
      ["11 Mart 2026 kapanışından bu yana"],
      ["son bir ayda", "son 30 günde", "30 gün içinde"],
      ["son 90 günde", "üç ayda"],
      ["bir yılda", "son 365 günde"],
    ],
    down: ["düştü", "geriledi", "kaybetti", "değer kaybetti"],
    up: ["yükseldi", "arttı", "kazandı", "değer kazandı"],
    sentence: (span: string, verb: string, size: string) => [
      `TAO ${span} yüzde ${size.replace(".", ",")} ${verb}.`,
      `TAO ${span} %${size.replace(".", ",")} ${verb}.`,
    ],
  },
} as const;

const sizes = uniqueArray(integer({min: 11, max: 97}), {minLength: 4, maxLength: 4});

describe.each(["en", "tr"] as const)("a move and the span that its sentence names (%s)", locale => {
  const {spans, down, up, sentence} = told[locale];
  test("pass where they belong together, and are a fault where the number is another span's", () => {
    assert(
      property(
        sizes,
        constantFrom(0, 1, 2, 3),
        constantFrom(0, 1, 2, 3),
        constantFrom(-1, 1),
        integer({min: 0, max: 1e4}),
        (list, of, named, sign, any) => {
          const pick = <T>(choice: readonly T[]): T => choice[any % choice.length] as T;
          const evidence = moved(
            list.map(size => (sign * (size + 0.4)) / 100),
            locale,
          );
          const words = pick(spans[named] as readonly string[]);
          const verb = pick(sign < 0 ? down : up);
          const text = pick(sentence(words, verb, `${list[of]}.4`));
          const kinds = check(`---\nlang: "${locale}"\n---\n\n${text}\n`, evidence)
            .filter(({text}) => /\d[.,]4/.test(text))
            .map(({kind}) => kind);
          expect(kinds, text).toEqual(of === named ? [] : ["wrong-quantity"]);
        },
      ),
      {numRuns: 300},
    );
  });
});

test("an exhibit that a sentence points to is no name of another, and no number of the note's", () => {
  const {markdown, evidence} = noteWith(
    {asset: "Tessilith", symbol: "TSLTH", others: "Ostrabell", description: ""},
    "en",
  );
  const faults = (line: string) => check(`${markdown}\n${line}\n`, evidence);
  expect(faults("As Exhibit 1 shows, Tessilith has loosened from Ostrabell.")).toEqual([]);
  expect(faults("TSLTH is down 35.4% over 30 days.")).toEqual([]);
  expect(faults("Looking at the last 30 days, TSLTH is down 35.4%.")).toEqual([]);
  expect(faults("TSLTH's market cap is $155m.")).toMatchObject([{kind: "wrong-quantity"}]);
});
