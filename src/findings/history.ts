import {daysBetween, endOfDay, lastDayOver} from "../model/day.ts";
import type {Abstention, Exclusion} from "../model/finding.ts";
import type {DailySeries, Market} from "../model/market.ts";
import {type DailyReturn, logReturns} from "../stats/logReturns.ts";
import {priceFaults} from "../stats/priceFaults.ts";
import {type StaleRun, staleRuns} from "../stats/staleRuns.ts";

/** A daily history that ended longer ago than this says nothing about today. */
const freshDays = 3;

/** Closes that can be trusted, and the returns between them. */
export interface History {
  readonly close: DailySeries;
  readonly returns: readonly DailyReturn[];
  /** The instant of the last close. */
  readonly asOf: string;
}

export interface Cleaned {
  readonly history?: History;
  readonly exclusions: readonly Exclusion[];
  readonly abstention?: Abstention;
}

/**
 * The series without the prints that are faults of the feed; each of those is disclosed. A feed that
 * has stood still since some day ends on that day. After a change of unit or a splice only what
 * follows it is one series.
 */
export function cleanHistory(
  series: DailySeries | undefined,
  market: Pick<Market, "asOf">,
): Cleaned {
  if (!series)
    return {exclusions: [], abstention: {about: "history", reason: {kind: "no-history"}}};
  const faults = priceFaults(series);
  const start = Math.max(0, ...faults.filter(({kind}) => breaks.has(kind)).map(({index}) => index));
  const bad = new Set(faults.filter(({kind}) => !breaks.has(kind)).map(({index}) => index));
  const kept = series.dates.map((_, i) => i).filter(i => i >= start && !bad.has(i));
  const exclusions = faults.map(({date, value, kind}) => ({
    figure: `${series.id}.${date}`,
    rule: breaks.has(kind) ? `${kind}: earlier values left out` : kind,
    value,
    day: date,
  }));
  const last = kept.at(-1);
  if (last === undefined)
    return {exclusions, abstention: {about: "history", reason: {kind: "no-history"}}};
  const day = series.dates[last]!;
  if (daysBetween(day, lastDayOver(market.asOf)) > freshDays)
    return {exclusions, abstention: {about: "history", reason: {kind: "history-ends", day}}};
  const close = {
    ...series,
    dates: kept.map(i => series.dates[i]!),
    values: kept.map(i => series.values[i]!),
  };
  const still = staleRuns(close.values);
  const frozen = still.at(-1);
  if (frozen?.open) {
    const since = close.dates[frozen.from]!;
    return {exclusions, abstention: {about: "history", reason: {kind: "history-ends", day: since}}};
  }
  const standing = new Set(still.flatMap(({from, to}) => close.dates.slice(from + 1, to + 1)));
  const returns = logReturns(close).filter(({date}) => !standing.has(date));
  return {
    history: {close, returns, asOf: endOfDay(day)},
    exclusions: [...exclusions, ...still.map(run => standstill(close, run))],
  };
}

/** The zero returns of a feed that stands still are no market's: its closes stay, they do not. */
function standstill({id, dates}: DailySeries, {from, to, value}: StaleRun): Exclusion {
  const day = dates[from]!;
  return {
    figure: `${id}.${day}`,
    rule: `stands still until ${dates[to]}: its returns left out`,
    value,
    day,
  };
}

/** Faults after which the earlier values belong to another unit or another coin. */
const breaks: ReadonlySet<string> = new Set(["unit-change", "level-jump"]);
