import fc from "fast-check";
import {expect, test} from "vitest";
import {fits} from "../../src/check/judge.ts";
import type {Quantity} from "../../src/check/numbers/mention.ts";
import {mentionsIn} from "../../src/check/numbers/read.ts";
import {valueIndex} from "../../src/check/valueIndex.ts";
import {checkLanguage} from "../../src/languages/check.ts";
import {evidenceWith} from "./evidence.ts";

const units = [
  "USD",
  "tokens",
  "return",
  "difference",
  "p-value",
  "ratio",
  "days",
  "count",
  "beta",
] as const;
const value = fc.oneof(
  fc.double({min: -2, max: 2, noNaN: true}),
  fc.integer({min: -1000, max: 1000}),
);

test("finds the figures that a look at every one finds, in their order", () => {
  const figures = fc.array(fc.tuple(value, fc.constantFrom(...units)), {minLength: 1});
  const hedges = fc.constantFrom("", "about ", "nearly ", "over ", "under ", "more than half ");
  const marks = fc.constantFrom("", "%", " days", "x", " points", " coins");
  fc.assert(
    fc.property(figures, hedges, value, fc.nat(3), marks, (given, hedge, near, digits, mark) => {
      const {figures} = evidenceWith(
        given.map(
          ([one, unit], i) => [`f${i}`, unit === "p-value" ? Math.abs(one) : one, unit] as const,
        ),
      );
      const shown = [
        near,
        ...figures.map(one => one.value),
        ...figures.map(one => one.value * 100),
      ];
      const index = valueIndex(figures);
      for (const one of shown) {
        const text = `${hedge}${Math.abs(one).toFixed(digits)}${mark}`;
        const quantities = mentionsIn(text, checkLanguage.en).filter(
          (it): it is Quantity => it.kind === "quantity",
        );
        for (const mention of quantities)
          expect(index(mention)).toEqual(figures.filter(figure => fits(mention, figure)));
      }
    }),
    {numRuns: 300},
  );
});
