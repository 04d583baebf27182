import {type Datum, type Figure, figuresIn} from "../model/figure.ts";
import * as names from "../model/figureNames.ts";
import type {
  Abstention,
  Exclusion,
  FieldFinding,
  Finding,
  Findings,
  MarketStateFinding,
  OutliersFinding,
  SeriesReference,
} from "../model/finding.ts";
import {defaultLocale} from "../model/locale.ts";
import type {DailySeries, LeftOut, Market} from "../model/market.ts";
import {findCases} from "./cases.ts";
import {cohortChanges, findCohort} from "./cohort.ts";
import {findDecomposition} from "./decomposition.ts";
import {findDecoupling} from "./decoupling.ts";
import {fieldChanges, findField} from "./field.ts";
import {computed, read, subjectOf} from "./figure.ts";
import {cleanHistory, type History} from "./history.ts";
import {findLiquidity} from "./liquidity.ts";
import {findMarketState} from "./marketState.ts";
import {fewestLegs} from "./outliers.ts";
import {findPeers} from "./peers.ts";
import {present} from "./present.ts";
import {findProfile} from "./profile.ts";
import {findRange} from "./range.ts";
import {findRecords} from "./records.ts";
import {findRisk} from "./risk.ts";
import {findRuler} from "./ruler.ts";
import {findSector} from "./sector.ts";
import {findSince} from "./since.ts";
import {findTrending} from "./trending.ts";

/**
 * All that can be said of the asset, and all that cannot: one line a kind of finding. The locale
 * only decides which facts of the profile have words.
 */
export function find(market: Market, locale: string = defaultLocale): Findings {
  const own = cleanHistory(market.close, market);
  const {history} = own;
  const isBenchmark = market.asset.id === market.benchmark.id;
  // A dollar's own swings are noise around it: its distance is what there is to tell.
  const isDollar = market.ruler?.code === "usd";
  const isCoin = (market.asset.kind ?? "coin") === "coin";
  const benchmark = isBenchmark ? undefined : cleanHistory(market.benchmarkClose, market).history;

  const state = findMarketState(market, history, benchmark);
  const table = findDecomposition(market, state?.change24h);
  const dependence = decoupling(market, history, benchmark);
  const described = description(market);
  const profile = findProfile(market.profile, {asset: market.asset.id, locale});
  const peers = findPeers(market, state, history, isBenchmark ? history : benchmark);
  const risk = history && state && !isDollar ? findRisk(history, benchmark, state) : undefined;
  const range = isDollar ? undefined : findRange(market, state);
  const field = isDollar || !isCoin ? undefined : findField(market, state, history);
  const cases =
    history && state && !isDollar
      ? isBeyondRecord(risk, field)
        ? {about: "cases", reason: {kind: "beyond-record" as const}}
        : findCases(history, state.price, market.asset)
      : undefined;
  const said: (Finding | Abstention | undefined)[] = [
    state,
    table?.decomposition ?? untabled(state, isCoin),
    table?.outliers,
    dependence,
    history && benchmark && !market.ruler ? findSector(market, history, benchmark) : undefined,
    findLiquidity(market, state),
    attention(market),
    described.finding,
    profile.finding,
    peers.finding,
    findSince(market, {state, history, benchmark, dependence}),
    risk,
    isDollar ? undefined : findRecords(market, history, benchmark, state),
    field,
    findRuler(market, state, history, table?.decomposition),
    isCoin ? findCohort(market, history) : undefined,
    range?.finding,
    findTrending(market),
    cases,
  ];
  const findings = said.filter(isFinding);
  const abstentions = [
    ...said.filter(isAbstention),
    ...(own.abstention ? [own.abstention] : []),
    ...untested(table),
    ...(market.venues.length === 0
      ? [{about: "depth", reason: {kind: "no-order-books" as const}}]
      : []),
    {about: "causes", reason: {kind: "no-causes" as const}},
  ];
  const exclusions = [
    ...own.exclusions,
    ...peers.exclusions,
    ...(range?.exclusions ?? []),
    ...excludedBy(table?.outliers),
  ];
  const series = [
    market.close,
    market.benchmarkClose,
    market.volume,
    market.marketCap,
    ...market.rates,
    ...(peers.finding ? market.sectorCloses : []),
    ...Object.values(market.field?.history ?? {}),
    market.ruler?.rate,
    market.ruler?.low,
    ...(range?.finding?.of === "day" ? Object.values(market.extremes ?? {}) : []),
  ];
  return {
    findings,
    exclusions,
    abstentions,
    leftOut: [...described.leftOut, ...profile.leftOut, ...peers.leftOut],
    figures: figuresIn([
      findings,
      table?.decomposition.basis === "derived" ? inputsOf(market) : [],
    ]),
    series: [
      ...unique(series.filter(one => one !== undefined)).map(referenceTo),
      ...tables(market),
    ],
  };
}

function decoupling(market: Market, history?: History, benchmark?: History) {
  if (market.asset.id === market.benchmark.id)
    return {about: "decoupling", reason: {kind: "is-benchmark" as const}};
  if (market.ruler) return {about: "decoupling", reason: {kind: "own-ruler" as const}};
  if (!history || !benchmark) return {about: "decoupling", reason: {kind: "no-history" as const}};
  return findDecoupling(history, benchmark, market.benchmark, market.scan);
}

/** In so many of its standard deviations, and worse or better than every other coin, a day has no like. */
const beyondRecord = 10;

/** Nothing in the coin's past, nor in the others' day, resembles its day: nothing can be simulated from it. */
function isBeyondRecord(risk?: Finding | Abstention, field?: FieldFinding): boolean {
  if (!risk || !("kind" in risk) || risk.kind !== "risk" || !field?.own) return false;
  const {below, above} = field.own;
  const alone = below.value === 0 || above.value === 0;
  return alone && Math.abs(risk.day?.deviations.value ?? 0) > beyondRecord;
}

function attention({attention: found}: Market): Finding | undefined {
  if (!found) return undefined;
  const rank = read(names.attention.rank, found.rank);
  return {
    kind: "attention",
    rank,
    listed: computed(names.attention.listed, found.listed, {
      asOf: rank.asOf,
      formula: "coins on the list",
      inputs: [],
    }),
    source: found.rank.source,
  };
}

function description({description: found}: Market): {
  readonly finding?: Finding;
  readonly leftOut: readonly LeftOut[];
} {
  if (!found) return {leftOut: []};
  if ("reason" in found) return {leftOut: [found]};
  return {finding: {kind: "description", ...found}, leftOut: []};
}

function excludedBy(outliers: OutliersFinding | undefined): Exclusion[] {
  if (!outliers) return [];
  const {threshold, excluded} = outliers;
  return excluded.map(leg => ({
    figure: leg.change.id,
    rule: `modified-z > ${threshold.value} within ${leg.class}`,
    value: leg.change.value,
  }));
}

/** The classes of quotes that were too small to be tested for outliers. */
function untested(table: ReturnType<typeof findDecomposition>): Abstention[] {
  const tested = new Set(table?.outliers?.tested.map(one => one.class));
  return (table?.decomposition.classes ?? [])
    .filter(one => !tested.has(one.class))
    .map(one => ({
      about: "outliers",
      reason: {
        kind: "too-few-legs",
        class: one.class,
        legs: one.live.value,
        needed: fewestLegs,
      },
    }));
}

/** Figures that others are computed from, but that no finding shows by itself. */
function inputsOf(market: Market): Figure[] {
  const {asset, changes} = market.referenceChanges ?? {asset: market.asset, changes: []};
  const of = subjectOf(asset, market);
  return changes.map(({quote, change}) => read(names.referenceChange24h(of, quote), change));
}

/** Only of a coin does a reader ask for its change in other coins and currencies. */
function untabled(state: MarketStateFinding | undefined, isCoin: boolean): Abstention | undefined {
  if (!state?.change24h) return {about: "quotes", reason: {kind: "no-change-known"}};
  return isCoin ? {about: "quotes", reason: {kind: "no-quotes"}} : undefined;
}

const isAbstention = (one: Finding | Abstention | undefined): one is Abstention =>
  one !== undefined && "reason" in one;
const isFinding = (one: Finding | Abstention | undefined): one is Finding =>
  one !== undefined && "kind" in one;
/** A series as evidence names it: where it stands and which days it covers. */
const referenceTo = ({id, source, file, pointer, dates}: DailySeries): SeriesReference => ({
  id,
  source,
  file,
  pointer,
  ...present({from: dates[0], to: dates.at(-1)}),
  count: dates.length,
});

/** The lists that medians and shares are taken over. */
function tables({peers, venues, field, cohort}: Market): SeriesReference[] {
  const peer = peers[0]?.state.price ?? peers[0]?.state.volume24h;
  const venue = venues[0]?.volumeUsd;
  const list = (id: string, datum: Datum | undefined, count: number) =>
    datum ? [{id, source: datum.source, file: datum.file, pointer: "", count}] : [];
  const whole = (id: string, place: Market["field"] | Market["cohort"]) =>
    place
      ? [
          {
            id,
            source: place.source,
            file: place.file,
            pointer: place.pointer,
            count: place.changes.length,
          },
        ]
      : [];
  return [
    ...list("universe", peer, peers.length),
    ...list("venues", venue, venues.length),
    ...whole(fieldChanges, field),
    ...whole(cohortChanges, cohort),
  ];
}

const unique = (series: readonly DailySeries[]) => [
  ...new Map(series.map(one => [one.id, one])).values(),
];
