import {addDays, lastDayOver} from "../model/day.ts";
import type {Figure} from "../model/figure.ts";
import type {Rarity, SpanRecord} from "../model/finding.ts";
import type {Facts} from "./facts.ts";
import {type Way, wayOf} from "./moves.ts";
import {notable, rarity} from "./news.ts";
import {isLately, type Precedent, precedent} from "./rare.ts";

/** How often a day of its own was as large, in its direction. */
export interface DayRecord {
  readonly kind: "day-record";
  readonly way: Way;
  readonly precedent: Precedent;
  /** The largest before it that went the same way. */
  readonly most?: {readonly figure: Figure<"return">; readonly day: string};
}

/** Since when no close was as high or as low. */
export interface LevelRecord {
  readonly kind: "level-record";
  readonly end: "high" | "low";
  readonly priceIs: "close" | "snapshot";
  readonly precedent:
    | {readonly rank: "none"; readonly earlier: Figure<"count">; readonly from: string}
    | {readonly rank: "since"; readonly last: string};
}

/** The last span of that length that moved as much and is over before this one began. */
export interface SpanRecordTold {
  readonly kind: "span-record";
  readonly way: Way;
  readonly span: SpanLength;
  readonly precedent:
    | {readonly rank: "none"; readonly from: string}
    | {readonly rank: "since"; readonly last: string}
    | {
        readonly rank: "often";
        readonly beyond: Figure<"count">;
        readonly earlier: Figure<"count">;
        readonly from: string;
      };
}

export interface SpanLength {
  readonly length: "week" | "month";
  readonly days: Figure<"days">;
}

/** How the month swung beside all months before it. */
export interface SwingsRecord {
  readonly kind: "swings-record";
  readonly extent: "much" | "little";
  readonly precedent:
    | {readonly rank: "none"; readonly from: string}
    | {readonly rank: "since"; readonly last: string};
}

/** The day's volume beside its own of the past year. */
export interface VolumeRecord {
  readonly kind: "volume-record";
  readonly end: "high" | "low";
  readonly volume: Figure<"USD">;
  readonly measure: VolumeMeasure;
  readonly precedent:
    | {readonly rank: "none"}
    | {readonly rank: "one"; readonly day: string}
    | {readonly rank: "few"; readonly beyond: Figure<"count">}
    | {readonly rank: "since"; readonly last: string};
}

/** A volume of several medians is told as so many times, one of less than a median as a part of it. */
export interface VolumeMeasure {
  readonly as: "times" | "part" | "money";
  readonly times: Figure<"ratio">;
  readonly median: Figure<"USD">;
  readonly days: Figure<"count">;
  /** Whether each day of the year before is on record. */
  readonly record: "whole" | "gaps";
}

export type RecordSentence = DayRecord | LevelRecord | SpanRecordTold | SwingsRecord | VolumeRecord;

/** From so many medians on. */
const several = 3;
const year = 365;

export function dayRecord({records}: Facts): DayRecord[] {
  const day = records?.day;
  if (!day || isLately(day)) return [];
  const {change, most} = day;
  return [
    {
      kind: "day-record",
      way: wayOf(change),
      precedent: precedent(day),
      ...(most && {most}),
    },
  ];
}

export function levelRecord({records, state}: Facts): LevelRecord[] {
  const level = records?.level;
  if (!level) return [];
  const {earlier, from, last, end} = level;
  return [
    {
      kind: "level-record",
      end,
      priceIs: state.priceIs,
      precedent: last ? {rank: "since", last} : {rank: "none", earlier, from},
    },
  ];
}

/** Nothing where a span that overlaps it was as extreme. */
export function spanRecord(span: SpanRecord): SpanRecordTold[] {
  const {change, last, from, beyond, earlier} = span;
  const told = (found: SpanRecordTold["precedent"]): SpanRecordTold[] => [
    {kind: "span-record", way: wayOf(change), span: lengthOf(span), precedent: found},
  ];
  if (!last) return told({rank: "none", from});
  if (rarity(span) < notable) return told({rank: "often", beyond, earlier, from});
  return isBefore(span, span.start.day) ? told({rank: "since", last}) : [];
}

export const lengthOf = ({window, days}: SpanRecord): SpanLength => ({
  length: window === 7 ? "week" : "month",
  days,
});

const isBefore = ({last}: Rarity, day: string) => last !== undefined && last <= day;

export function swingsRecord({records}: Facts): SwingsRecord[] {
  const found = records?.volatility;
  if (!found) return [];
  const {end, last, from, figure} = found;
  const extent = end === "high" ? "much" : "little";
  if (!last) return [{kind: "swings-record", extent, precedent: {rank: "none", from}}];
  return isBefore(found, addDays(lastDayOver(figure.asOf), -30))
    ? [{kind: "swings-record", extent, precedent: {rank: "since", last}}]
    : [];
}

export function volumeRecord({records}: Facts): VolumeRecord[] {
  const found = records?.volume;
  if (!found) return [];
  const {figure: volume, end, beyond, last} = found;
  const place = precedent(found);
  const few =
    beyond.value === 1 && last
      ? ({rank: "one", day: last} as const)
      : ({rank: "few", beyond} as const);
  return [
    {
      kind: "volume-record",
      end,
      volume,
      measure: measureOf(found),
      precedent: place.rank === "few" ? few : place,
    },
  ];
}

export const measureOf = ({
  times,
  median,
  earlier: days,
}: NonNullable<NonNullable<Facts["records"]>["volume"]>): VolumeMeasure => ({
  as: times.value >= several ? "times" : times.value < 1 ? "part" : "money",
  times,
  median,
  days,
  record: days.value >= year ? "whole" : "gaps",
});
