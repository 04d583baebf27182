import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {addDays} from "../../src/model/day.ts";
import {SourceChanged} from "../../src/model/errors.ts";
import type {DailySeries, MarketState, PastPrice, PriceRecord} from "../../src/model/market.ts";
import {agrees, requireAgreement} from "../../src/sources/agreement.ts";
import {readCoinGecko} from "../../src/sources/coingecko.ts";
import {readFilesUniverse} from "../../src/sources/universeFiles.ts";
import {recordedData, recordedTest} from "../recorded.ts";

const asOf = "2026-03-20T01:53:00Z";
const place = {source: "S", file: "answers/001.json", pointer: "/prices"};
const closes = (value: number, day = "2026-03-19"): DailySeries => ({
  id: "close.gadget",
  ...place,
  dates: [addDays(day, -1), day],
  values: [value, value],
});
/** Ninety days of it. */
const flat = (value: number): DailySeries => ({
  id: "close.gadget",
  ...place,
  dates: Array.from({length: 90}, (_, i) => addDays("2026-03-19", i - 89)),
  values: Array.from({length: 90}, () => value),
});
/** The days before `until` times a factor. */
const scaled = (series: DailySeries, times: number, until: number): DailySeries => ({
  ...series,
  values: series.values.map((value, i) => (i < until ? value * times : value)),
});
const monthAgo: PastPrice = {is: "price", value: 20, at: "2026-02-18T01:53:00Z"};
const high = (value: number): PastPrice => ({
  is: "all-time high",
  value,
  at: "2026-03-01T12:00:00Z",
});
const state = (price: number, change24h?: number): MarketState => ({
  price: {value: price, asOf, ...place},
  ...(change24h !== undefined && {change24h: {value: change24h, asOf, ...place}}),
});

describe("a history agrees with its price", () => {
  test.each([
    ["an ordinary day", closes(20), state(20.3, 0.01)],
    ["a crash of 99.9 % that the source tells", closes(1000), state(1, -0.999)],
    ["a crash of 90 % that it does not tell", closes(10), state(1)],
    ["a launch that rose a hundredfold", closes(1), state(100, 99)],
    ["a high between close and now, of a coin just launched", closes(2), state(1, 0.05)],
    ["a change of −100 %, from which nothing follows", closes(20), state(0.1, -1)],
    ["a history that ended weeks ago", closes(20, "2026-02-01"), state(0.000_001, 0)],
    ["two days without a close", closes(20, "2026-03-17"), state(1, 0)],
    ["no price", closes(20), {}],
    ["no history", {...closes(20), dates: [], values: []}, state(20)],
  ])("on %s", (_, close, now) => {
    expect(agrees(close, now)).toBe(true);
    expect(() => requireAgreement(close, now)).not.toThrow();
  });
});

describe("a history of another coin does not, and is refused with both numbers", () => {
  test.each([
    ["dearer", closes(70_000), state(20, -0.0147)],
    ["cheaper", closes(0.000_01), state(20, -0.0147)],
    ["by a third", flat(20), state(27, -0.0147)],
    ["dearer until a week ago", scaled(flat(20), 10, 85), state(20, -0.0147), monthAgo],
    ["above the all-time high", scaled(flat(20), 3, 40), state(20, 0), high(21)],
    ["a hundredth of the all-time high on its day", flat(20), state(20, 0), high(2000)],
    ["far dearer, with no change known", closes(1e9), state(20)],
  ] satisfies [string, DailySeries, MarketState, PastPrice?][])("%s", (...[, close, now, then]) => {
    const past = then ? [then] : [];
    const told = () => requireAgreement(close, now, {past});
    expect(agrees(close, now, {past})).toBe(false);
    expect(told).toThrow(SourceChanged);
    expect(told).toThrow(
      /close\.gadget is [\d.e+-]+ on 202\d-\d\d-\d\d .*, and (?:the price is|its) /,
    );
  });
});

test("whatever the scale, a coin agrees with itself and not with one a thousand times dearer", () => {
  const price = fc.double({min: 1e-30, max: 1e30, noNaN: true});
  const change = fc.double({min: -0.9, max: 9, noNaN: true});
  fc.assert(
    fc.property(price, change, (p, c) => {
      expect(agrees(closes(p), state(p, c))).toBe(true);
      expect(agrees(closes(p / (1 + c)), state(p, c))).toBe(true);
      expect(agrees(closes(p * 1000), state(p, c))).toBe(false);
    }),
  );
});

const dayMs = 86_400_000;
const endMs = (day: string) => Date.parse(day) + dayMs;

/** The price between two closes of neighbouring days. */
function priceAt({dates, values}: DailySeries, ms: number): number | undefined {
  const i = dates.indexOf(new Date(ms - dayMs).toISOString().slice(0, 10));
  const [before, after] = [values[i], values[i + 1]];
  if (before === undefined || after === undefined) return undefined;
  if (endMs(dates[i + 1]!) - endMs(dates[i]!) > dayMs) return undefined;
  return before * (after / before) ** ((ms - endMs(dates[i]!)) / dayMs);
}

/** What an answer would have said at an instant after the day, and the closes up to it. */
function answered(close: DailySeries, i: number, part: number) {
  const ms = endMs(close.dates[i]!) + Math.floor(part * dayMs);
  const [price, before] = [priceAt(close, ms), priceAt(close, ms - dayMs)];
  if (price === undefined || before === undefined) return undefined;
  const then = [7, 30, 365].flatMap((days): PastPrice[] => {
    const at = ms - days * dayMs;
    const value = priceAt(close, at);
    return value === undefined ? [] : [{is: "price", value, at: new Date(at).toISOString()}];
  });
  const dates = close.dates.slice(0, i + 1);
  const values = close.values.slice(0, i + 1);
  const extreme = (is: PastPrice["is"], value: number, times: number): PastPrice => ({
    is,
    value: value * times,
    at: `${dates[values.indexOf(value)]}T12:00:00Z`,
  });
  const now = new Date(ms).toISOString();
  const state: MarketState = {
    price: {value: price, asOf: now, ...place},
    change24h: {value: price / before - 1, asOf: now, ...place},
  };
  const record: PriceRecord = {
    range24h: {
      low: Math.min(price, before, values[i]!),
      high: Math.max(price, before, values[i]!),
    },
    past: [
      ...then,
      extreme("all-time high", Math.max(...values), 2),
      extreme("all-time low", Math.min(...values), 0.5),
    ],
  };
  return {series: {...close, dates, values}, state, record, months: then.length > 1};
}

const recordedCloses = async () => {
  const {benchmark, coins} = await readFilesUniverse(recordedData, {asOf: "2026-03-19T12:00:00Z"});
  return [benchmark, ...coins].map(({close}) => close).filter(({dates}) => dates.length > 60);
};

recordedTest(
  "no recorded history is refused, and one that is off by any factor, from or until any day, is",
  async () => {
    const histories = await recordedCloses();
    const counted = {third: {tried: 0, refused: 0}, times: {tried: 0, refused: 0}};
    const part = fc.double({min: 0, max: 0.99, noNaN: true});
    const factor = fc.oneof(
      fc.double({min: 1.35, max: 3, noNaN: true}),
      fc.double({min: 3, max: 1e6, noNaN: true}),
      fc.double({min: 0.06, max: 1 / 1.35, noNaN: true}),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...histories),
        fc.tuple(part, part, part),
        factor,
        fc.boolean(),
        (close, [day, hour, edge], times, until) => {
          const found = answered(close, 40 + Math.floor(day * (close.dates.length - 42)), hour);
          if (!found) return;
          const {series, state, record, months} = found;
          expect(() => requireAgreement(series, state, record)).not.toThrow();
          const {length} = series.values;
          const wrong = until
            ? scaled(series, times, length - 1 - Math.floor(edge * 6))
            : scaled(scaled(series, times, length), 1 / times, Math.floor(edge * length));
          if (until && !months) return;
          const kind = times > 3 || times < 1 / 3 ? counted.times : counted.third;
          kind.tried++;
          if (!agrees(wrong, state, record)) kind.refused++;
        },
      ),
      {numRuns: 1000},
    );
    // A coin that itself moves as far in a day is given the room for it.
    expect(counted.times.refused).toBeGreaterThan(0.99 * counted.times.tried);
    expect(counted.third.refused).toBeGreaterThan(0.9 * counted.third.tried);
  },
  60_000,
);

recordedTest("recorded answers agree with the histories of their coins", async () => {
  const histories = new Map((await recordedCloses()).map(close => [close.id, close]));
  const answers = [
    ["2021/coins_bitcoin.json", "/coins/{id}", "2021-05-15T15:59:00Z", 1.35],
    ["2023-10/coins_bitcoin.json", "/coins/{id}", "2023-10-07T21:55:00Z", 1.35],
    [
      "2026-03-20T0153Z/coins_markets_usd_page1_250.json",
      "/coins/markets",
      "2026-03-20T02:00:00Z",
      1.5, // its last close of Bitcoin is 26 hours old
    ],
  ] as const;
  const compared = answers.flatMap(([file, endpoint, fetchedAt, factor]) => {
    const body = readFileSync(`${recordedData}/api/coingecko/${file}`);
    const query: Record<string, string> = endpoint === "/coins/markets" ? {vs_currency: "usd"} : {};
    const answer = {source: "coingecko", endpoint, query, url: file, path: file, fetchedAt, body};
    const bitcoin = {id: "bitcoin", symbol: "BTC", name: "Bitcoin"};
    const {states = [], peers = []} = readCoinGecko(
      {...answer, mediaType: "application/json", sha256: ""},
      {asset: bitcoin, benchmark: bitcoin, asOf: fetchedAt},
    );
    return [...peers, ...states].flatMap(({asset, state, record}) => {
      const close = histories.get(`close.${asset.id}`);
      if (!close) return [];
      const seen = close.dates.filter(day => endMs(day) <= Date.parse(fetchedAt)).length;
      const series = {
        ...close,
        dates: close.dates.slice(0, seen),
        values: close.values.slice(0, seen),
      };
      expect(() => requireAgreement(series, state, record)).not.toThrow();
      for (const times of [factor, 1 / factor])
        if (asset.id === "bitcoin")
          expect(agrees(scaled(series, times, seen), state, record)).toBe(false);
      return [asset.id];
    });
  });
  expect(compared.length).toBeGreaterThan(80);
});
