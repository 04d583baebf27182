import {addDays, dayEndingNearest, endOfDay} from "../model/day.ts";
import * as names from "../model/figureNames.ts";
import type {MarketStateFinding, RecordsFinding, SpanRecord} from "../model/finding.ts";
import type {Market} from "../model/market.ts";
import {dayNumber} from "../stats/dayNumber.ts";
import {median} from "../stats/median.ts";
import {standardDeviation} from "../stats/standardDeviation.ts";
import {findAftermath} from "./aftermath.ts";
import {computed, fixed} from "./figure.ts";
import {type DayClose, dayByDay, type History} from "./history.ts";
import {benchmarkMove, closeFigure} from "./marketState.ts";
import {present} from "./present.ts";
import {rarityOf} from "./rarity.ts";

/** A day that made so much of a span, by logarithms, made the span. */
const madeOf = 0.8;
/** Days that a day's size, and its volume, are compared with where the whole record is too long ago. */
const year = 365;
const volatilityDays = 30;
/** Fewer days than this have no usual size. */
const fewestStill = 90;

/**
 * The newest day, the level, the last week and month, the swings of a month and the day's volume,
 * each among its own earlier cases over all that is on record. Undefined without a history.
 */
export function findRecords(
  market: Market,
  history: History | undefined,
  benchmark: History | undefined,
  state: MarketStateFinding | undefined,
): RecordsFinding | undefined {
  if (!history || !state) return undefined;
  return {
    kind: "records",
    spans: ([7, 30] as const).flatMap(
      window => spanOf(window, market, history, benchmark, state) ?? [],
    ),
    ...present({
      day: dayOf(history, state),
      after: afterOf(history, state),
      level: levelOf(history, state),
      volatility: volatilityOf(history),
      volume: volumeOf(market, state),
      still: stillOf(history, state),
    }),
  };
}

/**
 * Daily returns of earlier days than the note's. A trailing day is the one that ends nearest to its own
 * end: most of its hours are of that day, which is no other that it could be held against.
 */
function earlierReturns({returns}: History, {change24h, price}: MarketStateFinding) {
  const today = dayEndingNearest((change24h ?? price).asOf);
  return returns.filter(({date}) => date < today).map(({date, value}) => ({day: date, value}));
}

function dayOf(history: History, state: MarketStateFinding): RecordsFinding["day"] {
  const {change24h: change} = state;
  if (!change || change.value === 0) return undefined;
  const found = rarityOf(
    names.records.day,
    Math.log1p(change.value),
    earlierReturns(history, state),
    {
      end: change.value < 0 ? "low" : "high",
      what: "daily returns",
      asOf: change.asOf,
      inputs: [change.id, history.close.id],
    },
  );
  return found && {...found, change, ...present({most: mostOf(history, state, change.value)})};
}

/** The largest earlier day that went the same way. */
function mostOf(history: History, state: MarketStateFinding, change: number) {
  const way = Math.sign(change);
  const [most] = earlierReturns(history, state)
    .filter(({value}) => way * value > 0)
    .toSorted((a, b) => way * (b.value - a.value));
  return (
    most && {
      day: most.day,
      figure: computed(names.records.day.most, Math.expm1(most.value), {
        asOf: endOfDay(most.day),
        formula: `close of ${most.day} / close of the day before - 1`,
        inputs: [history.close.id],
      }),
    }
  );
}

const afterOf = (history: History, state: MarketStateFinding): RecordsFinding["after"] =>
  state.change24h &&
  findAftermath(
    state.change24h,
    earlierReturns(history, state).map(({day, value}) => ({date: day, value})),
    history,
  );

function levelOf(history: History, {price}: MarketStateFinding): RecordsFinding["level"] {
  const over = history.days.findLastIndex(({day}) => endOfDay(day) < price.asOf) + 1;
  const earlier = history.days.slice(0, over).map(({day, close}) => ({day, value: close}));
  const lower = earlier.filter(({value}) => value <= price.value).length;
  const end = lower * 2 < earlier.length ? "low" : "high";
  const found = rarityOf(names.records.level, price.value, earlier, {
    end,
    what: "closes",
    asOf: price.asOf,
    inputs: [price.id, history.close.id],
  });
  return found && {...found, end};
}

function spanOf(
  window: 7 | 30,
  market: Market,
  history: History,
  benchmark: History | undefined,
  {price}: MarketStateFinding,
): SpanRecord | undefined {
  const name = names.span(window);
  const closes = new Map(history.days.map(one => [dayNumber(one.day), one]));
  const today = dayEndingNearest(price.asOf);
  const from = addDays(today, -window);
  const start = closes.get(dayNumber(from));
  if (!start) return undefined;
  const begin = closeFigure(name.start, history, start);
  const change = computed(name.change, price.value / start.close - 1, {
    asOf: price.asOf,
    formula: `price / close of ${from} - 1`,
    inputs: [price.id, begin.id],
  });
  const spans = [...closes].flatMap(([number, {day, close}]) => {
    const before = day < today ? closes.get(number - window) : undefined;
    return before ? [{day, value: close / before.close - 1}] : [];
  });
  const [earlier, overlapping] = parted(spans, ({day}) => day <= from);
  const found = rarityOf(name, change.value, earlier, {
    end: change.value < 0 ? "low" : "high",
    what: `changes over ${window} days that do not overlap this one`,
    part: 1 / window,
    overlapping,
    asOf: price.asOf,
    inputs: [change.id, history.close.id],
  });
  return (
    found && {
      ...found,
      window,
      days: fixed(name.days, window, {asOf: price.asOf, why: "days that a span is looked at over"}),
      start: {figure: begin, day: from},
      change,
      ...present({
        benchmark: benchmark && benchmarkMove(name, from, price, benchmark, market.benchmarkState),
        madeBy: madeBy(name, start, change.value, history),
      }),
    }
  );
}

type SpanNames = ReturnType<typeof names.span>;

function madeBy(name: SpanNames, start: DayClose, change: number, history: History) {
  const within = history.returns.filter(({date}) => date > start.day);
  const total = Math.log1p(change);
  const largest = within.toSorted((a, b) => (total < 0 ? a.value - b.value : b.value - a.value))[0];
  if (!largest || largest.value / total < madeOf) return undefined;
  return {
    day: largest.date,
    figure: computed(name.madeBy, Math.expm1(largest.value), {
      asOf: endOfDay(largest.date),
      formula: `close of ${largest.date} / close of the day before - 1`,
      inputs: [history.close.id],
    }),
  };
}

/** The last month's swings among those of all earlier months that do not overlap it. */
function volatilityOf({
  returns,
  last,
  close,
  calendar,
  asOf,
}: History): RecordsFinding["volatility"] {
  const values = Float64Array.from(returns, one => one.value);
  const months = returns.slice(volatilityDays - 1).map(({date}, i) => ({
    day: date,
    value: standardDeviation(values.subarray(i, i + volatilityDays)),
  }));
  const now = months.at(-1);
  if (!now || now.day !== last.day) return undefined;
  const {value} = now;
  const before = calendar.back(last.day, volatilityDays);
  const [earlier, overlapping] = parted(months.slice(0, -1), ({day}) => day <= before);
  const figure = computed(names.records.volatility.daily, value, {
    asOf,
    formula: `sample standard deviation of the last ${volatilityDays} daily log returns`,
    inputs: [close.id],
  });
  const higher = earlier.filter(one => one.value >= value).length;
  const end = higher * 2 <= earlier.length ? "high" : "low";
  const found = rarityOf(names.records.volatility, value, earlier, {
    end,
    what: `standard deviations over ${volatilityDays} daily returns that do not overlap these`,
    part: 1 / volatilityDays,
    overlapping,
    asOf,
    inputs: [close.id],
  });
  return found && {...found, end, figure};
}

/** Those that hold, and the rest. */
const parted = <T>(all: readonly T[], holds: (one: T) => boolean): [T[], T[]] => [
  all.filter(holds),
  all.filter(one => !holds(one)),
];

function volumeOf(market: Market, {volume24h}: MarketStateFinding): RecordsFinding["volume"] {
  const {volume: series, state} = market;
  if (!series || !volume24h || volume24h.value <= 0) return undefined;
  if (state.volume24h && state.volume24h.source !== series.source) return undefined;
  const today = dayEndingNearest(volume24h.asOf);
  const from = addDays(today, -year);
  const earlier = dayByDay(series)
    .filter(({day, close}) => day >= from && day < today && close > 0)
    .map(({day, close}) => ({day, value: close}));
  if (earlier.length === 0) return undefined;
  const usual = computed(names.records.volume.median, median(earlier.map(({value}) => value)), {
    asOf: volume24h.asOf,
    formula: `median of the daily volumes of the ${earlier.length} days on record in the year before`,
    inputs: [series.id],
  });
  const end = volume24h.value >= usual.value ? "high" : "low";
  const found = rarityOf(names.records.volume, volume24h.value, earlier, {
    end,
    what: "daily volumes of the past year",
    asOf: volume24h.asOf,
    inputs: [volume24h.id, series.id],
  });
  return (
    found && {
      ...found,
      end,
      figure: volume24h,
      median: usual,
      times: computed(names.records.volume.times, volume24h.value / usual.value, {
        asOf: volume24h.asOf,
        formula: "volume / median of the year before",
        inputs: [volume24h.id, usual.id],
      }),
    }
  );
}

function stillOf(history: History, state: MarketStateFinding): RecordsFinding["still"] {
  const {change24h: change} = state;
  const all = earlierReturns(history, state);
  const newest = all.at(-1)?.day;
  if (!change || newest === undefined) return undefined;
  const from = addDays(newest, 1 - year);
  const earlier = all.filter(({day}) => day >= from);
  if (earlier.length < fewestStill) return undefined;
  // As a reader sizes a day up and a day down: in per cent, of which logarithms make unlike things.
  const size = Math.abs(change.value);
  const about = (formula: string) => ({
    asOf: change.asOf,
    formula,
    inputs: [change.id, history.close.id],
  });
  return {
    days: computed(
      names.records.stillDays,
      earlier.length,
      about("daily returns of the year before"),
    ),
    larger: computed(
      names.records.stillLarger,
      earlier.filter(({value}) => Math.abs(Math.expm1(value)) >= size).length,
      about("of these, those at least as large, up or down"),
    ),
  };
}
