import {parseArgs} from "node:util";
import {marketModel} from "../src/stats/marketModel.ts";
import {mean} from "../src/stats/mean.ts";
import {pearson} from "../src/stats/pearson.ts";
import {quantile} from "../src/stats/quantile.ts";
import {regressionSlope} from "../src/stats/regressionSlope.ts";
import {spearman} from "../src/stats/spearman.ts";
import {standardDeviation} from "../src/stats/standardDeviation.ts";
import {varianceShares} from "../src/stats/varianceShares.ts";
import {lew, lottery, mavro, michelso, norris, numAcc, piDigits} from "../test/stats/nist.ts";
import {atLeast, type Goal, report, type Section} from "./pairs.ts";
import {randomFrom} from "./simulate.ts";

/**
 * Correct digits of the statistics: against NIST's certified values (which also prove the data
 * we typed), and against exact arithmetic on the very doubles that were given.
 */
const {values: options} = parseArgs({options: {json: {type: "boolean"}}});

/** Correct digits: minus the log10 of the relative error, 15 at most (0 known: of the error). */
function digits(found: number, known: number): number {
  const error = Math.abs(found - known) / (known === 0 ? 1 : Math.abs(known));
  return error === 0 ? 15 : Math.max(0, Math.min(15, Math.round(-10 * Math.log10(error)) / 10));
}

/** A fraction; every double is one. */
interface Exact {
  readonly up: bigint;
  readonly down: bigint;
}

/** Doubles as whole numbers of one common power of two, which is returned as well. */
function whole(values: readonly number[]): {units: bigint[]; scale: bigint} {
  let shift = 0;
  for (const value of values) {
    let scaled = value;
    let steps = 0;
    while (!Number.isInteger(scaled)) {
      scaled *= 2;
      steps++;
    }
    shift = Math.max(shift, steps);
  }
  return {units: values.map(value => toUnits(value, shift)), scale: 2n ** BigInt(shift)};
}

function toUnits(value: number, shift: number): bigint {
  let scaled = value;
  let left = shift;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    left--;
  }
  return BigInt(scaled) * 2n ** BigInt(left);
}

const plus = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n);

/** The fraction as a double, through 40 digits. */
function toNumber({up, down}: Exact): number {
  const negative = up < 0n !== down < 0n;
  const [a, b] = [up < 0n ? -up : up, down < 0n ? -down : down];
  if (a === 0n) return 0;
  const shift = 40 - (a.toString().length - b.toString().length);
  const scaled = shift >= 0 ? (a * 10n ** BigInt(shift)) / b : a / (b * 10n ** BigInt(-shift));
  return Number(`${negative ? "-" : ""}${scaled}e${-shift}`);
}

/** The square root, through 40 digits. */
function rootOf({up, down}: Exact): number {
  const unit = 10n ** 80n;
  const target = (up * unit * unit) / down;
  if (target === 0n) return 0;
  let root = 1n << BigInt(Math.ceil(target.toString(2).length / 2));
  for (;;) {
    const next = (root + target / root) / 2n;
    if (next >= root) return toNumber({up: root, down: unit});
    root = next;
  }
}

function exactMean(values: readonly number[]): number {
  const {units, scale} = whole(values);
  return toNumber({up: plus(units), down: scale * BigInt(values.length)});
}

/** n times the sum of products of deviations, in units of scale². */
function products(a: readonly bigint[], b: readonly bigint[]): bigint {
  return BigInt(a.length) * plus(a.map((value, i) => value * b[i]!)) - plus(a) * plus(b);
}

function exactDeviation(values: readonly number[]): number {
  const {units, scale} = whole(values);
  const n = BigInt(values.length);
  return rootOf({up: products(units, units), down: n * (n - 1n) * scale * scale});
}

function exactSlope(x: readonly number[], y: readonly number[]): number {
  const [a, b] = [whole(x), whole(y)];
  return toNumber({
    up: products(a.units, b.units) * a.scale,
    down: products(a.units, a.units) * b.scale,
  });
}

function exactPearson(x: readonly number[], y: readonly number[]): number {
  const [a, b] = [whole(x).units, whole(y).units];
  const xy = products(a, b);
  const root = rootOf({up: xy * xy, down: products(a, a) * products(b, b)});
  return xy < 0n ? -root : root;
}

/** Spearman's rho and its variance by their definitions, in O(n²). */
function slowSpearman(x: readonly number[], y: readonly number[]) {
  const n = x.length;
  const ranks = (values: readonly number[]) =>
    values.map(
      value =>
        values.filter(other => other < value).length +
        (values.filter(other => other === value).length + 1) / 2,
    );
  const [xRanks, yRanks] = [ranks(x), ranks(y)];
  // Twice the ranks, less 1: whole numbers, so that all that follows is exact until the end.
  const [u, v] = [xRanks, yRanks].map(list => list.map(rank => BigInt(Math.round(2 * rank - 1))));
  const influence = x.map((_, i) => {
    let total = BigInt(n) * u![i]! * v![i]!;
    for (let j = 0; j < n; j++) {
      if (x[j]! >= x[i]!) total += 2n * BigInt(n) * v![j]!;
      if (y[j]! >= y[i]!) total += 2n * BigInt(n) * u![j]!;
    }
    return total;
  });
  // h = 12 total / (4 n³): scores are u / 2n, means a further n, brought to one denominator.
  const size = BigInt(n);
  const scale = 4n * size ** 3n;
  return {
    rho: exactPearson(xRanks, yRanks),
    variance: toNumber({
      up: 144n * products(influence, influence),
      down: size ** 3n * scale * scale,
    }),
  };
}

interface Univariate {
  readonly name: string;
  readonly level: "easy" | "average" | "hard";
  readonly values: readonly number[];
  readonly mean: number;
  readonly deviation: number;
}

const sets: readonly Univariate[] = [
  {
    name: "PiDigits",
    level: "easy",
    values: piDigits(),
    mean: 4.5348,
    deviation: 2.86733906028871,
  },
  {
    name: "Lottery",
    level: "easy",
    values: lottery,
    mean: 518.95871559633,
    deviation: 291.699727470969,
  },
  {name: "Lew", level: "easy", values: lew, mean: -177.435, deviation: 277.332168044316},
  {name: "Mavro", level: "easy", values: mavro, mean: 2.001856, deviation: 0.000429123454003053},
  {
    name: "Michelso",
    level: "average",
    values: michelso,
    mean: 299.8524,
    deviation: 0.0790105478190518,
  },
  {
    name: "NumAcc1",
    level: "easy",
    values: [10000001, 10000003, 10000002],
    mean: 10000002,
    deviation: 1,
  },
  {name: "NumAcc2", level: "average", values: numAcc(1.2, 1.1, 1.3), mean: 1.2, deviation: 0.1},
  {
    name: "NumAcc3",
    level: "average",
    values: numAcc(1000000.2, 1000000.1, 1000000.3),
    mean: 1000000.2,
    deviation: 0.1,
  },
  {
    name: "NumAcc4",
    level: "hard",
    values: numAcc(10000000.2, 10000000.1, 10000000.3),
    mean: 10000000.2,
    deviation: 0.1,
  },
];

const univariate = sets.map(({name, level, values, ...known}) => {
  const [exactM, exactD] = [exactMean(values), exactDeviation(values)];
  return {
    set: name,
    level,
    n: values.length,
    "mean: digits": digits(mean(values), known.mean),
    "the doubles allow": digits(exactM, known.mean),
    "to exact": digits(mean(values), exactM),
    "deviation: digits": digits(standardDeviation(values), known.deviation),
    "doubles allow": digits(exactD, known.deviation),
    "to exact ": digits(standardDeviation(values), exactD),
  };
});

const line = marketModel(norris.x, norris.y);
const degrees = norris.x.length - 2;
const regression = [
  {
    what: "Norris: slope",
    digits: digits(regressionSlope(norris.x, norris.y), 1.00211681802045),
    "doubles allow": digits(exactSlope(norris.x, norris.y), 1.00211681802045),
  },
  {
    what: "Norris: intercept",
    digits: digits(line.alpha, -0.262323073774029),
    "doubles allow": 15,
  },
  {
    what: "Norris: residual deviation",
    digits: digits(
      line.ownVolatility * Math.sqrt((norris.x.length - 1) / degrees),
      0.884796396144373,
    ),
    "doubles allow": 15,
  },
  {
    what: "Norris: R² (Pearson's r squared)",
    digits: digits(line.pearson ** 2, 0.999993745883712),
    "doubles allow": digits(exactPearson(norris.x, norris.y) ** 2, 0.999993745883712),
  },
];

/** Inputs that break careless code, beside exact arithmetic on the same doubles. */
const random = randomFrom(8);
const normal = (n: number) => Array.from({length: n}, () => random.normal());
const [a, own] = [normal(360), normal(360)];
const b = a.map((value, i) => 0.7 * value + own[i]!);
const shift = (values: readonly number[], offset: number, unit = 1) =>
  values.map(value => offset + unit * value);
const coarse = (values: readonly number[]) => values.map(value => Math.round(2 * value));
const heavy = a.map((value, i) => (i === 200 ? 1e6 : value));
const cases: readonly (readonly [string, readonly number[], readonly number[]])[] = [
  ["360 days", shift(a, 0, 0.03), shift(b, 0, 0.05)],
  ["offset of 10⁶", shift(a, 1e6), shift(b, 1e6)],
  ["offset of 10⁹", shift(a, 1e9), shift(b, -1e9)],
  ["offset of 10¹²", shift(a, 1e12), shift(b, 1e12)],
  ["tiny units (10⁻⁸)", shift(a, 0, 2 ** -27), shift(b, 0, 2 ** -27)],
  ["one day of 10⁶", heavy, b],
  ["ties", coarse(a), coarse(b)],
  ["half of one constant", a.map((value, i) => (i < 180 ? 0.1 : value)), b],
  ["all but one constant", a.map((value, i) => (i === 7 ? value : 0.1)), b],
  ["three pairs", [1, 2, 4], [0.1, 0.3, 0.2]],
  ["nearly on one line", a, a.map((value, i) => value + 1e-7 * own[i]!)],
];
const hard = cases.map(([name, x, y]) => {
  const slow = slowSpearman(x, y);
  const fast = spearman(x, y);
  return {
    input: name,
    n: x.length,
    mean: digits(mean(x), exactMean(x)),
    deviation: digits(standardDeviation(x), exactDeviation(x)),
    slope: digits(regressionSlope(x, y), exactSlope(x, y)),
    Pearson: digits(pearson(x, y), exactPearson(x, y)),
    Spearman: digits(fast.rho, slow.rho),
    "its variance": digits(fast.variance, slow.variance),
    // The benchmark's share is r², whatever the third series is.
    "variance share":
      x.length < 4 ? "–" : digits(varianceShares(y, x, b).benchmark, exactPearson(x, y) ** 2),
  };
});

const refuses = (run: () => unknown): string => {
  try {
    return `answers ${run()}`;
  } catch (error) {
    return error instanceof RangeError ? "refuses" : `throws ${error}`;
  }
};
const edges = [
  {input: "mean of one value", answer: mean([0.1]) === 0.1 ? "that value" : "another"},
  {input: "mean of none", answer: refuses(() => mean([]))},
  {input: "deviation of one value", answer: refuses(() => standardDeviation([1]))},
  {input: "deviation of 0.1 nine times", answer: `${standardDeviation(new Array(9).fill(0.1))}`},
  {input: "Pearson with a constant", answer: refuses(() => pearson([0.1, 0.1, 0.1], [1, 2, 3]))},
  {input: "Spearman with a constant", answer: refuses(() => spearman([0.1, 0.1, 0.1], [1, 2, 3]))},
  {input: "Spearman of two pairs", answer: refuses(() => spearman([1, 2], [1, 2]))},
  {input: "slope on a constant", answer: refuses(() => regressionSlope([1e9, 1e9], [1, 2]))},
  {input: "quantile of one value", answer: `${quantile([3], 0.25)}`},
  {input: "a NaN among values", answer: refuses(() => standardDeviation([1, Number.NaN, 2]))},
];

const sections: Section[] = [
  {
    title: "NIST's univariate sets: correct digits (15 is all a certified value has)",
    rows: univariate,
  },
  {title: "NIST's linear regression, the simple one with an intercept", rows: regression},
  {title: "Hard input: correct digits, beside exact arithmetic on the same doubles", rows: hard},
  {title: "Edges", rows: edges},
];
const fair = univariate.filter(({level}) => level !== "hard");
const lost = (row: (typeof univariate)[number]) =>
  Math.max(
    row["the doubles allow"] - row["mean: digits"],
    row["doubles allow"] - row["deviation: digits"],
  );
const goals: Goal[] = [
  atLeast(
    "digits of means, easy and average sets",
    12,
    Math.min(...fair.map(row => row["mean: digits"])),
  ),
  atLeast(
    "digits of deviations, easy and average sets, where the doubles hold them",
    12,
    Math.min(
      ...fair.filter(row => row["doubles allow"] >= 12).map(row => row["deviation: digits"]),
    ),
  ),
  {
    goal: "digits lost beyond what rounding the data to doubles costs, any set",
    bound: "≤ 1",
    measured: Math.round(10 * Math.max(...univariate.map(lost))) / 10,
    met: Math.max(...univariate.map(lost)) <= 1,
  },
  atLeast("digits of the regression", 12, Math.min(...regression.map(row => row.digits))),
];
report(sections, goals, options.json ?? false);
