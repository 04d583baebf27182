import {assert, constantFrom, property} from "fast-check";
import {expect, test} from "vitest";
import {computed, fixed, read, subjectOf} from "../../src/findings/figure.ts";
import {state} from "../../src/model/figureNames.ts";
import {asOf, datum, market} from "./markets.ts";

test("a figure keeps its name, and says where it comes from", () => {
  expect(read(state.price, datum(20))).toEqual({
    ...state.price,
    ...{value: 20, asOf},
    origin: {file: "answers/001.json", pointer: "/value"},
  });
  expect(computed(state.rank, 3, {asOf, formula: "a place", inputs: ["universe"]})).toEqual({
    ...state.rank,
    ...{value: 3, asOf},
    origin: {formula: "a place", inputs: ["universe"]},
  });
  expect(fixed(state.turnover, 0.1, {asOf, why: "so"}).origin).toEqual({parameter: "so"});
});

test("what is no number is no figure", () => {
  assert(
    property(constantFrom(Number.NaN, Infinity, -Infinity), value => {
      expect(() => read(state.price, datum(value))).toThrow(/price\.usd is not a number/);
    }),
  );
});

test("a coin is the note's own, the benchmark or another", () => {
  const coin = (id: string) => ({id, symbol: id, name: id});
  expect(subjectOf(coin("own"), market())).toBe("asset");
  expect(subjectOf(coin("btc"), market())).toBe("benchmark");
  expect(subjectOf(coin("eth"), market())).toEqual({peer: "eth"});
});
