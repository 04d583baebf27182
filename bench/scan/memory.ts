import {readFileSync} from "node:fs";
import {rowSize} from "../../src/scan/jobs.ts";
import {sharedFloats, startThreads} from "../../src/scan/threads.ts";
import {rollingDependence} from "../../src/stats/rollingDependence.ts";
import {rollingRankDependence} from "../../src/stats/rollingRankDependence.ts";
import {makeReturns} from "./market.ts";

/**
 * One scan in a process of its own: what it needs beside the returns, in bytes, on stdout.
 * "by-coin": all rolling measures of a coin and its tests, handed on coin by coin; "stored":
 * r and beta of one window of all coins kept.
 */
const [coins, days, mode] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];
const windows = [30, 60, 90];
const matrix = makeReturns(coins, days);
const before = process.memoryUsage.rss();
await using threads = startThreads(1);
if (mode === "stored") {
  const into = [
    {window: 90, pearson: sharedFloats(coins * days), beta: sharedFloats(coins * days)},
  ];
  await threads.run({kind: "rolling", ...matrix, into}, coins);
} else {
  const into = {pearson: new Float64Array(days), beta: new Float64Array(days)};
  const rho = new Float64Array(days);
  const rolls = windows.map(window => rollingDependence(matrix.benchmark, window));
  const ranks = windows.map(window => rollingRankDependence(matrix.benchmark, window));
  for (let coin = 0; coin < coins; coin++) {
    const returns = matrix.returns.subarray(coin * days, (coin + 1) * days);
    for (const roll of rolls) roll(returns, into);
    // Ranks cost time and no memory: the first coins show it.
    if (coin < 200) for (const roll of ranks) roll(returns, rho);
  }
  const tests = {
    kind: "tests" as const,
    ...matrix,
    windows,
    baseline: 270,
    fewest: {window: 20, baseline: 60},
    ends: new Int32Array(coins).fill(days - 1),
    past: false,
    into: sharedFloats(coins * windows.length * rowSize),
  };
  await threads.run(tests, coins);
}
// Linux hands ru_maxrss down to children, so the parent's peak would be ours: this one is not.
const peak = 1024 * Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))![1]);
console.log(JSON.stringify({extra: Math.max(0, peak - before), returns: coins * days * 8}));
