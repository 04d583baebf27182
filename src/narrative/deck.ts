import {inBenchmark} from "./currencies.ts";
import type {DeckSentence, TieTest} from "./deckPoints.ts";
import type {Facts} from "./facts.ts";
import {wayOf} from "./moves.ts";
import {marketRecord, precedent} from "./rare.ts";
import {dayRecord, measureOf, spanRecord, volumeRecord} from "./records.ts";
import {type SpanBeside, spanBeside} from "./spans.ts";
import type {Story} from "./story.ts";
import {spanOf} from "./title.ts";

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
      return [...standsAt(facts), ...besideQuiet(facts, month)];
  }
}

const standsAt = ({state: {price, priceIs}}: Facts): DeckSentence[] => [
  {kind: "stands-at", price, priceIs},
];

/** What stands beside a price of which nothing is news: thin trading, else what was traded, or the month. */
function besideQuiet(facts: Facts, month: readonly SpanBeside[]): readonly DeckSentence[] {
  const {volume24h: volume, turnover, turnoverOfShown} = facts.state;
  if (facts.records?.volume?.end === "low") return volumeRecord(facts);
  // Without a past: the figure that is most often misread.
  if (!facts.records) return inBenchmark(facts);
  if (!volume || !turnover) return month;
  return [{kind: "traded-day", volume, turnover, digits: turnoverOfShown ? 2 : 1}];
}

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
