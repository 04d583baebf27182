import type {Scan, ScanRow} from "./scan.ts";

/** What a note has to say of the scan that picked its coin. */
export interface PickRecord {
  readonly asOf: string;
  readonly universe: number;
  /** Tests that p is adjusted for. */
  readonly tests: number;
  /** The coin's place, from 1. */
  readonly place: number;
  /** Of the windows that could be tested, the shortest first. */
  readonly rows: {window: number; p: number; adjustedP: number}[];
}

/** The window in which each coin is most newsworthy: rows come sorted. */
export function leadingRows({rows}: Scan): ScanRow[] {
  const seen = new Set<string>();
  return rows.filter(({asset}) => !seen.has(asset) && seen.add(asset));
}

export function pickRecord(scan: Scan, asset: string): PickRecord {
  const own = scan.rows.filter(row => row.asset === asset);
  return {
    asOf: scan.asOf,
    universe: scan.universe,
    tests: scan.rows.filter(({p}) => p !== null).length,
    place: leadingRows(scan).findIndex(row => row.asset === asset) + 1,
    rows: own
      .flatMap(({window, p, adjustedP}) =>
        p === null || adjustedP === null ? [] : [{window, p, adjustedP}],
      )
      .toSorted((a, b) => a.window - b.window),
  };
}
