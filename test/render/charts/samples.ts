import type {
  CasesChart,
  DependenceChart,
  LegStatus,
  PeersChart,
  PriceChart,
  QuotesChart,
} from "../../../src/model/chart.ts";
import type {QuoteClass} from "../../../src/model/market.ts";

/** Numbers from 0 to 1 that are the same on every machine (mulberry32). */
export function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** About normal: the sum of twelve, which needs no logarithm that machines may round apart. */
export function normals(seed: number): () => number {
  const random = randoms(seed);
  return () => Array.from({length: 12}, random).reduce((a, b) => a + b, -6);
}

export function dates(first: string, count: number): string[] {
  const start = Date.parse(`${first}T00:00:00Z`);
  return Array.from({length: count}, (_, i) =>
    new Date(start + i * 86_400_000).toISOString().slice(0, 10),
  );
}

export interface Walk {
  readonly seed?: number;
  readonly start?: number;
  readonly count?: number;
  readonly spread?: number;
  readonly from?: string;
}

export function walk({
  seed = 1,
  start = 250,
  count = 90,
  spread = 0.04,
  from = "2026-01-02",
}: Walk) {
  const normal = normals(seed);
  let close = start;
  return dates(from, count).map(date => {
    close = rounded(close * (1 + spread * normal()));
    return {date, close};
  });
}

export function priceSample(given: Walk & Partial<PriceChart> = {}): PriceChart {
  const random = randoms(7);
  return {
    kind: "price",
    name: "price-and-volume",
    locale: "en",
    description: "Closes and volume of an invented coin.",
    days: walk(given).map(day => ({...day, volume: rounded(day.close * 1e6 * (0.3 + random()))})),
    labels: {price: "Close, US dollars", volume: "Volume, US dollars"},
    ...given,
  };
}

/** Closes of another coin on the same days, set to the same start. */
export function besideSample(given: Walk & Partial<PriceChart> = {}): PriceChart {
  const chart = priceSample(given);
  const others = walk({start: 68_000, seed: 4, spread: 0.02, count: chart.days.length});
  const {labels} = chart;
  return {
    ...chart,
    days: chart.days.map((day, i) => ({...day, benchmark: others[i]?.close})),
    labels: {
      ...labels,
      benchmark: {name: "Bitcoin", note: "Thin line: Bitcoin from the same start, 2 January"},
    },
  };
}

export function peersSample(given: Partial<PeersChart> = {}): PeersChart {
  const names = ["Near", "Aptos", "Invented", "Sui", "Internet Computer", "Render", "Celestia"];
  const normal = normals(9);
  return {
    kind: "peers",
    name: "peers",
    locale: "en",
    description: "Change of an invented coin over 30 days: -12.4%.",
    coins: names.map((name, i) => ({
      id: name.toLowerCase(),
      name,
      change: rounded(0.02 + 0.16 * normal()),
      ...(i === 2 && {own: true as const}),
    })),
    median: 0.031,
    labels: {change: "Change over 30 days", median: "Median of the others"},
    ...given,
  };
}

export function dependenceSample(given: Partial<DependenceChart> = {}): DependenceChart {
  const normal = normals(3);
  let level = 0.62;
  const days = dates("2025-06-19", 270).map(date => {
    level = Math.max(0.2, Math.min(0.9, level + 0.012 * normal()));
    const rho = rounded(level);
    return {
      date,
      rho,
      low: rounded(rho - 0.24 * (1 - rho * rho)),
      high: rounded(rho + 0.18 * (1 - rho * rho)),
    };
  });
  return {
    kind: "dependence",
    name: "dependence",
    locale: "en",
    description: "Rank correlation of an invented coin with another, over 60 days.",
    days,
    baseline: {rho: 0.658, from: "2025-04-20", to: "2026-01-14"},
    labels: {
      rho: "Rank correlation with Bitcoin, rolling 60 days",
      band: "90 % band",
      baseline: "baseline, 270 days:",
    },
    ...given,
  };
}

type Group = readonly [name: QuoteClass, count: number, center: number, spread: number];

const groups: readonly Group[] = [
  ["fiat", 47, 0.032, 0.004],
  ["crypto", 14, 0.044, 0.011],
  ["metal", 2, 0.067, 0.006],
];

const letters = "abcdefghijklmnopqrstuvwxyz";

export function legs(seed = 5, wanted: readonly Group[] = groups): QuotesChart["legs"] {
  const normal = normals(seed);
  return wanted.flatMap(([name, count, center, spread], group) =>
    Array.from({length: count}, (_, i) => ({
      quote: `${letters[(i * 7 + group) % 26]}${letters[(i * 3) % 26]}${letters[(i + 4 * group) % 26]}`,
      class: name,
      change: rounded(center + spread * normal()),
      status: "live" as LegStatus,
    })),
  );
}

export function medians(given: QuotesChart["legs"]): QuotesChart["medians"] {
  return (["fiat", "crypto", "metal"] as const).flatMap(name => {
    const counted = given.filter(leg => leg.class === name && leg.status === "live");
    const sorted = counted.map(leg => leg.change).toSorted((a, b) => a - b);
    return sorted.length > 0 ? [{class: name, change: sorted[Math.floor(sorted.length / 2)]!}] : [];
  });
}

/** One outlier in each of two classes, two stale legs, one derived one. */
export function marked(given: QuotesChart["legs"]): QuotesChart["legs"] {
  const special: Readonly<Record<number, {status: LegStatus; change?: number; quote?: string}>> = {
    5: {status: "excluded", change: 0.0626, quote: "rub"},
    9: {status: "stale"},
    17: {status: "stale"},
    20: {status: "derived"},
    50: {status: "excluded", change: 0.006, quote: "eos"},
  };
  return given.map((leg, i) => ({...leg, ...special[i]}));
}

export function quotesSample(given: Partial<QuotesChart> = {}): QuotesChart {
  const all = given.legs ?? marked(legs());
  return {
    kind: "quotes",
    name: "quotes",
    locale: "en",
    description: "Change of an invented coin in 63 quotes.",
    legs: all,
    medians: medians(all),
    labels: {
      change: "Change in 24 hours, by quote",
      classes: {fiat: "Currencies", crypto: "Crypto", metal: "Metals"},
      statuses: {
        live: "counted",
        excluded: "excluded as outlier",
        stale: "not moved",
        derived: "derived",
      },
      median: "median",
    },
    ...given,
  };
}

export interface Fan {
  readonly days?: number;
  readonly spread?: number;
}

export function casesSample(given: Walk & Fan & Partial<CasesChart> = {}): CasesChart {
  const history = walk({count: 150, from: "2025-10-21", ...given});
  const last = history.at(-1)!;
  const {days = 30, spread = 0.045} = given;
  const at = (z: number, i: number) =>
    rounded(last.close * (1 + (spread * z) / 4) ** (4 * Math.sqrt(i)));
  const fan = dates(last.date, days + 1)
    .slice(1)
    .map((date, i) => ({
      date,
      p5: at(-1.645, i + 1),
      p10: at(-1.282, i + 1),
      p25: at(-0.674, i + 1),
      p50: at(0, i + 1),
      p75: at(0.674, i + 1),
      p90: at(1.282, i + 1),
      p95: at(1.645, i + 1),
    }));
  return {
    kind: "cases",
    name: "cases",
    locale: "en",
    description: "Recent closes of an invented coin and the fan of simulated outcomes.",
    history,
    fan,
    labels: {
      price: "Close, US dollars",
      bear: "Bear, 25 %",
      base: "Base, 50 %",
      bull: "Bull, 25 %",
      band50: "50 % of outcomes",
      band80: "80 %",
      band90: "90 %",
      logarithmic: "log scale",
    },
    ...given,
  };
}

/** Six digits, so that no machine's last bit shows. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
