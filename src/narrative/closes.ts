import type {ChartBody} from "../model/article.ts";
import {endOfDay} from "../model/day.ts";
import {closeSources, priceBody, recentCloses} from "./charts.ts";
import type {Facts} from "./facts.ts";

/** The closes of the last quarter, drawn. */
export interface PriceExhibit {
  readonly kind: "price-chart";
  /** What a reader sees in it: the last step is the largest of all, or where the last close lies. */
  readonly seen: "largest-step" | "highest" | "lowest" | "higher" | "lower";
  readonly from: string;
  readonly to: string;
  readonly trend: "higher" | "lower";
  /** Volume below the closes, or none on record. */
  readonly volume: "drawn" | "none";
  /** The price is of the last close, or newer. */
  readonly newest: "close" | "later";
  readonly sources: readonly string[];
  /** The drawing, which waits for its words. */
  readonly draw: (words: Parameters<typeof priceBody>[1]) => ChartBody;
}

export function priceExhibit(facts: Facts): PriceExhibit[] {
  const days = recentCloses(facts);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || days.length < 2) return [];
  const withVolume = days.some(({volume}) => volume !== undefined);
  const trend = last.close >= first.close ? "higher" : "lower";
  return [
    {
      kind: "price-chart",
      seen: seenIn(days.map(({close}) => close)) ?? trend,
      from: first.date,
      to: last.date,
      trend,
      volume: withVolume ? "drawn" : "none",
      newest: endOfDay(last.date) < facts.state.price.asOf ? "later" : "close",
      sources: closeSources(facts, withVolume),
      draw: words => priceBody(facts, words),
    },
  ];
}

function seenIn(closes: readonly number[]): PriceExhibit["seen"] | undefined {
  const steps = closes.slice(1).map((close, i) => Math.abs(Math.log(close / closes[i]!)));
  const last = closes.at(-1)!;
  if (steps.length > 1 && steps.slice(0, -1).every(step => step < steps.at(-1)!))
    return "largest-step";
  const others = closes.slice(0, -1);
  if (others.every(close => close < last)) return "highest";
  return others.every(close => close > last) ? "lowest" : undefined;
}
