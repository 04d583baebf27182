import type {QuoteClass} from "./market.ts";

/** What is drawn: data and words, no format yet. Dates are UTC days, YYYY-MM-DD. */
export type Chart = PriceChart | DependenceChart | QuotesChart | CasesChart;

interface Drawn {
  /** File name without folder and ending, such as `price-and-volume`. */
  readonly name: string;
  /** For number and date formats of the axes, such as `en`. */
  readonly locale: string;
  /** The text alternative: says what the chart shows, not that it is a chart. */
  readonly description: string;
  /** Printed across the plot, such as "Simulated", where the data are not of a real market. */
  readonly watermark?: string;
}

/** Closes above, volume or turnover below; without volume the price stands alone. */
export interface PriceChart extends Drawn {
  readonly kind: "price";
  readonly days: readonly {
    readonly date: string;
    readonly close: number;
    readonly volume?: number;
  }[];
  readonly labels: {
    readonly price: string;
    readonly volume: string;
    /** Said after the price where its axis is logarithmic, such as "log scale". */
    readonly logarithmic?: string;
  };
}

/** Rolling rank correlation with its band, against the level of the baseline. */
export interface DependenceChart extends Drawn {
  readonly kind: "dependence";
  readonly days: readonly {
    readonly date: string;
    readonly rho: number;
    readonly low: number;
    readonly high: number;
  }[];
  /** The baseline's level and the days it covers. */
  readonly baseline: {readonly rho: number; readonly from: string; readonly to: string};
  readonly labels: {readonly rho: string; readonly band: string; readonly baseline: string};
}

/** `live`: counted; `excluded`: an outlier by the rule; `stale`: has not moved; `derived`: pegged to or derived from another leg. */
export type LegStatus = "live" | "excluded" | "stale" | "derived";

/** The asset's change by quote, grouped by class. */
export interface QuotesChart extends Drawn {
  readonly kind: "quotes";
  readonly legs: readonly {
    readonly quote: string;
    readonly class: QuoteClass;
    readonly change: number;
    readonly status: LegStatus;
  }[];
  /** Median of the live legs of each class. */
  readonly medians: readonly {readonly class: QuoteClass; readonly change: number}[];
  readonly labels: {
    readonly change: string;
    readonly classes: Readonly<Record<QuoteClass, string>>;
    readonly statuses: Readonly<Record<LegStatus, string>>;
    readonly median: string;
  };
}

/** Recent closes, then the fan of simulated outcomes with the three cases at its end. */
export interface CasesChart extends Drawn {
  readonly kind: "cases";
  readonly history: readonly {readonly date: string; readonly close: number}[];
  readonly fan: readonly {
    readonly date: string;
    readonly p5: number;
    readonly p10: number;
    readonly p25: number;
    readonly p50: number;
    readonly p75: number;
    readonly p90: number;
    readonly p95: number;
  }[];
  readonly labels: {
    readonly price: string;
    readonly bear: string;
    readonly base: string;
    readonly bull: string;
    readonly band50: string;
    readonly band80: string;
    readonly band90: string;
    /** Said after the price where its axis is logarithmic, such as "log scale". */
    readonly logarithmic?: string;
  };
}
