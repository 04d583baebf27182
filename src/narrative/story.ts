import type {Figure} from "../model/figure.ts";
import type {SinceFinding} from "../model/finding.ts";
import type {Facts} from "./facts.ts";
import {isThatDay} from "./moves.ts";
import {isDay, isDependence, leadOf, type News, type NewsKind, newsOf, notable} from "./news.ts";

/**
 * What a note tells in its summary: its news, most newsworthy first, then what a reader looks for on
 * any day, in one order.
 *
 * - `quiet`: nothing that could be news is
 * - `tie`: no change was found in the dependence
 * - `unit`: up in dollars and down in coins, or the other way round
 * - `ahead`, `behind`: did better or worse than the benchmark over every span looked at
 * - `case-missed`: the price lies, or its deciding close lay, outside the base range of an earlier note
 * - `fallen`: far below its highest close
 * - `outlook`: what could come; `lacking`: what the data do not hold
 */
export type AngleKind =
  | NewsKind
  | "quiet"
  | "tie"
  | "unit"
  | "ahead"
  | "behind"
  | "case-missed"
  | "fallen"
  | "outlook"
  | "lacking";

/** The parts of a note that find their place by weight. */
export type BodySection =
  | "market"
  | "field"
  | "ruler"
  | "cohort"
  | "dependence"
  | "liquidity"
  | "currencies"
  | "peers"
  | "risk"
  | "since";

/** The parts that follow in one order. */
export type ClosingSection =
  | "rest"
  | "economics"
  | "thesis"
  | "cases"
  | "watch"
  | "unknown"
  | "method"
  | "disclosures";

export type SectionName = BodySection | ClosingSection;

/** What leads, what follows, and in which order: the same in every language. */
export interface Story {
  readonly lead: NewsKind | "quiet";
  /** Score of what leads; 0 where nothing does. */
  readonly newsworthiness: number;
  /** All that is worth a point of the summary, the lead first. */
  readonly angles: readonly AngleKind[];
  readonly sections: readonly SectionName[];
}

/** From this rank correlation on one speaks of moving together. */
export const together = 0.4;

/** Below its highest close. */
const farBelow = 0.8;

export function storyOf(facts: Facts): Story {
  const news = newsOf(facts);
  const lead = leadOf(news, facts) ?? "quiet";
  const told = news.filter(({kind, score}) => isDependence(kind) || score >= notable);
  const angles: AngleKind[] = [lead, ...told.map(({kind}) => kind), ...standing(facts)];
  return {
    lead,
    newsworthiness: news.find(({kind}) => kind === lead)?.score ?? 0,
    angles: [...new Set(angles)],
    sections:
      lead === "quiet" && isKnown(facts)
        ? quietSections
        : [...bodyInOrder(lead, news).filter(name => isTold(name, lead, news, facts)), ...closing],
  };
}

/** Without a past, or others beside it, a day cannot be called quiet. */
const isKnown = ({records, field}: Facts) => records?.day !== undefined || field !== undefined;

const home: Readonly<Record<NewsKind, BodySection>> = {
  peg: "ruler",
  "ruler-day": "ruler",
  "coin-day": "market",
  "market-day": "field",
  cohort: "cohort",
  week: "market",
  month: "market",
  high: "market",
  low: "market",
  busy: "liquidity",
  thin: "liquidity",
  decoupled: "dependence",
  looser: "dependence",
  closer: "dependence",
  livelier: "risk",
  calmer: "risk",
  "turnover-high": "liquidity",
  "turnover-low": "liquidity",
  leads: "peers",
  lags: "peers",
};

/** The order of sections about which there is no news. */
const body: readonly BodySection[] = [
  "ruler",
  "cohort",
  "market",
  "field",
  "since",
  "dependence",
  "liquidity",
  "currencies",
  "peers",
  "risk",
];

const closing: readonly ClosingSection[] = [
  "rest",
  "economics",
  "thesis",
  "cases",
  "watch",
  "unknown",
  "method",
  "disclosures",
];

/** Of a day on which nothing happened there is little to say. */
const quietSections: readonly SectionName[] = [
  "market",
  "field",
  "since",
  "dependence",
  "unknown",
  "method",
  "disclosures",
];

/** What leads comes first, then by the rarest fact of each; the others stand beside the coin's day. */
function bodyInOrder(lead: Story["lead"], news: readonly News[]): BodySection[] {
  const score = (section: BodySection) =>
    Math.max(
      0,
      ...news
        .filter(one => home[one.kind] === section && one.score >= notable)
        .map(one => (one.kind === lead ? Number.POSITIVE_INFINITY : one.score)),
    );
  const first = lead === "quiet" ? "market" : home[lead];
  const second: BodySection | undefined =
    lead === "coin-day" ? "field" : lead === "market-day" ? "market" : undefined;
  const others = body
    .filter(section => section !== first && section !== second)
    .toSorted((a, b) => score(b) - score(a));
  return [first, ...(second ? [second] : []), ...others];
}

/**
 * A section is there for news of its own, or because the lead is not to be believed without it.
 * What is no news is a row of the rest.
 */
function isTold(
  name: BodySection,
  lead: Story["lead"],
  news: readonly News[],
  {dependence, risk, outliers, table}: Facts,
): boolean {
  // Of data without a past the day is all that there is.
  if (!dependence && !risk) return true;
  if (news.some(one => home[one.kind] === name && (one.kind === lead || one.score >= notable)))
    return true;
  switch (name) {
    case "market":
    case "ruler":
    case "cohort":
    case "since":
      return true;
    case "field":
      return isDay(lead);
    case "dependence":
      return dependence !== undefined && (dependence.picked !== undefined || isChanged(dependence));
    case "currencies":
      return (outliers?.excluded.length ?? 0) > 0 || (table !== undefined && isTurned(table));
    case "liquidity":
    case "peers":
    case "risk":
      return false;
  }
}

const isChanged = ({leading}: NonNullable<Facts["dependence"]>) =>
  leading.verdict !== "no-change-found";

/** What a reader looks for on any day. */
function standing(facts: Facts): AngleKind[] {
  const {dependence, since, risk, cases, ruler} = facts;
  if (ruler?.code === "usd") return [];
  return [
    ...(dependence?.leading.verdict === "no-change-found" ? ["tie" as const] : []),
    ...ofQuotes(facts),
    ...(since && missed(since).length > 0 ? ["case-missed" as const] : []),
    ...ofPast(facts),
    ...((risk?.fromPeak?.value ?? 0) >= farBelow ? ["fallen" as const] : []),
    ...(cases ? ["outlook" as const] : []),
    ...(lacks(facts) ? ["lacking" as const] : []),
  ];
}

/** An earlier note's base range that the price has left. */
export const missed = ({cases}: SinceFinding) => cases.filter(one => one.in !== "base");

/** Beside the benchmark, over all spans at once. */
function ofPast({state: {past, change24h: day}}: Facts): AngleKind[] {
  if (day && isThatDay(past, day)) return [];
  const gaps = past.flatMap(({asset, benchmark}) =>
    benchmark ? [asset.value - benchmark.change.value] : [],
  );
  if (gaps.length < 3) return [];
  if (gaps.every(gap => gap > 0)) return ["ahead"];
  return gaps.every(gap => gap < 0) ? ["behind"] : [];
}

const ofQuotes = ({table}: Facts): AngleKind[] => (table && isTurned(table) ? ["unit"] : []);

function isTurned({classes, dollars}: NonNullable<Facts["table"]>): boolean {
  const coins = classes.find(one => one.class === "crypto")?.median;
  return coins !== undefined && turns(coins, dollars);
}

/** Up in dollars and down in coins, or the other way round, by more than rounding. */
export const turns = (coins: Figure<"return">, dollars: Figure<"return">): boolean =>
  Math.sign(coins.value) === -Math.sign(dollars.value) &&
  Math.min(Math.abs(coins.value), Math.abs(dollars.value)) >= 0.005;

const lacks = ({dependence, risk, cases, asset, benchmark, ruler}: Facts) =>
  !ruler && (!(dependence || asset.id === benchmark.id) || !risk || !cases);
