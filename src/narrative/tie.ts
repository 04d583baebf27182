import type {Figure} from "../model/figure.ts";
import type {DecouplingFinding, WindowResult} from "../model/finding.ts";
import {together} from "./story.ts";

/** From this rank correlation on a tie is close. */
const close = 0.75;

/** Beyond this below zero a coin moves against the benchmark. */
const inverse = -0.15;

/** How tied the coin is, now and before: below zero in one of the two is no following. */
export type Standing = "against" | "none" | "loose" | "middling" | "close";

export function standingOf({rho, baselineRho}: WindowResult): Standing {
  if (Math.max(rho.value, baselineRho.value) < inverse) return "against";
  if (Math.min(rho.value, baselineRho.value) < 0) return "none";
  if (Math.max(rho.value, baselineRho.value) < together) return "loose";
  return Math.min(rho.value, baselineRho.value) >= close ? "close" : "middling";
}

/**
 * Which way a tie went: a correlation below zero is no loose tie, but one the other way, or, where the
 * test does not show that, the end of one.
 */
export type Change = "closer" | "looser" | "ended" | "turned-against" | "less-against";

export function changeOf({leading, inverse}: DecouplingFinding): Change {
  const {verdict, rho, baselineRho} = leading;
  if (verdict === "strengthened") return rho.value < 0 ? "turned-against" : "closer";
  if (inverse) return "turned-against";
  if (baselineRho.value < 0) return "less-against";
  return rho.value < 0 ? "ended" : "looser";
}

/**
 * Whose doing it is (Forbes and Rigobon, 2002): what the benchmark's swings do to every coin is no
 * news of this one. `unseen`: the linear correlation did not go the way of the ranks.
 */
export type Doing = "asset" | "benchmark" | "unseen";

export function doingOf({leading: {rho, baselineRho}, inverse, movedBy}: DecouplingFinding): Doing {
  if (inverse || Math.min(rho.value, baselineRho.value) < 0) return "asset";
  return movedBy ?? "unseen";
}

/** A rank correlation in a window, and in the days before it. */
export interface Rhos {
  readonly days: Figure<"days">;
  readonly baselineDays: Figure<"days">;
  readonly rho: Figure<"correlation">;
  readonly baselineRho: Figure<"correlation">;
}

export const rhosOf = ({days, baselineDays, rho, baselineRho}: WindowResult): Rhos => ({
  days,
  baselineDays,
  rho,
  baselineRho,
});

/**
 * What a changed tie may be called. `loose` where hardly any is left; `ended` where none is, and no
 * decoupling by the rule; `own-swings` where the coin came
 * closer by moving less apart from the benchmark; `no-decoupling`, `no-closer-tie` where the
 * correlation changed by the benchmark's doing.
 */
export type TieNature =
  | "loose"
  | "loosened"
  | "ended"
  | "against"
  | "no-longer-against"
  | "no-decoupling"
  | "own-swings"
  | "closer"
  | "no-closer-tie";

/** Under this rank correlation hardly any tie is left. */
const hardly = 0.2;

/** A part that makes so much of a change made it. */
const madeOf = 0.8;

export function tieNature({leading, decoupled, inverse, movedBy}: DecouplingFinding): TieNature {
  const {rho, baselineRho, verdict, cause} = leading;
  if (decoupled) return rho.value < hardly ? "loose" : "loosened";
  if (inverse || (verdict === "strengthened" && rho.value < 0)) return "against";
  if (baselineRho.value < 0) return "no-longer-against";
  if (verdict === "weakened") return rho.value < 0 ? "ended" : "no-decoupling";
  if (movedBy !== "asset") return "no-closer-tie";
  const all = leading.pearson.value - leading.baselinePearson.value;
  const ownSwings = cause.ownVolatility.value / all;
  return all > 0 && ownSwings >= madeOf ? "own-swings" : "closer";
}
