import {expect, test} from "vitest";
import {midRanks} from "../../src/stats/midRanks.ts";
import {chance} from "./random.ts";

test("counts from 1, and ties share the mean of their ranks", () => {
  expect([...midRanks([30, 10, 20, 20])]).toEqual([4, 1, 2.5, 2.5]);
  expect([...midRanks([7, 7, 7])]).toEqual([2, 2, 2]);
  expect([...midRanks([0, -0])]).toEqual([1.5, 1.5]);
  expect([...midRanks([5])]).toEqual([1]);
});

test("agrees with counting smaller and equal values, ties and all", () => {
  const {uniform} = chance(1);
  const values = Array.from({length: 200}, () => Math.floor(uniform() * 40));
  const counted = values.map(
    a => values.filter(b => b < a).length + (values.filter(b => b === a).length + 1) / 2,
  );
  expect([...midRanks(values)]).toEqual(counted);
});

test("refuses nothing", () => {
  expect(() => midRanks([])).toThrow(RangeError);
});
