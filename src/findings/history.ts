import {type Calendar, calendarOf} from "../model/calendar.ts";
import {type Day, daysBetween, endOfDay, lastDayOver} from "../model/day.ts";
import type {Abstention, Exclusion} from "../model/finding.ts";
import type {DailySeries, Market} from "../model/market.ts";
import {at} from "../stats/at.ts";
import {type DailyReturn, logReturns} from "../stats/logReturns.ts";
import {isBreak, soundPrints} from "../stats/soundPrints.ts";
import type {StaleRun} from "../stats/staleRuns.ts";

/** The value of one day. */
export interface DayClose {
  readonly day: Day;
  readonly close: number;
}

/** A series day by day. */
export const dayByDay = ({dates, values}: Pick<DailySeries, "dates" | "values">): DayClose[] =>
  dates.flatMap((day, i) => {
    const close = values[i];
    return close === undefined ? [] : [{day, close}];
  });

/** The close of that day, where it is on record. */
export const closeOn = ({days}: History, on: Day): DayClose | undefined =>
  days.find(({day}) => day === on);

/** The same, of a market that rests on that day its last close before. */
export function closeAt(history: History, on: Day): DayClose | undefined {
  const {days, calendar} = history;
  if (!calendar.rests) return closeOn(history, on);
  const last = days.findLast(({day}) => day <= on);
  return last && daysBetween(last.day, on) <= calendar.freshDays ? last : undefined;
}

/** The days of a series that are kept. */
export function keptDays<S extends Pick<DailySeries, "dates" | "values">>(
  series: S,
  keep: (day: Day, index: number) => boolean,
): S {
  const kept = series.dates.map(keep);
  return {
    ...series,
    dates: series.dates.filter((_, i) => kept[i]),
    values: series.values.filter((_, i) => kept[i]),
  };
}

/** Closes that can be trusted, and the returns between them. */
export interface History {
  readonly close: DailySeries;
  /** The same day by day. */
  readonly days: readonly [DayClose, ...DayClose[]];
  readonly last: DayClose;
  readonly returns: readonly DailyReturn[];
  /** The days on which its market closes. */
  readonly calendar: Calendar;
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
  const {dates, values, faults, still, standing} = soundPrints(series);
  const close = {...series, dates, values};
  const exclusions = faults.map(({date, value, kind}) => ({
    figure: `${series.id}.${date}`,
    rule: isBreak(kind) ? `${kind}: earlier values left out` : kind,
    value,
    day: date,
  }));
  const [first, ...later] = dayByDay(close);
  if (!first) return {exclusions, abstention: {about: "history", reason: {kind: "no-history"}}};
  const last = later.at(-1) ?? first;
  const {day} = last;
  const calendar = calendarOf(dates);
  if (daysBetween(day, lastDayOver(market.asOf)) > calendar.freshDays)
    return {exclusions, abstention: {about: "history", reason: {kind: "history-ends", day}}};
  const frozen = still.at(-1);
  if (frozen?.open) {
    const since = at(close.dates, frozen.from);
    return {exclusions, abstention: {about: "history", reason: {kind: "history-ends", day: since}}};
  }
  const returns = logReturns(close, calendar.isNext).filter(({date}) => !standing.has(date));
  return {
    history: {close, days: [first, ...later], last, returns, calendar, asOf: endOfDay(day)},
    exclusions: [...exclusions, ...still.map(run => standstill(close, run))],
  };
}

/** The zero returns of a feed that stands still are no market's: its closes stay, they do not. */
function standstill({id, dates}: DailySeries, {from, to, value}: StaleRun): Exclusion {
  const day = at(dates, from);
  return {
    figure: `${id}.${day}`,
    rule: `stands still until ${dates[to]}: its returns left out`,
    value,
    day,
  };
}
