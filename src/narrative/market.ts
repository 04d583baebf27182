import type {Figure} from "../model/figure.ts";
import {type AftermathTold, aftermath} from "./aftermath.ts";
import {type PriceExhibit, priceExhibit} from "./closes.ts";
import type {Facts} from "./facts.ts";
import {isSlight, isTold, isUsual, madeByDay, turns, type Way, wayOf} from "./moves.ts";
import type {Plan} from "./point.ts";
import {type RangeTold, rangeTold} from "./range.ts";
import {type SecondOpinion, secondOpinion} from "./secondOpinion.ts";
import {type SpanBeside, type SpansExhibit, spansExhibit, standingOf} from "./spans.ts";
import {type SizeTold, size, type YearPlace, yearPlace} from "./standing.ts";
import type {Story} from "./story.ts";

export type MarketHeading =
  /** A run of a week or a month leads. */
  | {readonly kind: "run-far"; readonly way: Way}
  /** What looks like a run is its last day. */
  | {readonly kind: "one-day-of"; readonly days: Figure<"days">}
  | {readonly kind: "large-day"; readonly way: Way}
  | {readonly kind: "new-level"; readonly end: "high" | "low"}
  /** The day went against the run that it ends. */
  | {readonly kind: "against-run"; readonly way: Way; readonly from: string}
  | {readonly kind: "spans-agree"; readonly standing: "ahead" | "behind"}
  | {readonly kind: "plain-day"; readonly way: Way}
  | {readonly kind: "where-it-stands"};

/** The move from the turning point of the last days. */
export interface Run {
  readonly kind: "run";
  readonly way: Way;
  /** A large one is told as from where to where, another by its size. */
  readonly size: "large" | "modest";
  readonly days: Figure<"days">;
  readonly from: string;
  readonly start: Figure<"USD">;
  readonly price: Figure<"USD">;
  readonly change: Figure<"return">;
  readonly benchmark?: Figure<"return">;
}

/** The newest day by the coin's own measure. */
export type DayTold =
  | {readonly kind: "day-flat"}
  | {readonly kind: "day-alone"; readonly change: Figure<"return">}
  /** On most days of the year it moved as much. */
  | {
      readonly kind: "day-common";
      readonly weight: "slight" | "common";
      readonly change: Figure<"return">;
      readonly days: Figure<"count">;
      readonly larger: Figure<"count">;
    }
  | {
      readonly kind: "day-usual" | "day-large";
      readonly change: Figure<"return">;
      readonly usual: Figure<"volatility">;
      readonly days: Figure<"days">;
      readonly deviations: Figure<"z-score">;
    };

export type MarketSentence =
  | Run
  | DayTold
  | AftermathTold
  | RangeTold
  | SpanBeside
  | YearPlace
  | SizeTold
  | SecondOpinion;
export type MarketExhibit = PriceExhibit | SpansExhibit;

/** A move of this size within the last days is told from where to where. */
const large = 0.15;

/** Under so many standard deviations the share of days that moved as much says more. */
const middling = 0.75;

/** A day of this size gives a section its name. */
const named = 0.01;

/** Where the price stands, how it came there, and of what size the coin is. */
export function marketPlan(
  facts: Facts,
  story: Story,
): Plan<MarketHeading, MarketSentence, MarketExhibit> | undefined {
  const spans = spansExhibit(facts, story);
  const path = [
    ...run(facts, story),
    ...day(facts, story),
    ...rangeTold(facts),
    ...aftermath(facts),
  ];
  const standing = [...spans.sentence, ...yearPlace(facts, story), ...size(facts)];
  const paragraphs = [
    // Without a history the two are a sentence each.
    ...(facts.state.past.length > 0 ? [path, standing] : [[...path, ...standing]]),
    secondOpinion(facts),
  ].filter(one => one.length > 0);
  const exhibits = [...priceExhibit(facts), ...spans.exhibit];
  if (paragraphs.length === 0 && exhibits.length === 0) return undefined;
  return {
    heading: heading(facts, story),
    blocks: [
      ...paragraphs.map(paragraph => ({paragraph})),
      ...exhibits.map(exhibit => ({exhibit})),
    ],
  };
}

function heading(facts: Facts, {lead}: Story): MarketHeading {
  const {state, records, risk} = facts;
  const {change24h: change, recent} = state;
  if (lead === "week" || lead === "month") {
    const span = records?.spans.find(({window}) => window === (lead === "week" ? 7 : 30));
    if (span) return {kind: "run-far", way: wayOf(span.change)};
  }
  if (lead === "coin-day" && change && !isUsual(risk))
    return recent && isTold(recent) && recent.days.value > 1 && madeByDay(recent.asset, change)
      ? {kind: "one-day-of", days: recent.days}
      : {kind: "large-day", way: wayOf(change)};
  if (lead === "high" || lead === "low") return {kind: "new-level", end: lead};
  if (lead !== "quiet" && change && Math.abs(change.value) >= named && !isSlight(records, risk)) {
    const way = wayOf(change);
    return recent && isTold(recent) && turns(recent, change)
      ? {kind: "against-run", way, from: recent.from}
      : {kind: "plain-day", way};
  }
  const standing = standingOf(facts);
  return standing === "ahead" || standing === "behind"
    ? {kind: "spans-agree", standing}
    : {kind: "where-it-stands"};
}

/** The move of the last days, where it is worth a sentence and neither the day's nor the title's. */
function run({state}: Facts, {lead}: Story): Run[] {
  const {recent, price, change24h} = state;
  if (!recent || !isTold(recent) || lead === "week") return [];
  if (recent.days.value <= 1 || (change24h && madeByDay(recent.asset, change24h))) return [];
  return [
    {
      kind: "run",
      way: wayOf(recent.asset),
      size: Math.abs(recent.asset.value) >= large ? "large" : "modest",
      days: recent.days,
      from: recent.from,
      start: recent.start,
      price,
      change: recent.asset,
      ...(recent.benchmark && {benchmark: recent.benchmark.change}),
    },
  ];
}

/** The newest day, by what it had been used to; a quiet note has told it. */
function day({state: {change24h: change}, risk, records}: Facts, {lead}: Story): DayTold[] {
  if (!change || lead === "quiet") return [];
  if (change.value === 0) return [{kind: "day-flat"}];
  if (!risk?.day) return [{kind: "day-alone", change}];
  const {usual, days, deviations} = risk.day;
  const slight = isSlight(records, risk);
  if (records?.still && (slight || deviations.value < middling)) {
    const weight = slight ? "slight" : "common";
    return [{kind: "day-common", weight, change, ...records.still}];
  }
  // The title has told a day that leads, and the deck how rare it is.
  if (lead === "coin-day" || lead === "market-day") return [];
  return [{kind: isUsual(risk) ? "day-usual" : "day-large", change, usual, days, deviations}];
}
