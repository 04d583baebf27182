import type {Figure} from "../model/figure.ts";
import type {Facts} from "./facts.ts";
import {wayOf} from "./moves.ts";
import {isDay, notable, rarity} from "./news.ts";
import type {Plan} from "./point.ts";
import {type MarketRecord, marketRecord} from "./rare.ts";
import type {Story} from "./story.ts";
import {titleOf} from "./title.ts";

export type FieldHeading = {readonly kind: "market-rare" | "market-usual"};

/** How many of the others went which way on that day, and how far the one in the middle went. */
export interface Breadth {
  readonly kind: "breadth";
  /** All of them went one way, most of them did, or they went both ways. */
  readonly agreement: "all" | "most" | "both-ways";
  /** The way of those that are more. */
  readonly way: "up" | "down";
  readonly coins: Figure<"count">;
  readonly up: Figure<"count">;
  readonly down: Figure<"count">;
  /** Where no title or deck has told it. */
  readonly median?: Figure<"return">;
  /** Undefined for the trailing day. */
  readonly day?: string;
}

/** Between what changes the middle half of them lies, where it went one way. */
export interface MiddleHalf {
  readonly kind: "middle-half";
  readonly way: "up" | "down";
  /** The nearer to zero first. */
  readonly from: Figure<"return">;
  readonly to: Figure<"return">;
}

/** The one of the others that went farthest the way of the coin, or of the market. */
export interface Farthest {
  readonly kind: "farthest";
  readonly way: "up" | "down";
  /** Whether it comes next to the coin, or before it. */
  readonly place: "next" | "first";
  readonly name: string;
  readonly change: Figure<"return">;
}

/** What the benchmark did on that day; told where it moved. */
export interface BenchmarkDay {
  readonly kind: "benchmark-day";
  readonly change: Figure<"return">;
}

/** No earlier days of these coins are on record: how rare the day is cannot be told. */
export interface RarityUntold {
  readonly kind: "rarity-untold";
}

/** Where the coin stands among the others of that day. */
export interface Place {
  readonly kind: "place";
  readonly change: Figure<"return">;
  readonly below: Figure<"count">;
  readonly above: Figure<"count">;
  readonly standing: "last" | "first" | "high" | "low" | "middle";
}

export type FieldSentence =
  | Breadth
  | MiddleHalf
  | Farthest
  | BenchmarkDay
  | RarityUntold
  | Place
  | MarketRecord;

/** Under this share of the others on one side they went both ways. */
const agreed = 0.6;

/** From this share of the others on the coin stands high, or low, among them. */
const high = 0.75;

/** How the other coins fared on the same day, and the coin among them. */
export function fieldPlan(
  facts: Facts,
  story: Story,
): Plan<FieldHeading, FieldSentence, never> | undefined {
  const {field} = facts;
  const {lead} = story;
  if (!field) return undefined;
  const rare = field.market !== undefined && rarity(field.market) >= notable;
  const leads = lead === "market-day";
  return {
    heading: {kind: rare ? "market-rare" : "market-usual"},
    blocks: [
      {
        paragraph: [
          // Title and deck have told how many fell, and how far.
          ...(leads ? middleHalf(field) : [breadth(field, lead)]),
          ...(isDay(lead) ? farthest(field) : []),
          ...(rare && !leads ? marketRecord(facts) : []),
          ...(field.benchmark && field.benchmark.value !== 0
            ? [{kind: "benchmark-day", change: field.benchmark} as const]
            : []),
          ...(field.day ? [] : [{kind: "rarity-untold"} as const]),
          ...(isDay(lead) || isInTitle(facts, story) ? [] : place(facts)),
        ],
      },
    ],
  };
}

function isInTitle(facts: Facts, story: Story): boolean {
  const title = titleOf(facts, story);
  return title.kind === "quiet" && title.beside.by === "others";
}

type Field = NonNullable<Facts["field"]>;

function breadth({coins, up, down, median, day}: Field, lead: Story["lead"]): Breadth {
  const most = Math.max(up.value, down.value) / coins.value;
  return {
    kind: "breadth",
    agreement: most === 1 ? "all" : most < agreed ? "both-ways" : "most",
    way: down.value > up.value ? "down" : "up",
    coins,
    up,
    down,
    // The title has the coin's day beside it.
    ...((lead !== "coin-day" || median.value === 0) && {median}),
    ...(day !== undefined && {day}),
  };
}

function middleHalf({middle: [lower, upper]}: Field): MiddleHalf[] {
  if (lower.value * upper.value <= 0) return [];
  return lower.value < 0
    ? [{kind: "middle-half", way: "down", from: upper, to: lower}]
    : [{kind: "middle-half", way: "up", from: lower, to: upper}];
}

/** Of the others; the coin itself may have gone farther. */
function farthest({own, median, ends}: Field): Farthest[] {
  const way = wayOf(own?.change ?? median);
  const {asset, change} = ends[way === "down" ? "lowest" : "highest"];
  if (wayOf(change) !== way || change.value === 0) return [];
  const beyond = way === "down" ? own?.below : own?.above;
  const place = beyond?.value === 0 ? "next" : "first";
  return [{kind: "farthest", way, place, name: asset.name, change}];
}

export function place({field}: Facts): Place[] {
  if (!field?.own) return [];
  const {change, below, above} = field.own;
  const share = below.value / (below.value + above.value);
  const standing =
    below.value === 0
      ? "last"
      : above.value === 0
        ? "first"
        : share > high
          ? "high"
          : share < 1 - high
            ? "low"
            : "middle";
  return [{kind: "place", change, below, above, standing}];
}
