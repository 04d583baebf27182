import {daysBetween, lastDayOver} from "../model/day.ts";
import type {Figure} from "../model/figure.ts";
import type {FieldFinding, Rarity, SpanRecord} from "../model/finding.ts";
import type {Facts} from "./facts.ts";

/**
 * What can be news, each scored by how rare it is among its own comparable cases. A language words
 * it and invents none.
 *
 * - `peg`: the distance from what it is made to be worth; `ruler-day`: the day beside its ruler
 * - `coin-day`: the coin's own day; `market-day`: a day of all coins, with this one in it
 * - `cohort`: a young coin among others at its age
 * - `week`, `month`: a move of 7 or 30 days, with the day that made it where one did
 * - `high`, `low`: the price among all closes on record
 * - `busy`, `thin`: the day's volume among its own of the past year
 * - `decoupled`, `looser`, `closer`: the dependence changed, by its test
 * - `livelier`, `calmer`: a month's swings among the coin's own earlier ones
 * - `turnover-high`, `turnover-low`: traded more or less for its size than nearly all others
 * - `leads`, `lags`: first or last of its sector by the month or the day
 */
export type NewsKind =
  | "peg"
  | "ruler-day"
  | "coin-day"
  | "market-day"
  | "cohort"
  | "week"
  | "month"
  | "high"
  | "low"
  | "busy"
  | "thin"
  | "decoupled"
  | "looser"
  | "closer"
  | "livelier"
  | "calmer"
  | "turnover-high"
  | "turnover-low"
  | "leads"
  | "lags";

export interface News {
  readonly kind: NewsKind;
  /** −log10 of the share of comparable cases at least as extreme, or of an adjusted p-value. */
  readonly score: number;
}

/** One in twenty, one in a hundred. */
export const notable = -Math.log10(0.05);
export const rare = 2;

/**
 * −log10((1 + k) / (1 + n)): of n comparable cases k are at least as extreme. Overlapping cases
 * count for a part of one each.
 *
 * @example scoreOf(0, 999) // 3
 * @example scoreOf(49, 999).toFixed(1) // "1.3"
 */
export const scoreOf = (beyond: number, cases: number, part = 1): number =>
  -Math.log10((1 + beyond * part) / (1 + cases * part));

/** How rare it is among its own earlier cases. */
export const rarity = ({beyond, earlier, part}: Rarity): number =>
  scoreOf(beyond.value, earlier.value, part);

/** All that could be news, the rarest first; what is the same fact in another unit is left out. */
export function newsOf(facts: Facts): News[] {
  return [
    ...ofRuler(facts),
    ...ofDay(facts),
    ...ofCohort(facts),
    ...ofSpans(facts),
    ...ofRecords(facts),
    ...ofDependence(facts),
    ...ofTurnover(facts),
    ...ofPeers(facts),
  ].toSorted((a, b) => b.score - a.score);
}

/** Of these nothing leads by itself: little happened. */
const quiet: ReadonlySet<NewsKind> = new Set(["thin", "calmer", "turnover-low"]);

/** The order in which what is rare leads: what happened, then what it amounts to, then how it moves. */
const order: readonly (readonly NewsKind[])[] = [
  ["coin-day", "market-day"],
  ["week", "month"],
  ["high", "low", "busy"],
  ["decoupled", "looser", "closer"],
  ["livelier"],
];

/**
 * What leads. The coin's own ruler; its day, or the market's with the coin in it; a young coin's age
 * group; then, as far as they are one in a hundred, runs, records, dependence and swings in this
 * order; then dependence by its test where nothing else is one in twenty; then the rarest that is
 * one in twenty; then a move that is large for anything, however often this coin makes it. Undefined
 * on a quiet day.
 */
export function leadOf(news: readonly News[], facts: Facts): NewsKind | undefined {
  const has = (kind: NewsKind) => news.find(one => one.kind === kind);
  const ruler = has("peg") ?? has("ruler-day");
  if (ruler && (isMeasured(facts) || ruler.score >= rare)) return ruler.kind;
  const loud = news.filter(({kind}) => !quiet.has(kind));
  const day = loud.find(({kind, score}) => isDay(kind) && score >= rare);
  if (day) return dayLead(loud, facts);
  if (facts.cohort) return "cohort";
  for (const kinds of order) {
    const first = loud.find(({kind, score}) => kinds.includes(kind) && score >= rare);
    if (first) return first.kind;
  }
  const other = loud.find(({kind, score}) => !isDependence(kind) && score >= notable);
  const tie = loud.find(({kind}) => isDependence(kind));
  if (tie && !other) return tie.kind;
  const kind = other?.kind ?? loud.find(one => isLarge(one.kind, facts))?.kind ?? ruler?.kind;
  return kind && isDay(kind) ? dayLead(loud, facts) : kind;
}

/** A dollar and an ounce have no other news; what wraps a coin shares that coin's days. */
const isMeasured = ({ruler}: Facts) =>
  ruler !== undefined && (ruler.code === "usd" || ruler.gap === undefined);

/** The day that `coin-day` tells. */
export const ownDay = ({records, field}: Facts): Figure<"return"> | undefined =>
  records?.day?.change ?? field?.own?.change;

/** What nobody would call quiet, though this coin does it often. */
const large = {day: 0.1, week: 0.15, month: 0.3};

function isLarge(kind: NewsKind, facts: Facts): boolean {
  const {records} = facts;
  const change = (window: number) =>
    Math.abs(records?.spans.find(one => one.window === window)?.change.value ?? 0);
  switch (kind) {
    case "coin-day":
      return Math.abs(ownDay(facts)?.value ?? 0) >= large.day;
    case "week":
      return change(7) >= large.week;
    case "month":
      return change(30) >= large.month;
    default:
      return false;
  }
}

/** What happened on the day itself. */
export const isDay = (kind: string) => kind === "coin-day" || kind === "market-day";

export const isDependence = (kind: string) => ["decoupled", "looser", "closer"].includes(kind);

/** Within the middle 95 % of the others a coin's day is the market's. */
function dayLead(news: readonly News[], {field}: Facts): NewsKind {
  const own = news.find(({kind}) => kind === "coin-day");
  const market = news.find(({kind}) => kind === "market-day");
  if (!own) return "market-day";
  if (!market || market.score < Math.min(rare, own.score)) return "coin-day";
  return field && isWithin(field) ? "market-day" : "coin-day";
}

function isWithin({own, coins}: FieldFinding): boolean {
  if (!own) return false;
  const tail = 0.025 * coins.value;
  return own.below.value > tail && own.above.value > tail;
}

function ofRuler({ruler}: Facts): News[] {
  if (!ruler) return [];
  const {gap, record, low, day} = ruler;
  if (gap) {
    const score = Math.max(0, record ? rarity(record) : 0, low ? rarity(low) : 0);
    // As near to its ruler as on most days: what it did that day is the news.
    if (!day || score >= notable) return [{kind: "peg", score}];
  }
  return day ? [{kind: "ruler-day", score: 0}] : [];
}

/** The coin's day by its own past or by the others of that day; the market's by its past. */
function ofDay({records, field}: Facts): News[] {
  const day = records?.day;
  const market = field?.market;
  const scores = [...(day ? [rarity(day)] : []), ...(field ? placeScore(field) : [])];
  return [
    ...(scores.length > 0 ? [{kind: "coin-day" as const, score: Math.max(...scores)}] : []),
    ...(market && field.own ? [{kind: "market-day" as const, score: rarity(market)}] : []),
  ];
}

/** How few of the others did as badly on a fall, or as well on a rise. */
function placeScore({own, coins}: FieldFinding): number[] {
  if (!own || own.change.value === 0) return [];
  const beyond =
    own.change.value < 0 ? coins.value - own.above.value : coins.value - own.below.value;
  return [scoreOf(beyond, coins.value)];
}

function ofCohort({cohort}: Facts): News[] {
  if (!cohort) return [];
  const beyond = Math.min(cohort.worse.value, cohort.better.value);
  return [{kind: "cohort", score: scoreOf(beyond, cohort.coins.value)}];
}

/** A week that is one day is that day's, and a month that is one week is that week's. */
function ofSpans({records}: Facts): News[] {
  if (!records) return [];
  const [week, month] = ([7, 30] as const).map(window =>
    records.spans.find(one => one.window === window),
  );
  const told = (span: SpanRecord | undefined): span is SpanRecord =>
    span !== undefined && !(span.madeBy && isNewest(span.madeBy.figure, span.change));
  return [
    ...(told(week) ? [{kind: "week" as const, score: rarity(week)}] : []),
    ...(told(month) && !(week && makes(week, month))
      ? [{kind: "month" as const, score: rarity(month)}]
      : []),
  ];
}

const isNewest = (day: Figure, {asOf}: Figure): boolean =>
  Date.parse(asOf) - Date.parse(day.asOf) < 24 * 3_600_000;

const makes = (part: SpanRecord, whole: SpanRecord): boolean =>
  Math.log1p(part.change.value) / Math.log1p(whole.change.value) >= 0.8;

function ofRecords({records}: Facts): News[] {
  if (!records) return [];
  const {level, volume, volatility} = records;
  return [
    ...(level && isLongSince(level) ? [{kind: level.end, score: rarity(level)}] : []),
    ...(volume && (volume.end === "low" || isLongSince(volume))
      ? [{kind: volume.end === "high" ? "busy" : "thin", score: rarity(volume)} as const]
      : []),
    ...(volatility
      ? [
          {
            kind: volatility.end === "high" ? "livelier" : "calmer",
            score: rarity(volatility),
          } as const,
        ]
      : []),
  ];
}

/** What was as extreme within the last half-year is no record, nor is one of fewer days than that. */
const halfYear = 182;

const isLongSince = ({last, from, beyond}: Rarity): boolean =>
  daysBetween(last ?? from, lastDayOver(beyond.asOf)) > halfYear;

function ofDependence({dependence}: Facts): News[] {
  if (!dependence) return [];
  const {leading, decoupled} = dependence;
  const score = -Math.log10(Math.max(leading.adjustedP.value, Number.MIN_VALUE));
  switch (leading.verdict) {
    case "weakened":
      return [{kind: decoupled ? "decoupled" : "looser", score}];
    case "strengthened":
      return [{kind: "closer", score}];
    case "no-change-found":
      return [];
  }
}

/** Among the large coins by turnover. */
function ofTurnover({liquidity}: Facts): News[] {
  const universe = liquidity?.universe;
  if (!universe) return [];
  const below = Math.round(universe.below.value * universe.size.value);
  const above = universe.size.value - below;
  return below >= above
    ? [{kind: "turnover-high", score: scoreOf(above, universe.size.value)}]
    : [{kind: "turnover-low", score: scoreOf(below, universe.size.value)}];
}

function ofPeers({peers}: Facts): News[] {
  const place = (peers?.place.change30d ?? peers?.place.change24h)?.value;
  if (!peers || place === undefined) return [];
  const score = scoreOf(0, peers.size.value - 1);
  if (place === 1) return [{kind: "leads", score}];
  return place === peers.size.value ? [{kind: "lags", score}] : [];
}
