import type {Run} from "../../api/shapes.ts";

/** `GET /api/scans` has them without their lists. */
export interface Scan {
  readonly run: string;
  readonly schedule?: string;
  readonly nominal: string;
  readonly by: string;
  readonly state: Exclude<Run["state"], "skipped">;
  readonly outcome?: string;
  readonly reason?: string;
  readonly list?: ScanList;
}

export interface ScanList {
  readonly asOf: string;
  readonly universe: number;
  readonly tests: number;
  readonly leftOut: number;
  readonly rows: readonly ScanRow[];
}

export interface ScanRow {
  readonly rank: number;
  readonly coin: string;
  readonly symbol: string;
  readonly why: "weakened" | "strengthened" | "no-change-found" | "not-enough-data";
  readonly score: number;
  readonly figures: {
    readonly days: number;
    readonly rho: number | null;
    readonly baselineRho: number | null;
    readonly p: number | null;
    readonly adjustedP: number | null;
    readonly since: string | null;
  };
}
