import {assert, double, integer, property} from "fast-check";
import {describe, expect, test} from "vitest";
import {addDays, endOfDay} from "../../src/model/day.ts";
import type {Market} from "../../src/model/market.ts";
import {asOf, closes, datum, daysBack, findingOf, lastDay, returns, series} from "./markets.ts";

const days = 400;
const data = {
  close: series("close.own", closes(20, returns(21, days))),
  benchmarkClose: series("close.btc", closes(60_000, returns(22, days))),
};
const later = "2026-03-20T02:00:00Z";
const closeOf = (day: string, of = data.close) => of.values[of.dates.indexOf(day)]!;
const stateOf = (given: Partial<Market>) => findingOf("market-state", given);

describe("the price", () => {
  test("is that of the instant where an answer gives one", () => {
    const state = stateOf({...data, asOf: later, state: {price: datum(31, later)}});
    expect(state).toMatchObject({price: {value: 31, asOf: later}, priceIs: "snapshot"});
  });

  test("is otherwise the last close, and its change that of the close's day", () => {
    const state = stateOf(data)!;
    expect(state).toMatchObject({price: {value: closeOf(lastDay), asOf}, priceIs: "close"});
    const change = closeOf(lastDay) / closeOf(addDays(lastDay, -1)) - 1;
    expect(state.change24h!.value).toBeCloseTo(change, 12);
  });

  test("has no change of a day whose day before is missing", () => {
    const gone = data.close.dates.indexOf(addDays(lastDay, -1));
    const close = {
      ...data.close,
      dates: data.close.dates.toSpliced(gone, 1),
      values: data.close.values.toSpliced(gone, 1),
    };
    expect(stateOf({close})).not.toHaveProperty("change24h");
  });

  test("is unknown without either, and then nothing is said", () => {
    expect(stateOf({state: {marketCap: datum(1e9)}})).toBeUndefined();
  });
});

describe("turnover", () => {
  const state = {price: datum(20), volume24h: datum(3e6), marketCap: datum(6e7)};

  test("is volume over market cap", () => {
    expect(stateOf({state})!.turnover!.value).toBeCloseTo(0.05, 15);
  });

  test("is the source's own where it prints one, with that of its figures beside it", () => {
    const printed = stateOf({state: {...state, turnover: datum(0.048)}});
    expect(printed).toMatchObject({turnover: {value: 0.048}, turnoverOfShown: {value: 0.05}});
  });

  test("is absent without volume or cap", () => {
    for (const missing of ["volume24h", "marketCap"] as const) {
      const {[missing]: _, ...rest} = state;
      expect(stateOf({state: rest})).not.toHaveProperty("turnover");
    }
  });

  test("rests on the day's own volume and cap only where the day ends with the price", () => {
    const volume = series(
      "volume.own",
      daysBack(90).map(() => 2e6),
    );
    const marketCap = series(
      "marketCap.own",
      daysBack(90).map(() => 4e7),
    );
    expect(stateOf({...data, volume, marketCap})!.turnover!.value).toBeCloseTo(0.05, 15);
    const at = {asOf: later, state: {price: datum(20, later)}};
    expect(stateOf({...data, ...at, volume, marketCap})).not.toHaveProperty("turnover");
  });
});

test("what circulates is a share of the most there can be, unless the two contradict each other", () => {
  const state = (circulating: number, max: number) =>
    stateOf({
      state: {price: datum(1), circulatingSupply: datum(circulating), maxSupply: datum(max)},
    })!;
  expect(state(19e6, 21e6).issued!.value).toBeCloseTo(19 / 21, 15);
  expect(state(5, 5).issued!.value).toBe(1);
  expect(state(22e6, 21e6)).not.toHaveProperty("issued");
  expect(state(0, 21e6)).not.toHaveProperty("issued");
});

describe("the past", () => {
  test("is told from the closes of so many days ago to the price, for both coins alike", () => {
    const {past, price} = stateOf(data)!;
    expect(past.map(({window}) => window)).toEqual([30, 90, 365]);
    for (const {window, from, asset, benchmark} of past) {
      expect(from).toBe(addDays(lastDay, -window));
      expect(asset.value).toBeCloseTo(price.value / closeOf(from) - 1, 12);
      const reference = data.benchmarkClose;
      const move = closeOf(lastDay, reference) / closeOf(from, reference) - 1;
      expect(benchmark!.change.value).toBeCloseTo(move, 12);
    }
  });

  test("leaves out what is not on record, and the benchmark where its price is of another hour", () => {
    const short = {close: series("close.own", closes(20, returns(21, 100)))};
    expect(stateOf(short)!.past.map(({window}) => window)).toEqual([30, 90]);
    const state = {price: datum(20, later)};
    const apart = stateOf({...data, asOf: later, state})!;
    expect(apart.past.every(one => one.benchmark === undefined)).toBe(true);
    const beside = stateOf({
      ...{...data, asOf: later, state},
      benchmarkState: {price: datum(61_000, "2026-03-20T01:30:00Z")},
    })!;
    expect(beside.past.every(one => one.benchmark?.end.value === 61_000)).toBe(true);
  });

  test("begins at the close nearest to the instant so many days before the price", () => {
    const hours = integer({min: 0, max: 47});
    assert(
      property(hours, hour => {
        const at = new Date(Date.parse(endOfDay(lastDay)) + hour * 3_600_000).toISOString();
        const {past} = stateOf({...data, asOf: at, state: {price: datum(20, at)}})!;
        for (const {window, from} of past) {
          const wanted = Date.parse(at) - window * 86_400_000;
          const off = Math.abs(Date.parse(endOfDay(from)) - wanted);
          expect(off).toBeLessThanOrEqual(12 * 3_600_000);
        }
      }),
    );
  });

  test("a year's range is that of its 365 closes, of which no more than five may lack", () => {
    const year = data.close.values.slice(-365);
    const {yearLow, yearHigh} = stateOf(data)!;
    expect(yearLow!.figure.value).toBe(Math.min(...year));
    expect(yearHigh!.figure.value).toBe(Math.max(...year));
    expect(yearHigh!.day).toBe(data.close.dates[data.close.values.indexOf(yearHigh!.figure.value)]);
    const short = {close: series("close.own", closes(20, returns(21, 358)))};
    expect(stateOf(short)).not.toHaveProperty("yearLow");
    expect(stateOf({close: series("close.own", closes(20, returns(21, 359)))})).toHaveProperty(
      "yearLow",
    );
  });
});

test("how near the price is to an end of the year is how far it is from it", () => {
  const year = data.close.values.slice(-365);
  const [low, high] = [Math.min(...year), Math.max(...year)];
  assert(
    property(double({min: 0.2, max: 5, noNaN: true}), times => {
      const price = low * times;
      const state = stateOf({...data, state: {price: datum(price)}})!;
      expect(state.aboveYearLow?.value ?? 0).toBeCloseTo(Math.max(0, price / low - 1), 12);
      expect(state.belowYearHigh?.value ?? 0).toBeCloseTo(Math.max(0, 1 - price / high), 12);
    }),
  );
});

test("the recent move begins at the close of the last ten days that lies farthest from the price", () => {
  const {recent, price} = stateOf(data)!;
  const far = (day: string) => Math.abs(Math.log(price.value / closeOf(day)));
  const candidates = Array.from({length: 9}, (_, i) => addDays(lastDay, -1 - i));
  const farthest = candidates.reduce((a, b) => (far(b) > far(a) ? b : a));
  expect(recent!.from).toBe(farthest);
  expect(recent!.asset.value).toBeCloseTo(price.value / closeOf(farthest) - 1, 12);
  const elapsed = (Date.parse(lastDay) - Date.parse(farthest)) / 86_400_000;
  expect(recent!.days.value).toBe(elapsed);
});

test("a second answer is told with how far it lies off", () => {
  const {secondOpinion} = stateOf({
    state: {price: datum(200)},
    secondOpinion: {price: datum(201), change24h: datum(0.01)},
  })!;
  expect(secondOpinion!.gap.value).toBeCloseTo(0.005, 15);
  expect(secondOpinion!.change24h!.value).toBe(0.01);
});

test("what two answers do not agree on is told, and nothing else", () => {
  const share = double({min: -0.4, max: 0.4, noNaN: true});
  assert(
    property(share, share, share, (price, change, volume) => {
      const {secondOpinion} = stateOf({
        state: {price: datum(200), change24h: datum(0.08), volume24h: datum(1e6)},
        secondOpinion: {
          price: datum(200 * (1 + price)),
          change24h: datum(0.08 + change),
          volume24h: datum(1e6 * (1 + volume)),
        },
      })!;
      const {differs} = secondOpinion!;
      if (Math.abs(price) > 0.0011) expect(differs).toContain("price");
      if (Math.abs(price) < 0.0009) expect(differs).not.toContain("price");
      if (Math.abs(change) > 0.026) expect(differs).toContain("change24h");
      if (Math.abs(change) < 0.0009) expect(differs).not.toContain("change24h");
      if (Math.abs(volume) > 0.06) expect(differs).toContain("volume24h");
      if (Math.abs(volume) < 0.04) expect(differs).not.toContain("volume24h");
    }),
  );
});

test("half a year of closes is kept for charts, with the day's volume where it is known", () => {
  const volume = series("volume.own", [5, 6]);
  const found = stateOf({...data, volume})!.closes;
  expect(found[0]!.date).toBe(addDays(lastDay, -180));
  const {benchmarkClose: benchmark} = data;
  expect(found.at(-1)).toEqual({
    date: lastDay,
    close: closeOf(lastDay),
    volume: 6,
    benchmark: benchmark.values[benchmark.dates.indexOf(lastDay)],
  });
  expect(found[0]).not.toHaveProperty("volume");
});
