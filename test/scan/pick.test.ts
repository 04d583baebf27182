import {expect, test} from "vitest";
import type {Verdict} from "../../src/model/finding.ts";
import {leadingRows, pickRecord} from "../../src/scan/pick.ts";
import type {Scan, ScanRow} from "../../src/scan/scan.ts";

const row = (
  asset: string,
  window: 30 | 60 | 90,
  verdict: Verdict,
  p: number | null,
  newsworthiness: number,
): ScanRow => ({
  ...{asset, symbol: asset.toUpperCase(), name: asset, window, verdict, p, newsworthiness},
  adjustedP: p === null ? null : Math.min(1, 2 * p),
  ...{rho: p, baselineRho: p, since: null},
});

/** Rows as a scan has them: the most newsworthy first. */
const scan = (rows: readonly ScanRow[]): Scan => ({
  asOf: "2026-03-20T02:00:00Z",
  universe: 3,
  windows: [30, 60, 90],
  rows: rows.toSorted((a, b) => b.newsworthiness - a.newsworthiness),
  benchmark: {id: "bitcoin", symbol: "BTC", name: "Bitcoin"},
  leftOut: [],
  faults: new Map(),
});

const found = scan([
  row("often", 30, "no-change-found", 0.06, 1.1),
  row("often", 60, "weakened", 0.001, 0.9),
  row("often", 90, "no-change-found", 0.2, 0.1),
  row("rare", 30, "weakened", 0.02, 1),
  row("rare", 60, "no-change-found", null, 0),
  row("young", 30, "not-enough-data", null, 0),
]);

test("a coin is listed in the window that a note on it leads with, the most newsworthy first", () => {
  expect(leadingRows(found).map(({asset, window}) => [asset, window])).toEqual([
    ["rare", 30],
    ["often", 60],
    ["young", 30],
  ]);
});

test("a note is told of the scan that picked its coin, with the windows that were tested", () => {
  expect(pickRecord(found, "often")).toEqual({
    asOf: "2026-03-20T02:00:00Z",
    universe: 3,
    tests: 4,
    place: 2,
    rows: [
      {window: 30, p: 0.06, adjustedP: 0.12},
      {window: 60, p: 0.001, adjustedP: 0.002},
      {window: 90, p: 0.2, adjustedP: 0.4},
    ],
  });
  expect(pickRecord(found, "rare").rows).toHaveLength(1);
});
