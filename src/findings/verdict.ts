import type {DecouplingFinding, Verdict, WindowResult} from "../model/finding.ts";

/** Level of the tests for a change of dependence. */
export const level = 0.05;

/** Days before each window that it is compared with. */
export const baselineDays = 270;

/** Fewer returns than these in a window or its baseline are not tested. */
export const fewest = {window: 20, baseline: 60};

/**
 * What a test says, falls and rises alike by the p-value that is adjusted for all that was looked
 * at. A tie is as strong as its correlation is far from zero: one that was absent and is inverse
 * now has not loosened.
 */
export function verdictOf(
  adjustedP: number,
  {rho, baselineRho}: {readonly rho: number; readonly baselineRho: number},
): WindowResult["verdict"] {
  if (adjustedP >= level) return "no-change-found";
  return Math.abs(rho) < Math.abs(baselineRho) ? "weakened" : "strengthened";
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

type Moved = Pick<WindowResult, "rho" | "baselineRho" | "cause">;

/**
 * Whose change moved the linear correlation the way that the tie went: the asset's, by its beta and
 * its own volatility together, or that of the benchmark's volatility; whichever did more. Undefined
 * where neither did, since the linear correlation did not go that way.
 */
export function movedBy({rho, baselineRho, cause}: Moved): DecouplingFinding["movedBy"] {
  const way = Math.sign(rho.value - baselineRho.value);
  const asset = way * (cause.beta.value + cause.ownVolatility.value);
  const benchmark = way * cause.benchmarkVolatility.value;
  if (Math.max(asset, benchmark) <= 0) return undefined;
  return asset > benchmark ? "asset" : "benchmark";
}

/** 95 % quantile of the normal distribution. */
const oneSided = 1.645;

/** Whether the asset moves against the benchmark: rho below zero by more than chance gives unrelated series. */
export const isInverse = ({rho, days}: Pick<WindowResult, "rho" | "days">): boolean =>
  rho.value * Math.sqrt(days.value - 1) < -oneSided;

/** A correlation that is so far from 0 or less is near nothing; beyond, a tie has turned round. */
const nearNothing = 0.1;

/**
 * Forbes and Rigobon (2002): a correlation that fell because the benchmark went quiet is no
 * decoupling. Nor is one that turned round, nor a tie against the benchmark that faded.
 */
export const isDecoupled = (leading: Moved & Pick<WindowResult, "verdict" | "days">): boolean =>
  leading.verdict === "weakened" &&
  leading.baselineRho.value > 0 &&
  movedBy(leading) === "asset" &&
  leading.rho.value > -nearNothing;
