import type {Figure} from "../model/figure.ts";
import type {InBenchmark} from "./currencies.ts";
import type {Way} from "./moves.ts";
import type {MarketRecord, Precedent} from "./rare.ts";
import type {RecordSentence, VolumeMeasure} from "./records.ts";
import type {SpanBeside} from "./spans.ts";

/** What the title means, by other figures than its own. */
export type DeckSentence =
  | RecordSentence
  | MarketRecord
  | SpanBeside
  | InBenchmark
  | {
      readonly kind: "stands-at";
      readonly price: Figure<"USD">;
      readonly priceIs: "close" | "snapshot";
    }
  /** So far from what it is made to be worth. */
  | {
      readonly kind: "stands-off";
      readonly price: Figure<"USD">;
      readonly priceIs: "close" | "snapshot";
      readonly code: string;
      readonly gap: Figure<"difference">;
    }
  | {readonly kind: "stands-for"; readonly code: string}
  | {
      readonly kind: "traded-day";
      readonly volume: Figure<"USD">;
      readonly turnover: Figure<"ratio">;
      readonly digits: 1 | 2;
    }
  /** How much a title's "on record" holds. */
  | {
      readonly kind: "closes-on-record";
      readonly earlier: Figure<"count">;
      readonly from: string;
    }
  | {readonly kind: "gap-record"; readonly side: "above" | "below"; readonly precedent: Precedent}
  | {readonly kind: "market-median"; readonly way: Way; readonly median: Figure<"return">}
  /** The coin among the others of its day, whose change the title has told. */
  | {
      readonly kind: "among-others";
      readonly standing: "last" | "first" | "between";
      readonly went: "gained" | "lost" | "still";
      readonly coins: Figure<"count">;
      readonly below: Figure<"count">;
      readonly above: Figure<"count">;
    }
  | {
      readonly kind: "others-at-age";
      readonly coins: Figure<"count">;
      readonly fell: Figure<"count">;
      readonly median: Figure<"return">;
    }
  | {
      readonly kind: "span-path";
      readonly way: Way;
      readonly start: Figure<"USD">;
      readonly day: string;
      readonly price: Figure<"USD">;
    }
  | {readonly kind: "volume-measure"; readonly measure: VolumeMeasure}
  /** How often both went the same way, before and now: a tie in plain numbers, and its test. */
  | {
      readonly kind: "same-way";
      readonly same: Figure<"count">;
      readonly days: Figure<"days">;
      readonly sameBefore: Figure<"count">;
      readonly daysBefore: Figure<"days">;
    }
  | TieTest
  | {
      readonly kind: "day-moved";
      readonly change: Figure<"return">;
      readonly price: Figure<"USD">;
    }
  | {
      readonly kind: "turned-over";
      readonly volume: Figure<"USD">;
      readonly beside:
        | {readonly by: "past"; readonly median: Figure<"ratio">; readonly days: Figure<"days">}
        | {readonly by: "coins"; readonly median: Figure<"ratio">; readonly coins: Figure<"count">}
        | {readonly by: "nothing"};
    }
  | {
      readonly kind: "beside-sector";
      readonly change: Figure<"return">;
      readonly median?: Figure<"return">;
    };

export interface TieTest {
  readonly kind: "tie-test";
  readonly rho: Figure<"correlation">;
  readonly before: Figure<"correlation">;
  readonly p: Figure<"p-value">;
  /** Of how many tests the scan that picked the coin made; of the windows of the note otherwise. */
  readonly tests?: Figure<"count">;
  /** Whose change moved the correlation. */
  readonly by: "coin" | "benchmark";
}
