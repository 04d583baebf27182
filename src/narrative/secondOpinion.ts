import type {Figure} from "../model/figure.ts";
import type {Facts} from "./facts.ts";

type Two<U extends "USD" | "return"> = readonly [Figure<U>, Figure<U>];

/** How two answers of the same hour differ; the note follows the first of each two. */
export interface SecondOpinion {
  readonly kind: "second-opinion";
  readonly differs: readonly (
    | {readonly on: "price"; readonly gap: Figure<"difference">; readonly both: Two<"USD">}
    | {readonly on: "change24h"; readonly both: Two<"return">}
    | {readonly on: "volume24h"; readonly both: Two<"USD">}
  )[];
}

type Differs = SecondOpinion["differs"];

export function secondOpinion({state}: Facts): SecondOpinion[] {
  const differs = state.secondOpinion?.differs.flatMap(on => differing(on, state)) ?? [];
  return differs.length > 0 ? [{kind: "second-opinion", differs}] : [];
}

function differing(
  on: Differs[number]["on"],
  {secondOpinion: other, change24h, price, volume24h}: Facts["state"],
): Differs {
  if (!other) return [];
  switch (on) {
    case "price":
      return [{on, gap: other.gap, both: [price, other.price]}];
    case "change24h":
      return change24h && other.change24h ? [{on, both: [change24h, other.change24h]}] : [];
    case "volume24h":
      return volume24h && other.volume24h ? [{on, both: [volume24h, other.volume24h]}] : [];
  }
}
