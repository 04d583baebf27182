import type {Figure} from "../model/figure.ts";
import {type AftermathTold, aftermath} from "./aftermath.ts";
import {type PriceExhibit, priceExhibit} from "./closes.ts";
import {type DayTold, dayTold, isUsualDay, type UsualDay} from "./day.ts";
import {deckOf} from "./deck.ts";
import type {Facts} from "./facts.ts";
import {isSlight, isTold, isUsual, madeByDay, turns, type Way, wayOf} from "./moves.ts";
import {isDay, notable, rarity} from "./news.ts";
import type {Plan} from "./point.ts";
import {type RangeTold, rangeTold} from "./range.ts";
import {isLately, type Precedent, precedent} from "./rare.ts";
import {type SecondOpinion, secondOpinion} from "./secondOpinion.ts";
import {type SpanBeside, type SpansExhibit, spansExhibit, standingOf} from "./spans.ts";
import {type YearPlace, yearPlace} from "./standing.ts";
import type {Story} from "./story.ts";

export type MarketHeading =
  /** A run of a week or a month leads. */
  | {readonly kind: "run-far"; readonly way: Way}
  /** What looks like a run is its last day. */
  | {readonly kind: "one-day-of"; readonly days: Figure<"days">}
  /** How the day stands among its own earlier ones. */
  | {readonly kind: "day-rare"; readonly way: Way; readonly precedent: Precedent}
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

export type MarketSentence =
  | Run
  | DayTold
  | AftermathTold
  | RangeTold
  | SpanBeside
  | YearPlace
  | SecondOpinion;
export type MarketExhibit = PriceExhibit | SpansExhibit;

/** A move of this size within the last days is told from where to where. */
const large = 0.15;

/** A day of this size gives a section its name. */
const named = 0.01;

/** Where the price stands and how it came there. */
export function marketPlan(
  facts: Facts,
  story: Story,
): Plan<MarketHeading, MarketSentence, MarketExhibit> | undefined {
  const {path, standing, exhibits, usual} = parts(facts, story);
  const isTold = path.length + standing.length > 0;
  const paragraphs = [
    // Without a history the two are a sentence each.
    ...(facts.state.past.length > 0 ? [path, standing] : [[...path, ...standing]]),
    isTold || !usual ? [] : [usual],
    secondOpinion(facts),
  ].filter(one => one.length > 0);
  if (paragraphs.length === 0 && exhibits.length === 0) return undefined;
  return {
    heading: heading(facts, story),
    blocks: [
      ...paragraphs.map(paragraph => ({paragraph})),
      ...exhibits.map(exhibit => ({exhibit})),
    ],
  };
}

/** A usual day that the section does not tell. */
export function usualDay(facts: Facts, story: Story): UsualDay | undefined {
  const {path, standing, usual} = parts(facts, story);
  return path.length + standing.length > 0 ? usual : undefined;
}

function parts(facts: Facts, story: Story) {
  const spans = spansExhibit(facts, story);
  const isAbove = deckOf(facts, story).some(({kind}) => kind === "span-beside");
  const day = dayTold(facts, story);
  const after = aftermath(facts);
  const path: MarketSentence[] = [
    ...run(facts, story),
    ...(day && !isUsualDay(day) ? [day] : []),
    ...rangeTold(facts),
    ...(after?.kind === "aftermath" ? [after] : []),
  ];
  return {
    path,
    standing: [...(isAbove ? [] : spans.sentence), ...yearPlace(facts, story)],
    exhibits: [...priceExhibit(facts), ...spans.exhibit],
    usual: day && isUsualDay(day) ? day : undefined,
  };
}

function heading(facts: Facts, {lead}: Story): MarketHeading {
  const {state, records, risk} = facts;
  const {change24h: change, recent} = state;
  if (lead === "week" || lead === "month") {
    const span = records?.spans.find(({window}) => window === (lead === "week" ? 7 : 30));
    if (span) return {kind: "run-far", way: wayOf(span.change)};
  }
  if (lead === "coin-day" && change && !isUsual(risk) && recent && isTold(recent))
    if (recent.days.value > 1 && madeByDay(recent.asset, change))
      return {kind: "one-day-of", days: recent.days};
  if (isDay(lead) && records?.day && rarity(records.day) >= notable && !isLately(records.day))
    return {
      kind: "day-rare",
      way: wayOf(records.day.change),
      precedent: precedent(records.day),
    };
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
function run({state, ruler}: Facts, {lead}: Story): Run[] {
  const {recent, price, change24h} = state;
  if (!recent || !isTold(recent) || lead === "week" || ruler?.code === "usd") return [];
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
