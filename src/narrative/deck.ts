import type {Figure} from "../model/figure.ts";
import type {Facts} from "./facts.ts";
import {type Way, wayOf} from "./moves.ts";
import {type MarketRecord, marketRecord, type Precedent, precedent} from "./rare.ts";
import {
  dayRecord,
  measureOf,
  type RecordSentence,
  spanRecord,
  type VolumeMeasure,
  volumeRecord,
} from "./records.ts";
import {type SpanBeside, spanBeside} from "./spans.ts";
import type {Story} from "./story.ts";
import {spanOf} from "./title.ts";

/** What the title means, by other figures than its own. */
export type DeckSentence =
  | RecordSentence
  | MarketRecord
  | SpanBeside
  | {
      readonly kind: "stands-at";
      readonly price: Figure<"USD">;
      readonly priceIs: Facts["state"]["priceIs"];
    }
  /** So far from what it is made to be worth. */
  | {
      readonly kind: "stands-off";
      readonly price: Figure<"USD">;
      readonly priceIs: Facts["state"]["priceIs"];
      readonly code: string;
      readonly gap: Figure<"difference">;
    }
  | {readonly kind: "stands-for"; readonly code: string}
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

/** Beyond these percentiles a coin's own past is the measure of its turnover. */
const unusual = 0.1;

export function deckOf(facts: Facts, story: Story): DeckSentence[] {
  const told = news(facts, story);
  return told.length > 0 ? told : standsAt(facts);
}

function news(facts: Facts, {lead}: Story): DeckSentence[] {
  const {state, ruler, field, cohort, records, dependence, liquidity} = facts;
  const {price, priceIs, past} = state;
  const month = past[0] ? [spanBeside(past[0])] : [];
  switch (lead) {
    case "peg":
      return gapRecord(facts);
    case "ruler-day":
      if (!ruler) return [];
      return ruler.gap
        ? [
            {kind: "stands-off", price, priceIs, code: ruler.code, gap: ruler.gap},
            ...gapRecord(facts),
          ]
        : [{kind: "stands-for", code: ruler.code}];
    case "coin-day":
      return [...dayRecord(facts), ...amongOthers(facts)];
    case "market-day":
      return [
        ...(field && field.median.value !== 0
          ? [{kind: "market-median", way: wayOf(field.median), median: field.median} as const]
          : []),
        ...marketRecord(facts),
        ...amongOthers(facts),
      ];
    case "cohort":
      return cohort ? [{...cohort, kind: "others-at-age"}] : [];
    case "week":
    case "month": {
      const span = spanOf(facts, lead);
      if (!span) return [];
      const {start, change} = span;
      return [
        {kind: "span-path", way: wayOf(change), start: start.figure, day: start.day, price},
        ...spanRecord(span),
      ];
    }
    case "high":
    case "low":
      return [...closesOnRecord(records), ...month];
    case "busy":
      return records?.volume ? [{kind: "volume-measure", measure: measureOf(records.volume)}] : [];
    case "decoupled":
    case "looser":
    case "closer":
      return dependence ? [...sameWay(dependence), tieTest(dependence)] : [];
    case "livelier":
      return state.change24h ? [{kind: "day-moved", change: state.change24h, price}] : [];
    case "turnover-high":
      return state.volume24h && liquidity
        ? [{kind: "turned-over", volume: state.volume24h, beside: usualTurnover(liquidity)}]
        : [];
    case "leads":
    case "lags":
      return besideSector(facts);
    default:
      return [...standsAt(facts), ...(records?.volume?.end === "low" ? volumeRecord(facts) : [])];
  }
}

const standsAt = ({state: {price, priceIs}}: Facts): DeckSentence[] => [
  {kind: "stands-at", price, priceIs},
];

function closesOnRecord(records: Facts["records"]): DeckSentence[] {
  const level = records?.level;
  if (!level || level.last) return [];
  const {earlier, from} = level;
  return [{kind: "closes-on-record", earlier, from}];
}

function gapRecord({ruler}: Facts): DeckSentence[] {
  if (!ruler?.record || !ruler.gap || ruler.gap.value === 0) return [];
  const side = ruler.gap.value > 0 ? "above" : "below";
  return [{kind: "gap-record", side, precedent: precedent(ruler.record)}];
}

function amongOthers({field}: Facts): DeckSentence[] {
  if (!field?.own) return [];
  const {below, above} = field.own;
  const standing = below.value === 0 ? "last" : above.value === 0 ? "first" : "between";
  const {value} = field.own.change;
  const went = value < 0 ? "lost" : value > 0 ? "gained" : "still";
  return [{kind: "among-others", standing, went, coins: field.coins, below, above}];
}

type Dependence = NonNullable<Facts["dependence"]>;

function sameWay({leading}: Dependence): DeckSentence[] {
  const {sameWay: same, baselineSameWay: sameBefore, days, baselineDays: daysBefore} = leading;
  return [{kind: "same-way", same, days, sameBefore, daysBefore}];
}

export function tieTest({leading, movedBy, picked}: Dependence): TieTest {
  return {
    kind: "tie-test",
    rho: leading.rho,
    before: leading.baselineRho,
    p: leading.adjustedP,
    ...(picked && {tests: picked.tests}),
    by: movedBy === "benchmark" ? "benchmark" : "coin",
  };
}

function usualTurnover({history, universe}: NonNullable<Facts["liquidity"]>) {
  const place = history?.percentile.value;
  if (history && place !== undefined && (place >= 1 - unusual || place <= unusual))
    return {by: "past", median: history.median, days: history.days} as const;
  return universe
    ? ({by: "coins", median: universe.median, coins: universe.size} as const)
    : ({by: "nothing"} as const);
}

function besideSector({peers, asset}: Facts): DeckSentence[] {
  const row = peers?.rows.find(one => one.asset.id === asset.id);
  const [change, median] = peers?.place.change30d
    ? [row?.change30d, peers.median.change30d]
    : [row?.change24h, peers?.median.change24h];
  return change ? [{kind: "beside-sector", change, ...(median && {median})}] : [];
}
