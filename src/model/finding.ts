import type {LegStatus} from "./chart.ts";
import type {Day} from "./day.ts";
import type {Figure, SourceName} from "./figure.ts";
import type {LeftOut, ProfileFact, QuoteClass, Sector} from "./market.ts";
import type {Horizon, Window} from "./order.ts";
import type {Asset} from "./snapshot.ts";

/** A typed claim with its statistics and the figures it rests on. */
export type Finding =
  | MarketStateFinding
  | DecompositionFinding
  | OutliersFinding
  | DecouplingFinding
  | SectorFinding
  | LiquidityFinding
  | AttentionFinding
  | DescriptionFinding
  | ProfileFinding
  | PeersFinding
  | SinceFinding
  | RiskFinding
  | RecordsFinding
  | FieldFinding
  | RulerFinding
  | CohortFinding
  | RangeFinding
  | TrendingFinding
  | CasesFinding;

/** Every kind of finding, as evidence names it. */
export const findingKinds = [
  "market-state",
  "decomposition",
  "outliers",
  "decoupling",
  "sector",
  "liquidity",
  "attention",
  "description",
  "profile",
  "peers",
  "since",
  "risk",
  "records",
  "field",
  "ruler",
  "cohort",
  "range",
  "trending",
  "cases",
] as const satisfies readonly Finding["kind"][];

/** Price, size and turnover at the as-of instant. */
export interface MarketStateFinding {
  readonly kind: "market-state";
  readonly price: Figure<"USD">;
  /** `snapshot`: the price of the instant; `close`: the last daily close, for want of a newer one. */
  readonly priceIs: "snapshot" | "close";
  /** As the source prints it. */
  readonly priceInBitcoin?: Figure<"BTC">;
  readonly change24h?: Figure<"return">;
  readonly marketCap?: Figure<"USD">;
  readonly fullyDilutedValuation?: Figure<"USD">;
  readonly circulatingSupply?: Figure<"tokens">;
  readonly maxSupply?: Figure<"tokens">;
  /** Of the most there can be, how much circulates. */
  readonly issued?: Figure<"share">;
  readonly volume24h?: Figure<"USD">;
  readonly turnover?: Figure<"ratio">;
  /** Volume over cap as printed by the source, where it prints the turnover itself. */
  readonly turnoverOfShown?: Figure<"ratio">;
  readonly rank?: Figure<"rank">;
  readonly yearLow?: Dated<Figure<"USD">>;
  readonly yearHigh?: Dated<Figure<"USD">>;
  /** How far the price lies above the lowest close of the year, and below the highest. */
  readonly aboveYearLow?: Figure<"return">;
  readonly belowYearHigh?: Figure<"drawdown">;
  /** Of a market that rests on some days of the week: its days in a year. */
  readonly tradingDays?: Figure<"days">;
  /** What a second answer of the same hour says, and how far its price lies off. */
  readonly secondOpinion?: {
    readonly price: Figure<"USD">;
    readonly gap: Figure<"difference">;
    readonly change24h?: Figure<"return">;
    readonly volume24h?: Figure<"USD">;
    /** What the two do not agree on. */
    readonly differs: readonly ("price" | "change24h" | "volume24h")[];
  };
  /** The move over the past week or so that the closes show, with the benchmark's over the same days. */
  readonly recent?: RecentMove;
  /** From the closes of 30, 90 and 365 days ago to the newest price, as far as they are on record. */
  readonly past: readonly PastChange[];
  /** From the last close of the month before, and of the year before, to the newest price. */
  readonly soFar: readonly ChangeSoFar[];
  /** The last half year of closes, with the day's volume where it is known. */
  readonly closes: readonly {
    readonly date: Day;
    readonly close: number;
    readonly volume?: number;
    /** The benchmark's own close of the day. */
    readonly benchmark?: number;
  }[];
  readonly sources: readonly string[];
}

export interface Dated<F> {
  readonly figure: F;
  readonly day: Day;
}

/** The change over a round number of days, with the benchmark's where both are known. */
export interface PastChange extends RecentMove {
  readonly window: 30 | 90 | 365;
}

/** The change since a month or a year began, with the benchmark's. */
export interface ChangeSoFar extends Omit<RecentMove, "days"> {
  readonly unit: "month" | "year";
}

/** From one close to the newest price: the asset's move and the benchmark's over the same days. */
export interface RecentMove {
  readonly from: Day;
  readonly days: Figure<"days">;
  readonly start: Figure<"USD">;
  readonly asset: Figure<"return">;
  readonly benchmark?: {
    readonly start: Figure<"USD">;
    readonly end: Figure<"USD">;
    readonly change: Figure<"return">;
  };
}

/** One quote of the table. */
export interface Leg {
  readonly quote: string;
  readonly class: QuoteClass;
  readonly status: LegStatus;
  /** The asset's change priced in this quote. */
  readonly change: Figure<"return">;
  /** The quote's own change against the dollar: the same for every asset. */
  readonly own: Figure<"return">;
  readonly z?: Figure<"z-score">;
}

/** Counts of all live quotes; one that is left out as an outlier is left out of the median only. */
export interface ClassSummary {
  readonly class: QuoteClass;
  readonly live: Figure<"count">;
  readonly up: Figure<"count">;
  readonly down: Figure<"count">;
  /** Of the live legs that are not excluded. */
  readonly median?: Figure<"return">;
  /** Of all live legs, the excluded ones too. */
  readonly medianWithExcluded?: Figure<"return">;
}

/** How much of a change is the asset's, and how much the quote's. */
export interface DecompositionFinding {
  readonly kind: "decomposition";
  /**
   * `source`: the changes as the source gives them; `derived`: the asset's dollar change over each
   * quote's own move, known from another asset; `closes`: between the last two daily closes.
   */
  readonly basis: "source" | "derived" | "closes";
  /** The asset whose changes the quotes' own moves were taken from. */
  readonly reference: Asset;
  readonly dollars: Figure<"return">;
  readonly legs: readonly Leg[];
  readonly quotes: Figure<"count">;
  readonly classes: readonly ClassSummary[];
  /** For how much of the period currency and metal markets were closed for a weekend. */
  readonly weekend: "none" | "part" | "most";
  /** For `closes`: the days between whose ends the change lies. */
  readonly days?: {readonly from: Day; readonly to: Day};
  readonly largestUp?: Leg;
  readonly largestDown?: Leg;
  readonly sources: readonly string[];
}

/** What was left out of the quote table, by a rule fixed beforehand. */
export interface OutliersFinding {
  readonly kind: "outliers";
  readonly threshold: Figure<"z-score">;
  readonly tested: readonly {readonly class: QuoteClass; readonly legs: Figure<"count">}[];
  readonly excluded: readonly (Leg & {readonly z: Figure<"z-score">})[];
  readonly count: Figure<"count">;
  /** Classes whose median changes its sign by the exclusion. */
  readonly signChanged: readonly QuoteClass[];
}

export type Verdict = "weakened" | "strengthened" | "no-change-found" | "not-enough-data";

/** Whether the dependence on the benchmark has changed. */
export interface DecouplingFinding {
  readonly kind: "decoupling";
  readonly benchmark: Asset;
  readonly baseline: Figure<"days">;
  readonly level: Figure<"p-value">;
  readonly windows: readonly WindowResult[];
  /** The window the note speaks of first. */
  readonly leading: WindowResult;
  /** The word may be used: a positive tie weakened, moved by the asset, and not inverse. */
  readonly decoupled: boolean;
  /** Whose change, in the leading window, moved the linear correlation the way that the tie went. */
  readonly movedBy?: "asset" | "benchmark" | undefined;
  /** In the leading window the asset moves against the benchmark. */
  readonly inverse: boolean;
  /** The test for a change at an unknown time over the leading window and its baseline. */
  readonly change?: {
    readonly p: Figure<"p-value">;
    /** The first day of the changed dependence, where the test rejects. */
    readonly since?: Day;
  };
  readonly rolling: {
    readonly window: Window;
    readonly days: readonly {
      readonly date: Day;
      readonly rho: number;
      readonly low: number;
      readonly high: number;
    }[];
  };
  /** Where a scan picked the asset. */
  readonly picked?: {
    readonly universe: Figure<"count">;
    readonly tests: Figure<"count">;
    readonly place: Figure<"rank">;
  };
  readonly sources: readonly string[];
}

export interface WindowResult {
  readonly window: Window;
  readonly verdict: Exclude<Verdict, "not-enough-data">;
  readonly from: Day;
  readonly to: Day;
  /** The first day of the baseline that both have a return of. */
  readonly baselineFrom: Day;
  readonly baselineTo: Day;
  readonly days: Figure<"days">;
  readonly baselineDays: Figure<"days">;
  /** Days on which both went the same way, of each. */
  readonly sameWay: Figure<"count">;
  readonly baselineSameWay: Figure<"count">;
  /** The day on which the asset moved most, and its part of the window's squared returns. */
  readonly largest: {readonly day: Day; readonly share: Figure<"share">};
  readonly rho: Figure<"correlation">;
  readonly pearson: Figure<"correlation">;
  readonly beta: Figure<"beta">;
  readonly baselineRho: Figure<"correlation">;
  readonly baselinePearson: Figure<"correlation">;
  readonly baselineBeta: Figure<"beta">;
  readonly p: Figure<"p-value">;
  /**
   * Benjamini–Hochberg over the windows of this note, or over the scan that picked the asset: the one
   * that the verdict goes by.
   */
  readonly adjustedP: Figure<"p-value">;
  /** The highest correlation that these windows would have told from the baseline four times in five. */
  readonly visible: Figure<"correlation">;
  readonly benchmarkVolatility: Figure<"volatility">;
  readonly baselineBenchmarkVolatility: Figure<"volatility">;
  readonly ownVolatility: Figure<"volatility">;
  readonly baselineOwnVolatility: Figure<"volatility">;
  /** Parts of the change of Pearson's r; they add up to it. */
  readonly cause: {
    readonly beta: Figure<"difference">;
    readonly benchmarkVolatility: Figure<"difference">;
    readonly ownVolatility: Figure<"difference">;
  };
}

/** What is left of the tie to the benchmark beside the other coins. */
export interface SectorFinding {
  readonly kind: "sector";
  readonly members: Figure<"count">;
  readonly days: Figure<"days">;
  readonly partial: Figure<"correlation">;
  readonly shares: {
    readonly benchmark: Figure<"share">;
    readonly sector: Figure<"share">;
    readonly own: Figure<"share">;
  };
  readonly sources: readonly string[];
}

/** Turnover against what it can be compared with, and the venues as far as they are known. */
export interface LiquidityFinding {
  readonly kind: "liquidity";
  readonly turnover: Figure<"ratio">;
  /** What an order could be of a day's volume at a stated part of it. */
  readonly part: {readonly share: Figure<"share">; readonly amount: Figure<"USD">};
  readonly benchmark?: {readonly asset: Asset; readonly turnover: Figure<"ratio">};
  readonly universe?: {
    readonly median: Figure<"ratio">;
    readonly size: Figure<"count">;
    /** Share of the universe that turned over less. */
    readonly below: Figure<"share">;
  };
  readonly history?: {
    readonly percentile: Figure<"percentile">;
    readonly median: Figure<"ratio">;
    readonly days: Figure<"days">;
  };
  /** What became of the coin's own earlier volume spikes, a week later. */
  readonly fade?: {
    readonly spikes: Figure<"count">;
    readonly times: Figure<"count">;
    readonly days: Figure<"days">;
    readonly ratio: Figure<"share">;
  };
  readonly venues?: {
    readonly count: Figure<"count">;
    readonly largest: string;
    readonly largestShare: Figure<"share">;
    readonly concentration: Figure<"ratio">;
    readonly depthUp?: Figure<"USD">;
    readonly depthDown?: Figure<"USD">;
  };
  readonly sources: readonly string[];
}

/** The place on the source's list of most searched coins; nothing is read into it. */
export interface AttentionFinding {
  readonly kind: "attention";
  readonly rank: Figure<"rank">;
  readonly listed: Figure<"count">;
  readonly source: string;
}

/** What the source says the asset is, quoted and not vouched for. */
export interface DescriptionFinding {
  readonly kind: "description";
  readonly text: string;
  readonly source: string;
  readonly file: string;
  readonly pointer: string;
  readonly asOf: string;
}

/** Facts about the protocol that an editor maintains: cited, dated, and none that has expired. */
export interface ProfileFinding {
  readonly kind: "profile";
  readonly facts: readonly ProfileFact[];
}

/** The coin among the others of its sector. */
export interface PeersFinding {
  readonly kind: "peers";
  readonly sector: Pick<Sector, "id" | "name" | "by">;
  /** Coins of the sector that are on record, the asset among them. */
  readonly size: Figure<"count">;
  /** The largest by market cap, and the asset wherever it stands; largest first. */
  readonly rows: readonly PeerRow[];
  /** Other coins of the sector of which nothing of late is on record: no place counts them. */
  readonly unseen?: {readonly count: Figure<"count">; readonly names: readonly string[]};
  /** The smaller coins that are not shown; places and medians count them too. */
  readonly rest: readonly PeerRow[];
  /** The asset's place, 1 the highest, where all of them have the value. */
  readonly place: {
    readonly marketCap?: Figure<"rank">;
    readonly change24h?: Figure<"rank">;
    readonly change30d?: Figure<"rank">;
    readonly turnover?: Figure<"rank">;
  };
  /** Of the others, without the asset. */
  readonly median: {
    readonly change24h?: Figure<"return">;
    readonly change30d?: Figure<"return">;
    readonly turnover?: Figure<"ratio">;
    readonly correlation?: Figure<"correlation">;
  };
  readonly sources: readonly string[];
}

export interface PeerRow {
  readonly asset: Asset;
  readonly marketCap?: Figure<"USD">;
  readonly volume24h?: Figure<"USD">;
  readonly change24h?: Figure<"return">;
  readonly change30d?: Figure<"return">;
  readonly turnover?: Figure<"ratio">;
  /** Rank correlation of daily returns with the benchmark, over 60 days. */
  readonly correlation?: Figure<"correlation">;
}

/** What has changed since the last note on the coin, and how its cases stand. */
export interface SinceFinding {
  readonly kind: "since";
  readonly last: {readonly id: string; readonly title: string; readonly asOf: string};
  readonly days: Figure<"days">;
  readonly priceThen: Figure<"USD">;
  readonly move: Figure<"return">;
  readonly benchmarkMove?: Figure<"return">;
  /** The benchmark's prices that its move lies between. */
  readonly benchmarkPrice?: {readonly before: Figure<"USD">; readonly now: Figure<"USD">};
  readonly rank?: {readonly before: Figure<"rank">; readonly now: Figure<"rank">};
  readonly turnover?: {readonly before: Figure<"ratio">; readonly now: Figure<"ratio">};
  readonly dependence?: {
    readonly before: {
      readonly verdict: Exclude<Verdict, "not-enough-data">;
      readonly days: Figure<"days">;
      readonly rho: Figure<"correlation">;
    };
    /** The same window today. */
    readonly now: {
      readonly verdict: Exclude<Verdict, "not-enough-data">;
      readonly rho: Figure<"correlation">;
    };
  };
  /** Of all earlier notes: those that were decided since the last note, and those still open. */
  readonly cases: readonly EarlierOutcome[];
}

/** How a case set of an earlier note turned out, or stands. */
export interface EarlierOutcome {
  readonly note: {readonly id: string; readonly asOf: string};
  readonly days: Figure<"days">;
  readonly date: Day;
  readonly low: Figure<"USD">;
  readonly high: Figure<"USD">;
  /** `decided`: by the close of its day; `open`: where the newest price stands. */
  readonly state: "decided" | "open";
  readonly price: Figure<"USD">;
  /** The case in whose range that price lies. */
  readonly in: CaseName;
}

/** How much it moves, and how far it has fallen. */
export interface RiskFinding {
  readonly kind: "risk";
  /** Over the last 30 and 90 days; `days` counts the returns in them. */
  readonly volatility: readonly {
    readonly window: 30 | 90;
    readonly figure: Figure<"volatility">;
    readonly days: Figure<"days">;
  }[];
  readonly benchmarkVolatility?: Figure<"volatility">;
  /** The standard deviation of a day, over the shorter window. */
  readonly daily: Figure<"volatility">;
  /** The newest day beside the days before it, which it is no part of. */
  readonly day?: {
    /** The standard deviation of the daily returns of the month before it. */
    readonly usual: Figure<"volatility">;
    readonly days: Figure<"days">;
    /** How many of these its change is, up or down. */
    readonly deviations: Figure<"z-score">;
  };
  readonly drawdown: {
    readonly figure: Figure<"drawdown">;
    readonly peak: Dated<Figure<"USD">>;
    readonly trough: Dated<Figure<"USD">>;
    readonly since: Day;
  };
  /** How far the newest price lies below the highest close. */
  readonly fromPeak?: Figure<"drawdown">;
  /** How far it lies above the bottom of the deepest fall. */
  readonly aboveTrough?: Figure<"return">;
  /** Days with returns of both, over which the next two are measured. */
  readonly jointDays?: Figure<"days">;
  readonly downsideBeta?: Figure<"beta">;
  readonly tail?: {
    readonly days: Figure<"days">;
    readonly shared: Figure<"days">;
    readonly share: Figure<"share">;
    /** What independence would give. */
    readonly independent: Figure<"share">;
  };
  readonly sources: readonly string[];
}

/** How rare something is among its own earlier cases: those at least as extreme, in its direction. */
export interface Rarity {
  /** Earlier comparable cases. */
  readonly earlier: Figure<"count">;
  /** How many of them were at least as extreme. */
  readonly beyond: Figure<"count">;
  /** Its place among them and itself, 1 the most extreme. */
  readonly place: Figure<"rank">;
  /** The first day of the cases. */
  readonly from: Day;
  /** The last case that was at least as extreme; absent where there is none. */
  readonly last?: Day;
  /** Overlapping cases count for this part of one each: a seventh for spans of a week. */
  readonly part: number;
}

/** The newest day, the level, the last week and month among all that is on record of the coin. */
export interface RecordsFinding {
  readonly kind: "records";
  readonly day?: Rarity & {
    readonly change: Figure<"return">;
    /** The largest before it in its direction; absent where none went that way. */
    readonly most?: Dated<Figure<"return">>;
  };
  readonly after?: Aftermath;
  /** The price among the earlier closes, from whichever end it is nearer to. */
  readonly level?: Rarity & {readonly end: "high" | "low"};
  readonly spans: readonly SpanRecord[];
  readonly volatility?: Rarity & {
    readonly figure: Figure<"volatility">;
    readonly end: "high" | "low";
  };
  /** The day's volume among those of the past year, of one source. */
  readonly volume?: Rarity & {
    readonly figure: Figure<"USD">;
    readonly end: "high" | "low";
    readonly median: Figure<"USD">;
    readonly times: Figure<"ratio">;
  };
  /** How many days of the past year moved at least as much, up or down. */
  readonly still?: {readonly days: Figure<"count">; readonly larger: Figure<"count">};
}

/** Earlier days of such a move, and where the coin stood some days after each: counts of the past. */
export interface Aftermath {
  /** They moved at least so much, in the direction of the newest day. */
  readonly level: Figure<"return">;
  readonly days: Figure<"days">;
  /** Those of them whose days after are over, and on record. */
  readonly cases: Figure<"count">;
  readonly higher: Figure<"count">;
  /** The median change over the days after. */
  readonly median: Figure<"return">;
  /** The largest of them. */
  readonly most: Dated<Figure<"return">>;
  readonly from: Day;
}

/** The change over the last days beside all earlier spans of that length that do not overlap it. */
export interface SpanRecord extends Rarity {
  readonly window: 7 | 30;
  readonly days: Figure<"days">;
  readonly start: Dated<Figure<"USD">>;
  readonly change: Figure<"return">;
  readonly benchmark?: RecentMove["benchmark"];
  /** The one day that made at least four fifths of it, by logarithms. */
  readonly madeBy?: Dated<Figure<"return">>;
}

/** The other coins on record on the same day, and the coin among them. */
export interface FieldFinding {
  readonly kind: "field";
  /** Absent where the changes are of the trailing 24 hours. */
  readonly day?: Day;
  readonly coins: Figure<"count">;
  readonly up: Figure<"count">;
  readonly down: Figure<"count">;
  readonly median: Figure<"return">;
  /** Between these the middle half of them lies. */
  readonly middle: readonly [lower: Figure<"return">, upper: Figure<"return">];
  /** The one that did worst, and the one that did best. */
  readonly ends: Readonly<Record<"lowest" | "highest", FieldEnd>>;
  readonly own?: {
    readonly change: Figure<"return">;
    /** Others that did worse, and better. */
    readonly below: Figure<"count">;
    readonly above: Figure<"count">;
  };
  readonly benchmark?: Figure<"return">;
  /** The day's median among those of all earlier days. */
  readonly market?: Rarity;
  readonly sources: readonly string[];
}

interface FieldEnd {
  readonly asset: Asset;
  readonly change: Figure<"return">;
}

/** What is made to be worth something else, beside it. */
export interface RulerFinding {
  readonly kind: "ruler";
  /** `usd`, or the code of a rate. */
  readonly code: string;
  /** How far the price lies from what it should be, as a share of that. */
  readonly gap?: Figure<"difference">;
  /** Among the earlier distances, on its side. */
  readonly record?: Rarity;
  /** The widest distance of the year before, on either side; since when, where the record is shorter. */
  readonly widest?: Dated<Figure<"difference">> & {readonly since?: Day};
  /** Days in a row, to the last, that lay further off than a hundredth. */
  readonly off?: Figure<"days">;
  /** The lowest price of the day. */
  readonly low?: Rarity & {readonly price: Figure<"USD">; readonly gap: Figure<"difference">};
  /** Over the trailing day: of the asset in its ruler, in dollars, and of the ruler in dollars. */
  readonly day?: {
    readonly inRuler: Figure<"return">;
    readonly inDollars: Figure<"return">;
    readonly ofRuler: Figure<"return">;
  };
  readonly sources: readonly string[];
}

/** A young coin beside others at the same age. */
export interface CohortFinding {
  readonly kind: "cohort";
  /** From the first close to the last. */
  readonly days: Figure<"days">;
  readonly from: Day;
  readonly change: Figure<"return">;
  readonly coins: Figure<"count">;
  readonly fell: Figure<"count">;
  readonly worse: Figure<"count">;
  readonly better: Figure<"count">;
  readonly median: Figure<"return">;
  readonly sources: readonly string[];
}

/** The lowest and highest price of a day, and where the price stands between them. */
export interface RangeFinding {
  readonly kind: "range";
  /** `day`: of the UTC day that the close ends; `hours`: of the 24 hours before the price. */
  readonly of: "day" | "hours";
  readonly low: Figure<"USD">;
  readonly high: Figure<"USD">;
  /** From the low up to the high. */
  readonly width: Figure<"return">;
  /** From the low to the price, and from the high to it. */
  readonly aboveLow: Figure<"return">;
  readonly belowHigh: Figure<"return">;
  /** How far the low lies below where the day began and where it ended, from the nearer of the two. */
  readonly dip: Excursion;
  /** And how far the high lies above both. */
  readonly peak: Excursion;
  /** The width among those of the year before. */
  readonly usual?: Rarity & {readonly end: "high" | "low"; readonly median: Figure<"return">};
}

interface Excursion {
  /** Measured from where the day began, or from the price that ends it. */
  readonly from: "start" | "price";
  readonly figure: Figure<"return">;
}

/** Categories of coins that the source lists as trending, with what their coins did together. */
export interface TrendingFinding {
  readonly kind: "trending";
  readonly listed: Figure<"count">;
  /** Those that the source puts the asset under; none where it does not say. */
  readonly own: readonly CategoryChange[];
  readonly all: readonly CategoryChange[];
  readonly source: string;
}

export interface CategoryChange {
  readonly name: string;
  /** Of the market cap of its coins, over a day. */
  readonly change: Figure<"return">;
}

export type CaseName = "bear" | "base" | "bull";

/** A forecast with probability, date and rule, so that it can be scored. */
export interface Case {
  readonly name: CaseName;
  readonly probability: Figure<"probability">;
  readonly low?: Figure<"USD">;
  readonly high?: Figure<"USD">;
  /** A close beyond it is the first sign of the case; absent where the price is there already. */
  readonly trigger?: Figure<"USD">;
}

export interface CaseSet {
  readonly horizon: Horizon;
  readonly days: Figure<"days">;
  /** The close of this day decides. */
  readonly date: Day;
  readonly cases: readonly Case[];
  readonly quantiles: Readonly<Record<QuantileName, Figure<"USD">>>;
  /** How far the median of the outcomes lies from today's price. */
  readonly drift: Figure<"return">;
  /** How often such cases held in the past: of coins. */
  readonly record?: {
    readonly forecasts: Figure<"count">;
    readonly coverage50: Figure<"share">;
    readonly coverage80: Figure<"share">;
  };
}

export type QuantileName = "p5" | "p10" | "p25" | "p50" | "p75" | "p90" | "p95";

/** Bear, base and bull at each horizon, from one simulation. */
export interface CasesFinding {
  readonly kind: "cases";
  readonly start: Figure<"USD">;
  readonly sets: readonly CaseSet[];
  readonly paths: Figure<"count">;
  readonly history: Figure<"days">;
  readonly dailyVolatility: Figure<"volatility">;
  readonly longRunVolatility: Figure<"volatility">;
  /** The coins and days that the record was measured on; what is no coin has none. */
  readonly record?: {readonly coins: Figure<"count">; readonly from: Day; readonly until: Day};
  readonly fan: readonly ({readonly date: Day} & Readonly<Record<QuantileName, number>>)[];
  readonly sources: readonly string[];
}

/** What the data cannot carry, and why. */
export interface Abstention {
  readonly about: string;
  readonly reason: AbstentionReason;
}

/** Typed, so that each locale can word it. */
export type AbstentionReason =
  | {readonly kind: "is-benchmark"}
  /** It stands beside what it is made to be worth. */
  | {readonly kind: "own-ruler"}
  | {readonly kind: "no-history"}
  | {readonly kind: "history-ends"; readonly day: Day}
  | {readonly kind: "too-few-days"; readonly days: number; readonly needed: number}
  | {readonly kind: "no-change-known"}
  | {readonly kind: "no-quotes"}
  | {
      readonly kind: "too-few-legs";
      readonly class: QuoteClass;
      readonly legs: number;
      readonly needed: number;
    }
  /** The day has no like, in the coin's own past or among the others. */
  | {readonly kind: "beyond-record"}
  | {readonly kind: "no-volume-or-cap"}
  | {readonly kind: "no-order-books"}
  | {readonly kind: "no-causes"}
  | {readonly kind: "no-holders"};

/** A value that was left out, by which rule. */
export interface Exclusion {
  readonly figure: string;
  readonly rule: string;
  readonly value: number;
  readonly day?: Day;
}

/** All that can be said about the market, and all that cannot. */
export interface Findings {
  readonly findings: readonly Finding[];
  readonly exclusions: readonly Exclusion[];
  readonly abstentions: readonly Abstention[];
  /** Facts of the profile, coins of the sector and descriptions that were not used, and why. */
  readonly leftOut: readonly LeftOut[];
  /** Every figure by id, inputs before what is computed from them. */
  readonly figures: ReadonlyMap<string, Figure>;
  readonly series: readonly SeriesReference[];
}

/** Values that figures were computed from as a whole: where they stand in the snapshot. */
export interface SeriesReference {
  readonly id: string;
  readonly source: SourceName;
  readonly file: string;
  readonly pointer: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly count: number;
}
