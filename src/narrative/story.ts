import type {Figure} from "../model/figure.ts";
import type {SinceFinding} from "../model/finding.ts";
import type {Facts} from "./facts.ts";

/**
 * What is news about this coin on this day, most newsworthy first. Each is a fact that the findings
 * carry; a language words it and invents none.
 *
 * - `decoupled`, `looser`, `closer`: the dependence changed, by its test; `tie`: no change was found
 * - `case-missed`: the price lies, or its deciding close lay, outside the base range of an earlier note
 * - `run`: a large move within the last days; `day`: a day that is large by the coin's own measure
 * - `high`, `low`: beyond every close of the past year
 * - `near-high`, `near-low`: close to the highest or lowest close of the past year
 * - `ahead`, `behind`: did better or worse than the benchmark over every span looked at
 * - `fallen`: far below its highest close
 * - `turnover-high`, `turnover-low`: among the most or least traded for their size, or for itself
 * - `livelier`, `calmer`: volatility of the last month beside that of the last quarter
 * - `leads`, `lags`: first or last of its sector by the month or the day
 * - `unit`: up in dollars and down in coins, or the other way round
 * - `steady`: none of these; `outlook`: what could come; `lacking`: what the data do not hold
 */
export type AngleKind =
  | "decoupled"
  | "looser"
  | "closer"
  | "tie"
  | "case-missed"
  | "run"
  | "day"
  | "high"
  | "low"
  | "near-high"
  | "near-low"
  | "ahead"
  | "behind"
  | "fallen"
  | "turnover-high"
  | "turnover-low"
  | "livelier"
  | "calmer"
  | "leads"
  | "lags"
  | "unit"
  | "steady"
  | "outlook"
  | "lacking";

/** The parts of a note that find their place by weight. */
export type BodySection =
  | "market"
  | "dependence"
  | "liquidity"
  | "currencies"
  | "peers"
  | "risk"
  | "since";

/** The parts that follow in one order. */
export type ClosingSection =
  | "economics"
  | "thesis"
  | "cases"
  | "watch"
  | "unknown"
  | "caution"
  | "method"
  | "disclosures";

export type SectionName = BodySection | ClosingSection;

/** What leads, what follows, and in which order: the same in every language. */
export interface Story {
  /** The most newsworthy finding. */
  readonly lead: AngleKind;
  /** All that is worth a point of the summary, the lead first. */
  readonly angles: readonly AngleKind[];
  readonly sections: readonly SectionName[];
}

/** A move of this size within the last days is news by itself. */
export const large = 0.15;
/** From this rank correlation on one speaks of moving together. */
export const together = 0.4;

/** A day is large when it is this many of the coin's own daily standard deviations. */
const largeDay = 2.5;
/** Of the universe, or of the coin's own days. */
const extremeShare = 0.9;
const livelierBy = 1.4;
const calmerBy = 0.7;
/** In the year's range of closes, by logarithms, from 0 at the lowest to 1 at the highest. */
const nearEnd = 0.1;
/** Below its highest close. */
const farBelow = 0.8;
/** Fewer coins than this are no field to lead. */
const fewestPeers = 6;

interface Angle {
  readonly kind: AngleKind;
  readonly weight: number;
}

export function storyOf(facts: Facts): Story {
  const angles = [
    ...ofDependence(facts),
    ...ofSince(facts),
    ...ofMarket(facts),
    ...ofTurnover(facts),
    ...ofRisk(facts),
    ...ofPeers(facts),
    ...ofQuotes(facts),
    ...(facts.cases ? [{kind: "outlook" as const, weight: 1.5}] : []),
    ...(lacks(facts) ? [{kind: "lacking" as const, weight: 1}] : []),
  ];
  const news = angles.some(({weight}) => weight >= 3);
  const all = news ? angles : [...angles, {kind: "steady" as const, weight: 2.75}];
  const ranked = all.toSorted((a, b) => b.weight - a.weight);
  return {
    lead: ranked[0]!.kind,
    angles: ranked.map(({kind}) => kind),
    sections: [...bodyInOrder(ranked), ...closing],
  };
}

const home: Readonly<Record<AngleKind, BodySection | undefined>> = {
  decoupled: "dependence",
  looser: "dependence",
  closer: "dependence",
  tie: "dependence",
  "case-missed": "since",
  run: "market",
  day: "market",
  high: "market",
  low: "market",
  "near-high": "market",
  "near-low": "market",
  ahead: "market",
  behind: "market",
  fallen: "risk",
  steady: "market",
  "turnover-high": "liquidity",
  "turnover-low": "liquidity",
  livelier: "risk",
  calmer: "risk",
  leads: "peers",
  lags: "peers",
  unit: "currencies",
  outlook: undefined,
  lacking: undefined,
};

/** The order of sections about which there is no news. */
const body: readonly BodySection[] = [
  "market",
  "since",
  "dependence",
  "liquidity",
  "currencies",
  "peers",
  "risk",
];

const closing: readonly ClosingSection[] = [
  "economics",
  "thesis",
  "cases",
  "watch",
  "unknown",
  "caution",
  "method",
  "disclosures",
];

function bodyInOrder(ranked: readonly Angle[]): BodySection[] {
  const weight = (section: BodySection) =>
    Math.max(0, ...ranked.filter(({kind}) => home[kind] === section).map(one => one.weight));
  return body.toSorted((a, b) => weight(b) - weight(a));
}

function ofDependence({dependence}: Facts): Angle[] {
  if (!dependence) return [];
  const {leading, decoupled} = dependence;
  switch (leading.verdict) {
    case "weakened":
      return [decoupled ? {kind: "decoupled", weight: 10} : {kind: "looser", weight: 7}];
    case "strengthened":
      return [{kind: "closer", weight: 7}];
    case "no-change-found":
      return [{kind: "tie", weight: 2.5}];
  }
}

/** An earlier note's base range that the price has left. */
export const missed = ({cases}: SinceFinding) => cases.filter(one => one.in !== "base");

function ofSince({since}: Facts): Angle[] {
  if (!since) return [];
  const outside = missed(since);
  if (outside.length === 0) return [];
  return [{kind: "case-missed", weight: outside.some(one => one.state === "decided") ? 6 : 4}];
}

function ofMarket(facts: Facts): Angle[] {
  const {state, risk} = facts;
  const {recent} = state;
  const moved = recent ? Math.abs(recent.asset.value) : 0;
  const deviations = Math.abs(risk?.day?.deviations.value ?? 0);
  return [
    ...(moved >= large ? [{kind: "run" as const, weight: 5 + Math.min(3, moved / large - 1)}] : []),
    ...(deviations >= largeDay
      ? [{kind: "day" as const, weight: 4 + Math.min(3, deviations - largeDay)}]
      : []),
    ...ofPlace(facts),
    ...ofPast(facts),
  ];
}

/** Where the price stands among the closes of the past year. */
function ofPlace({state: {price, yearLow, yearHigh}}: Facts): Angle[] {
  if (!yearLow || !yearHigh || yearHigh.figure.value === yearLow.figure.value) return [];
  const height =
    Math.log(price.value / yearLow.figure.value) /
    Math.log(yearHigh.figure.value / yearLow.figure.value);
  if (height >= 1) return [{kind: "high", weight: 5.5}];
  if (height <= 0) return [{kind: "low", weight: 5.5}];
  if (height >= 1 - nearEnd) return [{kind: "near-high", weight: 2.9}];
  if (height <= nearEnd) return [{kind: "near-low", weight: 2.9}];
  return [];
}

/** Beside the benchmark, over all spans at once. */
function ofPast({state: {past}}: Facts): Angle[] {
  const gaps = past.flatMap(({asset, benchmark}) =>
    benchmark ? [asset.value - benchmark.change.value] : [],
  );
  if (gaps.length < 3) return [];
  if (gaps.every(gap => gap > 0)) return [{kind: "ahead", weight: 2.85}];
  if (gaps.every(gap => gap < 0)) return [{kind: "behind", weight: 2.8}];
  return [];
}

function ofTurnover({liquidity}: Facts): Angle[] {
  const places = [liquidity?.universe?.below.value, liquidity?.history?.percentile.value].filter(
    place => place !== undefined,
  );
  if (places.some(place => place >= extremeShare)) return [{kind: "turnover-high", weight: 3.5}];
  if (places.some(place => place <= 1 - extremeShare))
    return [{kind: "turnover-low", weight: 3.25}];
  return [];
}

function ofRisk({risk}: Facts): Angle[] {
  const [month, quarter] = risk?.volatility ?? [];
  const ratio =
    month && quarter && quarter.figure.value > 0 ? month.figure.value / quarter.figure.value : 1;
  return [
    ...(ratio >= livelierBy ? [{kind: "livelier" as const, weight: 3}] : []),
    ...(ratio <= calmerBy ? [{kind: "calmer" as const, weight: 3}] : []),
    ...((risk?.fromPeak?.value ?? 0) >= farBelow ? [{kind: "fallen" as const, weight: 1.8}] : []),
  ];
}

function ofPeers({peers}: Facts): Angle[] {
  if (!peers || peers.size.value < fewestPeers) return [];
  const place = (peers.place.change30d ?? peers.place.change24h)?.value;
  if (place === 1) return [{kind: "leads", weight: 3.75}];
  if (place === peers.size.value) return [{kind: "lags", weight: 3.75}];
  return [];
}

function ofQuotes({table}: Facts): Angle[] {
  const coins = table?.classes.find(one => one.class === "crypto")?.median;
  return table && coins && turns(coins, table.dollars) ? [{kind: "unit", weight: 3.1}] : [];
}

/** Up in dollars and down in coins, or the other way round, by more than rounding. */
export const turns = (coins: Figure<"return">, dollars: Figure<"return">): boolean =>
  Math.sign(coins.value) === -Math.sign(dollars.value) &&
  Math.min(Math.abs(coins.value), Math.abs(dollars.value)) >= 0.005;

const lacks = ({dependence, risk, cases, asset, benchmark}: Facts) =>
  !(dependence || asset.id === benchmark.id) || !risk || !cases;
