import {parseArgs} from "node:util";
import {pearson} from "../src/stats/pearson.ts";

/** Simulated days of a benchmark (x) and an asset (y) whose true dependence is known. */
export interface Path {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Where the heavy tails come from: `shared`, one scale per day for both series, so that
 * they have their extreme days together; `apart`, a scale of its own for either, so that
 * an extreme day of one says nothing about the other.
 */
export type Tails = "shared" | "apart";

const alpha = 0.1;
const beta = 0.87;
const degrees = 4;
const warmUp = 250;

/**
 * Daily returns with GARCH(1,1) volatility of their own (alpha 0.10, beta 0.87, variance
 * 1 in the long run) and innovations that are Student's t with 4 degrees of freedom and
 * variance 1. The innovations are correlated normals times a scale: the correlation of
 * the normals is `rho`, or `later` from day `change` on.
 */
export function simulatePath(
  days: number,
  {rho, later = rho, change = days}: {rho: number; later?: number; change?: number},
  tails: Tails,
  random: Random,
): Path {
  const [x, y] = simulateMarket(days, [{rho, later, change}], tails, random);
  return {x: x!, y: y!};
}

/** As `simulatePath`, for coins that share one benchmark: the benchmark, then each coin. */
export function simulateMarket(
  days: number,
  coins: readonly {rho: number; later?: number; change?: number}[],
  tails: Tails,
  random: Random,
): Float64Array[] {
  const series = Array.from({length: coins.length + 1}, () => new Float64Array(days));
  const variances = new Float64Array(series.length).fill(1);
  for (let day = -warmUp; day < days; day++) {
    const common = random.normal();
    const scale = random.tailScale();
    for (let k = 0; k < series.length; k++) {
      let shock = common;
      if (k > 0) {
        const {rho, later = rho, change = days} = coins[k - 1]!;
        const now = day < change ? rho : later;
        shock = now * common + Math.sqrt(1 - now * now) * random.normal();
      }
      const size = tails === "shared" ? scale : random.tailScale();
      const value = shock * size * Math.sqrt(variances[k]!);
      variances[k] = 1 - alpha - beta + alpha * value * value + beta * variances[k]!;
      if (day >= 0) series[k]![day] = value;
    }
  }
  return series;
}

export interface Random {
  uniform(): number;
  normal(): number;
  /** What turns a standard normal into Student's t with 4 degrees of freedom and variance 1. */
  tailScale(): number;
}

/** A seeded source of chance: xoshiro128** (Blackman and Vigna), seeded by splitmix32. */
export function randomFrom(seed: number): Random {
  const state = new Uint32Array(4);
  let mix = seed | 0;
  for (let i = 0; i < 4; i++) {
    mix = (mix + 0x9e3779b9) | 0;
    let word = mix ^ (mix >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    state[i] = word ^ (word >>> 15);
  }
  const next = (): number => {
    const turned = Math.imul(state[1]!, 5);
    const result = Math.imul((turned << 7) | (turned >>> 25), 9) >>> 0;
    const shifted = state[1]! << 9;
    state[2]! ^= state[0]!;
    state[3]! ^= state[1]!;
    state[1]! ^= state[2]!;
    state[0]! ^= state[3]!;
    state[2]! ^= shifted;
    state[3] = (state[3]! << 11) | (state[3]! >>> 21);
    return result;
  };
  /** Strictly between 0 and 1. */
  const uniform = (): number => (next() + 0.5) / 2 ** 32;
  let spare: number | undefined;
  const normal = (): number => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const square = u * u + v * v;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = v * factor;
      return u * factor;
    }
  };
  // A chi square with 4 degrees is -2 log(u1 u2); t has variance df / (df - 2).
  const tailScale = (): number => Math.sqrt((degrees - 2) / (-2 * Math.log(uniform() * uniform())));
  return {uniform, normal, tailScale};
}

/** `--paths N` and `--json` of a bench that simulates. */
export function readSimulationOptions(paths: number): {paths: number; json: boolean} {
  const {values} = parseArgs({options: {json: {type: "boolean"}, paths: {type: "string"}}});
  const asked = values.paths === undefined ? paths : Number(values.paths);
  if (!Number.isInteger(asked) || asked < 100) throw new RangeError("--paths needs 100 or more");
  return {paths: asked, json: values.json ?? false};
}

/** What everybody uses: two-sample Fisher z on Pearson's r; negative when the window's is lower. */
export function fisherZ(window: Path, baseline: Path): number {
  const difference =
    Math.atanh(pearson(window.x, window.y)) - Math.atanh(pearson(baseline.x, baseline.y));
  return difference / Math.sqrt(1 / (window.x.length - 3) + 1 / (baseline.x.length - 3));
}

export const baselineDays = 270;
export const windowDays = [30, 60, 90] as const;
export const bothTails: readonly Tails[] = ["shared", "apart"];

/** The days from one to another, the last not included. */
export function span({x, y}: Path, from: number, to: number): Path {
  return {x: x.subarray(from, to), y: y.subarray(from, to)};
}

/** A share in per cent, to two decimals. */
export function percent(share: number): number {
  return Math.round(share * 10_000) / 100;
}
