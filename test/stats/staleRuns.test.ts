import {expect, test} from "vitest";
import {staleRuns} from "../../src/stats/staleRuns.ts";
import {recordedTest} from "../recorded.ts";
import {readCloses} from "./marketData.ts";

const moving = [1, 1.05, 0.98, 1.1, 1.02];

test("finds the days a feed stood still", () => {
  const found = staleRuns([...moving, 1.3, 1.3, 1.3, 1.3, 1.3, ...moving]);
  expect(found).toEqual([{from: 5, to: 9, prints: 5, value: 1.3, open: false}]);
});

test("says when a feed has not moved to the end", () => {
  const [run] = staleRuns([...moving, ...new Array(40).fill(2)]);
  expect(run).toMatchObject({from: 5, to: 44, prints: 40, open: true});
  expect(staleRuns(new Array(9).fill(3))).toHaveLength(1);
});

test("leaves short rests and pegs alone", () => {
  expect(staleRuns([...moving, 1.3, 1.3, 1.3, 1.3, ...moving])).toEqual([]);
  expect(staleRuns([1, 0.9999, ...new Array(30).fill(1), 1.0001, 1, 0.9998])).toEqual([]);
  expect(staleRuns(new Array(30).fill(1))).toEqual([]);
});

test("serves none and one", () => {
  expect(staleRuns([])).toEqual([]);
  expect(staleRuns([5])).toEqual([]);
});

test("refuses what is no price", () => {
  expect(() => staleRuns([1, 0])).toThrow(RangeError);
  expect(() => staleRuns([1, Number.NaN])).toThrow(RangeError);
  expect(() => staleRuns([1, -1])).toThrow(RangeError);
  expect(() => staleRuns([1], 2)).toThrow(RangeError);
  expect(() => staleRuns([1], 4.5)).toThrow(RangeError);
});

recordedTest("finds in real prices the digits that SHIB lost, and nothing in stablecoins", () => {
  const found = [...readCloses()].flatMap(([symbol, {dates, values}]) =>
    staleRuns(values).map(({from, to}) => `${symbol} ${dates[from]} ${dates[to]}`),
  );
  expect(found).toEqual(["SHIB 2021-02-03 2021-03-01", "SHIB 2021-03-05 2021-03-13"]);
});
