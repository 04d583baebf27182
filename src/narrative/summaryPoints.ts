import type {Figure} from "../model/figure.ts";
import type {PeersFinding} from "../model/finding.ts";
import type {TieTest} from "./deckPoints.ts";
import type {Way} from "./moves.ts";
import type {RecordSentence} from "./records.ts";
import type {DayLow} from "./ruler.ts";
import type {Standing, TieNature} from "./tie.ts";

/** What to take away, beside what title and deck have told. */
export type SummarySentence =
  | RecordSentence
  | TieTest
  | {readonly kind: "tie-changed"; readonly nature: TieNature}
  | {
      readonly kind: "tie-unchanged";
      readonly standing: Standing;
      readonly rho: Figure<"correlation">;
      readonly days: Figure<"days">;
    }
  | {
      readonly kind: "widest-gap";
      readonly side: "above" | "below";
      readonly gap: Figure<"difference">;
      readonly day: string;
      /** Where the record is shorter than a year. */
      readonly since?: string;
    }
  | {
      readonly kind: "run-since";
      readonly way: Way;
      readonly change: Figure<"return">;
      readonly from: string;
      readonly benchmark?: Figure<"return">;
      /** The day that made it. */
      readonly madeBy?: {readonly figure: Figure<"return">; readonly day: string};
    }
  | {
      readonly kind: "beside-benchmark";
      readonly standing: "ahead" | "behind";
      readonly spans: readonly Figure<"days">[];
    }
  /** It answers the benchmark as it did: what changed is something else. */
  | {readonly kind: "answer-kept"; readonly answer: Figure<"beta">}
  | {
      readonly kind: "end-apart";
      readonly days: Figure<"days">;
      readonly change: Figure<"return">;
      readonly benchmark: Figure<"return">;
    }
  | DayLow
  /** Turned over much more, or less, than on its own days. */
  | {
      readonly kind: "turnover-beside-past";
      readonly turnover: Figure<"ratio">;
      readonly days: Figure<"days">;
      readonly median: Figure<"ratio">;
    }
  | {
      readonly kind: "turnover";
      readonly volume: Figure<"USD">;
      readonly turnover: Figure<"ratio">;
      readonly universe?: {readonly median: Figure<"ratio">; readonly size: Figure<"count">};
    }
  | {readonly kind: "swings"; readonly figure: Figure<"volatility">}
  | {
      readonly kind: "sector-place";
      readonly span: "month" | "day";
      readonly place: Figure<"rank">;
      readonly size: Figure<"count">;
      readonly sector: PeersFinding["sector"];
      readonly change: Figure<"return">;
      readonly median?: Figure<"return">;
    }
  | {
      readonly kind: "unit-decides";
      readonly dollars: Figure<"return">;
      readonly coins: Figure<"return">;
    }
  | {
      readonly kind: "earlier-range";
      readonly note: string;
      readonly date: string;
      readonly state: "decided" | "open";
      readonly low: Figure<"USD">;
      readonly high: Figure<"USD">;
      readonly price: Figure<"USD">;
    }
  /** A range that is narrow; the usual one stands in the table. */
  | {
      readonly kind: "outlook";
      readonly date: string;
      readonly low: Figure<"USD">;
      readonly high: Figure<"USD">;
    }
  | {readonly kind: "lacking"; readonly what: readonly Lacking[]};

/** What a reader would look for. */
export type Lacking = "tie" | "swings" | "outlook";
