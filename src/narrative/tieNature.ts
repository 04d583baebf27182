import type {DecouplingFinding} from "../model/finding.ts";

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
