import {alignReturns} from "../../src/stats/alignReturns.ts";
import {type DailySeries, logReturns} from "../../src/stats/logReturns.ts";

/** BTC (x) and TAO (y) log returns: the last `days` to 2026-03-18, and the 270 before. */
export function windowsOfBittensor(closes: Map<string, DailySeries>, days: number) {
  const returns = (symbol: string) =>
    logReturns(closes.get(symbol)!).filter(({date}) => date <= "2026-03-18");
  const {x, y} = alignReturns(returns("BTC"), returns("TAO"));
  const start = x.length - days;
  const part = (from: number, to: number) => ({x: x.slice(from, to), y: y.slice(from, to)});
  return {window: part(start, x.length), baseline: part(start - 270, start)};
}
