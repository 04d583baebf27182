import {createHash} from "node:crypto";
import {addDays, type Day} from "../model/day.ts";
import type {Figure} from "../model/figure.ts";
import * as names from "../model/figureNames.ts";
import type {
  Abstention,
  Case,
  CaseName,
  CaseSet,
  CasesFinding,
  QuantileName,
} from "../model/finding.ts";
import {type Horizon, horizons} from "../model/order.ts";
import type {Asset} from "../model/snapshot.ts";
import {caseOutcomes} from "../stats/caseOutcomes.ts";
import {caseRange} from "../stats/caseRange.ts";
import {medianFormula} from "../stats/fanTilt.ts";
import {filteredHistoricalSimulation} from "../stats/filteredHistoricalSimulation.ts";
import {caseRecord} from "./caseRecord.ts";
import {computed, fixed} from "./figure.ts";
import type {History} from "./history.ts";

/** The days before a forecast whose returns it is made from, and how many of them it needs. */
export const historyDays = 365;
export const fewestDays = 180;
const paths = 10_000;
/** Days after the as-of day at which the fan is drawn. */
const fanDays = [...Array.from({length: 30}, (_, i) => 3 * (i + 1))];

/**
 * Bear, base and bull: the lowest quarter, the middle half and the highest quarter of the outcomes
 * of `caseOutcomes`: the asset's own last year simulated on, with the drift of the median and the
 * tilt that coins in general showed. Their record is in `caseRecord`. What is no coin is simulated
 * without drift and tilt, and has no record.
 */
export function findCases(
  history: History,
  price: Figure<"USD">,
  {id, kind = "coin"}: Asset,
): CasesFinding | Abstention {
  const from = addDays(history.last.day, 1 - historyDays);
  const returns = history.returns.filter(({date}) => date >= from).map(({value}) => value);
  if (returns.length < fewestDays)
    return {
      about: "cases",
      reason: {kind: "too-few-days", days: returns.length, needed: fewestDays},
    };
  const {calendar} = history;
  const steps = (days: number) => Math.max(1, Math.round((days * calendar.daysPerYear) / 365));
  const ahead = [...new Set([...fanDays, ...horizons].map(steps))];
  const isCoin = kind === "coin";
  const seed = seedOf(id, history.asOf);
  const simulated = simulate(isCoin ? caseOutcomes : filteredHistoricalSimulation, returns, {
    horizons: ahead,
    seed,
    paths,
  });
  if (!simulated) return {about: "cases", reason: {kind: "no-history"}};
  const outcomes = new Map(simulated.horizons.map(one => [one.days, one.outcomes]));
  const rangeIn = (days: number) => caseRange(outcomes.get(steps(days)) ?? [], price.value);
  const start = price.asOf.slice(0, 10);
  const about = (formula: string) => ({asOf: history.asOf, formula, inputs: [history.close.id]});
  return {
    kind: "cases",
    start: price,
    sets: horizons.map(horizon =>
      caseSet(horizon, rangeIn(horizon), {
        date: calendar.openOn(addDays(start, horizon)),
        price,
        history,
        isCoin,
      }),
    ),
    paths: fixed(names.parameter.paths, paths, {asOf: price.asOf, why: "simulated paths"}),
    history: computed(names.cases.history, returns.length, about("daily log returns resampled")),
    dailyVolatility: computed(
      names.cases.volatilityToday,
      simulated.todayVolatility,
      about("conditional daily volatility at the last close, × share that lasts"),
    ),
    longRunVolatility: computed(
      names.cases.volatilityLongRun,
      simulated.longRunVolatility,
      about(
        "volatility of the year, of 60 days and of a typical coin, geometric mean, × share that lasts",
      ),
    ),
    ...(isCoin && {
      record: {
        coins: fixed(names.cases.recordCoins, caseRecord.coins, {
          asOf: price.asOf,
          why: "coins in the walk-forward test of bench:calibration",
        }),
        from: caseRecord.from,
        until: caseRecord.until,
      },
    }),
    fan: fanDays.map(day => ({
      date: addDays(start, day),
      ...rangeIn(day),
    })),
    sources: [history.close.source],
  };
}

function simulate(
  outcomes: typeof filteredHistoricalSimulation,
  returns: readonly number[],
  options: Parameters<typeof caseOutcomes>[1],
) {
  try {
    return outcomes(returns, options);
  } catch (error) {
    // A price that never moved has no outcomes to simulate.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The same asset on the same day is simulated alike everywhere; other days and coins are not. */
export function seedOf(asset: string, asOf: string): number {
  return createHash("sha256").update(`${asset} ${asOf}`).digest().readInt32BE(0);
}

interface Ends {
  /** The close of this day decides. */
  readonly date: Day;
  readonly price: Figure<"USD">;
  readonly history: History;
  readonly isCoin: boolean;
}

function caseSet(
  horizon: Horizon,
  range: Readonly<Record<QuantileName, number>>,
  {date, price, history, isCoin}: Ends,
): CaseSet {
  const figure = names.caseSet(horizon);
  const make = (name: QuantileName) =>
    computed(figure.quantile(name), range[name], {
      asOf: price.asOf,
      formula: !isCoin
        ? `quantile of the simulated close of ${date}: filtered historical simulation`
        : name === "p50"
          ? `price × exp(${medianFormula(horizon)}): the median drifts by that`
          : `quantile of the simulated close of ${date}: filtered historical simulation, its median at p50, tilted`,
      inputs: [
        price.id,
        isCoin && name === "p50" ? names.cases.volatilityLongRun.id : history.close.id,
      ],
    });
  const quantiles = {
    p5: make("p5"),
    p10: make("p10"),
    p25: make("p25"),
    p50: make("p50"),
    p75: make("p75"),
    p90: make("p90"),
    p95: make("p95"),
  };
  return {
    horizon,
    date,
    days: fixed(figure.days, horizon, {
      asOf: price.asOf,
      why: "horizon",
    }),
    quantiles,
    drift: computed(figure.drift, range.p50 / price.value - 1, {
      asOf: price.asOf,
      formula: "median of the outcomes / price - 1",
      inputs: [quantiles.p50.id, price.id],
    }),
    ...(isCoin && {record: recordOf(horizon, price.asOf)}),
    cases: casesOf(horizon, quantiles.p25, quantiles.p75, price),
  };
}

/** Measured beforehand on many coins, and printed beside every case made the same way. */
function recordOf(horizon: Horizon, asOf: string): NonNullable<CaseSet["record"]> {
  const {forecasts, coverage50, coverage80} = caseRecord.horizons[horizon];
  const name = names.caseSet(horizon);
  const why = "walk-forward test of bench:calibration";
  return {
    forecasts: fixed(name.forecasts, forecasts, {asOf, why}),
    coverage50: fixed(name.coverage50, coverage50, {asOf, why}),
    coverage80: fixed(name.coverage80, coverage80, {asOf, why}),
  };
}

/** The first sign of a case is a close halfway, in logarithms, to its border. */
function casesOf(
  horizon: Horizon,
  low: Figure<"USD">,
  high: Figure<"USD">,
  price: Figure<"USD">,
): Case[] {
  const name = names.caseSet(horizon);
  const probability = (one: CaseName, value: number) =>
    fixed(name.probability(one), value, {
      asOf: price.asOf,
      why: "share of simulated outcomes that define the case",
    });
  const halfway = (one: CaseName, border: Figure<"USD">) =>
    computed(name.trigger(one), Math.sqrt(price.value * border.value), {
      asOf: price.asOf,
      formula: "√(price × border of the case)",
      inputs: [price.id, border.id],
    });
  return [
    {
      name: "bear",
      probability: probability("bear", 0.25),
      high: low,
      ...(low.value < price.value && {trigger: halfway("bear", low)}),
    },
    {name: "base", probability: probability("base", 0.5), low, high},
    {
      name: "bull",
      probability: probability("bull", 0.25),
      low: high,
      ...(high.value > price.value && {trigger: halfway("bull", high)}),
    },
  ];
}
