import type {Figure} from "../model/figure.ts";
import type {SpanRecord} from "../model/finding.ts";
import type {Facts} from "./facts.ts";
import {wayOf} from "./moves.ts";
import {notable, ownDay, rarity} from "./news.ts";
import {lengthOf, swingsRecord} from "./records.ts";
import type {Story} from "./story.ts";
import {tieNature} from "./tie.ts";
import type {BesideDay, BesideQuiet, BesideSpan, Title} from "./titlePoints.ts";

/** Within this the benchmark has barely moved, and the price at a high turnover. */
const barely = {benchmark: 0.02, still: 0.001, little: 0.01};

const isStill = ({value}: Figure<"return">) => Math.abs(value) < barely.still;

/** A move smaller than on so many of the days before it is still. */
const stillShare = 0.9;

/** The others went the other way by this much. */
const against = 0.002;

export function titleOf(facts: Facts, {lead}: Story): Title {
  return news(facts, lead) ?? quiet(facts);
}

function news(facts: Facts, lead: Story["lead"]): Title | undefined {
  const {state, ruler, cohort, field, records, dependence, liquidity, peers} = facts;
  const {price, priceIs} = state;
  switch (lead) {
    case "peg":
      return ruler?.gap && {kind: lead, price, priceIs, code: ruler.code, gap: ruler.gap};
    case "ruler-day": {
      if (!ruler?.day) return undefined;
      const {inDollars, inRuler} = ruler.day;
      return {
        kind: lead,
        code: ruler.code,
        agreement: agreeing(inDollars, inRuler),
        inDollars,
        inRuler,
      };
    }
    case "coin-day": {
      const change = ownDay(facts);
      return change && {kind: lead, change, beside: besideDay(facts, change)};
    }
    case "market-day": {
      if (!field?.own) return undefined;
      const {up, down, coins, median, own} = field;
      const all = [up, down].find(({value}) => value === coins.value);
      const count = all ?? (median.value < 0 ? down : up);
      const way = count === down ? "down" : "up";
      return {kind: lead, change: own.change, way, agreement: all ? "all" : "most", coins, count};
    }
    case "cohort":
      return cohort && {...cohort, kind: lead};
    case "week":
    case "month": {
      const span = spanOf(facts, lead);
      return (
        span && {kind: "span", change: span.change, span: lengthOf(span), beside: besideSpan(span)}
      );
    }
    case "high":
    case "low": {
      const last = records?.level?.last;
      return {kind: "level", end: lead, price, priceIs, ...(last && {last})};
    }
    case "busy": {
      if (!records?.volume) return undefined;
      const {figure: volume, earlier, last} = records.volume;
      return {kind: lead, volume, earlier, ...(last && {last})};
    }
    case "decoupled":
    case "looser":
    case "closer":
      return dependence && {kind: "tie", nature: tieNature(dependence)};
    case "livelier": {
      if (!records?.volatility) return undefined;
      const {figure: swings, last} = records.volatility;
      return {kind: lead, swings, ...(last && {last})};
    }
    case "turnover-high":
      return liquidity && {kind: "turnover", turnover: liquidity.turnover, ...priceBeside(state)};
    case "leads":
    case "lags": {
      if (!peers) return undefined;
      const place = lead === "leads" ? "first" : "last";
      const span = peers.place.change30d ? "month" : "day";
      return {kind: "sector-end", place, size: peers.size, sector: peers.sector, span};
    }
    default:
      return undefined;
  }
}

export const spanOf = ({records}: Facts, lead: "week" | "month"): SpanRecord | undefined =>
  records?.spans.find(({window}) => window === (lead === "week" ? 7 : 30));

const agreeing = (one: Figure<"return">, other: Figure<"return">) =>
  wayOf(one) === wayOf(other) ? "same-way" : "opposite";

function besideDay({field, records}: Facts, change: Figure<"return">): BesideDay {
  const median = field?.median;
  if (median && median.value !== 0)
    return {by: "field", agreement: agreeing(change, median), median};
  if (!records?.day) return {by: "nothing"};
  const {last} = records.day;
  return {by: "record", way: wayOf(records.day.change), ...(last && {last})};
}

function besideSpan({change, madeBy, benchmark}: SpanRecord): BesideSpan {
  if (madeBy) return {by: "day", day: madeBy.day};
  const beside = benchmark?.change;
  if (!beside) return {by: "nothing"};
  const still = Math.abs(beside.value) < barely.benchmark;
  return {by: "benchmark", agreement: still ? "still" : agreeing(change, beside), change: beside};
}

function priceBeside({change24h: change}: Facts["state"]) {
  if (!change) return {price: "unknown" as const};
  if (isStill(change)) return {price: "still" as const};
  return {
    price: Math.abs(change.value) < barely.little ? ("little" as const) : wayOf(change),
    change,
  };
}

function quiet(facts: Facts): Title {
  const {price, change24h: change} = facts.state;
  if (!change) return {kind: "quiet", price, beside: {by: "nothing"}};
  const way = isStill(change) ? "still" : wayOf(change);
  return {kind: "quiet", price, move: {way, change}, beside: besideQuiet(facts, change)};
}

function besideQuiet(facts: Facts, change: Figure<"return">): BesideQuiet {
  const {records, field} = facts;
  const {still, volume, volatility, day} = records ?? {};
  if (still && still.larger.value >= stillShare * still.days.value) return {by: "still", ...still};
  if (volatility?.end === "low" && rarity(volatility) >= notable && swingsRecord(facts).length > 0)
    return {by: "calmest", ...(volatility.last && {last: volatility.last})};
  if (volume?.end === "low" && rarity(volume) >= notable) return {by: "thin", times: volume.times};
  if (!field?.own)
    return day && day.change.value !== 0
      ? {by: "often", way: wayOf(day.change), beyond: day.beyond, earlier: day.earlier}
      : {by: "nothing"};
  const {median, coins, own} = field;
  if (change.value * median.value < 0 && Math.abs(median.value) >= against)
    return {by: "against", median};
  return own.below.value > own.above.value
    ? {by: "others", did: "worse", count: own.below, coins}
    : {by: "others", did: "better", count: own.above, coins};
}
