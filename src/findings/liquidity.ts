import {daysBetween} from "../model/day.ts";
import type {Datum, Figure} from "../model/figure.ts";
import type {Abstention, LiquidityFinding, MarketStateFinding} from "../model/finding.ts";
import type {Market, Peer, Venue} from "../model/market.ts";
import {median} from "../stats/median.ts";
import {percentileRank} from "../stats/percentileRank.ts";
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
  const share = fixed("parameter.participation", participation, "share", {
    asOf: volume.asOf,
    why: "part of a day's volume that an order is measured against",
  });
  return {
    share,
    amount: computed("volume24h.participation", participation * volume.value, "USD", {
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
  const volume = read("benchmark.volume24h.usd", volume24h, "USD");
  const cap = read("benchmark.marketCap.usd", marketCap, "USD");
  return {
    asset: benchmark,
    volume,
    cap,
    turnover: computed("benchmark.turnover", volume.value / cap.value, "ratio", {
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
    size: computed("universe.size", all.length, "count", about("coins with known volume and cap")),
    median: computed(
      "universe.turnover.median",
      median(all),
      "ratio",
      about("median of volume24h / marketCap"),
    ),
    below: computed(
      "universe.turnover.below",
      all.filter(value => value < own.value).length / all.length,
      "share",
      about("share of coins with a lower volume24h / marketCap"),
    ),
  };
}

/** Each day's trailing volume over that day's cap: never summed, each day compared by itself. */
function ownHistory({volume, marketCap, asOf}: Market, own: Figure<"ratio">) {
  if (!volume || !marketCap) return undefined;
  const caps = new Map(marketCap.dates.map((day, i) => [day, marketCap.values[i]!]));
  const today = asOf.slice(0, 10);
  const ratios = volume.dates.flatMap((day, i) => {
    const cap = caps.get(day);
    const recent = daysBetween(day, today) <= historyDays;
    return recent && cap && cap > 0 ? [{day, ratio: volume.values[i]! / cap}] : [];
  });
  const last = ratios.at(-1);
  if (!last || ratios.length < 60 || daysBetween(last.day, today) > freshDays) return undefined;
  const values = ratios.map(({ratio}) => ratio);
  const about = (formula: string) => ({asOf: own.asOf, formula, inputs: [volume.id, marketCap.id]});
  return {
    days: computed(
      "turnover.history.days",
      values.length,
      "days",
      about("days with volume and cap"),
    ),
    median: computed(
      "turnover.history.median",
      median(values),
      "ratio",
      about("median of the days"),
    ),
    percentile: computed(
      "turnover.history.percentile",
      percentileRank(values, own.value),
      "percentile",
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
    spikes: computed("volume.spikes", found.spikes, "count", about("volume spikes on record")),
    times: fixed("parameter.spike", spikeTimes, "count", {
      asOf,
      why: "a spike is this many times the median of the days before it",
    }),
    days: fixed("parameter.spikeDays", spikeDays, "days", {asOf, why: "days after a spike"}),
    ratio: computed(
      "volume.afterSpike",
      found.ratio,
      "share",
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
    count: computed("venues.count", volumes.length, "count", about("venues with a ticker")),
    largest: largest.name,
    largestShare: computed(
      "venues.largestShare",
      largest.volume / total,
      "share",
      about("volume of the largest venue / volume of all venues"),
    ),
    concentration: computed(
      "venues.herfindahl",
      shares.reduce((sum, share) => sum + share ** 2, 0),
      "ratio",
      about("sum of the squared venue shares"),
    ),
    ...present({
      depthUp: depth(
        "up",
        listed.flatMap(({depthUpUsd}) => depthUpUsd ?? []),
        asOf,
      ),
      depthDown: depth(
        "down",
        listed.flatMap(({depthDownUsd}) => depthDownUsd ?? []),
        asOf,
      ),
    }),
  };
}

function depth(side: "up" | "down", data: readonly Datum[], asOf: string) {
  if (data.length === 0) return undefined;
  return computed(
    `venues.depth.${side}`,
    data.reduce((sum, {value}) => sum + value, 0),
    "USD",
    {
      asOf,
      formula: `dollars that move the price 2 % ${side}, over all listed tickers`,
      inputs: ["venues"],
    },
  );
}
