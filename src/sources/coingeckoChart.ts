import {z} from "zod";
import {lastDayOver} from "../model/day.ts";
import {SourceChanged, UsageError} from "../model/errors.ts";
import {amount} from "./amount.ts";
import {coinGecko, requireDollars} from "./coingeckoValues.ts";
import {type Endpoint, pointerTo, type Readable, readJson} from "./reading.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** A point this near to midnight stands for it; CoinGecko's points are up to minutes off the grid. */
const tolerance = 15 * 60 * 1000;

/** Milliseconds since 1970, and a value. */
export type Point = readonly [number, number | null];

interface Days {
  readonly dates: readonly string[];
  readonly values: readonly number[];
}

/**
 * The ends of the days that are over at `asOf`, from points stamped around 00:00 UTC: a point
 * belongs to the day that ends there, thus to the day before its stamp. The last point of an
 * answer is that of the moment of asking and counts only where it is stamped 00:00 sharp. Of
 * several points at one midnight the nearest counts. Null and 0 mean unknown; a day without a
 * point stays missing, whatever its hours may be. Volumes are those of the 24 hours before the
 * stamp, so the point at midnight is the day's.
 */
export function readChart(points: readonly Point[], asOf: string): Days {
  const sorted = points.toSorted(([a], [b]) => a - b);
  const last = sorted.at(-1);
  const finished = last && last[0] % dayMs !== 0 ? sorted.slice(0, -1) : sorted;
  const nearest = new Map<number, Point>();
  for (const point of finished) {
    const midnight = Math.round(point[0] / dayMs) * dayMs;
    const before = nearest.get(midnight);
    const off = Math.abs(point[0] - midnight);
    if (off > tolerance || !point[1] || point[1] < 0) continue;
    if (!before || off <= Math.abs(before[0] - midnight)) nearest.set(midnight, point);
  }
  const wall = Date.parse(asOf);
  const days = [...nearest]
    .filter(([midnight]) => midnight <= wall)
    .toSorted(([a], [b]) => a - b)
    .map(([midnight, point]) => ({day: lastDayOver(new Date(midnight).toISOString()), point}));
  return {dates: days.map(({day}) => day), values: days.map(({point}) => point[1] as number)};
}

const point = z.tuple([
  z.number().min(1e12, "expected milliseconds since 1970").max(1e13),
  amount.nullable(),
]);
const shape = z.object({
  prices: z.array(point),
  market_caps: z.array(point),
  total_volumes: z.array(point),
});

/** Of one moment there is one value. */
function chartOf(answer: Readable): z.infer<typeof shape> {
  const chart = readJson(answer, coinGecko, shape);
  for (const [field, points] of Object.entries(chart)) {
    const values = new Map<number, number | null>();
    for (const [ms, value] of points) {
      const before = values.get(ms);
      if (before !== undefined && before !== value)
        throw new SourceChanged(
          `${coinGecko} answered with two ${field} of ${new Date(ms).toISOString()}, ${before} and ${value} (${answer.url}): run it again in a while`,
        );
      values.set(ms, value);
    }
  }
  return chart;
}

/** Prices, market value and trailing 24-hour volume of one coin by day. */
export const marketChart: Endpoint = {
  count: answer => chartOf(answer).prices.length,
  read(answer, context) {
    requireDollars(answer);
    const {id} = answer.query;
    if (!id)
      throw new UsageError(
        `${answer.path} does not say which coin it is of: give its id in "query"`,
      );
    const found = chartOf(answer);
    const series = (name: string, field: keyof typeof found) => ({
      id: `${name}.${id}`,
      source: coinGecko,
      file: answer.path,
      pointer: pointerTo([field]),
      ...readChart(found[field], context.asOf),
    });
    return {
      series: [
        series("close", "prices"),
        series("marketCap", "market_caps"),
        series("volume", "total_volumes"),
      ],
    };
  },
};
