import {addDays, endOfDay} from "../model/day.ts";
import * as names from "../model/figureNames.ts";
import type {DecompositionFinding, MarketStateFinding, RulerFinding} from "../model/finding.ts";
import type {Market, Ruler} from "../model/market.ts";
import {computed} from "./figure.ts";
import {dayByDay, type History} from "./history.ts";
import {present} from "./present.ts";
import {rarityOf} from "./rarity.ts";

/** Further off than this is off. */
const off = 0.01;

/**
 * What is made to be worth a dollar, an ounce or another coin, beside that: how far off, since when,
 * and how often before. Days count on which both are on record.
 */
export function findRuler(
  {ruler}: Market,
  state: MarketStateFinding | undefined,
  history: History | undefined,
  table: DecompositionFinding | undefined,
): RulerFinding | undefined {
  if (!ruler || !state || !isComparable(ruler, history)) return undefined;
  const gaps = history ? gapsOf(ruler, history) : [];
  const distance = gapOf(ruler, state, gaps);
  const earlier = gaps.filter(({day}) => endOfDay(day) < state.price.asOf);
  const inputs = history ? inputsOf(ruler, history) : [];
  const day = dayOf(ruler, table);
  if (!distance && !day) return undefined;
  return {
    kind: "ruler",
    code: ruler.code,
    ...present({
      gap: distance,
      record:
        distance &&
        rarityOf(names.ruler.record, distance.value, earlier, {
          end: distance.value < 0 ? "low" : "high",
          what: "distances of daily closes",
          asOf: distance.asOf,
          inputs: [distance.id, ...inputs],
        }),
      widest: distance && widestOf(earlier, inputs, distance.asOf),
      off:
        distance && Math.abs(distance.value) > off
          ? computed(names.ruler.off, daysOff(earlier) + 1, {
              asOf: distance.asOf,
              formula: "days in a row, to this one, further off than 1%",
              inputs: [distance.id, ...inputs],
            })
          : undefined,
      low: lowOf(ruler, state),
      day,
    }),
    sources: [...new Set([...state.sources, ...(history ? [history.close.source] : [])])],
  };
}

/** Money and metal have fixings and futures of their own; a coin has closes, of one source as the asset's. */
const notCoins: ReadonlySet<string> = new Set(["usd", "eur", "xau"]);

/** The prices of two coins from two sources were not taken at one instant: between them lies no distance. */
const isComparable = ({code, rate}: Ruler, history: History | undefined): boolean =>
  notCoins.has(code) || !rate || !history || rate.source === history.close.source;

interface Gap {
  readonly day: string;
  readonly value: number;
}

const inputsOf = ({rate}: Ruler, {close}: History) => [close.id, ...(rate ? [rate.id] : [])];

function gapsOf({code, units, rate}: Ruler, {days}: History): Gap[] {
  const rates = new Map(rate?.dates.map((day, i) => [day, rate.values[i]]));
  return days.flatMap(({day, close}) => {
    const worth = code === "usd" ? 1 : rates.get(day);
    return worth === undefined ? [] : [{day, value: close / (worth * units) - 1}];
  });
}

/** A price of an hour is not set beside the close of another market's day. */
function gapOf(
  {code, units, rate}: Ruler,
  {price, priceIs}: MarketStateFinding,
  gaps: readonly Gap[],
) {
  if (code === "usd")
    return computed(names.ruler.gap, price.value / units - 1, {
      asOf: price.asOf,
      formula: "price / 1 dollar - 1",
      inputs: [price.id],
    });
  const last = gaps.at(-1);
  if (priceIs !== "close" || !rate || !last || endOfDay(last.day) !== price.asOf) return undefined;
  return computed(names.ruler.gap, last.value, {
    asOf: price.asOf,
    formula: `price / (${units} × ${code} of ${last.day}) - 1`,
    inputs: [price.id, rate.id],
  });
}

function widestOf(
  earlier: readonly Gap[],
  inputs: readonly string[],
  asOf: string,
): RulerFinding["widest"] {
  const [first, last] = [earlier[0], earlier.at(-1)];
  if (!first || !last) return undefined;
  const from = addDays(last.day, -364);
  const year = earlier.filter(({day}) => day >= from);
  const widest = year.reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) ? b : a), last);
  return {
    day: widest.day,
    ...present({since: first.day > from ? first.day : undefined}),
    figure: computed(names.ruler.widest, widest.value, {
      asOf,
      formula: `distance of the close of ${widest.day}, the widest of the 365 days before`,
      inputs,
    }),
  };
}

function daysOff(earlier: readonly Gap[]): number {
  const within = earlier.findLastIndex(({value}) => Math.abs(value) <= off);
  return earlier.length - 1 - within;
}

function lowOf({low, units}: Ruler, {price}: MarketStateFinding): RulerFinding["low"] {
  const lows = low ? dayByDay(low).map(({day, close}) => ({day, value: close})) : [];
  const today = lows.at(-1);
  if (!low || !today || endOfDay(today.day) !== price.asOf) return undefined;
  const figure = computed(names.ruler.low.price, today.value, {
    asOf: price.asOf,
    formula: `lowest price of ${today.day}`,
    inputs: [low.id],
  });
  const found = rarityOf(names.ruler.low, today.value, lows.slice(0, -1), {
    end: "low",
    what: "lowest prices of a day",
    asOf: price.asOf,
    inputs: [low.id],
  });
  return (
    found && {
      ...found,
      price: figure,
      gap: computed(names.ruler.low.gap, today.value / units - 1, {
        asOf: price.asOf,
        formula: "lowest price of the day / 1 dollar - 1",
        inputs: [figure.id],
      }),
    }
  );
}

/** In its ruler, as the table of quotes has it. */
function dayOf({code}: Ruler, table: DecompositionFinding | undefined): RulerFinding["day"] {
  const leg = table?.legs.find(({quote}) => quote === code);
  if (!table || !leg || code === "usd") return undefined;
  return {inRuler: leg.change, inDollars: table.dollars, ofRuler: leg.own};
}
