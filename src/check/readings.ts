import {exact} from "../format/numbers.ts";
import type {Evidence} from "../model/evidence.ts";
import type {Unit} from "../model/figure.ts";
import type {Measure, Quantity} from "./numbers/mention.ts";

export type EvidenceFigure = Evidence["figures"][number];

/** One way in which a figure may be written. */
export interface Reading {
  readonly value: number;
  readonly measures: readonly Measure[];
}

const partOfWhole: readonly Measure[] = ["percent", "plain"];

/** Every way in which a figure of that unit may be written, the usual one first. */
export function readingsOf({value, unit}: EvidenceFigure): Reading[] {
  switch (unit) {
    case "USD":
      return [{value, measures: ["USD", "plain"]}];
    case "BTC":
      return [{value, measures: ["BTC", "plain"]}];
    case "tokens":
      return [{value, measures: ["coins", "plain"]}];
    case "return":
      return [
        {value, measures: ["percent", "basis-points"]},
        {value: 1 + value, measures: ["times"]},
      ];
    case "difference":
      return [{value, measures: ["percent", "points", "basis-points", "plain"]}];
    case "correlation":
      return [{value, measures: ["plain"]}];
    case "z-score":
      return [{value, measures: ["plain", "times"]}];
    case "beta":
      return [
        {value, measures: ["plain", "times"]},
        {value: value / 100, measures: ["percent"]},
      ];
    case "ratio":
      return [{value, measures: ["percent", "plain", "times"]}];
    case "days":
      return [
        {value, measures: ["days", "plain"]},
        {value: value / 7, measures: ["weeks"]},
        ...(value >= 365 ? [{value: value / 365, measures: ["years"] as const}] : []),
      ];
    case "rank":
      return [{value, measures: ["plain"]}];
    case "count":
      return [{value, measures: ["plain", "times", "coins"]}];
    case "hours":
    case "minutes":
      return [{value, measures: [unit, "plain"]}];
    default:
      return [{value, measures: partOfWhole}];
  }
}

const signedUnits: ReadonlySet<Unit> = new Set([
  "return",
  "difference",
  "correlation",
  "beta",
  "z-score",
]);
/** Units whose figures are often written without their sign, beside a word that says it. */
const sizedUnits: ReadonlySet<Unit> = new Set(["return", "difference", "z-score"]);

export const isSigned = ({unit}: EvidenceFigure) => signedUnits.has(unit);
export const maySize = ({unit}: EvidenceFigure) => sizedUnits.has(unit);

/** What binary arithmetic leaves of a number of twelve digits. */
const tiny = (value: number) => 1e-14 * Math.abs(value);

/** Whether the number is the value's size, rounded half away from zero as its digits claim. */
export function rounds(size: number, step: number, value: number): boolean {
  const above = exact(Math.abs(value)) - size;
  if (Math.abs(above) <= tiny(value)) return true;
  return above < step / 2 - tiny(value) && -above <= step / 2 + tiny(value);
}

/** Whether the words beside the number make it true of the value's size. */
export function hedged({hedge, size, step, worded}: Quantity, value: number): boolean {
  const real = Math.abs(value);
  // Nobody who writes four digits means a bound that lies far off.
  const [less, more] = worded ? [0.5, 1.5] : size / step >= 1000 ? [0.98, 1.02] : [0.75, 1.25];
  switch (hedge) {
    case "about":
      return Math.abs(real - size) <= (size / step < 100 ? Math.max(step, size * 0.05) : step);
    case "nearly":
      return real <= size && real >= size * 0.9;
    case "over":
      return real >= size && real <= size * more;
    case "under":
      return real <= size && real >= size * less;
    default:
      return false;
  }
}
