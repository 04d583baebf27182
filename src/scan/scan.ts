import {setImmediate} from "node:timers/promises";
import {cleanHistory, type History} from "../findings/history.ts";
import {standsForAnother} from "../findings/standsForAnother.ts";
import {baselineDays, fewest, level, verdictOf} from "../findings/verdict.ts";
import {addDays, daysBetween} from "../model/day.ts";
import {UsageError} from "../model/errors.ts";
import type {Abstention, Verdict} from "../model/finding.ts";
import {type Window, windows} from "../model/order.ts";
import type {Asset} from "../model/snapshot.ts";
import type {Universe, UniverseCoin} from "../model/universe.ts";
import {type AlignedReturns, alignReturns, returnsBetween} from "../stats/alignReturns.ts";
import {at} from "../stats/at.ts";
import {changePoint} from "../stats/changePoint.ts";
import {testFields} from "../stats/rankDependenceTests.ts";
import {adjustedPs} from "./adjusted.ts";
import {pastSmaller, pastTests, rowSize, type TestsJob} from "./jobs.ts";
import {newsworthiness} from "./newsworthiness.ts";
import {sharedFloats, startThreads} from "./threads.ts";

/** So many coins are done before others have the thread: a worker is to be heard of meanwhile. */
const coinsAtOnce = 50;

/** Fewer coins than this are tested before another thread has started. */
const coinsForThreads = 200;

/** One coin in one window. Where there is too little to test, its numbers are null. */
export interface ScanRow {
  readonly asset: string;
  readonly symbol: string;
  readonly name: string;
  readonly window: Window;
  readonly rho: number | null;
  readonly baselineRho: number | null;
  readonly p: number | null;
  /** For every coin and window that was tested, and for what they share: `adjustedPs`. */
  readonly adjustedP: number | null;
  /** By the adjusted p. */
  readonly verdict: Verdict;
  /** The first day of the changed dependence, where a test for one rejects. */
  readonly since: string | null;
  readonly newsworthiness: number;
}

/** A coin that was not tested, and why. */
export interface LeftOutCoin {
  readonly asset: Asset;
  readonly reason: string;
}

/** What changed in a universe. */
export interface Scan {
  readonly asOf: string;
  /** What the dependence was measured on. */
  readonly benchmark: Asset;
  /** Coins with rows; only they count for the adjustment, as far as they could be tested. */
  readonly universe: number;
  readonly windows: readonly Window[];
  /** The most newsworthy first. */
  readonly rows: readonly ScanRow[];
  readonly leftOut: readonly LeftOutCoin[];
  /** Faults of the feed that were left out, by coin. */
  readonly faults: ReadonlyMap<string, number>;
}

interface Member {
  readonly asset: Asset;
  readonly history: History;
  readonly aligned: AlignedReturns;
}

/**
 * Whether the dependence of each coin on the benchmark has changed, by the test of a note on it,
 * with p-values adjusted for all coins and windows looked at (`adjustedPs`). Coins whose price another price
 * makes, and those whose history ended, are left out and named.
 *
 * @throws UsageError when the benchmark itself has no fresh history
 */
export async function scan(universe: Universe): Promise<Scan> {
  const {benchmark, coins, asOf} = universe;
  const reference = cleaned(benchmark, asOf).history;
  if (!reference)
    throw new UsageError(
      `the closes of ${benchmark.asset.name} end before ${asOf}: there is nothing to measure dependence on`,
    );
  const members: Member[] = [];
  const leftOut: LeftOutCoin[] = [...universe.missing];
  const faults = new Map<string, number>();
  for (const [k, coin] of coins.entries()) {
    if (k % coinsAtOnce === 0) await setImmediate();
    const {history, exclusions, abstention} = cleaned(coin, asOf);
    const aligned = history ? alignReturns(reference.returns, history.returns) : undefined;
    const reason = aligned ? standsForAnother(coin.class, aligned) : endOf(abstention);
    if (history && aligned && !reason) members.push({asset: coin.asset, history, aligned});
    else leftOut.push({asset: coin.asset, reason: reason ?? "no closes"});
    if (exclusions.length > 0) faults.set(coin.asset.id, exclusions.length);
  }
  const found = await testAll(reference, members);
  return {
    asOf,
    benchmark: benchmark.asset,
    universe: members.length,
    windows,
    rows: await rowsOf(members, found),
    leftOut,
    faults,
  };
}

const cleaned = ({close}: UniverseCoin, asOf: string) => cleanHistory(close, {asOf});

function endOf(abstention: Abstention | undefined): string {
  return abstention?.reason.kind === "history-ends"
    ? `closes end on ${abstention.reason.day}`
    : "no closes";
}

/** The numbers of every test, by coin and window; see `TestsJob`. */
async function testAll(reference: History, members: readonly Member[]): Promise<Float64Array> {
  const first = reference.returns[0]?.date;
  const last = reference.returns.at(-1)?.date;
  const into = sharedFloats(members.length * windows.length * rowSize);
  if (first === undefined || last === undefined) return into.fill(Number.NaN);
  const days = daysBetween(first, last) + 1;
  const place = new Map(Array.from({length: days}, (_, i) => [addDays(first, i), i]));
  const benchmark = sharedFloats(days).fill(Number.NaN);
  const lay = (into: Float64Array, dates: readonly string[], values: readonly number[]) => {
    for (const [i, value] of values.entries()) {
      const day = place.get(at(dates, i));
      if (day !== undefined) into[day] = value;
    }
  };
  lay(
    benchmark,
    reference.returns.map(({date}) => date),
    reference.returns.map(({value}) => value),
  );
  const returns = sharedFloats(members.length * days).fill(Number.NaN);
  const ends = new Int32Array(members.length).fill(-1);
  members.forEach(({aligned: {dates, y}}, coin) => {
    lay(returns.subarray(coin * days, (coin + 1) * days), dates, y);
    // As in a note, windows end on the coin's own last day.
    ends[coin] = place.get(dates.at(-1) ?? "") ?? -1;
  });
  const job: TestsJob = {
    kind: "tests",
    benchmark,
    returns,
    windows,
    baseline: baselineDays,
    fewest,
    ends,
    past: true,
    into,
  };
  await using threads = startThreads(members.length < coinsForThreads ? 1 : undefined);
  await threads.run(job, members.length);
  return into;
}

async function rowsOf(members: readonly Member[], found: Float64Array): Promise<ScanRow[]> {
  const tests = members.flatMap((member, coin) =>
    windows.map((window, k) => {
      const row = (coin * windows.length + k) * rowSize;
      return {member, window, ...numbersOf(found.subarray(row, row + rowSize))};
    }),
  );
  const tested = tests.filter(({p}) => !Number.isNaN(p));
  const adjusted = adjustedPs(tested);
  const adjustedOf = new Map(tested.map((test, i) => [test, adjusted[i]]));
  const rows: ScanRow[] = [];
  for (const [k, test] of tests.entries()) {
    if (k % coinsAtOnce === 0) await setImmediate();
    rows.push(toRow(test, adjustedOf.get(test)));
  }
  return rows.toSorted(byNews);
}

/** The numbers of a row by name; see `TestsJob`. */
const numbersOf = (row: Float64Array) => ({
  rho: at(row, testFields.rho),
  baselineRho: at(row, testFields.baselineRho),
  statistic: at(row, testFields.statistic),
  n: at(row, testFields.n),
  p: at(row, testFields.p),
  earlier: at(row, pastTests),
  smaller: at(row, pastSmaller),
});

interface TestOfCoin extends ReturnType<typeof numbersOf> {
  readonly member: Member;
  readonly window: Window;
}

function toRow(test: TestOfCoin, adjustedP: number | undefined): ScanRow {
  const {member, window, rho, baselineRho, p, earlier, smaller} = test;
  const {id: asset, symbol, name} = member.asset;
  if (adjustedP === undefined) {
    const nothing = {rho: null, baselineRho: null, p: null, adjustedP: null, since: null};
    return {asset, symbol, name, window, ...nothing, verdict: "not-enough-data", newsworthiness: 0};
  }
  const verdict = verdictOf(adjustedP, {rho, baselineRho});
  return {
    asset,
    symbol,
    name,
    window,
    rho,
    baselineRho,
    p,
    adjustedP,
    verdict,
    since: verdict === "no-change-found" ? null : dateOfChange(member.aligned, window),
    newsworthiness: newsworthiness({adjustedP, earlier, smaller}),
  };
}

/** A date only where the test for one rejects, over the window and its baseline. */
function dateOfChange(aligned: AlignedReturns, window: Window): string | null {
  const last = aligned.dates.at(-1);
  if (last === undefined) return null;
  const {dates, x, y} = returnsBetween(aligned, addDays(last, 1 - window - baselineDays), last);
  try {
    const {p, index} = changePoint(x, y);
    return p < level ? at(dates, index) : null;
  } catch (error) {
    // Too few days for the test of a date, though enough for that of a change.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function byNews(a: ScanRow, b: ScanRow): number {
  return (
    b.newsworthiness - a.newsworthiness ||
    (a.p ?? 2) - (b.p ?? 2) ||
    (a.asset < b.asset ? -1 : a.asset > b.asset ? 1 : a.window - b.window)
  );
}
