import type {ScanList} from "../model/scanList.ts";
import {leadingRows} from "./pick.ts";
import type {Scan} from "./scan.ts";

/** A scan as a list of its coins, the most newsworthy first. */
export function scanListOf(scan: Scan): ScanList {
  return {
    asOf: scan.asOf,
    benchmark: {id: scan.benchmark.id, name: scan.benchmark.name},
    universe: scan.universe,
    tests: scan.rows.filter(({p}) => p !== null).length,
    leftOut: scan.leftOut.length,
    rows: leadingRows(scan).map((row, i) => ({
      rank: i + 1,
      coin: row.asset,
      symbol: row.symbol,
      name: row.name,
      why: row.verdict,
      score: row.newsworthiness,
      figures: {
        days: row.window,
        rho: row.rho,
        baselineRho: row.baselineRho,
        p: row.p,
        adjustedP: row.adjustedP,
        since: row.since,
      },
    })),
  };
}
