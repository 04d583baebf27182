import type {Day} from "./day.ts";
import type {Datum, SourceName} from "./figure.ts";
import type {Asset} from "./snapshot.ts";

/** What an amount is measured in; dispersion is only compared within one class. */
export type QuoteClass = "fiat" | "crypto" | "metal";

/** Values of UTC days, oldest first. A day that is missing stays missing. */
export interface DailySeries {
  /** Such as `close.bittensor`; figures name it as their input. */
  readonly id: string;
  /** What the reader is told: "exchange closes". */
  readonly source: SourceName;
  readonly file: string;
  /** The column, or the JSON pointer, that the values were read from. */
  readonly pointer: string;
  /** Days as YYYY-MM-DD; the value is that of the day's end. */
  readonly dates: readonly string[];
  readonly values: readonly number[];
}

/** The market's state of one asset at one instant; what a source does not know is absent. */
export interface MarketState {
  readonly price?: Datum;
  /** As the source prints it, whatever it takes a bitcoin to be worth. */
  readonly priceInBitcoin?: Datum;
  readonly marketCap?: Datum;
  readonly fullyDilutedValuation?: Datum;
  readonly volume24h?: Datum;
  /** Printed by the source itself, where it does not follow from volume and cap as shown. */
  readonly turnover?: Datum;
  readonly rank?: Datum;
  readonly circulatingSupply?: Datum;
  readonly totalSupply?: Datum;
  readonly maxSupply?: Datum;
  readonly allTimeHigh?: Datum;
  readonly change24h?: Datum;
  readonly change30d?: Datum;
  /** Lowest and highest price of the 24 hours before. */
  readonly low24h?: Datum;
  readonly high24h?: Datum;
}

/** Prices of other times that an answer knows: a history is held against them, and none is printed. */
export interface PriceRecord {
  /** Lowest and highest of the 24 hours before. */
  readonly range24h?: {readonly low: number; readonly high: number};
  readonly past: readonly PastPrice[];
}

/** A price of another day that an answer knows, as such or by the change since. */
export interface PastPrice {
  readonly is: "price" | "all-time high" | "all-time low";
  readonly value: number;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
}

/** A leg of the quote table: the asset's change over the period, in this quote. */
export interface QuoteChange {
  readonly quote: string;
  readonly change: Datum;
}

/** The same asset's changes over one period in many quotes, from one answer. */
export interface QuoteChanges {
  readonly asset: Asset;
  readonly changes: readonly QuoteChange[];
}

/** One coin of the universe, for medians and ranks. */
export interface Peer {
  readonly asset: Asset;
  readonly state: MarketState;
  readonly record?: PriceRecord;
}

/** One trading venue's part, from the tickers. */
export interface Venue {
  readonly name: string;
  readonly pair: string;
  readonly volumeUsd: Datum;
  /** Dollars that move the price by 2 %, up and down. */
  readonly depthUpUsd?: Datum;
  readonly depthDownUsd?: Datum;
}

/** The source's own description of the asset, to be quoted and never to be vouched for. */
export interface Description {
  readonly text: string;
  readonly source: SourceName;
  readonly file: string;
  readonly pointer: string;
  readonly asOf: string;
}

/** What a fact of a profile is about; it decides where the note uses it. */
export type Topic = "purpose" | "economics" | "supply" | "governance" | "thesis" | "risk" | "watch";

/** A fact about a protocol that an editor maintains. */
export interface ProfileFact {
  /** Of the profile, such as `halving-2025`. */
  readonly id: string;
  readonly topic: Topic;
  /** A whole sentence in each locale. */
  readonly statement: Readonly<Record<string, string>>;
  readonly source: {readonly name: string; readonly href: string};
  /** The day that the fact was true of. */
  readonly date: Day;
  /** The last day on which it may be used. */
  readonly expires: Day;
}

/** A profile as recorded: the facts that may be used, and those that may not, with why. */
export interface Profile {
  readonly file: string;
  readonly facts: readonly ProfileFact[];
  readonly leftOut: readonly LeftOut[];
}

/** Something that was not used, and why. */
export interface LeftOut {
  readonly what: string;
  readonly reason: string;
}

/** The coins that a note compares its own with. */
export interface Sector {
  readonly id: string;
  readonly name: string;
  /** Whose grouping it is: the source's category, or a list of the user's. */
  readonly by: "category" | "list";
  /** Provider ids, the asset among them or not. */
  readonly members: readonly string[];
}

/** A list of coins that somebody keeps, the user or we. */
export type SectorList = Omit<Sector, "by">;

/** What an earlier note on the same coin printed, as far as a later one speaks of it. */
export interface EarlierNote {
  readonly id: string;
  readonly title: string;
  readonly asOf: string;
  readonly price: Datum;
  readonly rank?: Datum;
  readonly turnover?: Datum;
  /** Of the benchmark at that note's instant, where it printed one. */
  readonly benchmarkPrice?: Datum;
  /** The window that it led with. */
  readonly dependence?: {
    readonly window: Datum;
    readonly verdict: "weakened" | "strengthened" | "no-change-found";
    readonly rho: Datum;
  };
  readonly cases: readonly EarlierCase[];
}

/** The base range of an earlier note: below it lies its bear case, above it its bull case. */
export interface EarlierCase {
  /** In days. */
  readonly horizon: Datum;
  /** The close of this day decides. */
  readonly date: Day;
  readonly low: Datum;
  readonly high: Datum;
}

/**
 * The other coins on record: those whose price no other price makes, without the asset. Of a day a
 * coin counts with a close of it and of the day before, of one source, and 30 closes behind it; each
 * day is judged by what was known at its end.
 */
export interface Field {
  /** The UTC day that `changes` are of; absent where they are of the 24 hours to `asOf`. */
  readonly day?: Day;
  readonly asOf: string;
  readonly source: SourceName;
  readonly file: string;
  readonly pointer: string;
  /** Simple returns, one a coin. */
  readonly changes: readonly {readonly asset: Asset; readonly change: number}[];
  /**
   * Of every day on which the field had 50 coins, up to the same day: the median of their changes
   * (`field.median`), how many there were (`field.coins`), and how many of them did worse than the
   * asset (`field.below`: of the days on which the asset counts itself; none of an asset whose price
   * another price makes).
   */
  readonly history?: {
    readonly median: DailySeries;
    readonly coins: DailySeries;
    readonly below: DailySeries;
  };
}

/** Other coins at the age that the asset has, from their first close on record. */
export interface Cohort {
  /** Days from the first close to the last, of the asset and of each. */
  readonly days: number;
  /** The asset's first day. */
  readonly from: Day;
  readonly source: SourceName;
  readonly file: string;
  readonly pointer: string;
  readonly asOf: string;
  /** Simple returns from the first close to the one so many days later. */
  readonly changes: readonly {readonly asset: Asset; readonly from: Day; readonly change: number}[];
}

/** A group of coins on the source's list of those that are looked at most; in the list's order. */
export interface TrendingCategory {
  readonly name: string;
  /** Its own id, by which a sector may be that category. */
  readonly id: string;
  /** Of the market cap of all its coins, over a day. */
  readonly change24h: Datum;
}

/** What an asset is made to be worth, where it is made to be worth something. */
export interface Ruler {
  /** A code of `rates`, such as `xau` or `eth`; `usd` for the dollar itself. */
  readonly code: string;
  /** How much of it one token stands for: 1, or 1 / 31.1034768 ounces for a gram. */
  readonly units: number;
  /**
   * Dollars per unit by day, as far back as the asset's history or farther; absent for the dollar, and
   * where none are on record (live, those of gold and the euro).
   */
  readonly rate?: DailySeries;
  /** The lowest price of each day, in dollars, where it is on record. */
  readonly low?: DailySeries;
}

/** Of the scan that picked the asset because it looked extreme. */
export interface ScanPick {
  /** Coins that were looked at. */
  readonly universe: Datum;
  /** Tests that p is adjusted for. */
  readonly tests: Datum;
  /** The asset's place among the coins, from 1. */
  readonly place: Datum;
  readonly adjustedP: readonly {readonly window: number; readonly p: Datum}[];
}

/** Everything the snapshot says, in our own terms, whichever source said it. */
export interface Market {
  readonly asset: Asset;
  readonly benchmark: Asset;
  readonly asOf: string;
  readonly simulated: boolean;
  readonly state: MarketState;
  readonly benchmarkState: MarketState;
  /** What a second answer says of the same things; disagreement is told. */
  readonly secondOpinion?: MarketState;
  /** The asset's own changes by quote, as the source gives them. */
  readonly quoteChanges?: QuoteChanges;
  /** Another asset's changes by quote in the same period: each quote's own move follows from them. */
  readonly referenceChanges?: QuoteChanges;
  readonly close?: DailySeries;
  readonly benchmarkClose?: DailySeries;
  readonly volume?: DailySeries;
  readonly marketCap?: DailySeries;
  /** Lowest and highest price of each day, from the rows of its close; one is not there without the other. */
  readonly extremes?: {readonly low: DailySeries; readonly high: DailySeries};
  /** Dollars per unit of each quote, by day: `rate.eur`, `rate.xau`, `rate.eth`. */
  readonly rates: readonly DailySeries[];
  readonly peers: readonly Peer[];
  readonly attention?: {readonly rank: Datum; readonly listed: number};
  readonly trendingCategories: readonly TrendingCategory[];
  /** Its words, or why they are not quoted. */
  readonly description?: Description | LeftOut;
  readonly profile?: Profile;
  readonly categories: readonly string[];
  readonly sector?: Sector;
  /** What the answers on the sector say of the asset itself, where they have a row of it. */
  readonly sectorState?: MarketState;
  /** The sector's other coins, with their state as far as it is on record. */
  readonly sectorPeers: readonly Peer[];
  /** Daily closes of the sector's other coins, as far as they are on record. */
  readonly sectorCloses: readonly DailySeries[];
  /** Earlier notes on the same coin, newest first. */
  readonly earlier: readonly EarlierNote[];
  readonly venues: readonly Venue[];
  /** Absent where fewer than 50 other coins are on record, or the asset's closes end on another day. */
  readonly field?: Field;
  /** Only of an asset with fewer than 60 closes, beside 30 others or more. */
  readonly cohort?: Cohort;
  readonly ruler?: Ruler;
  /** Absent where somebody asked for the note. */
  readonly scan?: ScanPick;
}
