import type {Figure} from "../model/figure.ts";
import type {Facts} from "./facts.ts";
import type {Story} from "./story.ts";

interface OfYear {
  readonly price: Figure<"USD">;
  readonly rank?: Figure<"rank">;
}

/** Where the price lies among the closes of the year: at an end, beyond it, or so far from the nearer. */
export type YearPlace =
  | ({readonly kind: "year-end"; readonly end: "high" | "low"} & OfYear)
  | ({
      readonly kind: "year-beyond";
      readonly end: "high" | "low";
      readonly extreme: Figure<"USD">;
      readonly day: string;
    } & OfYear)
  | ({
      readonly kind: "above-year-low";
      readonly gap: Figure<"return">;
      readonly extreme: Figure<"USD">;
      readonly day: string;
    } & OfYear)
  | ({
      readonly kind: "below-year-high";
      readonly gap: Figure<"drawdown">;
      readonly extreme: Figure<"USD">;
      readonly day: string;
    } & OfYear);

/** The year's range, where closes are on record for it and no record of the price has told more. */
export function yearPlace({state}: Facts, {angles}: Story): YearPlace[] {
  const {yearLow: low, yearHigh: high, aboveYearLow, belowYearHigh, price, rank} = state;
  if (!low || !high || state.closes.length === 0) return [];
  if (angles.includes("high") || angles.includes("low")) return [];
  const of = {price, ...(rank && {rank})};
  if (price.value === high.figure.value) return [{kind: "year-end", end: "high", ...of}];
  if (price.value === low.figure.value) return [{kind: "year-end", end: "low", ...of}];
  const [highest, lowest] = [high, low].map(({figure, day}) => ({extreme: figure, day}));
  if (!belowYearHigh) return [{kind: "year-beyond", end: "high", ...highest!, ...of}];
  if (!aboveYearLow) return [{kind: "year-beyond", end: "low", ...lowest!, ...of}];
  return aboveYearLow.value < belowYearHigh.value
    ? [{kind: "above-year-low", gap: aboveYearLow, ...lowest!, ...of}]
    : [{kind: "below-year-high", gap: belowYearHigh, ...highest!, ...of}];
}

/** How large it is, and how much of it there can still be. */
export type SizeTold =
  | {readonly kind: "cap-rank"; readonly cap: Figure<"USD">; readonly rank: Figure<"rank">}
  | {readonly kind: "supply-open"; readonly circulating: Figure<"tokens">}
  | {readonly kind: "supply-full"; readonly max: Figure<"tokens">}
  | {
      readonly kind: "supply-part";
      readonly circulating: Figure<"tokens">;
      readonly max: Figure<"tokens">;
      readonly issued: Figure<"share">;
      /** What all of it would be worth at this price. */
      readonly diluted?: Figure<"USD">;
    };

/** From this share on nearly all of it circulates. */
const nearlyAll = 0.995;

export function size({state}: Facts): SizeTold[] {
  const {rank, marketCap: cap, circulatingSupply: circulating, maxSupply: max, issued} = state;
  const {fullyDilutedValuation: diluted} = state;
  const placed = state.yearLow && state.yearHigh && state.closes.length > 0;
  const capRank = rank && cap && !placed ? [{kind: "cap-rank", cap, rank} as const] : [];
  if (!circulating) return capRank;
  if (!max || !issued) return [...capRank, {kind: "supply-open", circulating}];
  if (issued.value > nearlyAll) return [...capRank, {kind: "supply-full", max}];
  return [...capRank, {kind: "supply-part", circulating, max, issued, ...(diluted && {diluted})}];
}
