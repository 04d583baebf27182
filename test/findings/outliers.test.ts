import {assert, double, property} from "fast-check";
import {describe, expect, test} from "vitest";
import type {Market} from "../../src/model/market.ts";
import {abstentionOf, asOf, changes, fiat, findingOf, medianOf} from "./markets.ts";

const tableOf = (market: Partial<Market>) => findingOf("decomposition", market)!;

describe("outliers", () => {
  const steady = Object.fromEntries(fiat.map((quote, i) => [quote, 0.03 + i / 1000]));

  test("are the quotes beyond 3.5 of 0.6745 (x - median) / MAD, and no others", () => {
    assert(
      property(double({min: -0.5, max: 0.5, noNaN: true}), odd => {
        const all: Readonly<Record<string, number>> = {...steady, eur: odd};
        if (Math.abs(1.05 / (1 + odd) - 1) < 1e-6) return;
        const middle = medianOf(Object.values(all));
        const spread = medianOf(Object.values(all).map(value => Math.abs(value - middle)));
        const beyond = Object.entries(all).filter(
          ([, value]) => Math.abs((0.6745 * (value - middle)) / spread) > 3.5,
        );
        const found = findingOf("outliers", changes(all))!;
        expect(found.excluded.map(({quote}) => quote)).toEqual(beyond.map(([quote]) => quote));
        expect(found.count.value).toBe(beyond.length);
        expect(found.threshold.value).toBe(3.5);
      }),
    );
  });

  test("are told with the median that counts them too, and whether it turns", () => {
    const turned = {
      ...Object.fromEntries(fiat.map((quote, i) => [quote, (i - 4) / 1000 + 1e-4])),
      eur: -0.3,
    };
    const [summary] = tableOf(changes(turned)).classes;
    const without = Object.entries(turned).filter(([quote]) => quote !== "eur");
    expect(summary!.median!.value).toBeCloseTo(medianOf(without.map(([, value]) => value)), 12);
    expect(summary!.medianWithExcluded!.value).toBeCloseTo(medianOf(Object.values(turned)), 12);
    const signs =
      Math.sign(summary!.median!.value) !== Math.sign(summary!.medianWithExcluded!.value);
    expect(findingOf("outliers", changes(turned))!.signChanged).toEqual(signs ? ["fiat"] : []);
  });

  test("are not sought among fewer than eight quotes, which is said", () => {
    const {eur, gbp, jpy} = steady;
    const few = changes({eur: eur!, gbp: gbp!, jpy: jpy!});
    expect(findingOf("outliers", few)).toBeUndefined();
    expect(abstentionOf("outliers", {...few, asOf})?.reason).toEqual({
      ...{kind: "too-few-legs", class: "fiat"},
      ...{legs: 3, needed: 8},
    });
  });
});
