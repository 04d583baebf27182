import {addDays, endOfDay} from "../model/day.ts";
import type {Datum, Figure} from "../model/figure.ts";
import * as names from "../model/figureNames.ts";
import type {Exclusion, MarketStateFinding, RangeFinding} from "../model/finding.ts";
import type {Market} from "../model/market.ts";
import {median} from "../stats/median.ts";
import {computed, read} from "./figure.ts";
import {present} from "./present.ts";
import {rarityOf} from "./rarity.ts";

/** Days whose ranges the day's is compared with. */
const year = 365;

/** An extreme so many times away from where the day began and ended is one print that nothing bears out. */
const farthest = 2;

/** An answer's price and its range are of one hour. */
const sameHour = 3_600_000;

interface Found {
  readonly finding?: RangeFinding;
  readonly exclusions: readonly Exclusion[];
}

/**
 * The lowest and highest price of the day that the close ends, or of the 24 hours before the price,
 * and where the price stands between them. None where the price lies outside of them: then they are
 * of another time, or of another market.
 */
export function findRange(market: Market, state: MarketStateFinding | undefined): Found {
  const ends = state && endsOf(market, state);
  if (!state || !ends) return {exclusions: []};
  const {price, change24h} = state;
  const {low, high} = ends;
  if (!(low.value < high.value && low.value <= price.value && price.value <= high.value))
    return {exclusions: []};
  const start = change24h ? price.value / (1 + change24h.value) : price.value;
  const [lower, upper] = [Math.min(start, price.value), Math.max(start, price.value)];
  const stray =
    low.value * farthest < lower ? low : high.value > upper * farthest ? high : undefined;
  if (stray) return {exclusions: [{figure: stray.id, rule: "stray-extreme", value: stray.value}]};
  const {asOf} = price;
  const between = {asOf, inputs: [low.id, high.id, price.id]};
  const beside = {asOf, inputs: [...between.inputs, ...(change24h ? [change24h.id] : [])]};
  const width = computed(names.range.width, high.value / low.value - 1, {
    asOf,
    formula: "high / low - 1",
    inputs: [low.id, high.id],
  });
  return {
    finding: {
      kind: "range",
      ...ends,
      width,
      aboveLow: computed(names.range.aboveLow, price.value / low.value - 1, {
        ...between,
        formula: "price / low - 1",
      }),
      belowHigh: computed(names.range.belowHigh, price.value / high.value - 1, {
        ...between,
        formula: "price / high - 1",
      }),
      dip: {
        from: start < price.value ? "start" : "price",
        figure: computed(names.range.dip, low.value / lower - 1, {
          ...beside,
          formula: "low / lower of price and price a day before - 1",
        }),
      },
      peak: {
        from: start > price.value ? "start" : "price",
        figure: computed(names.range.peak, high.value / upper - 1, {
          ...beside,
          formula: "high / higher of price and price a day before - 1",
        }),
      },
      ...present({usual: usualOf(market, width)}),
    },
    exclusions: [],
  };
}

type Ends = Pick<RangeFinding, "of" | "low" | "high">;

function endsOf({state, extremes, close}: Market, found: MarketStateFinding): Ends | undefined {
  const {price, priceIs} = found;
  if (priceIs === "snapshot") {
    const {low24h, high24h} = state;
    if (!low24h || !high24h || ![low24h, high24h].every(one => isOfHour(one, price)))
      return undefined;
    const [low, high] = [read(names.range.low, low24h), read(names.range.high, high24h)];
    return {of: "hours", low, high};
  }
  const last = extremes?.low.dates.at(-1);
  if (!extremes || !last || endOfDay(last) !== price.asOf) return undefined;
  if (extremes.low.source !== close?.source) return undefined;
  const [lowest, highest] = [extremes.low.values.at(-1), valueOn(extremes.high, last)];
  if (lowest === undefined || highest === undefined) return undefined;
  const {asOf} = price;
  return {
    of: "day",
    low: computed(names.range.low, lowest, {
      asOf,
      formula: `lowest price of ${last}`,
      inputs: [extremes.low.id],
    }),
    high: computed(names.range.high, highest, {
      asOf,
      formula: `highest price of ${last}`,
      inputs: [extremes.high.id],
    }),
  };
}

const isOfHour = ({asOf}: Datum, price: Figure): boolean =>
  Math.abs(Date.parse(asOf) - Date.parse(price.asOf)) <= sameHour;

type Series = NonNullable<Market["extremes"]>["low"];

const valueOn = ({dates, values}: Series, day: string): number | undefined =>
  values[dates.lastIndexOf(day)];

/** The day's width among those of the year before, where its own is of a day. */
function usualOf({extremes}: Market, width: Figure<"return">): RangeFinding["usual"] {
  const last = extremes?.low.dates.at(-1);
  if (!extremes || !last || endOfDay(last) !== width.asOf) return undefined;
  const {low, high} = extremes;
  const from = addDays(last, -year);
  const highs = new Map(high.dates.map((day, i) => [day, high.values[i]]));
  const earlier = low.dates.flatMap((day, i) => {
    const [bottom, top] = [low.values[i], highs.get(day)];
    if (day < from || day >= last || bottom === undefined || top === undefined) return [];
    return top >= bottom ? [{day, value: top / bottom - 1}] : [];
  });
  if (earlier.length === 0) return undefined;
  const inputs = [low.id, high.id];
  const usual = median(earlier.map(({value}) => value));
  const end = width.value >= usual ? "high" : "low";
  const found = rarityOf(names.range.record, width.value, earlier, {
    end,
    what: "ranges of a day in the past year",
    asOf: width.asOf,
    inputs: [width.id, ...inputs],
  });
  return (
    found && {
      ...found,
      end,
      median: computed(names.range.median, usual, {
        asOf: width.asOf,
        formula: "median of high / low - 1 of the days of the past year",
        inputs,
      }),
    }
  );
}
