import tCdf from "@stdlib/stats-base-dists-t-cdf";

/** Statistics of this reader's own, written from their definitions and for clarity: it shares none with the program. */

export function mean(xs: readonly number[]): number {
  return xs.reduce((sum, x) => sum + x, 0) / xs.length;
}

export function median(xs: readonly number[]): number {
  const sorted = xs.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

function covariance(xs: readonly number[], ys: readonly number[]): number {
  const [mx, my] = [mean(xs), mean(ys)];
  return xs.reduce((sum, x, i) => sum + (x - mx) * (ys[i]! - my), 0) / (xs.length - 1);
}

/** Sample standard deviation. */
export function deviation(xs: readonly number[]): number {
  return Math.sqrt(covariance(xs, xs));
}

export function pearson(xs: readonly number[], ys: readonly number[]): number {
  return covariance(xs, ys) / (deviation(xs) * deviation(ys));
}

/** Slope of the regression of ys on xs by least squares. */
export function slope(xs: readonly number[], ys: readonly number[]): number {
  return covariance(xs, ys) / covariance(xs, xs);
}

/** Ranks from 1, ties by their mean. */
export function ranks(xs: readonly number[]): number[] {
  return xs.map(x => {
    const below = xs.filter(y => y < x).length;
    const equal = xs.filter(y => y === x).length;
    return below + (equal + 1) / 2;
  });
}

export function spearman(xs: readonly number[], ys: readonly number[]): number {
  return pearson(ranks(xs), ranks(ys));
}

/** Partial rank correlation of xs and ys, given zs. */
export function partialSpearman(
  xs: readonly number[],
  ys: readonly number[],
  zs: readonly number[],
) {
  const [xy, xz, yz] = [spearman(xs, ys), spearman(xs, zs), spearman(ys, zs)];
  return (xy - xz * yz) / Math.sqrt((1 - xz * xz) * (1 - yz * yz));
}

/** Share of the variance of ys that a regression on xs and zs explains. */
export function explained(
  ys: readonly number[],
  xs: readonly number[],
  zs: readonly number[],
): number {
  const [yx, yz, xz] = [pearson(ys, xs), pearson(ys, zs), pearson(xs, zs)];
  return (yx * yx + yz * yz - 2 * yx * yz * xz) / (1 - xz * xz);
}

export interface Pairs {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Variance of rho by its influence values on mid-rank scores. */
function spearmanVariance({x, y}: Pairs): number {
  const n = x.length;
  const scores = (values: readonly number[]) => ranks(values).map(rank => (rank - 0.5) / n);
  const [u, v] = [scores(x), scores(y)];
  const influence = u.map((ui, i) => {
    const a = mean(v.map((vj, j) => (x[j]! >= x[i]! ? vj : 0)));
    const b = mean(u.map((uj, j) => (y[j]! >= y[i]! ? uj : 0)));
    return 12 * (ui * v[i]! + a + b);
  });
  return (deviation(influence) ** 2 * (n - 1)) / n ** 2;
}

/** Two-sided p of the same rank correlation in a window as before it: on Fisher's scale, against Student's t. */
export function changeP(now: Pairs, before: Pairs): number {
  const side = (pairs: Pairs) => {
    const rho = spearman(pairs.x, pairs.y);
    return {z: Math.atanh(rho), variance: spearmanVariance(pairs) / (1 - rho * rho) ** 2};
  };
  const [a, b] = [side(now), side(before)];
  const t = Math.abs(a.z - b.z) / Math.sqrt(a.variance + b.variance);
  return 2 * (1 - tCdf(t, now.x.length - 3));
}

/** p-values adjusted by Benjamini and Hochberg, in their order. */
export function adjusted(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => ps[b]! - ps[a]!);
  const out: number[] = [...ps];
  let least = 1;
  order.forEach((i, k) => {
    least = Math.min(least, (ps[i]! * ps.length) / (ps.length - k));
    out[i] = least;
  });
  return out;
}

export interface Ingredients {
  readonly beta: number;
  /** Standard deviation of the benchmark's returns. */
  readonly benchmark: number;
  /** Standard deviation of what the benchmark does not explain. */
  readonly own: number;
}

export function ingredients({x, y}: Pairs): Ingredients {
  const beta = slope(x, y);
  const benchmark = deviation(x);
  return {
    beta,
    benchmark,
    own: Math.sqrt(Math.max(0, deviation(y) ** 2 - (beta * benchmark) ** 2)),
  };
}

const correlationOf = ({beta, benchmark, own}: Ingredients) =>
  (beta * benchmark) / Math.hypot(beta * benchmark, own);

const orders: readonly (readonly (keyof Ingredients)[])[] = [
  ["beta", "benchmark", "own"],
  ["beta", "own", "benchmark"],
  ["benchmark", "beta", "own"],
  ["benchmark", "own", "beta"],
  ["own", "beta", "benchmark"],
  ["own", "benchmark", "beta"],
];

/** What each ingredient moved the linear correlation by: the mean over the six orders of changing them. */
export function shapley(before: Ingredients, now: Ingredients): Ingredients {
  const parts = {beta: 0, benchmark: 0, own: 0};
  for (const order of orders) {
    let state = before;
    for (const name of order) {
      const next = {...state, [name]: now[name]};
      parts[name] += (correlationOf(next) - correlationOf(state)) / orders.length;
      state = next;
    }
  }
  return parts;
}
