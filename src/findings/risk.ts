import {addDays} from "../model/day.ts";
import type {Figure, FigureName} from "../model/figure.ts";
import * as names from "../model/figureNames.ts";
import type {Abstention, MarketStateFinding, RiskFinding} from "../model/finding.ts";
import {alignReturns} from "../stats/alignReturns.ts";
import {at} from "../stats/at.ts";
import {downsideBeta} from "../stats/downsideBeta.ts";
import {maxDrawdown} from "../stats/maxDrawdown.ts";
import {realisedVolatility} from "../stats/realisedVolatility.ts";
import {tailDependence} from "../stats/tailDependence.ts";
import {computed} from "./figure.ts";
import type {History} from "./history.ts";
import {dated} from "./marketState.ts";
import {present} from "./present.ts";

const fewestDays = 20;
const jointDays = 365;
const fewestJointDays = 120;

/** Realised volatility, the deepest fall with its dates, and behaviour in the benchmark's falls. */
export function findRisk(
  history: History,
  benchmark: History | undefined,
  {price, change24h}: MarketStateFinding,
): RiskFinding | Abstention {
  const volatility = ([30, 90] as const).flatMap(window => {
    const found = volatilityOf(names.volatility(window), history, window);
    return found ? [{window, ...found}] : [];
  });
  const [shortest] = volatility;
  if (!shortest)
    return {
      about: "risk",
      reason: {kind: "too-few-days", days: history.returns.length, needed: fewestDays},
    };
  const daily = dailyOf(names.volatility(shortest.window).day, shortest.figure);
  return {
    kind: "risk",
    volatility,
    daily,
    drawdown: drawdownOf(history),
    ...present({
      benchmarkVolatility:
        benchmark && volatilityOf(names.ofBenchmark.volatility90d, benchmark, 90)?.figure,
      day: change24h && daily.value > 0 ? dayOf(change24h, daily) : undefined,
      fromPeak: fromPeak(history, price),
      ...(benchmark && jointly(history, benchmark)),
    }),
    sources: [...new Set([history.close.source, ...(benchmark ? [benchmark.close.source] : [])])],
  };
}

interface VolatilityNames {
  readonly year: FigureName<"volatility">;
  readonly days: FigureName<"days">;
}

function volatilityOf(
  name: VolatilityNames,
  {returns, close, last, asOf}: History,
  window: number,
) {
  const from = addDays(last.day, 1 - window);
  const values = returns.filter(({date}) => date >= from).map(({value}) => value);
  if (values.length < Math.max(fewestDays, window * 0.6)) return undefined;
  const inputs = [close.id];
  return {
    figure: computed(name.year, realisedVolatility(values), {
      asOf,
      formula: "sample standard deviation of daily log returns × √365",
      inputs,
    }),
    days: computed(name.days, values.length, {
      asOf,
      formula: "daily returns counted",
      inputs,
    }),
  };
}

function dailyOf(
  name: FigureName<"volatility">,
  {id, value, asOf}: Figure<"volatility">,
): Figure<"volatility"> {
  return computed(name, value / Math.sqrt(365), {
    asOf,
    formula: "volatility of a year / √365",
    inputs: [id],
  });
}

/** Whether the newest day is large by the coin's own measure. */
function dayOf(change: Figure<"return">, daily: Figure<"volatility">): Figure<"z-score"> {
  return computed(
    names.risk.change24hInDeviations,
    Math.abs(Math.log1p(change.value)) / daily.value,
    {
      asOf: change.asOf,
      formula: "|log(1 + change)| / daily standard deviation",
      inputs: [change.id, daily.id],
    },
  );
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

function jointly(history: History, benchmark: History) {
  const aligned = alignReturns(benchmark.returns, history.returns);
  const x = aligned.x.slice(-jointDays);
  const y = aligned.y.slice(-jointDays);
  if (x.length < fewestJointDays || history.close.id === benchmark.close.id) return {};
  const inputs = [history.close.id, benchmark.close.id];
  const about = (formula: string) => ({asOf: history.asOf, formula, inputs});
  const tail = tailDependence(x, y);
  return {
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
