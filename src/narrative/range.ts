import type {Figure} from "../model/figure.ts";
import type {CategoryChange, RangeFinding} from "../model/finding.ts";
import type {Facts} from "./facts.ts";
import {notable, rarity} from "./news.ts";
import {type Precedent, precedent} from "./rare.ts";

/** The price ended a wide day at one end of it. */
interface AtEnd {
  readonly kind: "range-end";
  readonly of: RangeFinding["of"];
  readonly end: "high" | "low";
  readonly extreme: Figure<"USD">;
  /** How far from it; nothing where the two are one. */
  readonly gap?: Figure<"return">;
  readonly width: Figure<"return">;
}

/** It went far below, or above, both where the day began and where it ended. */
interface CameBack {
  readonly kind: "range-back";
  readonly of: RangeFinding["of"];
  readonly side: "below" | "above";
  readonly extreme: Figure<"USD">;
  readonly from: "start" | "price";
  readonly gap: Figure<"return">;
}

/** From low to high it was a narrow day, or a wide one, as few of the year were. */
interface RareWidth {
  readonly kind: "range-rare";
  readonly extent: "narrow" | "wide";
  readonly width: Figure<"return">;
  readonly median: Figure<"return">;
  readonly days: Figure<"count">;
  readonly precedent: Precedent;
}

export type RangeTold = AtEnd | CameBack | RareWidth;

export interface RangeRow {
  readonly kind: "range";
  readonly of: RangeFinding["of"];
  readonly low: Figure<"USD">;
  readonly high: Figure<"USD">;
  readonly width: Figure<"return">;
  readonly usual?: {readonly median: Figure<"return">; readonly days: Figure<"count">};
}

export type CategoryRow =
  /** A category of the coin's own. */
  | {
      readonly kind: "category-own";
      readonly category: CategoryChange;
      readonly listed: Figure<"count">;
      readonly source: string;
    }
  /** The list, of which nobody says whether the coin is in one. */
  | {
      readonly kind: "categories-listed";
      readonly listed: Figure<"count">;
      readonly first: CategoryChange;
      readonly last: CategoryChange;
      readonly source: string;
    };

/** In standard deviations of a day: so much from low to high is a wide day, and so far out and back is far. */
const wide = 2;
const far = 1.5;

/** So small a part of the range lies between the price and its end. */
const near = 0.05;

/** What the day's low and high tell that its change does not; nothing on most days. */
export function rangeTold({range, risk}: Facts): RangeTold[] {
  if (!range) return [];
  const usual = risk?.day?.usual.value;
  return [
    ...(usual === undefined ? [] : [...cameBack(range, usual), ...atEnd(range, usual)]),
    ...rareWidth(range),
  ].slice(0, 1);
}

function cameBack({of, low, high, dip, peak}: RangeFinding, usual: number): CameBack[] {
  const [down, up] = [-Math.log1p(dip.figure.value), Math.log1p(peak.figure.value)];
  if (Math.max(down, up) < far * usual) return [];
  return down >= up
    ? [{kind: "range-back", of, side: "below", extreme: low, from: dip.from, gap: dip.figure}]
    : [{kind: "range-back", of, side: "above", extreme: high, from: peak.from, gap: peak.figure}];
}

function atEnd(range: RangeFinding, usual: number): AtEnd[] {
  const {of, low, high, width, aboveLow, belowHigh} = range;
  const whole = Math.log1p(width.value);
  const place = Math.log1p(aboveLow.value) / whole;
  if (whole < wide * usual || (place > near && place < 1 - near)) return [];
  const [end, extreme, gap] =
    place <= near ? (["low", low, aboveLow] as const) : (["high", high, belowHigh] as const);
  return [{kind: "range-end", of, end, extreme, ...(gap.value !== 0 && {gap}), width}];
}

function rareWidth({usual, width}: RangeFinding): RareWidth[] {
  if (!usual || rarity(usual) < notable) return [];
  const {end, median, earlier} = usual;
  const extent = end === "high" ? "wide" : "narrow";
  return [{kind: "range-rare", extent, width, median, days: earlier, precedent: precedent(usual)}];
}

/** What no sentence tells. */
export function rangeRow(facts: Facts): RangeRow[] {
  const {range} = facts;
  if (!range || rangeTold(facts).length > 0) return [];
  const {of, low, high, width, usual} = range;
  const beside = usual && {median: usual.median, days: usual.earlier};
  return [{kind: "range", of, low, high, width, ...(beside && {usual: beside})}];
}

export function trendingRows({trending}: Facts): CategoryRow[] {
  if (!trending) return [];
  const {own, all, listed, source} = trending;
  if (own.length > 0)
    return own.map(category => ({kind: "category-own", category, listed, source}));
  const [first, ...others] = all.toSorted((a, b) => b.change.value - a.change.value);
  const last = others.at(-1);
  return first && last ? [{kind: "categories-listed", listed, first, last, source}] : [];
}
