import {lastDayOver, weekday} from "../model/day.ts";
import type {Figure} from "../model/figure.ts";
import type {LiquidityFinding} from "../model/finding.ts";
import type {Facts} from "./facts.ts";
import {notable, rarity} from "./news.ts";
import type {Plan} from "./point.ts";
import type {Precedent} from "./rare.ts";
import type {Story} from "./story.ts";
import {type Comparison, comparisons, type Side} from "./turnover.ts";

export type LiquidityHeading =
  | {readonly kind: "busiest"; readonly side: Side; readonly precedent: Precedent}
  | {readonly kind: "turned-over-whole"}
  | {readonly kind: "traded-for-size"; readonly side: Side}
  | {readonly kind: "where-traded"}
  | {readonly kind: "changed-hands"};

/** What changed hands, and what part of the coin's market cap that is. */
interface Traded {
  readonly kind: "traded";
  readonly volume: Figure<"USD">;
  readonly turnover: Figure<"ratio">;
  /** Digits that the source's own turnover holds; one where it is ours. */
  readonly digits: 1 | 2;
  /** The cap says that it counts what circulates, or not what it counts. */
  readonly cap: "circulating" | "as-printed";
  readonly amount: "part" | "whole";
}

/** Volume and cap as the source prints them give another turnover than its own. */
interface Rounded {
  readonly kind: "rounded";
  readonly ofShown: Figure<"ratio">;
}

/** That a thin day was one of the weekend. */
interface WeekendDay {
  readonly kind: "weekend-day";
  readonly day: "saturday" | "sunday";
}

/** Much trading, and a price where it was. */
interface TradedInPlace {
  readonly kind: "traded-in-place";
  readonly change: Figure<"return">;
}

/** What the volume means for somebody with an order, where there is little of it. */
interface ThinForOrder {
  readonly kind: "thin-for-order";
  readonly share: Figure<"share">;
  readonly amount: Figure<"USD">;
}

interface Venues extends NonNullable<LiquidityFinding["venues"]> {
  readonly kind: "venues";
  readonly spread: "most-at-one" | "many";
}

/** What became of the coin's own spikes: a row of other figures. */
export interface Fade extends NonNullable<LiquidityFinding["fade"]> {
  readonly kind: "fade";
}

export type LiquiditySentence =
  | Traded
  | Rounded
  | Comparison
  | WeekendDay
  | TradedInPlace
  | ThinForOrder
  | Venues;

/** Under this the price has stood still. */
const still = 0.01;

/** What changed hands and what is unusual in it; nothing where nothing is, or all of it is told. */
export function liquidityPlan(
  facts: Facts,
  {angles}: Story,
): Plan<LiquidityHeading, LiquiditySentence, never> | undefined {
  const {liquidity: found, state} = facts;
  if (!found || !state.volume24h) return undefined;
  const compared = comparisons(found, facts);
  const side = compared[0]?.side;
  // What changed hands stands in the key data; title and summary tell a day that is rare by it.
  const isTold = angles.includes("busy") || angles.includes("thin");
  const fresh = compared.filter(({kind}) => !(isTold && kind === "volume-beside-days"));
  const lesson = side === "more" ? tradedInPlace(facts) : [];
  const whole = found.turnover.value >= 1;
  if (fresh.length + lesson.length === 0 && !found.venues && !state.turnoverOfShown && !whole)
    return undefined;
  return {
    heading: heading(found, facts, fresh[0] ?? compared[0], isTold),
    blocks: [
      {
        paragraph: [
          traded(facts, found, state.volume24h),
          ...(state.turnoverOfShown
            ? [{kind: "rounded", ofShown: state.turnoverOfShown} as const]
            : []),
          ...fresh,
          ...(side === "less" ? [...weekendDay(facts), ...thinForOrder(found, facts)] : []),
          ...lesson,
        ],
      },
      {paragraph: found.venues ? [venues(found.venues)] : []},
    ],
  };
}

function heading(
  {venues: listed, turnover}: LiquidityFinding,
  {records}: Facts,
  first: Comparison | undefined,
  isTold: boolean,
): LiquidityHeading {
  if (!first) return {kind: listed ? "where-traded" : "changed-hands"};
  const {side} = first;
  if (side === "more" && turnover.value >= 1) return {kind: "turned-over-whole"};
  const volume = records?.volume;
  if (first.kind === "volume-beside-days" && !isTold && volume && rarity(volume) >= notable)
    return {kind: "busiest", side, precedent: first.precedent};
  return {kind: "traded-for-size", side};
}

function traded({state}: Facts, {turnover}: LiquidityFinding, volume: Figure<"USD">): Traded {
  return {
    kind: "traded",
    volume,
    turnover,
    digits: state.turnoverOfShown ? 2 : 1,
    cap: state.circulatingSupply ? "circulating" : "as-printed",
    amount: turnover.value >= 1 ? "whole" : "part",
  };
}

function weekendDay({state, asOf}: Facts): WeekendDay[] {
  const day = state.priceIs === "close" ? weekday(lastDayOver(asOf)) : undefined;
  return day === "saturday" || day === "sunday" ? [{kind: "weekend-day", day}] : [];
}

/** For what is pegged a small move of the price can be a large one. */
const tradedInPlace = ({state: {change24h: change}, ruler}: Facts): TradedInPlace[] =>
  !ruler && change && Math.abs(change.value) < still ? [{kind: "traded-in-place", change}] : [];

/** Of a day of much trading. */
export function fadeOf(facts: Facts): Fade[] {
  const {liquidity: found} = facts;
  if (!found?.fade || comparisons(found, facts)[0]?.side !== "more") return [];
  return [{kind: "fade", ...found.fade}];
}

/** A stable coin passes through more hands than any order would. */
const thinForOrder = ({part}: LiquidityFinding, {ruler}: Facts): ThinForOrder[] =>
  ruler ? [] : [{kind: "thin-for-order", ...part}];

const venues = (listed: NonNullable<LiquidityFinding["venues"]>): Venues => ({
  kind: "venues",
  ...listed,
  spread: listed.largestShare.value > 0.5 ? "most-at-one" : "many",
});
