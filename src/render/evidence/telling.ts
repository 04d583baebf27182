import slugify from "@sindresorhus/slugify";
import type {Customs} from "../../format/customs.ts";
import {dateFormat} from "../../format/dates.ts";
import {numberFormat} from "../../format/numbers.ts";
import type {Evidence} from "../../model/evidence.ts";
import type {EvidenceWords} from "../../model/evidenceWords.ts";

import {filledIn, type Phrase, phrasesOf} from "./phrases.ts";

export type EvidenceFigure = Evidence["figures"][number];

/** A figure or series as it is called, and where it stands among others of its kind. */
export interface Named {
  /** Without its parameter, such as "Rank correlation with Bitcoin". */
  readonly name: string;
  /** What it shares with those that differ in the parameter alone. */
  readonly pattern: string;
  /** Such as `window`, `90` and "90 days". */
  readonly parameter?: {readonly kind: string; readonly value: string; readonly words: string};
}

/**
 * The name with its parameter, where it does not have that in it.
 *
 * @example fullName({name: "Beta", pattern: "beta.{window}d", parameter: {kind: "window", value: "90", words: "90 days"}}) // "Beta, 90 days"
 */
export const fullName = ({name, parameter}: Named): string =>
  parameter && !name.includes(parameter.words) ? `${name}, ${parameter.words}` : name;

/** How a formula is told; `values` differ between figures that are made alike. */
export interface Told {
  readonly words: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Puts the evidence of one note into the words of its language. */
export interface Telling {
  readonly named: (id: string) => Named;
  readonly formula: (formula: string) => Told;
  /** A value with all the digits that anybody reckons with. */
  readonly value: (figure: EvidenceFigure) => string;
  readonly instant: (instant: string) => string;
  readonly day: (day: string) => string;
}

export function tellingOf(evidence: Evidence, words: EvidenceWords, customs: Customs): Telling {
  const {note} = evidence;
  const dates = dateFormat(customs);
  const [names, formulas, values] = [words.names, words.formulas, words.values].map(phrasesOf) as [
    Lookup,
    Lookup,
    Lookup,
  ];
  const nameOf = namesIn(evidence);
  const benchmark = benchmarkOf(evidence);
  const known = {coin: note.name, benchmark: benchmark ? nameOf(benchmark) : words.benchmark};
  const inWords = (kind: string, value: string) => {
    if (kind === "peer" || kind === "member") return nameOf(value);
    const found = kind === "quote" ? undefined : values(value);
    if (found)
      return filledIn(
        found.words,
        mapped(found.values, one => dated(one, dates.day)),
      );
    return kind === "quote" ? value.toUpperCase() : value;
  };
  return {
    named: id => {
      const found = names(id);
      if (!found) return {name: id, pattern: id};
      const {pattern, words: name, values: parameters} = found;
      const [first] = Object.entries(parameters);
      if (!first) return {name: filledIn(name, known), pattern};
      const [kind, value] = first;
      const told = inWords(kind, value);
      return {
        name: filledIn(name, {...known, [kind]: told}),
        pattern,
        parameter: {kind, value, words: (words.parameters[kind] ?? "{}").replace("{}", told)},
      };
    },
    formula: formula => {
      const {words: told, values: found} = formulas(formula) ?? skeleton(formula);
      return {words: told, values: mapped(found, one => dated(one, dates.day))};
    },
    value: figure => written(figure, customs),
    instant: dates.instant,
    day: dates.day,
  };
}

type Lookup = (text: string) => Phrase | undefined;

const mapped = (values: Readonly<Record<string, string>>, change: (value: string) => string) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));

const day = /\d{4}-\d\d-\d\d/g;
const dated = (text: string, write: (day: string) => string) => text.replace(day, write);

/** A formula that no book has: its days are what differs. */
function skeleton(formula: string): Told {
  const values: Record<string, string> = {};
  const words = formula
    .replace(day, one => {
      const name = String(Object.keys(values).length + 1);
      values[name] = one;
      return `{${name}}`;
    })
    .replaceAll("}..{", "} – {")
    .replaceAll(" - ", " − ");
  return {words, values};
}

/** The names that the note calls coins by, by their ids. */
function namesIn({statements, note}: Evidence): (id: string) => string {
  const names = new Map<string, string>();
  for (const piece of statements.flat())
    if (typeof piece === "object" && "name" in piece) names.set(slugify(piece.name), piece.name);
  names.set(note.asset, note.name);
  return id => names.get(id) ?? id;
}

/** The coin that the asset is compared with: whose closes go into what is said of both. */
function benchmarkOf({figures, note}: Evidence): string | undefined {
  return figures
    .filter(({of, id}) => of === "benchmark" || id.startsWith("decoupling."))
    .flatMap(({origin}) => ("inputs" in origin ? origin.inputs : []))
    .flatMap(input => /^close\.(.+)$/.exec(input)?.[1] ?? [])
    .find(id => id !== note.asset);
}

const whole = new Set<EvidenceFigure["unit"]>(["count", "days", "hours", "minutes", "rank"]);
const fractions = new Set<EvidenceFigure["unit"]>([
  "return",
  "volatility",
  "drawdown",
  "probability",
  "percentile",
  "share",
]);

function written({value, unit, printed}: EvidenceFigure, customs: Customs): string {
  const numbers = numberFormat(customs);
  if (whole.has(unit)) return numbers.count(value);
  if (unit === "USD")
    return Math.abs(value) >= 1e6 ? numbers.money(value) : numbers.price(value, 2);
  if (unit === "tokens") return numbers.amount(value);
  const isPart = unit !== "beta" && printed.some(print => print.includes("%"));
  if (fractions.has(unit) || isPart) return numbers.percent(value, 2, unit === "return");
  if (value !== 0 && Math.abs(value) < 1e-4) return value.toExponential(2).replace("-", "−");
  return numbers.fixed(value, 4, unit === "difference");
}
