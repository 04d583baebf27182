import {expect, test} from "vitest";
import {priceFaults} from "../../src/stats/priceFaults.ts";
import {haveMarketData, readCloses} from "./marketData.ts";

const dayMs = 86_400_000;

/** A series from 2026-01-01; `undefined` is a missing day. */
function series(...prices: (number | undefined)[]) {
  const days = prices.flatMap((price, i) => (price === undefined ? [] : [{price, i}]));
  return {
    dates: days.map(({i}) =>
      new Date(Date.parse("2026-01-01") + i * dayMs).toISOString().slice(0, 10),
    ),
    values: days.map(({price}) => price),
  };
}

const kinds = (...prices: (number | undefined)[]) =>
  priceFaults(series(...prices)).map(({index, kind}) => [index, kind]);

test("finds prints that are no price, and says when and what", () => {
  expect(kinds(1, 0, -1, Number.NaN, Infinity, 1)).toEqual(
    [1, 2, 3, 4].map(index => [index, "not-a-price"]),
  );
  expect(priceFaults(series(1, 0, 1))).toEqual([
    {index: 1, date: "2026-01-02", value: 0, kind: "not-a-price", reason: "no positive number: 0"},
  ]);
});

test("finds spikes up and down that come back within five days", () => {
  expect(kinds(1, 219, 1.1)).toEqual([[1, "spike"]]);
  expect(kinds(1, 1 / 31, 1.1)).toEqual([[1, "spike"]]);
  expect(kinds(1, 25, 24, 26, 0.8, 1)).toEqual([1, 2, 3].map(index => [index, "spike"]));
  expect(priceFaults(series(1, 219, 1.1))[0]!.reason).toBe("219-fold up and back on 2026-01-03");
});

test("finds a lesser spike that the next day takes back whole, and no other", () => {
  expect(kinds(1, 6, 1.1, 1)).toEqual([[1, "spike"]]);
  expect(kinds(1, 0.15, 0.95, 6, 0.9)).toEqual([
    [1, "spike"],
    [3, "spike"],
  ]);
  expect(kinds(0.031, 0.196, 0.106)).toEqual([]); // BLESS, 2025-10: a pump, half of it kept
  expect(kinds(1, 4.5, 1)).toEqual([]);
  expect(kinds(1, 6, 1.3)).toEqual([]);
  expect(kinds(1, undefined, 6, 1)).toEqual([]);
  expect(kinds(1, 6)).toEqual([]);
});

test("finds two coins under one name, though their prices are not so far apart", () => {
  const hole = (days: number) => new Array(days).fill(undefined);
  expect(kinds(10, 11, ...hole(15), 1.7, 1.6)).toEqual([[2, "level-jump"]]);
  expect(kinds(1, ...hole(15), 6, 7)).toEqual([[1, "level-jump"]]);
  expect(kinds(10, ...hole(14), 1.7, 1.6)).toEqual([]);
  expect(kinds(2.4, ...hole(117), 1.3, 1.2)).toEqual([]); // EOS, 2022
});

test("withholds judgement on a jump at the last print", () => {
  expect(kinds(1, 1.1, 219)).toEqual([[2, "unconfirmed"]]);
  expect(kinds(1, 1.1, 219, 1.2)).toEqual([[2, "spike"]]);
  expect(kinds(1, 1.1, 219, 220)).toEqual([[2, "level-jump"]]);
  expect(kinds(1, 1.1, 0.001)).toEqual([]); // a fall can be true
});

test("finds a bad first print", () => {
  expect(kinds(0.1263, 87.78, 85.22)).toEqual([[0, "first-print"]]);
  expect(kinds(0, 0.1263, 87.78, 85.22)).toEqual([
    [0, "not-a-price"],
    [1, "first-print"],
  ]);
});

test("finds a change of unit across a trading pause, on the first print in the new unit", () => {
  expect(kinds(1.48, 1.441, undefined, undefined, 0.146, 0.1373)).toEqual([[2, "unit-change"]]);
  expect(kinds(26.586, undefined, undefined, 0.03305, 0.029)).toEqual([[1, "unit-change"]]);
  expect(kinds(50, 49, undefined, 0.052, 0.05)).toEqual([[2, "unit-change"]]);
  expect(kinds(1, undefined, 95, 101)).toEqual([[1, "unit-change"]]);
});

test("finds a level that is not the same coin's, or that rounding made", () => {
  const pause = new Array(17).fill(undefined);
  expect(kinds(17.46, 1.0769, 0.00032, 0.00005, ...pause, 9, 8.5)).toEqual([[4, "level-jump"]]);
  expect(kinds(1, 1, 60, 61, 59, 60, 62, 61, 60)).toEqual([[2, "level-jump"]]);
});

test("leaves a collapse alone, while it happens and after", () => {
  const luna = [68.13, 64.26, 30.29, 17.46, 1.0769, 0.00032, 0.00005];
  for (let end = 1; end <= luna.length; end++) expect(kinds(...luna.slice(0, end))).toEqual([]);
  expect(kinds(6.3, 6.2, 0.99, 0.78)).toEqual([]);
});

test("leaves large rises, slow rises and falls across a gap alone", () => {
  expect(kinds(0.0074, 0.0365, 0.0459, 0.0283)).toEqual([]);
  expect(kinds(1, 5, 5.5, 15)).toEqual([]);
  expect(kinds(1, 4, 16, 64, 256)).toEqual([]);
  expect(kinds(10, undefined, undefined, 5, 4.8)).toEqual([]);
  expect(kinds(10, undefined, 1.6, 1.5)).toEqual([]);
});

test("sees two faults in one series", () => {
  expect(kinds(0.1, 90, 91, 0, 89, 9000, 92, undefined, undefined, 0.095)).toEqual([
    [0, "first-print"],
    [3, "not-a-price"],
    [5, "spike"],
    [7, "unit-change"],
  ]);
});

test("finds nothing in a short or empty series", () => {
  expect(kinds()).toEqual([]);
  expect(kinds(1)).toEqual([]);
});

test("refuses days out of order and unequal lengths", () => {
  expect(() => priceFaults({dates: ["2026-01-02", "2026-01-01"], values: [1, 1]})).toThrow(
    RangeError,
  );
  expect(() => priceFaults({dates: ["2026-01-02"], values: []})).toThrow(RangeError);
});

test.skipIf(!haveMarketData)(
  "finds the known faults of real series and no others (needs the recorded data)",
  () => {
    const found = [...readCloses()].flatMap(([symbol, closes]) =>
      priceFaults(closes).map(({date, kind}) => `${symbol} ${date} ${kind}`),
    );
    expect(found.sort()).toEqual([
      "AAVE 2020-10-02 first-print",
      "SHIB 2021-01-30 level-jump",
      "STRAX 2024-03-28 unit-change",
      "SUN 2021-06-18 unit-change",
      "TAO 2023-03-05 first-print",
    ]);
  },
);
