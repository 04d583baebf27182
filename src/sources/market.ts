import {SourceChanged} from "../model/errors.ts";
import type {Market, MarketState, QuoteChanges} from "../model/market.ts";
import type {RecordedAnswer, Snapshot} from "../model/snapshot.ts";
import {readCoinGecko} from "./coingecko.ts";
import {readCurrencyApi} from "./currencyApi.ts";
import {readFiles} from "./files.ts";
import {joinDays, type Reading, type ReadingContext} from "./reading.ts";
import {readScanRecord} from "./scanRecord.ts";

type Reader = (answer: RecordedAnswer, context: ReadingContext) => Reading;

/** Who understands which source's answers: adding a source is a new file and a line here. */
const readers: Readonly<Record<string, Reader>> = {
  coingecko: readCoinGecko,
  "currency-api": readCurrencyApi,
  files: readFiles,
  scan: readScanRecord,
};

/**
 * What the snapshot says, in our own terms. Where two answers speak of the same thing, the first
 * one to do so is used and the second kept as a second opinion; answers that carry the asset's
 * changes by quote come first, so that price and changes are of one origin.
 */
export function readMarket(snapshot: Snapshot): Market {
  const {asset, benchmark, asOf, simulated} = snapshot;
  const readings = snapshot.answers.map(answer => {
    const read = readers[answer.source];
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
  const statesOf = (id: string) =>
    ordered
      .flatMap(reading => reading.states ?? [])
      .filter(one => one.asset.id === id)
      .map(one => one.state);
  const states = statesOf(asset.id);
  const attention = readings.find(reading => reading.attention)?.attention;
  const description = readings.find(reading => reading.description)?.description;
  const profile = readings.find(reading => reading.profile)?.profile;
  const scan = readings.find(reading => reading.scan)?.scan;
  const close = find(`close.${asset.id}`);
  const benchmarkClose = find(`close.${benchmark.id}`);
  const volume = find(`volume.${asset.id}`);
  const marketCap = find(`marketCap.${asset.id}`);
  return {
    asset,
    benchmark,
    asOf,
    simulated,
    state: merge(states),
    benchmarkState: merge(statesOf(benchmark.id)),
    ...(states[1] && {secondOpinion: states[1]}),
    ...(own && {quoteChanges: own}),
    ...(reference && {referenceChanges: reference}),
    ...(close && {close}),
    ...(benchmarkClose && {benchmarkClose}),
    ...(volume && {volume}),
    ...(marketCap && {marketCap}),
    rates: series.filter(one => one.id.startsWith("rate.") && one.dates.length > 0),
    peers: readings.flatMap(reading => reading.peers ?? []),
    ...(attention && {attention}),
    ...(description && {description}),
    ...(profile && {profile}),
    ...(scan && {scan}),
    categories: readings.flatMap(reading => reading.categories ?? []),
    sectorCloses: [],
    earlier: [],
    venues: readings.flatMap(reading => reading.venues ?? []),
  };
}

const quotes = (reading: Reading, id: string) =>
  reading.quoteChanges?.some(one => one.asset.id === id) ?? false;

/** The benchmark's own changes where they are known, otherwise those of the first coin listed. */
function referenceOf(changes: readonly QuoteChanges[], benchmark: string) {
  return changes.find(one => one.asset.id === benchmark) ?? changes[0];
}

/** Of each field the first that is known. */
function merge(states: readonly MarketState[]): MarketState {
  return Object.assign({}, ...states.toReversed());
}
