import {expect, test} from "vitest";
import {languageOf} from "../../src/languages/index.ts";
import * as figureNames from "../../src/model/figureNames.ts";
import {locales} from "../../src/model/locale.ts";
import {phrasesOf} from "../../src/render/evidence/phrases.ts";
import {draftOf} from "../walk.ts";

/** The ids of all names that a value of `figureNames.ts` holds or makes. */
function idsIn(value: unknown): string[] {
  // What a quantile or a case is called is a list of its own.
  if (typeof value === "function")
    return ["30", "p25", "bear"].flatMap(one => idsIn(value(one, one))).filter(isMade);
  if (typeof value !== "object" || value === null) return [];
  if ("id" in value && "unit" in value) return [String(value.id)];
  return Object.values(value).flatMap(idsIn);
}

/** Not a quantile, case or coin under the name of another. */
const isMade = (id: string) =>
  !/\.(?:30|p25d?|beard?)(?:\.|$).*|\.(?:p25|bear)d\b/.test(id) ||
  /^cases\.30d\.(?:p25|bear\.\w+)$|^(?!cases|soFar)[^.]+\.30(?:\.|$)/.test(id);

const ids = [...new Set(Object.values(figureNames).flatMap(idsIn))];

test("there are names of figures", () => expect(ids.length).toBeGreaterThan(150));

test.each(locales)("every figure that there can be has a name in words, in %s", locale => {
  const named = phrasesOf(languageOf(locale).evidence.names);
  expect(ids.filter(id => named(id) === undefined)).toEqual([]);
});

test.each(locales)("no name has a place for what nothing fills, in %s", locale => {
  const {names} = languageOf(locale).evidence;
  const strays = Object.entries(names).filter(([pattern, words]) =>
    (words.match(/\{\w+\}/g) ?? []).some(
      place => !["{coin}", "{benchmark}"].includes(place) && !pattern.includes(place),
    ),
  );
  expect(strays).toEqual([]);
});

test("names are of the same figures in every language", () => {
  const [first, ...others] = locales.map(locale =>
    Object.keys(languageOf(locale).evidence.names).toSorted(),
  );
  for (const other of others) expect(other).toEqual(first);
});

const samples = [
  {coin: "tessilith", data: "samples/simulated", asOf: "2025-07-02T00:00:00Z"},
  {coin: "bittensor", data: "samples/bittensor", asOf: "2026-03-21T21:07:00Z"},
];

test.each(samples)("no formula of the note on $coin stays English in Turkish", async sample => {
  const {draft} = await draftOf({...sample, source: "files", locale: "tr"});
  const told = phrasesOf(languageOf("tr").evidence.formulas);
  const formulas = draft.evidence.figures.flatMap(({origin}) =>
    "formula" in origin ? [origin.formula] : [],
  );
  expect([...new Set(formulas.filter(formula => told(formula) === undefined))]).toEqual([]);
});
