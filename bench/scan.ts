import {execFileSync} from "node:child_process";
import {closeSync, mkdtempSync, openSync, rmSync, writeSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {type Job, type Matrix, rowSize} from "../src/scan/jobs.ts";
import {sharedFloats, startThreads} from "../src/scan/threads.ts";
import {atLeast, atMost, type Goal, report, rounded} from "./pairs.ts";
import {accuracy} from "./scan/accuracy.ts";
import {makeReturns} from "./scan/market.ts";
import {type Python, startPython} from "./scan/python.ts";

/**
 * Dependence of many coins on one benchmark: rolling, and tested for a change; beside pandas,
 * numpy and scipy doing the same in the same run. Ratios to Python are of processor time on one
 * core, and so is that to the memory floor: other work on the machine then falls on neither. Two
 * threads are told by the clock, the fastest of several runs, and want an idle machine.
 */
const {values: options} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    quick: {type: "boolean", default: false},
    coins: {type: "string", default: "10000"},
    days: {type: "string", default: "1825"},
    rounds: {type: "string", default: "3"},
  },
});
const scale = options.quick ? 10 : 1;
const coins = Math.max(10, Math.round(Number(options.coins) / scale));
const days = Math.max(365, Number(options.days));
const rounds = Number(options.rounds);
const say = (text: string) => console.error(text);

interface Cost {
  readonly ms: number;
  readonly cpuMs: number;
}
type Row = Record<string, number | string>;

const folder = mkdtempSync(join(tmpdir(), "assay-bench-scan-"));
const python = await startPython();
say(
  python
    ? `beside ${python.versions}`
    : "no python3 with pandas, numpy and scipy: apt-get install python3-pandas python3-scipy. Ratios to them are left out.",
);
await using one = startThreads(1);
await using two = startThreads(2);
const goals: Goal[] = [];
let kept: Float64Array | undefined;

const sizes = [
  [coins / 100, days],
  [coins / 10, days],
  [coins, 365],
  [coins, days],
].map(([c, d]) => [Math.max(1, Math.round(c!)), d!] as const);
const rolling = [];
for (const [c, d] of sizes) rolling.push(await rollingRow(c, d));
const tests = await testRows();
const linear = await linearRows();
const memory = memoryRows();
const digits = accuracy();
python?.close();
rmSync(folder, {recursive: true});

goals.push(
  atMost("memory beside the returns, by coin, × returns", 4, Number(memory[0]!["× returns"])),
  atMost("cost per coin, largest over smallest number of coins", 1.3, spread(linear)),
  atMost(
    "worst error of running windows",
    1e-12,
    Math.max(...digits.map(row => Number(row.error))),
  ),
);
report(
  [
    {title: "Rolling 30- and 90-day Pearson r and beta, stored", rows: rolling},
    {title: "Rank tests of three windows, and rolling ranks", rows: tests},
    {title: "Cost by number of coins (rolling 30/60/90 r and beta, rank tests)", rows: linear},
    {title: "Memory beside the returns", rows: memory},
    {title: "Largest error of running windows against two passes over each window", rows: digits},
  ],
  goals,
  options.json,
);

async function rollingRow(c: number, d: number): Promise<Row> {
  say(`rolling: ${c} × ${d}`);
  const matrix = makeReturns(c, d);
  const file = save(matrix, `${c}x${d}`);
  const into = [30, 90].map(window => ({
    window,
    pearson: sharedFloats(c * d),
    beta: sharedFloats(c * d),
  }));
  const job: Job = {kind: "rolling", ...matrix, into};
  const again = c * d < 3e6 ? rounds * 8 : rounds;
  const own = await fastest(again, () => one.run(job, c));
  const both = await fastest(again, () => two.run(job, c));
  const outputs = into.flatMap(({pearson, beta}) => [pearson, beta]);
  const floor = await fastest(again, () => stream(matrix.returns, outputs));
  const numpy = await inPython("numpy", {file, coins: c, days: d}, again);
  const pandas = await inPython("pandas", {file, coins: c, days: d}, c * d > 1e6 ? 1 : rounds);
  const name = `${c} × ${d}`;
  if (numpy) goals.push(atLeast(`rolling ${name}: × numpy`, 2, numpy.cpuMs / own.cpuMs));
  if (pandas) goals.push(atLeast(`rolling ${name}: × pandas`, 30, pandas.cpuMs / own.cpuMs));
  if (c === coins && d === days) {
    goals.push(atMost(`rolling ${name}: × memory floor`, 9, own.cpuMs / floor.cpuMs));
    goals.push(atMost(`rolling ${name}: × memory floor, two threads`, 5, both.ms / floor.ms));
  }
  return {
    "coins × days": name,
    "own ms": rounded(own.cpuMs),
    "two threads ms": rounded(both.ms),
    "floor ms": rounded(floor.cpuMs),
    "floor GB/s": rounded((5 * c * d * 8) / floor.cpuMs / 1e6),
    "× floor": rounded(own.cpuMs / floor.cpuMs),
    "two × floor": rounded(both.ms / floor.ms),
    "numpy ms": numpy ? rounded(numpy.cpuMs) : "–",
    "× numpy": numpy ? rounded(numpy.cpuMs / own.cpuMs) : "–",
    "pandas ms": pandas ? rounded(pandas.cpuMs) : "–",
    "× pandas": pandas ? rounded(pandas.cpuMs / own.cpuMs) : "–",
  };
}

async function testRows(): Promise<Row[]> {
  say(`rank tests: ${coins} coins`);
  const matrix = makeReturns(coins, 365);
  const file = save(matrix, "tests");
  const own = await fastest(rounds, () => one.run(testsOf(matrix, coins), coins));
  const both = await fastest(rounds, () => two.run(testsOf(matrix, coins), coins));
  // One coin after the other Python takes the same for each: a tenth of them tells.
  const part = Math.max(1, Math.round(coins / 10));
  const few = {file, coins: part, days: 365};
  const scipy = scaled(await inPython("scipy", few, 1), coins / part);
  const vector = await inPython("vector", {file, coins, days: 365}, rounds);
  say(`rolling ranks: ${coins} × ${days}`);
  const long = makeReturns(Math.max(1, Math.round(coins / 50)), days);
  const share = long.returns.length / days;
  const into = [30, 60, 90].map(window => ({window, spearman: sharedFloats(share * days)}));
  const ranks = scaled(
    await fastest(1, () => one.run({kind: "rolling", ...long, into}, share)),
    coins / share,
  )!;
  const sample = makeReturns(1, 365);
  const perCoin = await inPython("ranks", {file: save(sample, "ranks"), coins: 1, days: 365}, 1);
  const windowsIn = (d: number) => 3 * d - 29 - 59 - 89;
  const pandas = scaled(perCoin, (coins * windowsIn(days)) / windowsIn(365));
  if (scipy) goals.push(atLeast(`rank tests, ${coins} × 3: × scipy`, 20, scipy.cpuMs / own.cpuMs));
  const row = (work: string, peer: string, mine: Cost, other: Cost | undefined): Row => ({
    work,
    "own ms": rounded(mine.cpuMs),
    beside: peer,
    "its ms": other ? rounded(other.cpuMs) : "–",
    "×": other ? rounded(other.cpuMs / mine.cpuMs) : "–",
  });
  return [
    row(`tests, ${coins} × 3`, "scipy, coin by coin (a tenth, scaled)", own, scipy),
    row(`tests, ${coins} × 3`, "scipy and numpy on whole matrices", own, vector),
    row(`tests, ${coins} × 3, two threads, wall`, "–", {...both, cpuMs: both.ms}, undefined),
    row(
      `rolling ranks, ${coins} × ${days} × 3 (own: 1/50, scaled)`,
      "pandas (one year of one coin, scaled)",
      ranks,
      pandas,
    ),
  ];
}

async function linearRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const part of [0.1, 0.2, 0.5, 1]) {
    const c = Math.max(1, Math.round(coins * part));
    say(`cost: ${c} × ${days}`);
    const matrix = makeReturns(c, days);
    const cost = await fastest(rounds, async () => {
      for (const window of [30, 60, 90]) {
        const into = [{window, pearson: buffer(days, c), beta: buffer(days, c)}];
        await one.run({kind: "rolling", ...matrix, into}, c);
      }
      await one.run(testsOf(matrix, c), c);
    });
    rows.push({coins: c, ms: rounded(cost.cpuMs), "µs a coin": rounded((cost.cpuMs / c) * 1e3)});
  }
  return rows;
}

function memoryRows(): Row[] {
  const script = fileURLToPath(new URL("scan/memory.ts", import.meta.url));
  return [
    ["by-coin", "rolling r, beta and ranks of 30/60/90 days, and tests, coin by coin"],
    ["stored", "r and beta of one window of all coins kept (2 × returns at the least)"],
  ].map(([mode, what]) => {
    say(`memory: ${mode}`);
    const args = [script, String(coins), String(days), mode!];
    const {extra, returns} = JSON.parse(execFileSync(process.execPath, args, {encoding: "utf8"}));
    return {
      what: what!,
      "returns MB": rounded(returns / 1e6),
      "beside MB": rounded(extra / 1e6),
      "× returns": rounded(extra / returns),
    };
  });
}

function testsOf(matrix: Matrix, c: number): Job {
  const d = matrix.benchmark.length;
  return {
    kind: "tests",
    ...matrix,
    windows: [30, 60, 90],
    baseline: 270,
    fewest: {window: 20, baseline: 60},
    ends: new Int32Array(c).fill(d - 1),
    past: false,
    into: sharedFloats(c * 3 * rowSize),
  };
}

async function fastest(times: number, run: () => unknown): Promise<Cost> {
  await run();
  let [ms, cpuMs] = [Infinity, Infinity];
  for (let i = 0; i < times; i++) {
    const used = process.cpuUsage();
    const start = performance.now();
    await run();
    ms = Math.min(ms, performance.now() - start);
    const {user, system} = process.cpuUsage(used);
    cpuMs = Math.min(cpuMs, (user + system) / 1e3);
  }
  return {ms, cpuMs};
}

async function inPython(
  task: string,
  data: Parameters<Python["ask"]>[1],
  times: number,
): Promise<Cost | undefined> {
  if (!python) return undefined;
  let [ms, cpuMs] = [Infinity, Infinity];
  for (let i = 0; i < times; i++) {
    const answer = await python.ask(task, data);
    [ms, cpuMs] = [Math.min(ms, answer.ms), Math.min(cpuMs, answer.cpuMs)];
  }
  return {ms, cpuMs};
}

function scaled(cost: Cost | undefined, by: number): Cost | undefined {
  return cost && {ms: cost.ms * by, cpuMs: cost.cpuMs * by};
}

/** Reads the returns and writes the outputs, and does nothing else: no program is faster. */
function stream(from: Float64Array, to: readonly Float64Array[]): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i + 4 <= from.length; i += 4) {
    a += from[i]!;
    b += from[i + 1]!;
    c += from[i + 2]!;
    d += from[i + 3]!;
  }
  const sum = a + b + c + d;
  for (const out of to) for (let i = 0; i < out.length; i++) out[i] = sum;
  return sum;
}

/** The benchmark, then the returns, as numpy reads them. */
function save({benchmark, returns}: Matrix, name: string): string {
  const file = join(folder, name);
  const handle = openSync(file, "w");
  for (const part of [benchmark, returns])
    for (let at = 0; at < part.length; at += 1 << 22)
      writeSync(
        handle,
        Uint8Array.from(
          new Uint8Array(part.buffer, at * 8, Math.min(1 << 22, part.length - at) * 8),
        ),
      );
  closeSync(handle);
  return file;
}

function buffer(d: number, c: number): Float64Array {
  kept = kept && kept.length >= d * c ? kept : sharedFloats(d * c);
  return kept.subarray(0, d * c);
}

function spread(rows: readonly Row[]): number {
  const each = rows.map(row => Number(row["µs a coin"]));
  return Math.max(...each) / Math.min(...each);
}
