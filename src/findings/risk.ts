import {type Day, daysBetween, endOfDay} from "../model/day.ts";
import type {Figure, FigureName} from "../model/figure.ts";
import * as names from "../model/figureNames.ts";
import type {Abstention, MarketStateFinding, RiskFinding} from "../model/finding.ts";
import {at} from "../stats/at.ts";
import {downsideBeta} from "../stats/downsideBeta.ts";
import {maxDrawdown} from "../stats/maxDrawdown.ts";
import {realisedVolatility} from "../stats/realisedVolatility.ts";
import {standardDeviation} from "../stats/standardDeviation.ts";
import {tailDependence} from "../stats/tailDependence.ts";
import {commonReturns} from "./commonReturns.ts";
import {computed} from "./figure.ts";
import type {History} from "./history.ts";
import {dated} from "./marketState.ts";
import {present} from "./present.ts";

const windows = [30, 90] as const;
const longerWindow = 90;
const fewestDays = 20;
/** Days before the newest that it is measured by. */
const usualDays = 30;
const fewestJointDays = 120;

/** Realised volatility, the deepest fall with its dates, and behaviour in the benchmark's falls. */
export function findRisk(
  history: History,
  benchmark: History | undefined,
  {price, change24h}: MarketStateFinding,
): RiskFinding | Abstention {
  const volatility = windows.flatMap(window => {
    const from = history.calendar.back(history.last.day, window - 1);
    const found = volatilityOf(names.volatility(window), history, {from, days: window});
    return found ? [{window, ...found}] : [];
  });
  const [shortest] = volatility;
  if (!shortest)
    return {
      about: "risk",
      reason: {kind: "too-few-days", days: history.returns.length, needed: fewestDays},
    };
  const daily = dailyOf(names.volatility(shortest.window).day, shortest.figure, history);
  const drawdown = drawdownOf(history);
  return {
    kind: "risk",
    volatility,
    daily,
    drawdown,
    ...present({
      benchmarkVolatility: benchmark && volatilityBeside(history, benchmark),
      day: change24h && dayOf(history, change24h),
      fromPeak: fromPeak(history, price),
      aboveTrough: aboveTrough(drawdown, price),
      ...(benchmark && jointly(history, benchmark)),
    }),
    sources: [...new Set([history.close.source, ...(benchmark ? [benchmark.close.source] : [])])],
  };
}

interface VolatilityNames {
  readonly year: FigureName<"volatility">;
  readonly days: FigureName<"days">;
}

/** The days of its market from one on, and how many they are. */
interface Span {
  readonly from: Day;
  readonly days: number;
}

function volatilityOf(
  name: VolatilityNames,
  {returns, close, calendar: {daysPerYear}, asOf}: History,
  {from, days}: Span,
) {
  const values = returns.filter(({date}) => date >= from).map(({value}) => value);
  if (values.length < Math.max(fewestDays, days * 0.6)) return undefined;
  const inputs = [close.id];
  return {
    figure: computed(name.year, realisedVolatility(values, daysPerYear), {
      asOf,
      formula: `sample standard deviation of daily log returns × √${daysPerYear}`,
      inputs,
    }),
    days: computed(name.days, values.length, {
      asOf,
      formula: "daily returns counted",
      inputs,
    }),
  };
}

/** The benchmark's, from the first day on that the asset's longer window has. */
function volatilityBeside(
  {returns, last, calendar}: History,
  benchmark: History,
): Figure<"volatility"> | undefined {
  const back = calendar.back(last.day, longerWindow - 1);
  const from = returns.find(({date}) => date >= back)?.date;
  if (from === undefined) return undefined;
  const days = benchmark.calendar.rests
    ? benchmark.days.filter(({day}) => day >= from).length
    : daysBetween(from, last.day) + 1;
  return volatilityOf(names.ofBenchmark.volatility90d, benchmark, {from, days})?.figure;
}

function dailyOf(
  name: FigureName<"volatility">,
  {id, value, asOf}: Figure<"volatility">,
  {calendar: {daysPerYear}}: History,
): Figure<"volatility"> {
  return computed(name, value / Math.sqrt(daysPerYear), {
    asOf,
    formula: `volatility of a year / √${daysPerYear}`,
    inputs: [id],
  });
}

/**
 * Whether the newest day is large by the coin's own measure: by the changes of the days that were
 * over when it began. A day that counts in its own measure can be no larger than the root of their number.
 */
function dayOf({returns, close, calendar}: History, change: Figure<"return">): RiskFinding["day"] {
  const begins = new Date(Date.parse(change.asOf) - 86_400_000).toISOString().slice(0, 10);
  const from = calendar.back(begins, usualDays);
  const before = returns.filter(
    ({date}) => date >= from && Date.parse(endOfDay(date)) <= Date.parse(change.asOf) - 86_400_000,
  );
  if (before.length < fewestDays) return undefined;
  const deviation = standardDeviation(before.map(({value}) => Math.expm1(value)));
  if (deviation === 0) return undefined;
  const about = {asOf: change.asOf, inputs: [close.id]};
  const usual = computed(names.risk.usual, deviation, {
    ...about,
    formula: `sample standard deviation of daily changes, from ${from}, that ended before the day began`,
  });
  return {
    usual,
    days: computed(names.risk.usualDays, before.length, {
      ...about,
      formula: "daily returns counted",
    }),
    deviations: computed(names.risk.change24hInDeviations, Math.abs(change.value) / deviation, {
      asOf: change.asOf,
      formula: "|change| / standard deviation of the days before",
      inputs: [change.id, usual.id],
    }),
  };
}

function drawdownOf(history: History): RiskFinding["drawdown"] {
  const {close, days, asOf} = history;
  const {depth, peak, trough} = maxDrawdown(close.values);
  const high = dated(names.risk.drawdownPeak, history, at(days, peak));
  const low = dated(names.risk.drawdownTrough, history, at(days, trough));
  return {
    figure: computed(names.risk.drawdown, depth, {
      asOf,
      formula: "1 - trough / peak, the deepest of the recorded closes",
      inputs: [high.figure.id, low.figure.id],
    }),
    peak: high,
    trough: low,
    since: days[0].day,
  };
}

function fromPeak(history: History, price: Figure<"USD">) {
  const peak = history.days.reduce((best, one) => (one.close > best.close ? one : best));
  if (price.value >= peak.close) return undefined;
  return computed(names.risk.drawdownNow, 1 - price.value / peak.close, {
    asOf: price.asOf,
    formula: `1 - price / highest close (${peak.day})`,
    inputs: [price.id, history.close.id],
  });
}

function aboveTrough(
  {trough: {figure: trough}}: RiskFinding["drawdown"],
  price: Figure<"USD">,
): Figure<"return"> | undefined {
  if (price.value < trough.value) return undefined;
  return computed(names.risk.aboveTrough, price.value / trough.value - 1, {
    asOf: price.asOf,
    formula: "price / trough - 1",
    inputs: [price.id, trough.id],
  });
}

function jointly(history: History, benchmark: History) {
  const {calendar, ...aligned} = commonReturns(history, benchmark);
  const x = aligned.x.slice(-calendar.daysPerYear);
  const y = aligned.y.slice(-calendar.daysPerYear);
  if (x.length < fewestJointDays || history.close.id === benchmark.close.id) return {};
  const inputs = [history.close.id, benchmark.close.id];
  const about = (formula: string) => ({asOf: history.asOf, formula, inputs});
  const tail = tailDependence(x, y);
  return {
    jointDays: computed(names.risk.jointDays, x.length, about("newest days with returns of both")),
    downsideBeta: computed(
      names.risk.downsideBeta,
      downsideBeta(x, y).beta,
      about(
        `beta over the days of the last ${x.length} on which the benchmark did worse than its mean`,
      ),
    ),
    tail: {
      days: computed(
        names.risk.tailDays,
        tail.benchmarkDays,
        about("the benchmark's worst tenth of days"),
      ),
      shared: computed(
        names.risk.tailShared,
        tail.both,
        about("of these, days among the asset's worst tenth"),
      ),
      share: computed(
        names.risk.tailShare,
        tail.share,
        about("shared days / the benchmark's worst days"),
      ),
      independent: computed(
        names.risk.tailIndependent,
        tail.expected,
        about("share expected of unrelated series"),
      ),
    },
  };
}
