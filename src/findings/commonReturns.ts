import type {Calendar} from "../model/calendar.ts";
import {everyDay} from "../model/calendar.ts";
import {type AlignedReturns, alignReturns} from "../stats/alignReturns.ts";
import {logReturns} from "../stats/logReturns.ts";
import {type History, keptDays} from "./history.ts";

/** The benchmark's returns (x) and the asset's (y) over the same days. */
export interface CommonReturns extends AlignedReturns {
  readonly calendar: Calendar;
}

/**
 * The returns of both. Where one of the markets rests on some days of the week, both are taken from
 * close to close of the days that both have: what a coin did from Friday to Monday stands beside what
 * a share did.
 */
export function commonReturns(asset: History, benchmark: History): CommonReturns {
  const resting = [asset, benchmark].find(({calendar}) => calendar.rests);
  if (!resting) return {...alignReturns(benchmark.returns, asset.returns), calendar: everyDay};
  const {calendar} = resting;
  const returnsOn = (one: History, other: History) => {
    const days = new Set(other.close.dates);
    const counted = new Set(one.returns.map(({date}) => date));
    return logReturns(
      keptDays(one.close, day => days.has(day)),
      calendar.isNext,
    ).filter(({date}) => counted.has(date));
  };
  return {
    ...alignReturns(returnsOn(benchmark, asset), returnsOn(asset, benchmark)),
    calendar,
  };
}
