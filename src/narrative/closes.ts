import type {ChartBody} from "../model/article.ts";
import {endOfDay} from "../model/day.ts";
import {closeSources, priceBody, recentCloses} from "./charts.ts";
import type {Facts} from "./facts.ts";

/** The closes of the last quarter, drawn. */
export interface PriceExhibit {
  readonly kind: "price-chart";
  readonly seen: SeenInCloses;
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

/** What a reader sees in it: the last close at an end of them, or how far from the farther end it has come. */
export type SeenInCloses =
  | {readonly at: "highest" | "lowest"}
  | {readonly at: "down-from" | "up-from"; readonly day: string};

export function priceExhibit(facts: Facts): PriceExhibit[] {
  const days = recentCloses(facts);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || days.length < 2) return [];
  const withVolume = days.some(({volume}) => volume !== undefined);
  const trend = last.close >= first.close ? "higher" : "lower";
  return [
    {
      kind: "price-chart",
      seen: seenIn(days),
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

function seenIn(days: ReturnType<typeof recentCloses>): SeenInCloses {
  const last = days.at(-1)!;
  const byClose = days.toSorted((a, b) => a.close - b.close);
  const [low, high] = [byClose[0]!, byClose.at(-1)!];
  if (high.close === last.close) return {at: "highest"};
  if (low.close === last.close) return {at: "lowest"};
  return high.close / last.close > last.close / low.close
    ? {at: "down-from", day: high.date}
    : {at: "up-from", day: low.date};
}
