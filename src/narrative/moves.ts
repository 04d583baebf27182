import type {Figure} from "../model/figure.ts";
import type {RecentMove, RecordsFinding, RiskFinding} from "../model/finding.ts";

/** A move of the last days that is worth a sentence. */
export const isTold = ({asset}: RecentMove): boolean => Math.abs(asset.value) >= 0.05;

/** A day that went against the last days, by a hundredth or more. */
export const turns = ({asset}: RecentMove, day: Figure<"return">): boolean =>
  Math.abs(day.value) >= 0.01 && Math.sign(asset.value) === -Math.sign(day.value);

/** Within one and a half standard deviations of the days before it. */
export const isUsual = (risk: RiskFinding | undefined): boolean =>
  risk?.day !== undefined && risk.day.deviations.value < 1.5;

/** Usual for the month, and less than on two thirds of the days of the year, whichever way they went. */
export const isSlight = (
  records: RecordsFinding | undefined,
  risk: RiskFinding | undefined,
): boolean =>
  isUsual(risk) &&
  records?.still !== undefined &&
  3 * records.still.larger.value >= 2 * records.still.days.value;

export type Way = "up" | "down";

/** Nothing moved is told by its own words, and has no way. */
export const wayOf = ({value}: Figure<"return" | "difference">): Way => (value < 0 ? "down" : "up");

/** A day that made so much of a span, by logarithms, made the span. */
const madeOf = 0.8;

export const madeByDay = (
  span: Figure<"return">,
  day: Figure<"return">,
  part: number = madeOf,
): boolean => span.value !== 0 && Math.log1p(day.value) / Math.log1p(span.value) >= part;

/** Where the day makes so much of every span, the spans are that day. */
const dayMakes = 0.5;

export const isThatDay = (
  spans: readonly {readonly asset: Figure<"return">}[],
  day: Figure<"return">,
): boolean => spans.every(({asset}) => madeByDay(asset, day, dayMakes));
