import {daysBetween, lastDayOver} from "../model/day.ts";
import type {Figure} from "../model/figure.ts";
import type {Rarity} from "../model/finding.ts";
import type {Facts} from "./facts.ts";

/** So few cases are counted; of more only the last is named. */
const few = 5;

/** How a case stands among earlier ones: none was as extreme, a few were, or many with a last one. */
export type Precedent =
  | {readonly rank: "none"; readonly earlier: Figure<"count">; readonly from: string}
  | {
      readonly rank: "few";
      readonly beyond: Figure<"count">;
      readonly earlier: Figure<"count">;
      readonly from: string;
      readonly last: string;
    }
  | {readonly rank: "since"; readonly last: string};

export function precedent({beyond, earlier, from, last}: Rarity): Precedent {
  if (!last) return {rank: "none", earlier, from};
  return beyond.value > few ? {rank: "since", last} : {rank: "few", beyond, earlier, from, last};
}

/** A last case of the same month: that it was the last says nothing. */
const lately = 30;

export const isLately = ({beyond, last}: Rarity): boolean =>
  last !== undefined && beyond.value > few && daysBetween(last, lastDayOver(beyond.asOf)) <= lately;

/** How rare the market's day was, by the median of all coins. */
export interface MarketRecord {
  readonly kind: "market-record";
  readonly way: "up" | "down";
  readonly precedent: Precedent;
}

export function marketRecord({field}: Facts): MarketRecord[] {
  if (!field?.market || isLately(field.market)) return [];
  return [
    {
      kind: "market-record",
      way: field.median.value < 0 ? "down" : "up",
      precedent: precedent(field.market),
    },
  ];
}
