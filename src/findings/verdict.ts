import type {DecouplingFinding, Verdict, WindowResult} from "../model/finding.ts";

/** Level of the tests for a change of dependence. */
export const level = 0.05;

/** Days before each window that it is compared with. */
export const baselineDays = 270;

/** Fewer returns than these in a window or its baseline are not tested. */
export const fewest = {window: 20, baseline: 60};

/** What a test says: by the p-value that decides, which a scan adjusts for all that it looked at. */
export function verdictOf(
  p: number,
  {rho, baselineRho}: {readonly rho: number; readonly baselineRho: number},
): WindowResult["verdict"] {
  if (p >= level) return "no-change-found";
  return rho < baselineRho ? "weakened" : "strengthened";
}

/** A window as far as it is decided by whether it leads. */
export interface Ranked {
  readonly verdict: Verdict;
  readonly p: number;
}

/**
 * The window that a note speaks of first, of those tested, the shortest first: the one with the
 * lowest p of those in which a change was found. Where none was, the middle one, or the one with
 * the lowest p where a scan picked the coin for it. Undefined where none was tested.
 */
export function leadingOf<W extends Ranked>(windows: readonly W[], picked: boolean): W | undefined {
  const changed = windows.filter(({verdict}) => verdict !== "no-change-found");
  if (changed.length === 0 && !picked) return windows[Math.floor(windows.length / 2)];
  const among = changed.length > 0 ? changed : windows;
  return among.toSorted((a, b) => a.p - b.p)[0];
}

/** Forbes and Rigobon (2002): a correlation that fell because the benchmark went quiet is no decoupling. */
export function isDecoupled({verdict, adjustedP, cause}: DecouplingFinding["leading"]): boolean {
  return (
    verdict === "weakened" &&
    adjustedP.value < level &&
    Math.min(cause.beta.value, cause.ownVolatility.value) < 0
  );
}
