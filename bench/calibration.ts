import {parseArgs} from "node:util";
import {caseRecord} from "../src/findings/caseRecord.ts";
import {recordedData} from "../test/recorded.ts";
import {readCoins} from "./calibration/coins.ts";
import {type Score, walkForward} from "./calibration/forecasts.ts";
import {type Summary, summarise} from "./calibration/summary.ts";

/**
 * How often the cases held: a walk over all coins and days of a folder of prices. The constants of
 * the method were chosen on half A of the coins of ../shared/data; half B was looked at only to
 * report on it.
 */
const {values} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    quick: {type: "boolean", default: false},
    data: {type: "string", default: recordedData},
    paths: {type: "string"},
  },
});
const horizons = [30, 90, 365] as const;
const paths = Number(values.paths ?? (values.quick ? 500 : 1_000));
const everyCoin = values.quick ? 6 : 1;
const coins = (await readCoins(values.data)).filter((_, i) => i % everyCoin === 0);
const scores = walkForward(coins, paths);
const of = (horizon: number, keep: (one: Score) => boolean = () => true) =>
  scores.filter(one => one.horizon === horizon && keep(one));

if (values.json) {
  const rows = horizons
    .map(horizon => ({horizon, scores: of(horizon)}))
    .filter(({scores: made}) => made.length > 0)
    .map(({horizon, scores: made}) => {
      const {coverage50, coverage80, crpsSkill, n} = summarise(made);
      return {horizon, coverage50, coverage80, crpsSkill, n};
    });
  console.log(JSON.stringify({rows}));
} else if (scores.length === 0) {
  console.log(`No coin in ${values.data} has three years of prices.`);
} else print();

function print(): void {
  const halves = {
    "all coins": () => true,
    "half A (chosen on)": ({coin}: Score) => coin.half === "A",
    "half B (unseen)": ({coin}: Score) => coin.half === "B",
  };
  console.log(
    `${values.data}: ${coins.length} series of three years and more, ${paths} paths a forecast`,
  );
  console.log(
    "\nCoverage and skill; ± is one standard error, clustered by stretches of the horizon",
  );
  console.table(
    horizons.flatMap(horizon =>
      Object.entries(halves).flatMap(([name, keep]) => row(horizon, name, of(horizon, keep))),
    ),
  );
  console.log("\nBy the year the forecast was made in");
  const years = [...new Set(scores.map(yearOf))].sort();
  console.table(
    horizons.flatMap(horizon =>
      years.flatMap(year =>
        row(
          horizon,
          String(year),
          of(horizon, one => yearOf(one) === year),
          false,
        ),
      ),
    ),
  );
  console.log(
    "\nWhere the outcome fell: % of forecasts in each tenth of their outcomes (10 is right)",
  );
  console.table(
    horizons.map(horizon => ({
      days: horizon,
      ...Object.fromEntries(
        summarise(of(horizon)).tenths.map((share, i) => [`${i + 1}.`, percent(share)]),
      ),
    })),
  );
  console.log("\nsrc/findings/caseRecord.ts would be, and is");
  console.log(JSON.stringify(recordOf(), undefined, 2));
  console.log(JSON.stringify(caseRecord, undefined, 2));
}

function row(horizon: number, name: string, made: readonly Score[], errors = true) {
  if (made.length === 0) return [];
  const one = summarise(made);
  const pair = (a: number, b: number) => `${percent(a)} / ${percent(b)}`;
  return [
    {
      days: horizon,
      forecasts: name,
      n: one.n,
      coins: one.coins,
      "50 / 80 % band": pair(one.coverage50, one.coverage80),
      ...(errors && {"±": pair(one.error50, one.error80)}),
      "bear / bull": pair(one.bear, one.bull),
      "below median": percent(one.belowMedian),
      "baseline's bands": pair(one.baseline50, one.baseline80),
      "skill %": percent(one.crpsSkill, 2),
      ...(errors && {"± ": percent(one.errorSkill, 2)}),
      "price skill %": percent(one.priceSkill, 2),
    },
  ];
}

function recordOf() {
  const days = scores.map(({day}) => day);
  return {
    coins: new Set(scores.map(({coin}) => coin.symbol)).size,
    from: dayOf(days.reduce((low, day) => Math.min(low, day))),
    until: dayOf(days.reduce((high, day) => Math.max(high, day))),
    horizons: Object.fromEntries(
      horizons.map(horizon => {
        const {n, coverage50, coverage80, bear, bull, crpsSkill}: Summary = summarise(of(horizon));
        const short = (value: number) => Number(value.toFixed(3));
        return [
          horizon,
          {
            forecasts: n,
            coverage50: short(coverage50),
            coverage80: short(coverage80),
            bear: short(bear),
            bull: short(bull),
            crpsSkill: short(crpsSkill),
          },
        ];
      }),
    ),
  };
}

function dayOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function yearOf({day}: Score): number {
  return Number(dayOf(day).slice(0, 4));
}

function percent(share: number, digits = 1): string {
  return Number.isFinite(share) ? (100 * share).toFixed(digits) : "–";
}
