import {assert, constantFrom, double, property} from "fast-check";
import {expect, test} from "vitest";
import {customsOf} from "../../src/languages/customs.ts";
import type {Figure, Unit} from "../../src/model/figure.ts";
import {apart, pen} from "../../src/narrative/pen.ts";

const figure = <U extends Unit>(unit: U, value: number): Figure<U> => ({
  ...{id: "made.up", unit, value, of: "asset", asOf: "2026-03-20T00:00:00Z"},
  origin: {parameter: "made up"},
});
const pens = constantFrom(pen(customsOf("en"), []), pen(customsOf("tr"), []));
const small = double({min: 1e-6, max: 1, noNaN: true});

test("what is not nothing is not printed as nothing", () => {
  assert(
    property(pens, small, ({size, change, beta, answer, volatility, drawdown, share}, value) => {
      const prints = [
        size(figure("return", -value)),
        change(figure("return", value)),
        beta(figure("beta", value)),
        answer(figure("beta", 100 * value)),
        volatility(figure("volatility", value)),
        drawdown(figure("drawdown", value)),
        share(figure("share", value)),
      ];
      for (const {print} of prints) expect(print).toMatch(/[1-9]/);
    }),
  );
});

test("the ends of a range are told apart where they differ, at any price", () => {
  const price = double({min: 1e-12, max: 1e12, noNaN: true});
  const gap = double({min: 1e-4, max: 0.5, noNaN: true});
  assert(
    property(pens, price, gap, ({price: exact, roughPrice}, low, by) => {
      const ends = [figure("USD", low), figure("USD", low * (1 + by))] as const;
      for (const print of [exact, roughPrice]) {
        const [from, to] = apart(ends, print);
        expect(from.print).not.toBe(to.print);
      }
    }),
  );
});

test("what is told apart by the usual digits has no more of them, and equal figures look equal", () => {
  const {price, beta} = pen(customsOf("en"), []);
  const printed = (values: readonly [number, number]) =>
    apart([figure("USD", values[0]), figure("USD", values[1])], price).map(({print}) => print);
  expect(printed([277.43, 300])).toEqual(["$277.43", "$300.00"]);
  expect(printed([1.0062, 1.0138])).toEqual(["$1.006", "$1.014"]);
  expect(printed([1.00012, 1.00044])).toEqual(["$1.0001", "$1.0004"]);
  expect(printed([5, 5])).toEqual(["$5.000", "$5.000"]);
  const betas = apart([figure("beta", 0.0031), figure("beta", 0.0034)], (one, more) =>
    beta(one, 2 + more),
  );
  expect(betas.map(({print}) => print)).toEqual(["0.0031", "0.0034"]);
});
