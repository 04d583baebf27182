import {addDays, daysBetween, endOfDay} from "../model/day.ts";
import type {Figure, FigureName, Unit} from "../model/figure.ts";
import * as names from "../model/figureNames.ts";
import type {Abstention, DecouplingFinding, WindowResult} from "../model/finding.ts";
import type {ScanPick} from "../model/market.ts";
import {type Window, windows} from "../model/order.ts";
import type {Asset} from "../model/snapshot.ts";
import {type AlignedReturns, returnsBetween} from "../stats/alignReturns.ts";
import {at} from "../stats/at.ts";
import {benjaminiHochberg} from "../stats/benjaminiHochberg.ts";
import {changePoint} from "../stats/changePoint.ts";
import {correlationChange} from "../stats/correlationChange.ts";
import {marketModel} from "../stats/marketModel.ts";
import {rankDependenceTest} from "../stats/rankDependenceTest.ts";
import {rollingSpearman} from "../stats/rollingSpearman.ts";
import {smallestVisibleDrop} from "../stats/smallestVisibleDrop.ts";
import {sum} from "../stats/sum.ts";
import {type CommonReturns, commonReturns} from "./commonReturns.ts";
import {computed, fixed, read} from "./figure.ts";
import type {History} from "./history.ts";
import {present} from "./present.ts";
import {
  baselineDays,
  fewest,
  isDecoupled,
  isInverse,
  leadingOf,
  level,
  movedBy,
  verdictOf,
} from "./verdict.ts";

/** The window drawn, and the half-width of a 90 % band in standard errors. */
const drawnWindow: Window = 60;
const bandWidth = 1.645;

/** Whether the dependence of the asset's daily returns on the benchmark's has changed. */
export function findDecoupling(
  asset: History,
  benchmark: History,
  against: Asset,
  scan?: ScanPick,
): DecouplingFinding | Abstention {
  const aligned = commonReturns(asset, benchmark);
  const last = aligned.dates.at(-1);
  if (!last) return {about: "decoupling", reason: {kind: "no-history"}};
  const inputs = [asset.close.id, benchmark.close.id];
  const raw = windows.flatMap(window => testWindow(window, aligned, last) ?? []);
  const adjusted = benjaminiHochberg(raw.map(({test}) => test.p));
  const results = adjusted.flatMap((p, i) => {
    const tested = raw[i];
    return tested ? [describe(tested, {p, scan}, inputs)] : [];
  });
  const ranked = results.map(result => ({verdict: result.verdict, p: result.p.value, result}));
  const leading = leadingOf(ranked, scan !== undefined)?.result;
  if (!leading) {
    const days = aligned.dates.length;
    const needed = fewest.window + fewest.baseline;
    return {about: "decoupling", reason: {kind: "too-few-days", days, needed}};
  }
  const asOf = endOfDay(last);
  return {
    kind: "decoupling",
    benchmark: against,
    baseline: fixed(names.parameter.baseline, baselineDays, {
      asOf,
      why: "days before each window that it is compared with, as far as they are on record",
    }),
    level: fixed(names.parameter.level, level, {asOf, why: "level of the test"}),
    windows: results,
    leading,
    decoupled: isDecoupled(leading),
    inverse: isInverse(leading),
    ...present({movedBy: movedBy(leading), change: changeOf(aligned, leading, inputs)}),
    rolling: rolling(aligned),
    ...(scan && {
      picked: {
        universe: read(names.scan.universe, scan.universe),
        tests: read(names.scan.tests, scan.tests),
        place: read(names.scan.place, scan.place),
      },
    }),
    sources: [...new Set([asset.close.source, benchmark.close.source])],
  };
}

interface Span {
  readonly dates: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

type Tested = NonNullable<ReturnType<typeof testWindow>>;

function testWindow(window: Window, aligned: CommonReturns, last: string) {
  const {calendar} = aligned;
  const from = calendar.back(last, window - 1);
  const now = span(aligned, from, last);
  const before = span(aligned, calendar.back(from, baselineDays), addDays(from, -1));
  if (now.x.length < fewest.window || before.x.length < fewest.baseline) return undefined;
  try {
    const test = rankDependenceTest(now, before);
    const visible = smallestVisibleDrop(
      {rho: test.baselineRho, variance: test.baselineVariance, n: test.baselineN},
      now.x.length,
    );
    return {
      window,
      now,
      before,
      test,
      visible,
      model: marketModel(now.x, now.y),
      baseline: marketModel(before.x, before.y),
    };
  } catch (error) {
    // A series that does not move in a window has no correlation in it: no claim, no crash.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The days with both returns, from the first of them on. */
function span(aligned: AlignedReturns, from: string, to: string): Span {
  const {dates, x, y} = returnsBetween(aligned, from, to);
  return {dates, x, y, from: dates[0] ?? from, to};
}

/** Days on which both rose or both fell. */
const sameWay = ({x, y}: Span) => x.filter((one, i) => one * y[i]! > 0).length;

/** A p-value adjusted within the note, and the scan whose own adjustment goes further. */
interface Adjusted {
  readonly p: number;
  readonly scan: ScanPick | undefined;
}

function describe(tested: Tested, adjusted: Adjusted, inputs: readonly string[]): WindowResult {
  const {window, now, before, test, model, baseline, visible} = tested;
  const name = names.decoupling(window);
  const asOf = endOfDay(now.to);
  const days = `${now.from}..${now.to}`;
  const earlier = `${before.from}..${before.to}`;
  const make = <U extends Unit>(figure: FigureName<U>, value: number, formula: string) =>
    computed(figure, value, {asOf, formula, inputs});
  const causes = correlationChange(baseline, model);
  const scanned = adjusted.scan?.adjustedP.find(one => one.window === window)?.p;
  const p = make(
    name.p,
    test.p,
    "two-sided rank test for a change, own standard errors, Student's t",
  );
  const adjustedP = scanned
    ? read(name.adjustedP, scanned)
    : make(name.adjustedP, adjusted.p, "Benjamini–Hochberg over the windows of this note");
  const rho = "Spearman's rho of daily log returns";
  const pearson = "Pearson's r of daily log returns";
  const beta = "OLS slope on the benchmark";
  const spread = "daily standard deviation of the benchmark's returns";
  const ownSpread = "daily standard deviation of the part the benchmark does not explain";
  const part = (what: string) => `Shapley part of ${what} in the change of r`;
  return {
    window,
    verdict: verdictOf(adjustedP.value, test),
    from: now.from,
    to: now.to,
    baselineFrom: before.from,
    baselineTo: before.to,
    days: make(name.days, test.n, `days with both returns in ${days}`),
    sameWay: make(name.sameWay, sameWay(now), `days of one sign in ${days}`),
    baselineSameWay: make(name.baselineSameWay, sameWay(before), `days of one sign in ${earlier}`),
    largest: largestOf(now, (share, day) =>
      make(name.largestShare, share, `squared return of ${day} / sum of squared returns, ${days}`),
    ),
    baselineDays: make(name.baselineDays, test.baselineN, `days with both returns in ${earlier}`),
    rho: make(name.rho, test.rho, `${rho}, ${days}`),
    pearson: make(name.pearson, model.pearson, `${pearson}, ${days}`),
    beta: make(name.beta, model.beta, `${beta}, ${days}`),
    baselineRho: make(name.baselineRho, test.baselineRho, `${rho}, ${earlier}`),
    baselinePearson: make(name.baselinePearson, baseline.pearson, `${pearson}, ${earlier}`),
    baselineBeta: make(name.baselineBeta, baseline.beta, `${beta}, ${earlier}`),
    p,
    adjustedP,
    visible: make(
      name.visible,
      visible,
      "highest correlation told from the baseline four times in five",
    ),
    benchmarkVolatility: make(
      name.benchmarkVolatility,
      model.benchmarkVolatility,
      `${spread}, ${days}`,
    ),
    baselineBenchmarkVolatility: make(
      name.baselineBenchmarkVolatility,
      baseline.benchmarkVolatility,
      `${spread}, ${earlier}`,
    ),
    ownVolatility: make(name.ownVolatility, model.ownVolatility, `${ownSpread}, ${days}`),
    baselineOwnVolatility: make(
      name.baselineOwnVolatility,
      baseline.ownVolatility,
      `${ownSpread}, ${earlier}`,
    ),
    cause: {
      beta: make(name.causeBeta, causes.beta, part("beta")),
      benchmarkVolatility: make(
        name.causeBenchmarkVolatility,
        causes.benchmarkVolatility,
        part("the benchmark's volatility"),
      ),
      ownVolatility: make(
        name.causeOwnVolatility,
        causes.ownVolatility,
        part("the asset's own volatility"),
      ),
    },
  };
}

function largestOf(
  {dates, y}: Span,
  share: (value: number, day: string) => Figure<"share">,
): WindowResult["largest"] {
  const squares = y.map(value => value ** 2);
  const most = Math.max(...squares);
  const day = at(dates, squares.indexOf(most));
  return {day, share: share(most / sum(squares), day)};
}

/** When the dependence changed, sought over the leading window and its baseline together. */
function changeOf(
  aligned: AlignedReturns,
  {baselineFrom, to, verdict}: WindowResult,
  inputs: readonly string[],
): DecouplingFinding["change"] {
  const {dates, x, y} = returnsBetween(aligned, baselineFrom, to);
  try {
    const found = changePoint(x, y);
    const p = computed(names.decouplingChangeP, found.p, {
      asOf: endOfDay(to),
      formula: `test for a change of rank dependence at an unknown time, ${baselineFrom}..${to}`,
      inputs,
    });
    const rejects = found.p < level && verdict !== "no-change-found";
    return {p, ...(rejects && {since: at(dates, found.index)})};
  } catch (error) {
    // Too few days, or no variation to test: no date is given.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function rolling(aligned: CommonReturns): DecouplingFinding["rolling"] {
  const {daysPerYear} = aligned.calendar;
  const from = Math.max(0, aligned.dates.length - daysPerYear - drawnWindow);
  const dates = aligned.dates.slice(from);
  if (dates.length < drawnWindow) return {window: drawnWindow, days: []};
  const points = rollingSpearman(aligned.x.slice(from), aligned.y.slice(from), drawnWindow);
  const days = points
    .map(({end, ...point}) => ({
      ...point,
      from: at(dates, end - drawnWindow + 1),
      date: at(dates, end),
    }))
    .filter(
      ({from: first, date}) => daysBetween(first, date) < drawnWindow * 1.5 * (365 / daysPerYear),
    )
    .map(({date, rho, standardError}) => {
      const centre = Math.atanh(rho);
      const reach = (bandWidth * standardError) / (1 - rho ** 2);
      return {
        date,
        rho,
        low: Math.tanh(centre - reach),
        high: Math.tanh(centre + reach),
      };
    })
    .filter(({low, high}) => Number.isFinite(low) && Number.isFinite(high));
  return {window: drawnWindow, days};
}
