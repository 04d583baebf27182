import type {DailyReturn} from "./logReturns.ts";

/** Two return series on the days both have, oldest first. */
export interface AlignedReturns {
  dates: string[];
  x: number[];
  y: number[];
}

/**
 * The days on which both series have a return, with both values. Empty when they
 * share none.
 *
 * @throws RangeError when the days of a series are not ascending
 * @example alignReturns([{date: "2026-01-02", value: 1}, {date: "2026-01-03", value: 2}], [{date: "2026-01-03", value: 3}]) // {"dates": ["2026-01-03"], "x": [2], "y": [3]}
 */
export function alignReturns(x: readonly DailyReturn[], y: readonly DailyReturn[]): AlignedReturns {
  requireAscending(x);
  requireAscending(y);
  const yByDate = new Map(y.map(({date, value}) => [date, value]));
  const shared = x.filter(({date}) => yByDate.has(date));
  return {
    dates: shared.map(({date}) => date),
    x: shared.map(({value}) => value),
    y: shared.map(({date}) => yByDate.get(date)!),
  };
}

function requireAscending(returns: readonly DailyReturn[]): void {
  for (let i = 1; i < returns.length; i++) {
    if (returns[i]!.date <= returns[i - 1]!.date) {
      throw new RangeError(`alignReturns needs ascending days: ${returns[i]!.date} at ${i}`);
    }
  }
}
