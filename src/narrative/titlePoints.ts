import type {Figure} from "../model/figure.ts";
import type {PeersFinding} from "../model/finding.ts";
import type {Way} from "./moves.ts";
import type {SpanLength} from "./records.ts";
import type {TieNature} from "./tie.ts";

/** What happened, and what it has to be seen beside. */
export type Title =
  | {
      readonly kind: "peg";
      readonly price: Figure<"USD">;
      readonly priceIs: "close" | "snapshot";
      readonly code: string;
      readonly gap: Figure<"difference">;
    }
  | {
      readonly kind: "ruler-day";
      readonly code: string;
      readonly agreement: "same-way" | "opposite";
      readonly inDollars: Figure<"return">;
      readonly inRuler: Figure<"return">;
    }
  | {readonly kind: "coin-day"; readonly change: Figure<"return">; readonly beside: BesideDay}
  | {
      readonly kind: "market-day";
      readonly change: Figure<"return">;
      readonly way: Way;
      readonly agreement: "all" | "most";
      readonly coins: Figure<"count">;
      readonly count: Figure<"count">;
    }
  | {
      readonly kind: "cohort";
      readonly change: Figure<"return">;
      readonly days: Figure<"days">;
      readonly worse: Figure<"count">;
      readonly coins: Figure<"count">;
    }
  | {
      readonly kind: "span";
      readonly change: Figure<"return">;
      readonly span: SpanLength;
      readonly beside: BesideSpan;
    }
  | {
      readonly kind: "level";
      readonly end: "high" | "low";
      readonly price: Figure<"USD">;
      readonly priceIs: "close" | "snapshot";
      readonly last?: string;
    }
  | {
      readonly kind: "busy";
      readonly volume: Figure<"USD">;
      readonly earlier: Figure<"count">;
      readonly last?: string;
    }
  | {readonly kind: "tie"; readonly nature: TieNature}
  | {readonly kind: "livelier"; readonly swings: Figure<"volatility">; readonly last?: string}
  | {
      readonly kind: "turnover";
      readonly turnover: Figure<"ratio">;
      readonly price: "unknown" | "still" | "little" | Way;
      readonly change?: Figure<"return">;
    }
  | {
      readonly kind: "sector-end";
      readonly place: "first" | "last";
      readonly size: Figure<"count">;
      readonly sector: PeersFinding["sector"];
      readonly span: "month" | "day";
    }
  | {
      readonly kind: "quiet";
      readonly price: Figure<"USD">;
      /** Where it is on record; of nothing to speak of no size is told. */
      readonly move?: {readonly way: Way | "still"; readonly change: Figure<"return">};
      readonly beside: BesideQuiet;
    };

/** The others on that day, otherwise how rare the day is. */
export type BesideDay =
  | {
      readonly by: "field";
      readonly agreement: "same-way" | "opposite";
      readonly median: Figure<"return">;
    }
  | {readonly by: "record"; readonly way: Way; readonly last?: string}
  | {readonly by: "nothing"};

/** The day that made the run, otherwise the benchmark over the same days. */
export type BesideSpan =
  | {readonly by: "day"; readonly day: string}
  | {
      readonly by: "benchmark";
      readonly agreement: "still" | "same-way" | "opposite";
      readonly change: Figure<"return">;
    }
  | {readonly by: "nothing"};

/** What is quiet about a day, otherwise what the others did. */
export type BesideQuiet =
  | {readonly by: "still"; readonly larger: Figure<"count">; readonly days: Figure<"count">}
  | {readonly by: "calmest"; readonly last?: string}
  | {readonly by: "thin"; readonly times: Figure<"ratio">}
  | {readonly by: "against"; readonly median: Figure<"return">}
  | {
      readonly by: "others";
      readonly did: "worse" | "better";
      readonly count: Figure<"count">;
      readonly coins: Figure<"count">;
    }
  | {
      readonly by: "often";
      readonly way: Way;
      readonly beyond: Figure<"count">;
      readonly earlier: Figure<"count">;
    }
  | {readonly by: "nothing"};
