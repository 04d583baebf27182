import type {Figure} from "../model/figure.ts";
import type {ProfileFact} from "../model/market.ts";
import type {Facts} from "./facts.ts";
import type {Plan} from "./point.ts";
import {factsOn} from "./profile.ts";
import type {Story} from "./story.ts";

export type WatchHeading = {readonly kind: "to-watch"};

/** What would change this note's mind: each with a day or a level that anybody can look up. */
export type WatchSentence =
  /** Whether a tie that changed stays so. */
  | {
      readonly kind: "tie-holds";
      readonly rho: Figure<"correlation">;
      readonly before: Figure<"correlation">;
    }
  /** An unusual turnover beside what is usual. */
  | {
      readonly kind: "turnover-back";
      readonly side: "above" | "below";
      readonly now: Figure<"ratio">;
      readonly usual: Figure<"ratio">;
      readonly whose: "own" | "large-coins";
    }
  /** A close halfway to the end of the base case, on either side or on the nearer one. */
  | {
      readonly kind: "first-sign";
      readonly nearer: "bear" | "bull" | "neither";
      readonly date: string;
      readonly under: Figure<"USD">;
      readonly over: Figure<"USD">;
    }
  | {
      readonly kind: "base-borders";
      readonly date: string;
      readonly low: Figure<"USD">;
      readonly high: Figure<"USD">;
    }
  /** A dated fact of the profile, word for word. */
  | {readonly kind: "watch-fact"; readonly fact: ProfileFact};

/** A turnover so many times what is usual, or so little of it, is one to watch. */
const unusual = {high: 1.5, low: 0.67};

/** A side whose way is shorter than so much of the other's is the nearer. */
const nearer = 0.75;

export function watchPlan(
  facts: Facts,
  story: Story,
): Plan<WatchHeading, WatchSentence, never> | undefined {
  const items = [
    ...tie(facts),
    ...turnover(facts, story),
    ...closes(facts),
    ...factsOn(["watch"], facts).map(fact => ({kind: "watch-fact", fact}) as const),
  ];
  if (items.length === 0) return undefined;
  return {heading: {kind: "to-watch"}, blocks: [{list: items}]};
}

/** A tie that did not change has no day on which it would. */
function tie({dependence}: Facts): WatchSentence[] {
  if (!dependence || dependence.leading.verdict === "no-change-found") return [];
  const {rho, baselineRho: before} = dependence.leading;
  return [{kind: "tie-holds", rho, before}];
}

function turnover({state, liquidity}: Facts, {sections}: Story): WatchSentence[] {
  const {history, universe} = liquidity ?? {};
  const usual = history?.median ?? universe?.median;
  if (!state.turnover || !usual || !sections.includes("liquidity")) return [];
  const ratio = state.turnover.value / usual.value;
  if (ratio <= unusual.high && ratio >= unusual.low) return [];
  const side = ratio > 1 ? "above" : "below";
  const whose = history ? "own" : "large-coins";
  return [{kind: "turnover-back", side, now: state.turnover, usual, whose}];
}

function closes({cases}: Facts): WatchSentence[] {
  const set = cases?.sets[0];
  if (!set) return [];
  const trigger = (name: "bear" | "bull") => set.cases.find(one => one.name === name)?.trigger;
  const [under, over] = [trigger("bear"), trigger("bull")];
  const {p25: low, p75: high} = set.quantiles;
  if (!under || !over) return [{kind: "base-borders", date: set.date, low, high}];
  const down = Math.log(cases.start.value / low.value);
  const up = Math.log(high.value / cases.start.value);
  const side = down < up * nearer ? "bear" : up < down * nearer ? "bull" : "neither";
  return [{kind: "first-sign", nearer: side, date: set.date, under, over}];
}
