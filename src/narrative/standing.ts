import type {Figure} from "../model/figure.ts";
import type {Dated} from "../model/finding.ts";
import type {Facts} from "./facts.ts";
import type {Story} from "./story.ts";

type End = "high" | "low";

/** The price at an end of the year's closes, or beyond it: that is news of a kind. */
export type YearPlace =
  | {readonly kind: "year-end"; readonly end: End; readonly price: Figure<"USD">}
  | {
      readonly kind: "year-beyond";
      readonly end: End;
      readonly price: Figure<"USD">;
      readonly extreme: Figure<"USD">;
      readonly day: string;
    };

/** Between the ends: how far from the nearer one, which is a row of other figures. */
export type YearDistance = {readonly extreme: Figure<"USD">; readonly day: string} & (
  | {readonly kind: "below-year-high"; readonly gap: Figure<"drawdown">}
  | {readonly kind: "above-year-low"; readonly gap: Figure<"return">}
);

/** Told where closes are on record for a year and no record of the price has told more. */
export function yearPlace(facts: Facts, story: Story): YearPlace[] {
  const ends = endsOf(facts);
  if (!ends || story.angles.includes("high") || story.angles.includes("low")) return [];
  if (facts.ruler?.code === "usd") return [];
  const {price, high, low, belowHigh, aboveLow} = ends;
  if (price.value === high.figure.value) return [{kind: "year-end", end: "high", price}];
  if (price.value === low.figure.value) return [{kind: "year-end", end: "low", price}];
  const [end, beyond] = !belowHigh
    ? (["high", high] as const)
    : !aboveLow
      ? (["low", low] as const)
      : [];
  if (!end || !beyond) return [];
  return [{kind: "year-beyond", end, price, extreme: beyond.figure, day: beyond.day}];
}

export function yearDistance(facts: Facts): YearDistance[] {
  const ends = endsOf(facts);
  const {belowHigh, aboveLow} = ends ?? {};
  if (!ends || !belowHigh || !aboveLow || belowHigh.value === 0 || aboveLow.value === 0) return [];
  const at = ({figure: extreme, day}: Dated<Figure<"USD">>) => ({extreme, day});
  return aboveLow.value < belowHigh.value
    ? [{kind: "above-year-low", gap: aboveLow, ...at(ends.low)}]
    : [{kind: "below-year-high", gap: belowHigh, ...at(ends.high)}];
}

function endsOf({state}: Facts) {
  const {yearLow: low, yearHigh: high, price, closes} = state;
  if (!low || !high || closes.length === 0) return undefined;
  return {price, low, high, belowHigh: state.belowYearHigh, aboveLow: state.aboveYearLow};
}
