import {isAnothersPrice} from "../model/anothersPrice.ts";
import type {AlignedReturns} from "../stats/alignReturns.ts";
import {median} from "../stats/median.ts";
import {spearman} from "../stats/spearman.ts";

/** Days looked at, and the fewest of them that tell. */
const days = 90;
const fewest = 20;

/** A typical daily move, in the median, below which a price is held: a thousandth. */
const peg = 0.001;

/** Rank correlation from which on a coin is the benchmark under another name. */
const twin = 0.99;

/**
 * Why the coin's dependence on the benchmark is no news of its own, or undefined where it may
 * be: by the class that the source gives, otherwise by its last 90 days of returns, of which
 * half stayed within 0.1 % (a peg) or which rank as the benchmark's do (rho of 0.99).
 */
export function standsForAnother(
  kind: string | undefined,
  {x, y}: Pick<AlignedReturns, "x" | "y">,
): string | undefined {
  if (kind !== undefined) return isAnothersPrice(kind) ? kind.replaceAll("_", " ") : undefined;
  const own = y.slice(-days);
  if (own.length < fewest) return undefined;
  if (median(own.map(Math.abs)) < peg) return "pegged";
  const other = x.slice(-days);
  const varies = new Set(own).size > 1 && new Set(other).size > 1;
  return varies && spearman(other, own).rho > twin ? "moves as the benchmark" : undefined;
}
