import {leadingOf} from "../findings/verdict.ts";
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

/** Of each coin the window that a note on it would lead with, the most newsworthy first. */
export function leadingRows({rows}: Scan): ScanRow[] {
  const leading = new Set([...Map.groupBy(rows, ({asset}) => asset).values()].map(leadingRow));
  return rows.filter(row => leading.has(row));
}

/** Untested windows have nothing to lead with; where all are, any stands for the coin. */
function leadingRow(rows: readonly ScanRow[]): ScanRow | undefined {
  const tested = rows
    .flatMap(row => (row.p === null ? [] : [{row, verdict: row.verdict, p: row.p}]))
    .toSorted((a, b) => a.row.window - b.row.window);
  return leadingOf(tested, true)?.row ?? rows[0];
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
