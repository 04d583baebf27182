import {SourceChanged} from "../model/errors.ts";
import type {
  DailySeries,
  Field,
  Market,
  MarketState,
  Peer,
  QuoteChanges,
  Sector,
} from "../model/market.ts";
import type {Asset, RecordedAnswer, Snapshot} from "../model/snapshot.ts";
import {agrees, requireAgreement} from "./agreement.ts";
import {readCoinGecko} from "./coingecko.ts";
import {readCurrencyApi} from "./currencyApi.ts";
import {readEarlier} from "./earlier.ts";
import {readField, trailingField} from "./field.ts";
import {readFiles} from "./filesReading.ts";
import {readProfile} from "./profile.ts";
import {joinDays, type Reading, type ReadingContext} from "./reading.ts";
import {readMeasure, rulerFrom} from "./ruler.ts";
import {readScanRecord} from "./scanRecord.ts";
import {readSector} from "./sector.ts";

type Reader = (answer: RecordedAnswer, context: ReadingContext) => Reading;

/** Who understands which source's answers. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["coingecko", readCoinGecko],
  ["currency-api", readCurrencyApi],
  ["earlier", readEarlier],
  ["field", readField],
  ["files", readFiles],
  ["profile", readProfile],
  ["ruler", readMeasure],
  ["sector", readSector],
  ["scan", readScanRecord],
]);

/**
 * What the snapshot says, in our own terms. Where two answers speak of the same thing, the first
 * one to do so is used and the second kept as a second opinion; answers that carry the asset's
 * changes by quote come first, so that price and changes are of one origin.
 *
 * @throws SourceChanged when an answer cannot be read, or a history does not agree with its price
 */
export function readMarket(snapshot: Snapshot): Market {
  const {asset, benchmark, asOf, simulated} = snapshot;
  const readings = snapshot.answers.map(answer => {
    const read = readers.get(answer.source);
    if (!read)
      throw new SourceChanged(
        `${answer.path} comes from "${answer.source}", which this version cannot read`,
      );
    return read(answer, {asset, benchmark, asOf});
  });
  const series = joinDays(readings.flatMap(reading => reading.series ?? []));
  const find = (id: string) => series.find(one => one.id === id && one.dates.length > 0);
  const changes = readings.flatMap(reading => reading.quoteChanges ?? []);
  const own = changes.find(one => one.asset.id === asset.id);
  const reference = referenceOf(changes, benchmark.id);
  const ordered = readings.toSorted(
    (a, b) => Number(quotes(b, asset.id)) - Number(quotes(a, asset.id)),
  );
  const toldOf = (id: string) =>
    ordered.flatMap(reading => reading.states ?? []).filter(one => one.asset.id === id);
  const told = toldOf(asset.id);
  const toldOfBenchmark = toldOf(benchmark.id);
  const attention = readings.find(reading => reading.attention)?.attention;
  const description = readings.find(reading => reading.description)?.description;
  const profile = readings.find(reading => reading.profile)?.profile;
  const scan = readings.find(reading => reading.scan)?.scan;
  const sector = sectorOf(readings);
  const close = find(`close.${asset.id}`);
  const benchmarkClose = find(`close.${benchmark.id}`);
  const state = merge(told);
  const benchmarkState = merge(toldOfBenchmark);
  requireAgreement(close, state, recordIn(told));
  requireAgreement(benchmarkClose, benchmarkState, recordIn(toldOfBenchmark));
  const field = fieldOf(readings, asset);
  const cohort = readings.find(reading => reading.cohort)?.cohort;
  const measure = readings.find(reading => reading.measure)?.measure;
  const ruler = measure && rulerFrom(measure, asset.id, find);
  const volume = find(`volume.${asset.id}`);
  const marketCap = find(`marketCap.${asset.id}`);
  const [low, high] = [find(`low.${asset.id}`), find(`high.${asset.id}`)];
  return {
    asset,
    benchmark,
    asOf,
    simulated,
    state,
    benchmarkState,
    ...(told[1] && {secondOpinion: told[1].state}),
    ...(own && {quoteChanges: own}),
    ...(reference && {referenceChanges: reference}),
    ...(close && {close}),
    ...(benchmarkClose && {benchmarkClose}),
    ...(volume && {volume}),
    ...(marketCap && {marketCap}),
    ...(low && high && {extremes: {low, high}}),
    rates: series.filter(one => one.id.startsWith("rate.") && one.dates.length > 0),
    peers: readings.flatMap(reading => reading.peers ?? []),
    ...(attention && {attention}),
    trendingCategories:
      readings.find(one => one.trendingCategories?.length)?.trendingCategories ?? [],
    ...(description && {description}),
    ...(profile && {profile}),
    ...(scan && {scan}),
    categories: readings.flatMap(reading => reading.categories ?? []),
    ...(sector && {sector}),
    ...peersOf(sector, readings, snapshot, series),
    earlier: readings.flatMap(reading => reading.earlier ?? []),
    venues: readings.flatMap(reading => reading.venues ?? []),
    ...(field && {field}),
    ...(cohort && {cohort}),
    ...(ruler && {ruler}),
  };
}

const quotes = (reading: Reading, id: string) =>
  reading.quoteChanges?.some(one => one.asset.id === id) ?? false;

/** The folder's field where the snapshot has one, otherwise that of the market's largest coins. */
function fieldOf(readings: readonly Reading[], asset: Asset): Field | undefined {
  const day = readings.find(reading => reading.field)?.field;
  const history = readings.find(reading => reading.fieldHistory)?.fieldHistory;
  if (day) return {...day, ...(history && {history})};
  return trailingField(
    readings.flatMap(reading => reading.peers ?? []),
    asset,
  );
}

/** The benchmark's own changes where they are known, otherwise those of the first coin listed. */
function referenceOf(changes: readonly QuoteChanges[], benchmark: string) {
  return changes.find(one => one.asset.id === benchmark) ?? changes[0];
}

/** A category is named by the source's list of them. */
function sectorOf(readings: readonly Reading[]): Sector | undefined {
  const sector = readings.find(reading => reading.sector)?.sector;
  const named = readings
    .flatMap(reading => reading.sectors ?? [])
    .find(({id}) => sector?.by === "category" && id === sector.id);
  return sector && {...sector, name: named?.name ?? sector.name};
}

/** What is on record of the sector's other coins. */
function peersOf(
  sector: Sector | undefined,
  readings: readonly Reading[],
  {asset, benchmark}: Snapshot,
  series: readonly DailySeries[],
): Pick<Market, "sectorState" | "sectorPeers" | "sectorCloses"> {
  const ids = new Set(sector?.members);
  ids.delete(asset.id);
  const listed = readings.flatMap(({peers, members}) => [...(peers ?? []), ...(members ?? [])]);
  const known = [
    ...listed,
    ...readings.flatMap(({states}) => states ?? []).filter(one => one.asset.id === benchmark.id),
  ];
  const byCoin = Map.groupBy(known, one => one.asset.id);
  const own = listed.filter(one => one.asset.id === asset.id);
  const sectorPeers = [...ids].flatMap(id => {
    const found = byCoin.get(id) ?? [];
    const state = merge(found);
    return found.slice(0, 1).map(({asset}) => ({asset, state}));
  });
  return {
    ...(own.length > 0 && {sectorState: merge(own)}),
    sectorPeers,
    // A peer whose history is not its own is left out; it stops no note about another coin.
    sectorCloses: series.filter(one => {
      const id = one.id.slice("close.".length);
      const told = byCoin.get(id) ?? [];
      return one.id === `close.${id}` && ids.has(id) && agrees(one, merge(told), recordIn(told));
    }),
  };
}

/** Of each field the first that is known. */
function merge(told: readonly Peer[]): MarketState {
  return Object.assign({}, ...told.map(({state}) => state).toReversed());
}

const recordIn = (told: readonly Peer[]) => told.find(({record}) => record)?.record;
