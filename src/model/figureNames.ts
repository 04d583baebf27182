import type {FigureName, Quantity, Subject, Unit} from "./figure.ts";
import type {CaseName, QuantileName} from "./finding.ts";
import type {QuoteClass} from "./market.ts";

/** An amount says of what; of other units the unit tells. */
type Amount<U extends Unit> = U extends "USD" | "BTC" | "tokens"
  ? [quantity: Quantity]
  : [quantity?: Quantity];

const namer =
  (of: Subject) =>
  <U extends Unit>(id: string, unit: U, ...[quantity]: Amount<U>): FigureName<U> => ({
    id,
    unit,
    of,
    ...(quantity && {quantity}),
  });

const asset = namer("asset");
const benchmark = namer("benchmark");
const market = namer("market");
const method = namer("method");

/** The market's state of the asset, and its moves against the dollar. */
export const state = {
  price: asset("price.usd", "USD", "price"),
  priceInBitcoin: asset("price.btc", "BTC", "price"),
  secondPrice: asset("price.usd.secondAnswer", "USD", "price"),
  priceGap: asset("price.usd.gap", "difference"),
  change24h: asset("change24h.usd", "return"),
  secondChange24h: asset("change24h.usd.secondAnswer", "return"),
  secondVolume24h: asset("volume24h.usd.secondAnswer", "USD", "volume"),
  marketCap: asset("marketCap.usd", "USD", "market-cap"),
  fullyDilutedValuation: asset("fullyDilutedValuation.usd", "USD", "market-cap"),
  volume24h: asset("volume24h.usd", "USD", "volume"),
  turnover: asset("turnover", "ratio"),
  turnoverOfShown: asset("turnover.ofShownFigures", "ratio"),
  rank: asset("rank", "rank"),
  circulatingSupply: asset("supply.circulating", "tokens", "supply"),
  maxSupply: asset("supply.max", "tokens", "supply"),
  issued: asset("supply.issued", "share", "supply"),
  yearLow: asset("close.yearLow", "USD", "price"),
  yearHigh: asset("close.yearHigh", "USD", "price"),
  aboveYearLow: asset("close.yearLow.above", "return"),
  belowYearHigh: asset("close.yearHigh.below", "drawdown"),
  tradingDays: asset("tradingDays", "days"),
};

export const ofBenchmark = {
  price: benchmark("benchmark.price.usd", "USD", "price"),
  marketCap: benchmark("benchmark.marketCap.usd", "USD", "market-cap"),
  volume24h: benchmark("benchmark.volume24h.usd", "USD", "volume"),
  turnover: benchmark("benchmark.turnover", "ratio"),
  volatility90d: {
    year: benchmark("benchmark.volatility.90d", "volatility"),
    days: benchmark("benchmark.volatility.90d.days", "days"),
  },
};

/** The move of the last days, and that of the benchmark beside it. */
export const recent = {
  days: asset("recent.days", "days"),
  start: asset("recent.start", "USD", "price"),
  change: asset("recent.change", "return"),
  benchmarkStart: benchmark("recent.benchmarkStart", "USD", "price"),
  benchmarkChange: benchmark("recent.benchmarkChange", "return"),
};

export const past = (window: number) => ({
  days: method(`parameter.past.${window}d`, "days"),
  start: asset(`past.${window}d.start`, "USD", "price"),
  change: asset(`past.${window}d.change`, "return"),
  benchmarkStart: benchmark(`past.${window}d.benchmarkStart`, "USD", "price"),
  benchmarkChange: benchmark(`past.${window}d.benchmarkChange`, "return"),
});

/** Since the end of the last month, or of the last year. */
export const soFar = (unit: "month" | "year") => ({
  start: asset(`soFar.${unit}.start`, "USD", "price"),
  change: asset(`soFar.${unit}.change`, "return"),
  benchmarkStart: benchmark(`soFar.${unit}.benchmarkStart`, "USD", "price"),
  benchmarkChange: benchmark(`soFar.${unit}.benchmarkChange`, "return"),
});

/** The table of changes by quote. */
export const quotes = market("quotes.count", "count");

/** The asset's change in one quote, and what the quote itself did. */
export const quote = (id: string) => ({
  change24h: asset(`change24h.${id}`, "return"),
  ownMove24h: namer({quote: id})(`ownMove24h.${id}`, "return"),
  outlierZ: namer({quote: id})(`outlier.z.${id}`, "z-score"),
});

/** The change of another asset in one quote, from which the quote's own move is taken. */
export const referenceChange24h = (of: Subject, quoteId: string) =>
  namer(of)(`reference.change24h.${quoteId}`, "return");

export const quoteClass = (name: QuoteClass) => ({
  live: market(`quotes.${name}.live`, "count"),
  up: market(`quotes.${name}.up`, "count"),
  down: market(`quotes.${name}.down`, "count"),
  median: asset(`quotes.${name}.median`, "return"),
  medianWithExcluded: asset(`quotes.${name}.medianWithExcluded`, "return"),
  outliersTested: market(`outlier.tested.${name}`, "count"),
});

export const outliersExcluded = market("outlier.excluded", "count");

/** The dependence on the benchmark over one window, and over the baseline before it. */
export const decoupling = (window: number) => ({
  days: asset(`decoupling.${window}d.days`, "days"),
  baselineDays: asset(`decoupling.${window}d.baseline.days`, "days"),
  sameWay: asset(`decoupling.${window}d.sameWay`, "count"),
  baselineSameWay: asset(`decoupling.${window}d.baseline.sameWay`, "count"),
  largestShare: asset(`decoupling.${window}d.largestDay.share`, "share"),
  rho: asset(`decoupling.${window}d.spearman`, "correlation"),
  pearson: asset(`decoupling.${window}d.pearson`, "correlation"),
  beta: asset(`decoupling.${window}d.beta`, "beta"),
  baselineRho: asset(`decoupling.${window}d.baseline.spearman`, "correlation"),
  baselinePearson: asset(`decoupling.${window}d.baseline.pearson`, "correlation"),
  baselineBeta: asset(`decoupling.${window}d.baseline.beta`, "beta"),
  p: asset(`decoupling.${window}d.p`, "p-value"),
  adjustedP: asset(`decoupling.${window}d.adjustedP`, "p-value"),
  visible: asset(`decoupling.${window}d.visible`, "correlation"),
  benchmarkVolatility: benchmark(
    `decoupling.${window}d.benchmarkVolatility`,
    "volatility",
    "daily-volatility",
  ),
  baselineBenchmarkVolatility: benchmark(
    `decoupling.${window}d.baseline.benchmarkVolatility`,
    "volatility",
    "daily-volatility",
  ),
  ownVolatility: asset(`decoupling.${window}d.ownVolatility`, "volatility", "daily-volatility"),
  baselineOwnVolatility: asset(
    `decoupling.${window}d.baseline.ownVolatility`,
    "volatility",
    "daily-volatility",
  ),
  causeBeta: asset(`decoupling.${window}d.cause.beta`, "difference"),
  causeBenchmarkVolatility: asset(`decoupling.${window}d.cause.benchmarkVolatility`, "difference"),
  causeOwnVolatility: asset(`decoupling.${window}d.cause.ownVolatility`, "difference"),
});

export const decouplingChangeP = asset("decoupling.change.p", "p-value");
export const decouplingWindows = method("decoupling.windows", "count");

/** Of the scan that picked the asset. */
export const scan = {
  universe: market("scan.universe", "count"),
  tests: market("scan.tests", "count"),
  place: asset("scan.place", "rank"),
};

export const sector = {
  members: market("sector.members", "count"),
  days: asset("sector.days", "days"),
  partial: asset("sector.partialCorrelation", "correlation"),
  benchmarkShare: asset("sector.share.benchmark", "share"),
  sectorShare: asset("sector.share.sector", "share"),
  ownShare: asset("sector.share.own", "share"),
};

export const liquidity = {
  participation: asset("volume24h.participation", "USD", "volume"),
  universe: market("universe.size", "count"),
  universeMedian: market("universe.turnover.median", "ratio"),
  universeBelow: market("universe.turnover.below", "share"),
  historyDays: asset("turnover.history.days", "days"),
  historyMedian: asset("turnover.history.median", "ratio"),
  historyPercentile: asset("turnover.history.percentile", "percentile"),
  spikes: asset("volume.spikes", "count"),
  afterSpike: asset("volume.afterSpike", "share"),
  venues: asset("venues.count", "count"),
  largestVenue: asset("venues.largestShare", "share"),
  concentration: asset("venues.herfindahl", "ratio"),
  depthUp: asset("venues.depth.up", "USD", "depth"),
  depthDown: asset("venues.depth.down", "USD", "depth"),
};

export const attention = {
  rank: asset("attention.rank", "rank"),
  listed: market("attention.listed", "count"),
};

export const trending = {
  listed: market("trending.listed", "count"),
  change24h: (category: string) => market(`trending.${category}.change24h`, "return"),
};

export const peer = (id: string, subject: Subject = {peer: id}) => {
  const of = namer(subject);
  return {
    marketCap: of(`peers.${id}.marketCap`, "USD", "market-cap"),
    volume24h: of(`peers.${id}.volume24h`, "USD", "volume"),
    turnover: of(`peers.${id}.turnover`, "ratio"),
    change24h: of(`peers.${id}.change24h`, "return"),
    change30d: of(`peers.${id}.change30d`, "return"),
    correlation: of(`peers.${id}.correlation`, "correlation"),
  };
};

export const peers = {
  size: market("peers.size", "count"),
  unseen: market("peers.unseen", "count"),
  place: {
    marketCap: asset("peers.place.marketCap", "rank"),
    change24h: asset("peers.place.change24h", "rank"),
    change30d: asset("peers.place.change30d", "rank"),
    turnover: asset("peers.place.turnover", "rank"),
  },
  median: {
    change24h: market("peers.median.change24h", "return"),
    change30d: market("peers.median.change30d", "return"),
    turnover: market("peers.median.turnover", "ratio"),
    correlation: market("peers.median.correlation", "correlation"),
  },
};

/** What the last note had, and what became of it. */
export const since = {
  days: asset("since.days", "days"),
  price: asset("since.price", "USD", "price"),
  move: asset("since.move", "return"),
  benchmarkPrice: benchmark("since.benchmarkPrice", "USD", "price"),
  benchmarkPriceNow: benchmark("since.benchmarkPriceNow", "USD", "price"),
  benchmarkMove: benchmark("since.benchmarkMove", "return"),
  rank: asset("since.rank", "rank"),
  turnover: asset("since.turnover", "ratio"),
  dependenceDays: asset("since.dependence.days", "days"),
  dependenceRho: asset("since.dependence.spearman", "correlation"),
};

/** A case of an earlier note, by the note's instant and the case's days. */
export const earlierCase = (asOf: string, days: number) => ({
  days: method(`earlier.${asOf}.${days}d.days`, "days"),
  low: asset(`earlier.${asOf}.${days}d.low`, "USD", "price"),
  high: asset(`earlier.${asOf}.${days}d.high`, "USD", "price"),
  close: asset(`earlier.${asOf}.${days}d.close`, "USD", "price"),
});

export const volatility = (window: number) => ({
  year: asset(`volatility.${window}d`, "volatility"),
  days: asset(`volatility.${window}d.days`, "days"),
  day: asset(`volatility.${window}d.daily`, "volatility", "daily-volatility"),
});

export const risk = {
  change24hInDeviations: asset("change24h.inDeviations", "z-score"),
  drawdown: asset("drawdown.max", "drawdown"),
  drawdownPeak: asset("drawdown.peak", "USD", "price"),
  drawdownTrough: asset("drawdown.trough", "USD", "price"),
  drawdownNow: asset("drawdown.now", "drawdown"),
  aboveTrough: asset("drawdown.aboveTrough", "return"),
  usual: asset("volatility.before.daily", "volatility", "daily-volatility"),
  usualDays: asset("volatility.before.days", "days"),
  jointDays: asset("joint.days", "days"),
  downsideBeta: asset("downsideBeta", "beta"),
  tailDays: benchmark("tail.days", "days"),
  tailShared: asset("tail.shared", "days"),
  tailShare: asset("tail.share", "share"),
  tailIndependent: method("tail.independent", "share"),
};

/** How rare something is among its earlier cases. */
const rarity = (what: string, of: typeof asset) => ({
  earlier: of(`rarity.${what}.earlier`, "count"),
  beyond: of(`rarity.${what}.beyond`, "count"),
  place: of(`rarity.${what}.place`, "rank"),
});

/** The lowest and highest price of the day. */
export const range = {
  low: asset("range.low", "USD", "price"),
  high: asset("range.high", "USD", "price"),
  width: asset("range.width", "return"),
  aboveLow: asset("range.aboveLow", "return"),
  belowHigh: asset("range.belowHigh", "return"),
  dip: asset("range.dip", "return"),
  peak: asset("range.peak", "return"),
  median: asset("range.median", "return"),
  record: rarity("range", asset),
};

export const records = {
  day: {...rarity("day", asset), most: asset("rarity.day.most", "return")},
  after: {
    level: method("parameter.after.level", "return"),
    days: method("parameter.after.days", "days"),
    cases: asset("after.cases", "count"),
    higher: asset("after.higher", "count"),
    median: asset("after.median", "return"),
    most: asset("after.most", "return"),
  },
  level: rarity("level", asset),
  volatility: {
    ...rarity("volatility", asset),
    daily: asset("records.volatility.daily", "volatility", "daily-volatility"),
  },
  volume: {
    ...rarity("volume", asset),
    median: asset("records.volume.median", "USD", "volume"),
    times: asset("records.volume.times", "ratio"),
  },
  stillDays: asset("records.still.days", "count"),
  stillLarger: asset("records.still.larger", "count"),
};

export const span = (window: number) => ({
  ...rarity(`${window}d`, asset),
  days: method(`parameter.span.${window}d`, "days"),
  start: asset(`records.${window}d.start`, "USD", "price"),
  change: asset(`records.${window}d.change`, "return"),
  benchmarkStart: benchmark(`records.${window}d.benchmarkStart`, "USD", "price"),
  benchmarkChange: benchmark(`records.${window}d.benchmarkChange`, "return"),
  madeBy: asset(`records.${window}d.madeBy`, "return"),
});

/** The other coins on the same day. */
export const field = {
  coins: market("field.coins", "count"),
  up: market("field.up", "count"),
  down: market("field.down", "count"),
  median: market("field.median", "return"),
  lowerQuarter: market("field.lowerQuarter", "return"),
  upperQuarter: market("field.upperQuarter", "return"),
  lowest: (id: string) => namer({peer: id})("field.lowest", "return"),
  highest: (id: string) => namer({peer: id})("field.highest", "return"),
  ownChange: asset("field.ownChange", "return"),
  below: market("field.below", "count"),
  above: market("field.above", "count"),
  benchmark: benchmark("field.benchmark", "return"),
  market: rarity("market", market),
};

export const ruler = {
  gap: asset("ruler.gap", "difference"),
  record: rarity("gap", asset),
  widest: asset("ruler.widest", "difference"),
  off: asset("ruler.off", "days"),
  low: {
    ...rarity("low", asset),
    price: asset("ruler.low.price", "USD", "price"),
    gap: asset("ruler.low.gap", "difference"),
  },
};

export const cohort = {
  days: asset("cohort.days", "days"),
  change: asset("cohort.change", "return"),
  coins: market("cohort.coins", "count"),
  fell: market("cohort.fell", "count"),
  worse: market("cohort.worse", "count"),
  better: market("cohort.better", "count"),
  median: market("cohort.median", "return"),
};

export const cases = {
  history: asset("cases.history", "days"),
  volatilityToday: asset("cases.volatility.today", "volatility", "daily-volatility"),
  volatilityLongRun: asset("cases.volatility.longRun", "volatility", "daily-volatility"),
  recordCoins: method("cases.record.coins", "count"),
};

export const caseSet = (days: number) => ({
  days: method(`parameter.horizon.${days}`, "days"),
  quantile: (name: QuantileName) => asset(`cases.${days}d.${name}`, "USD", "price"),
  drift: asset(`cases.${days}d.drift`, "return"),
  probability: (name: CaseName) => asset(`cases.${days}d.${name}.probability`, "probability"),
  trigger: (name: CaseName) => asset(`cases.${days}d.${name}.trigger`, "USD", "price"),
  forecasts: method(`cases.${days}d.record.forecasts`, "count"),
  coverage50: method(`cases.${days}d.record.coverage50`, "share"),
  coverage80: method(`cases.${days}d.record.coverage80`, "share"),
});

/** What the method fixed beforehand. */
export const parameter = {
  baseline: method("parameter.baseline", "days"),
  level: method("parameter.level", "p-value"),
  outlierThreshold: method("parameter.outlierThreshold", "z-score"),
  participation: method("parameter.participation", "share"),
  spike: method("parameter.spike", "count"),
  spikeDays: method("parameter.spikeDays", "days"),
  paths: method("parameter.paths", "count"),
  hours: method("parameter.hours", "hours"),
  month: method("parameter.month", "days"),
  year: method("parameter.year", "days"),
  band: method("parameter.band", "share"),
  percent: method("parameter.percent", "return"),
  half: method("parameter.half", "probability"),
  quarter: method("parameter.quarter", "probability"),
  power: method("parameter.power", "probability"),
  nineTenths: method("parameter.nineTenths", "probability"),
  eightTenths: method("parameter.eightTenths", "probability"),
  tenth: method("parameter.tenth", "share"),
  depth: method("parameter.depth", "return"),
};

/** Minutes that a reader of the note needs. */
export const readingMinutes = method("reading.minutes", "minutes");

/** Counts that abstentions name. */
export const abstentionCounts = {
  legs: (name: QuoteClass) => market(`abstention.legs.${name}`, "count"),
  legsNeeded: method("abstention.legs.needed", "count"),
  days: (about: string) => asset(`abstention.${about}.days`, "count"),
  daysNeeded: (about: string) => method(`abstention.${about}.needed`, "count"),
};
