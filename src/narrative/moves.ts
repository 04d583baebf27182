import type {Figure} from "../model/figure.ts";
import type {RecentMove, RecordsFinding, RiskFinding} from "../model/finding.ts";

/** A move of the last days that is worth a sentence. */
export const isTold = ({asset}: RecentMove): boolean => Math.abs(asset.value) >= 0.05;

/** A day that went against the last days, by a hundredth or more. */
export const turns = ({asset}: RecentMove, day: Figure<"return">): boolean =>
  Math.abs(day.value) >= 0.01 && Math.sign(asset.value) === -Math.sign(day.value);

/** Less than on three quarters of the days of the past year, whichever way they went. */
export const isSlight = (records: RecordsFinding | undefined): boolean =>
  records?.still !== undefined && records.still.larger.value >= 0.75 * records.still.days.value;

/** Within one and a half standard deviations of the days before it. */
export const isUsual = (risk: RiskFinding | undefined): boolean =>
  risk?.day !== undefined && risk.day.deviations.value < 1.5;

/** Beyond two: on such a day nobody calls a coin calm. */
export const isStormy = (risk: RiskFinding | undefined): boolean =>
  risk?.day !== undefined && risk.day.deviations.value >= 2;
