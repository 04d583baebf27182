import {addDays, type Day, dayEndingNearest, daysBetween, endOfDay} from "../model/day.ts";
import type {Datum, Figure, FigureName, Unit} from "../model/figure.ts";
import * as names from "../model/figureNames.ts";
import type {
  ChangeSoFar,
  Dated,
  MarketStateFinding,
  PastChange,
  RecentMove,
} from "../model/finding.ts";
import type {DailySeries, Market, MarketState} from "../model/market.ts";
import {computed, fixed, read} from "./figure.ts";
import {closeAt, type DayClose, type History} from "./history.ts";
import {present} from "./present.ts";

/** The days a "recent move" may begin at: its start is the lowest or highest close among them. */
const recentDays = 10;
/** The part of a year's closes without which they are no year. */
const wholeYear = 360 / 365;
/** Days of closes kept for charts. */
const drawnDays = 180;

/**
 * Price, size and turnover. Where no answer gives the price of the instant, the last close is the
 * price and the change is that of its day. Undefined when there is neither.
 */
export function findMarketState(
  market: Market,
  history: History | undefined,
  benchmark: History | undefined,
): MarketStateFinding | undefined {
  const price = priceOf(market, history);
  if (!price) return undefined;
  const {state} = market;
  const change24h = changeOf(market, history);
  const marketCap =
    given(names.state.marketCap, state.marketCap) ??
    ofLastDay(names.state.marketCap, market.marketCap, price.asOf);
  const volume24h =
    given(names.state.volume24h, state.volume24h) ??
    ofLastDay(names.state.volume24h, market.volume, price.asOf);
  const circulatingSupply = given(names.state.circulatingSupply, state.circulatingSupply);
  const maxSupply = given(names.state.maxSupply, state.maxSupply);
  const optional = {
    priceInBitcoin: given(names.state.priceInBitcoin, state.priceInBitcoin),
    change24h,
    marketCap,
    volume24h,
    fullyDilutedValuation: given(names.state.fullyDilutedValuation, state.fullyDilutedValuation),
    circulatingSupply,
    maxSupply,
    issued: issuedShare(circulatingSupply, maxSupply),
    rank: given(names.state.rank, state.rank),
    ...turnoverOf(state, volume24h, marketCap),
    ...yearRange(history, price),
    tradingDays: history && tradingDaysOf(history),
    secondOpinion: secondOpinion(market, price, present({change24h, volume24h})),
    recent: recentMove(market, price, history, benchmark),
  };
  return {
    kind: "market-state",
    price,
    priceIs: state.price ? "snapshot" : "close",
    ...present(optional),
    past: pastChanges(market, price, history, benchmark),
    soFar: changesSoFar(market, price, history, benchmark),
    closes: recentCloses(market, history, benchmark),
    sources: sourcesOf(state, state.price ? undefined : history),
  };
}

function priceOf({state}: Market, history: History | undefined): Figure<"USD"> | undefined {
  if (state.price) return read(names.state.price, state.price);
  return history && closeFigure(names.state.price, history, history.last);
}

function changeOf({state}: Market, history: History | undefined): Figure<"return"> | undefined {
  if (state.change24h) return read(names.state.change24h, state.change24h);
  const last = history?.returns.at(-1);
  if (!history || !last || last.date !== history.last.day) return undefined;
  return computed(names.state.change24h, Math.expm1(last.value), {
    asOf: history.asOf,
    formula: `close of ${last.date} / ${closeBefore(history, last.date)} - 1`,
    inputs: [history.close.id],
  });
}

/** The close that the day's change is from: that of the day before, or of the last before its market rested. */
function closeBefore({days}: History, day: Day): string {
  const before = days.findLast(one => one.day < day)?.day;
  return before === undefined || daysBetween(before, day) === 1
    ? "close of the day before"
    : `close of ${before}`;
}

/** The days of a year on which a market closes that rests on some days of the week. */
function tradingDaysOf({calendar, close, asOf}: History): Figure<"days"> | undefined {
  if (!calendar.rests) return undefined;
  return computed(names.state.tradingDays, calendar.daysPerYear, {
    asOf,
    formula: "closes in a year, counted over the last one without the holes in it",
    inputs: [close.id],
  });
}

/** The value of the day that ends with the price; of no other. */
function ofLastDay(name: FigureName<"USD">, series: DailySeries | undefined, asOf: string) {
  const [day, value] = [series?.dates.at(-1), series?.values.at(-1)];
  if (!series || !day || value === undefined || endOfDay(day) !== asOf) return undefined;
  return computed(name, value, {
    asOf,
    formula: `value of ${day}`,
    inputs: [series.id],
  });
}

function turnoverOf(
  state: MarketState,
  volume24h: Figure<"USD"> | undefined,
  marketCap: Figure<"USD"> | undefined,
) {
  const ratio = (name: FigureName<"ratio">) =>
    volume24h && marketCap
      ? computed(name, volume24h.value / marketCap.value, {
          asOf: marketCap.asOf,
          formula: "volume24h / marketCap",
          inputs: [volume24h.id, marketCap.id],
        })
      : undefined;
  if (!state.turnover) return {turnover: ratio(names.state.turnover)};
  return {
    turnover: read(names.state.turnover, state.turnover),
    turnoverOfShown: ratio(names.state.turnoverOfShown),
  };
}

/** Absent where the two contradict each other. */
function issuedShare(circulating?: Figure<"tokens">, max?: Figure<"tokens">) {
  if (!circulating || !max || circulating.value <= 0 || circulating.value > max.value)
    return undefined;
  return computed(names.state.issued, circulating.value / max.value, {
    asOf: circulating.asOf,
    formula: "circulating supply / maximum supply",
    inputs: [circulating.id, max.id],
  });
}

/** The same days ago for both, or the benchmark is left out. */
function pastChanges(
  {benchmarkState}: Market,
  price: Figure<"USD">,
  history: History | undefined,
  benchmark: History | undefined,
): PastChange[] {
  if (!history) return [];
  return ([30, 90, 365] as const).flatMap(window => {
    const start = closeAt(history, addDays(dayEndingNearest(price.asOf), -window));
    if (!start) return [];
    const from = start.day;
    const name = names.past(window);
    const begin = closeFigure(name.start, history, start);
    const of = benchmark && benchmarkMove(name, from, price, benchmark, benchmarkState);
    return [
      {
        window,
        from,
        start: begin,
        days: fixed(name.days, window, {
          asOf: price.asOf,
          why: "round numbers of days to look back over",
        }),
        asset: computed(name.change, price.value / begin.value - 1, {
          asOf: price.asOf,
          formula: `price / close of ${from} - 1`,
          inputs: [price.id, begin.id],
        }),
        ...present({benchmark: of}),
      },
    ];
  });
}

/** A month or a year that began within so many days is a span too short to tell. */
const fewestSoFar = {month: 7, year: 45};

/** Since the month began, and the year. */
function changesSoFar(
  {benchmarkState}: Market,
  price: Figure<"USD">,
  history: History | undefined,
  benchmark: History | undefined,
): ChangeSoFar[] {
  if (!history) return [];
  const today = dayEndingNearest(price.asOf);
  return (["month", "year"] as const).flatMap(unit => {
    const before = addDays(
      unit === "month" ? `${today.slice(0, 7)}-01` : `${today.slice(0, 4)}-01-01`,
      -1,
    );
    const start = closeAt(history, before);
    if (!start || daysBetween(before, today) < fewestSoFar[unit]) return [];
    const from = start.day;
    const name = names.soFar(unit);
    const begin = closeFigure(name.start, history, start);
    const of = benchmark && benchmarkMove(name, from, price, benchmark, benchmarkState);
    return [
      {
        unit,
        from,
        start: begin,
        asset: computed(name.change, price.value / begin.value - 1, {
          asOf: price.asOf,
          formula: `price / close of ${from} - 1`,
          inputs: [price.id, begin.id],
        }),
        ...present({benchmark: of}),
      },
    ];
  });
}

/** The lowest and highest close of the year, and how far from each the price lies. */
function yearRange(history: History | undefined, price: Figure<"USD">) {
  if (!history) return {};
  const from = addDays(history.last.day, -364);
  const within = history.days.filter(({day}) => day >= from);
  if (within.length < Math.floor(wholeYear * history.calendar.daysPerYear)) return {};
  const by = (sign: 1 | -1) => within.reduce((a, b) => (sign * b.close < sign * a.close ? b : a));
  const [yearLow, yearHigh] = [
    dated(names.state.yearLow, history, by(1)),
    dated(names.state.yearHigh, history, by(-1)),
  ];
  const [low, high] = [yearLow.figure, yearHigh.figure];
  return {
    yearLow,
    yearHigh,
    ...present({
      aboveYearLow:
        price.value > low.value
          ? computed(names.state.aboveYearLow, price.value / low.value - 1, {
              asOf: price.asOf,
              formula: "price / lowest close of the year - 1",
              inputs: [price.id, low.id],
            })
          : undefined,
      belowYearHigh:
        price.value < high.value
          ? computed(names.state.belowYearHigh, 1 - price.value / high.value, {
              asOf: price.asOf,
              formula: "1 - price / highest close of the year",
              inputs: [price.id, high.id],
            })
          : undefined,
    }),
  };
}

/**
 * The move from the turning point of the last days: whichever close among them lies farthest from
 * today's price, and what the benchmark did from the same close to the same instant.
 */
function recentMove(
  {benchmarkState}: Market,
  price: Figure<"USD">,
  history: History | undefined,
  benchmark: History | undefined,
): RecentMove | undefined {
  if (!history) return undefined;
  const from = addDays(price.asOf.slice(0, 10), -recentDays);
  const before = addDays(price.asOf.slice(0, 10), -1);
  const candidates = history.days.filter(({day}) => day >= from && day < before);
  if (candidates.length === 0) return undefined;
  const size = ({close}: DayClose) => Math.abs(Math.log(price.value / close));
  const start = candidates.reduce((a, b) => (size(b) > size(a) ? b : a));
  const startDay = start.day;
  const startFigure = closeFigure(names.recent.start, history, start);
  const elapsed = Date.parse(price.asOf) - Date.parse(endOfDay(startDay));
  const inputs = [startFigure.id, price.id];
  return {
    from: startDay,
    days: computed(names.recent.days, Math.round(elapsed / 86_400_000), {
      asOf: price.asOf,
      formula: `days from the end of ${startDay} to the instant of the price`,
      inputs,
    }),
    start: startFigure,
    asset: computed(names.recent.change, price.value / startFigure.value - 1, {
      asOf: price.asOf,
      formula: "price / close at the start - 1",
      inputs,
    }),
    ...present({
      benchmark:
        benchmark && benchmarkMove(names.recent, startDay, price, benchmark, benchmarkState),
    }),
  };
}

/** The benchmark's move from the same close to the same hour; undefined where its hours differ. */
export function benchmarkMove(
  name: Pick<typeof names.recent, "benchmarkStart" | "benchmarkChange">,
  from: string,
  price: Figure<"USD">,
  benchmark: History,
  {price: now}: MarketState,
) {
  const start = closeAt(benchmark, from);
  if (!start) return undefined;
  const begin = closeFigure(name.benchmarkStart, benchmark, start);
  const end = now
    ? read(names.ofBenchmark.price, now)
    : closeFigure(names.ofBenchmark.price, benchmark, benchmark.last);
  // The two moves are over the same hours, or are not put side by side.
  if (Math.abs(Date.parse(end.asOf) - Date.parse(price.asOf)) > 3_600_000) return undefined;
  return {
    start: begin,
    end,
    change: computed(name.benchmarkChange, end.value / begin.value - 1, {
      asOf: end.asOf,
      formula: "price of the benchmark / its close at the start - 1",
      inputs: [begin.id, end.id],
    }),
  };
}

/** Two answers of one second may differ by this on the price, and by this on what is made of trades. */
const agreement = {price: 0.001, others: 0.05};

function secondOpinion(
  {secondOpinion: other}: Market,
  price: Figure<"USD">,
  {change24h, volume24h}: Pick<MarketStateFinding, "change24h" | "volume24h">,
): MarketStateFinding["secondOpinion"] {
  if (!other?.price) return undefined;
  const second = read(names.state.secondPrice, other.price);
  const gap = computed(names.state.priceGap, second.value / price.value - 1, {
    asOf: second.asOf,
    formula: "price of the second answer / price - 1",
    inputs: [second.id, price.id],
  });
  const secondChange = given(names.state.secondChange24h, other.change24h);
  const secondVolume = given(names.state.secondVolume24h, other.volume24h);
  return {
    price: second,
    gap,
    ...present({change24h: secondChange, volume24h: secondVolume}),
    differs: [
      ...(Math.abs(gap.value) > agreement.price ? (["price"] as const) : []),
      ...(differ(change24h, secondChange) ? (["change24h"] as const) : []),
      ...(differ(volume24h, secondVolume) ? (["volume24h"] as const) : []),
    ],
  };
}

/** By more than a part of the larger; changes by more than a tenth of a per cent at that. */
function differ(one: Figure | undefined, other: Figure | undefined): boolean {
  if (!one || !other) return false;
  const gap = Math.abs(one.value - other.value);
  const larger = Math.max(Math.abs(one.value), Math.abs(other.value));
  return gap > Math.max(agreement.price, agreement.others * larger);
}

function recentCloses(
  {volume}: Market,
  history: History | undefined,
  benchmark: History | undefined,
) {
  if (!history) return [];
  const volumes = new Map(volume?.dates.map((day, i) => [day, volume.values[i]]));
  const others = new Map(benchmark?.days.map(({day, close}) => [day, close]));
  const from = addDays(history.last.day, -drawnDays);
  return history.days
    .filter(({day}) => day >= from)
    .map(({day, close}) => ({
      date: day,
      close,
      ...present({volume: volumes.get(day), benchmark: others.get(day)}),
    }));
}

/** A close of the history as a figure of its own. */
export function closeFigure(
  name: FigureName<"USD">,
  history: History,
  {day, close}: DayClose,
): Figure<"USD"> {
  return computed(name, close, {
    asOf: endOfDay(day),
    formula: `close of ${day}`,
    inputs: [history.close.id],
  });
}

export function dated(
  name: FigureName<"USD">,
  history: History,
  on: DayClose,
): Dated<Figure<"USD">> {
  return {figure: closeFigure(name, history, on), day: on.day};
}

const given = <U extends Unit>(name: FigureName<U>, datum: Datum | undefined) =>
  datum && read(name, datum);

function sourcesOf(state: MarketState, history: History | undefined): string[] {
  const named = Object.values(state).map(datum => datum.source);
  return [...new Set([...named, ...(history ? [history.close.source] : [])])];
}
