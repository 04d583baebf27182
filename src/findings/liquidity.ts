import {daysBetween} from "../model/day.ts";
import type {Datum, Figure, FigureName} from "../model/figure.ts";
import * as names from "../model/figureNames.ts";
import type {Abstention, LiquidityFinding, MarketStateFinding} from "../model/finding.ts";
import type {Market, Peer, Venue} from "../model/market.ts";
import {median} from "../stats/median.ts";
import {volumeFade} from "../stats/volumeFade.ts";
import {computed, fixed, read} from "./figure.ts";
import {present} from "./present.ts";

/** Fewer coins than this are no universe to compare with. */
const fewestPeers = 30;
const historyDays = 365;
const spikeTimes = 3;
const spikeDays = 7;
const fewestSpikes = 3;
/** The part of a day's volume that an order is measured against. */
const participation = 0.05;
/** A history that ended longer ago than this is not compared with today. */
const freshDays = 30;

/** Turnover beside what the data themselves offer for comparison; never a figure nobody computed. */
export function findLiquidity(
  market: Market,
  state: MarketStateFinding | undefined,
): LiquidityFinding | Abstention {
  const {turnover, volume24h} = state ?? {};
  if (!turnover || !volume24h) return {about: "liquidity", reason: {kind: "no-volume-or-cap"}};
  return {
    kind: "liquidity",
    turnover,
    part: partOf(volume24h),
    ...present({
      benchmark: benchmarkTurnover(market),
      universe: universe(market, turnover),
      history: ownHistory(market, turnover),
      fade: fadeOf(market, turnover.asOf),
      venues: venues(market.venues, turnover.asOf),
    }),
    sources: [...new Set([...(state?.sources ?? []), ...market.peers.flatMap(sourceOf)])],
  };
}

function partOf(volume: Figure<"USD">): LiquidityFinding["part"] {
  const share = fixed(names.parameter.participation, participation, {
    asOf: volume.asOf,
    why: "part of a day's volume that an order is measured against",
  });
  return {
    share,
    amount: computed(names.liquidity.participation, participation * volume.value, {
      asOf: volume.asOf,
      formula: "participation × volume24h",
      inputs: [share.id, volume.id],
    }),
  };
}

const sourceOf = ({state}: Peer) => state.volume24h?.source ?? [];

const turnoverOf = ({state}: Peer) =>
  state.volume24h && state.marketCap && state.marketCap.value > 0
    ? state.volume24h.value / state.marketCap.value
    : undefined;

function benchmarkTurnover({peers, benchmark, asset}: Market) {
  if (benchmark.id === asset.id) return undefined;
  const peer = peers.find(one => one.asset.id === benchmark.id);
  const {volume24h, marketCap} = peer?.state ?? {};
  if (!volume24h || !marketCap) return undefined;
  const volume = read(names.ofBenchmark.volume24h, volume24h);
  const cap = read(names.ofBenchmark.marketCap, marketCap);
  return {
    asset: benchmark,
    volume,
    cap,
    turnover: computed(names.ofBenchmark.turnover, volume.value / cap.value, {
      asOf: cap.asOf,
      formula: "volume24h / marketCap",
      inputs: [volume.id, cap.id],
    }),
  };
}

function universe({peers}: Market, own: Figure<"ratio">) {
  const all = peers.flatMap(peer => turnoverOf(peer) ?? []);
  if (all.length < fewestPeers) return undefined;
  const about = (formula: string) => ({asOf: own.asOf, formula, inputs: ["universe"]});
  return {
    size: computed(names.liquidity.universe, all.length, about("coins with known volume and cap")),
    median: computed(
      names.liquidity.universeMedian,
      median(all),
      about("median of volume24h / marketCap"),
    ),
    below: computed(
      names.liquidity.universeBelow,
      all.filter(value => value < own.value).length / all.length,
      about("share of coins with a lower volume24h / marketCap"),
    ),
  };
}

/** Each day's trailing volume over that day's cap: never summed, each day compared by itself. */
function ownHistory({volume, marketCap, asOf}: Market, own: Figure<"ratio">) {
  if (!volume || !marketCap) return undefined;
  const caps = new Map(marketCap.dates.map((day, i) => [day, marketCap.values[i]]));
  const today = asOf.slice(0, 10);
  const ratios = volume.dates.flatMap((day, i) => {
    const [cap, traded] = [caps.get(day), volume.values[i]];
    if (daysBetween(day, today) > historyDays || traded === undefined) return [];
    return cap && cap > 0 ? [{day, ratio: traded / cap}] : [];
  });
  const last = ratios.at(-1);
  if (!last || ratios.length < 60 || daysBetween(last.day, today) > freshDays) return undefined;
  const values = ratios.map(({ratio}) => ratio);
  const about = (formula: string) => ({asOf: own.asOf, formula, inputs: [volume.id, marketCap.id]});
  return {
    days: computed(names.liquidity.historyDays, values.length, about("days with volume and cap")),
    median: computed(names.liquidity.historyMedian, median(values), about("median of the days")),
    percentile: computed(
      names.liquidity.historyPercentile,
      values.filter(value => value < own.value).length / values.length,
      about("share of the days on which turnover was lower"),
    ),
  };
}

/** How volume fades is measured on the coin's own past spikes, not assumed. */
function fadeOf({volume}: Market, asOf: string): LiquidityFinding["fade"] {
  if (!volume || volume.values.length === 0) return undefined;
  const found = volumeFade(volume.values, {times: spikeTimes, after: spikeDays});
  if (!found || found.spikes < fewestSpikes) return undefined;
  const about = (formula: string) => ({asOf, formula, inputs: [volume.id]});
  return {
    spikes: computed(names.liquidity.spikes, found.spikes, about("volume spikes on record")),
    times: fixed(names.parameter.spike, spikeTimes, {
      asOf,
      why: "a spike is this many times the median of the days before it",
    }),
    days: fixed(names.parameter.spikeDays, spikeDays, {asOf, why: "days after a spike"}),
    ratio: computed(
      names.liquidity.afterSpike,
      found.ratio,
      about(`median of volume ${spikeDays} days later over the spike's own`),
    ),
  };
}

function venues(listed: readonly Venue[], asOf: string) {
  const byName = Map.groupBy(listed, ({name}) => name);
  const volumes = [...byName].map(([name, tickers]) => ({
    name,
    volume: tickers.reduce((sum, {volumeUsd}) => sum + volumeUsd.value, 0),
  }));
  const total = volumes.reduce((sum, {volume}) => sum + volume, 0);
  if (total <= 0) return undefined;
  const largest = volumes.reduce((a, b) => (b.volume > a.volume ? b : a));
  const about = (formula: string) => ({asOf, formula, inputs: ["venues"]});
  const shares = volumes.map(({volume}) => volume / total);
  return {
    count: computed(names.liquidity.venues, volumes.length, about("venues with a ticker")),
    largest: largest.name,
    largestShare: computed(
      names.liquidity.largestVenue,
      largest.volume / total,
      about("volume of the largest venue / volume of all venues"),
    ),
    concentration: computed(
      names.liquidity.concentration,
      shares.reduce((sum, share) => sum + share ** 2, 0),
      about("sum of the squared venue shares"),
    ),
    ...present({
      depthUp: depth(
        names.liquidity.depthUp,
        "up",
        listed.flatMap(({depthUpUsd}) => depthUpUsd ?? []),
        asOf,
      ),
      depthDown: depth(
        names.liquidity.depthDown,
        "down",
        listed.flatMap(({depthDownUsd}) => depthDownUsd ?? []),
        asOf,
      ),
    }),
  };
}

function depth(name: FigureName<"USD">, side: "up" | "down", data: readonly Datum[], asOf: string) {
  if (data.length === 0) return undefined;
  return computed(
    name,
    data.reduce((sum, {value}) => sum + value, 0),
    {
      asOf,
      formula: `dollars that move the price 2 % ${side}, over all listed tickers`,
      inputs: ["venues"],
    },
  );
}
