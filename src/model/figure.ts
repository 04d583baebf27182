/**
 * What a number is measured in, told apart by the compiler: a `Figure<"return">` is not accepted
 * where a `Figure<"correlation">` is asked for, so a 24-hour change can never be worded as a
 * correlation.
 *
 * - `USD`: United States dollars; `BTC`: bitcoin, as a price in them; `tokens`: units of the asset; `count`, `days`, `hours`, `minutes`,
 *   `rank`: whole numbers
 * - `return`: simple return as a fraction (-0.0364 is a fall of 3.64 %)
 * - `difference`: a difference of two figures of the same unit, as a fraction or in that unit
 * - `correlation`: rank or linear correlation in [-1, 1]
 * - `beta`: per cent of the asset per per cent of the benchmark
 * - `ratio`: one amount over another (turnover, concentration)
 * - `volatility`: standard deviation of log returns, as a fraction, per year unless the quantity is
 *   `daily-volatility`
 * - `drawdown`: fall from an earlier peak, as a positive fraction of that peak
 * - `p-value`, `probability`, `percentile`, `share`: in [0, 1]
 * - `z-score`: distance from the median in robust standard deviations
 */
export const units = [
  "USD",
  "BTC",
  "tokens",
  "return",
  "difference",
  "correlation",
  "beta",
  "ratio",
  "volatility",
  "drawdown",
  "p-value",
  "probability",
  "percentile",
  "share",
  "z-score",
  "count",
  "days",
  "hours",
  "minutes",
  "rank",
] as const;

export type Unit = (typeof units)[number];

/** What is measured, where the unit alone does not say so: every amount of dollars or tokens has one. */
export const quantities = [
  "price",
  "market-cap",
  "volume",
  "depth",
  "supply",
  "daily-volatility",
] as const;

export type Quantity = (typeof quantities)[number];

/** Whose number it is: `market` of many coins or quotes together, `method` of none of them. */
export type Subject =
  | "asset"
  | "benchmark"
  | "market"
  | "method"
  | {readonly quote: string}
  | {readonly peer: string};

/** What a figure is, before it has a value; all of them are listed in `figureNames.ts`. */
export interface FigureName<U extends Unit = Unit> {
  readonly id: string;
  readonly unit: U;
  readonly of: Subject;
  readonly quantity?: Quantity;
}

/** Where a figure comes from. */
export type Origin =
  /** Read from a recorded answer: `file` in the snapshot, `pointer` a JSON pointer or an RFC 7111 CSV fragment. */
  | {readonly file: string; readonly pointer: string}
  /** Computed from other figures or series, which are named by id. */
  | {readonly formula: string; readonly inputs: readonly string[]}
  /** Fixed beforehand by the method. */
  | {readonly parameter: string};

/** A value with its name, the instant it is true of, and where it comes from. */
export interface Figure<U extends Unit = Unit> extends FigureName<U> {
  readonly value: number;
  /** ISO 8601 instant, UTC. */
  readonly asOf: string;
  readonly origin: Origin;
}

/** A value read from a recorded answer, before it has a name in a note. */
export interface Datum {
  readonly value: number;
  readonly asOf: string;
  readonly source: SourceName;
  readonly file: string;
  readonly pointer: string;
}

/** Whose data it is: printed under every exhibit that rests on it. */
export type SourceName = string;

/** Every figure that stands anywhere in a piece of plain data, by id. */
export function figuresIn(value: unknown, found = new Map<string, Figure>()): Map<string, Figure> {
  if (value === null || typeof value !== "object") return found;
  if (isFigure(value)) found.set(value.id, value);
  else for (const part of Object.values(value)) figuresIn(part, found);
  return found;
}

const isFigure = (value: object): value is Figure => "origin" in value && "unit" in value;

/** Whether two figures are of the same thing. */
export const sameSubject = (one: Subject, other: Subject): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
