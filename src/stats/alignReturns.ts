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
  const shared = x.flatMap(({date, value}) => {
    const other = yByDate.get(date);
    return other === undefined ? [] : [{date, value, other}];
  });
  return {
    dates: shared.map(({date}) => date),
    x: shared.map(({value}) => value),
    y: shared.map(({other}) => other),
  };
}

/** Of aligned returns those of the days from one to another. */
export function returnsBetween(
  {dates, x, y}: AlignedReturns,
  from: string,
  to: string,
): AlignedReturns {
  const inside = dates.map(date => date >= from && date <= to);
  return {
    dates: dates.filter((_, i) => inside[i]),
    x: x.filter((_, i) => inside[i]),
    y: y.filter((_, i) => inside[i]),
  };
}

function requireAscending(returns: readonly DailyReturn[]): void {
  let before = "";
  for (const [i, {date}] of returns.entries()) {
    if (date <= before) throw new RangeError(`alignReturns needs ascending days: ${date} at ${i}`);
    before = date;
  }
}
