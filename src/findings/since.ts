import {addDays, daysBetween, endOfDay, lastDayOver} from "../model/day.ts";
import type {Datum, Figure, FigureName} from "../model/figure.ts";
import * as names from "../model/figureNames.ts";
import type {
  Abstention,
  CaseName,
  DecouplingFinding,
  EarlierOutcome,
  MarketStateFinding,
  SinceFinding,
} from "../model/finding.ts";
import type {EarlierCase, EarlierNote, Market} from "../model/market.ts";
import {computed, read} from "./figure.ts";
import {closeOn, type History} from "./history.ts";
import {closeFigure} from "./marketState.ts";
import {present} from "./present.ts";

/** A close stands for an instant that lies no further from the end of its day than this, in hours. */
const closeHours = 6;
/** Two prices are of the same moment within this, in hours. */
const momentHours = 1;

interface Today {
  readonly state: MarketStateFinding | undefined;
  readonly history: History | undefined;
  readonly benchmark: History | undefined;
  readonly dependence: DecouplingFinding | Abstention;
}

/**
 * What has changed since the last note on the asset, and how its cases stand. Undefined without an
 * earlier note, or where its prices are in another unit than today's.
 */
export function findSince(
  market: Market,
  {state, history, benchmark, dependence}: Today,
): SinceFinding | undefined {
  const [last] = market.earlier;
  if (!last || !state || rebased(market, history, last)) return undefined;
  const {price} = state;
  const priceThen = read(names.since.price, last.price);
  const reference = benchmarkMove(market, last, price, benchmark);
  const both = <U extends "rank" | "ratio">(
    name: FigureName<U>,
    before: Datum | undefined,
    now: Figure<U> | undefined,
  ) => (before && now ? {before: read(name, before), now} : undefined);
  return {
    kind: "since",
    last: {id: last.id, title: last.title, asOf: last.asOf},
    days: computed(names.since.days, daysBetween(dayOf(last.asOf), dayOf(market.asOf)), {
      asOf: price.asOf,
      formula: `days from ${dayOf(last.asOf)} to ${dayOf(market.asOf)}`,
      inputs: [],
    }),
    priceThen,
    move: computed(names.since.move, price.value / priceThen.value - 1, {
      asOf: price.asOf,
      formula: "price / price of the last note - 1",
      inputs: [price.id, priceThen.id],
    }),
    ...present({
      ...reference,
      rank: both(names.since.rank, last.rank, state.rank),
      turnover: both(names.since.turnover, last.turnover, state.turnover),
      dependence: dependenceSince(last, dependence),
    }),
    cases: market.earlier.flatMap(note => outcomesOf(note, last, market, {price, history})),
  };
}

const dayOf = (instant: string) => instant.slice(0, 10);

/** After a change of unit the history begins anew, and prices of before say nothing beside it. */
function rebased({close}: Market, history: History | undefined, last: EarlierNote): boolean {
  const day = lastDayOver(last.asOf);
  const [raw, clean] = [close?.dates[0], history?.days[0].day];
  return raw !== undefined && clean !== undefined && raw <= day && day < clean;
}

/** Over the same hours as the asset's own move, or not at all. */
function benchmarkMove(
  {benchmarkState, asset, benchmark: reference}: Market,
  last: EarlierNote,
  price: Figure<"USD">,
  benchmark: History | undefined,
): Pick<SinceFinding, "benchmarkMove" | "benchmarkPrice"> | undefined {
  if (asset.id === reference.id) return undefined;
  const start = last.benchmarkPrice
    ? read(names.since.benchmarkPrice, last.benchmarkPrice)
    : closeNear(names.since.benchmarkPrice, last.price.asOf, benchmark);
  const end =
    benchmarkState.price && hoursBetween(benchmarkState.price.asOf, price.asOf) <= momentHours
      ? read(names.ofBenchmark.price, benchmarkState.price)
      : closeNear(names.since.benchmarkPriceNow, price.asOf, benchmark);
  if (!start || !end || hoursBetween(start.asOf, last.price.asOf) > closeHours) return undefined;
  return {
    benchmarkPrice: {before: start, now: end},
    benchmarkMove: computed(names.since.benchmarkMove, end.value / start.value - 1, {
      asOf: end.asOf,
      formula: "price of the benchmark / its price at the last note - 1",
      inputs: [start.id, end.id],
    }),
  };
}

function closeNear(name: FigureName<"USD">, instant: string, history: History | undefined) {
  const days = [addDays(dayOf(instant), -1), dayOf(instant)];
  const near = days.find(day => hoursBetween(endOfDay(day), instant) <= closeHours);
  const close = history && near !== undefined ? closeOn(history, near) : undefined;
  return history && close && closeFigure(name, history, close);
}

const hoursBetween = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / 3_600_000;

/** Then, and the same window today. */
function dependenceSince(
  {dependence: before}: EarlierNote,
  today: DecouplingFinding | Abstention,
): SinceFinding["dependence"] {
  if (!before || "reason" in today) return undefined;
  const now = today.windows.find(({window}) => window === before.window.value);
  if (!now) return undefined;
  return {
    before: {
      verdict: before.verdict,
      days: read(names.since.dependenceDays, before.window),
      rho: read(names.since.dependenceRho, before.rho),
    },
    now: {verdict: now.verdict, rho: now.rho},
  };
}

/** The note's case sets that were decided since the last note, or are open. */
function outcomesOf(
  note: EarlierNote,
  last: EarlierNote,
  market: Market,
  now: {readonly price: Figure<"USD">; readonly history: History | undefined},
): EarlierOutcome[] {
  return note.cases.flatMap(one => {
    // Told by the last note already.
    if (endOfDay(one.date) <= last.asOf) return [];
    const name = names.earlierCase(note.asOf, one.horizon.value);
    const close = decidingClose(name.close, one, market.asOf, now.history);
    const price = close ?? now.price;
    const low = read(name.low, one.low);
    const high = read(name.high, one.high);
    return [
      {
        note: {id: note.id, asOf: note.asOf},
        days: read(name.days, one.horizon),
        date: one.date,
        low,
        high,
        state: close ? "decided" : "open",
        price,
        in: caseOf(price.value, low.value, high.value),
      },
    ];
  });
}

/** The close of the case's day decides: not before that day is over, and not without it. */
function decidingClose(
  name: FigureName<"USD">,
  {date}: EarlierCase,
  asOf: string,
  history: History | undefined,
): Figure<"USD"> | undefined {
  const close = history && closeOn(history, date);
  if (!history || !close || date > lastDayOver(asOf)) return undefined;
  return closeFigure(name, history, close);
}

/** The ends belong to the base case. */
function caseOf(price: number, low: number, high: number): CaseName {
  if (price < low) return "bear";
  return price > high ? "bull" : "base";
}
