import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {check} from "../../../src/check/check.ts";
import {mentionsIn} from "../../../src/check/numbers/read.ts";
import {rounds} from "../../../src/check/readings.ts";
import {numberFormat} from "../../../src/format/numbers.ts";
import {checkLanguage} from "../../../src/languages/check.ts";
import {customsOf} from "../../../src/languages/customs.ts";
import type {Figure} from "../../../src/model/figure.ts";
import {pen} from "../../../src/narrative/pen.ts";
import {asOf, evidenceWith} from "../evidence.ts";

const sizes = fc
  .tuple(fc.double({min: 1, max: 9.9999, noNaN: true}), fc.integer({min: -18, max: 21}))
  .map(([mantissa, power]) => Number(`${mantissa}e${power}`));
const signed = fc.tuple(sizes, fc.boolean()).map(([size, down]) => (down ? -size : size));

/** How each unit is written, and the values it may have. */
const units = {
  price: ["USD", sizes],
  roughPrice: ["USD", sizes],
  money: ["USD", sizes],
  tokens: ["tokens", sizes],
  change: ["return", signed],
  gap: ["difference", signed],
  part: ["difference", signed],
  correlation: ["correlation", signed],
  beta: ["beta", signed],
  answer: ["beta", signed],
  ratio: ["ratio", sizes],
  index: ["ratio", sizes],
  share: ["share", sizes],
  volatility: ["volatility", sizes],
  drawdown: ["drawdown", sizes],
  z: ["z-score", signed],
  count: ["count", sizes.map(Math.round)],
} as const;

describe.each(["en", "tr"] as const)(
  "numbers of every size, written and read back (%s)",
  locale => {
    const write = pen(customsOf(locale), []);
    test.each(Object.keys(units) as (keyof typeof units)[])("%s", name => {
      const [unit, values] = units[name];
      const method = write[name] as (figure: Figure) => {readonly print: string};
      fc.assert(
        fc.property(values, value => {
          const {print} = method({id: "x", value, unit, asOf} as unknown as Figure);
          const text = `X 7, ${print}.`;
          const [, one, ...more] = mentionsIn(text, checkLanguage[locale]);
          expect({print, more}).toEqual({print, more: []});
          if (one?.kind !== "quantity") throw new Error(`no number is read in ${text}`);
          expect({print, read: text.slice(one.from, one.to)}).toEqual({print, read: print});
          const real = name === "answer" ? value / 100 : value;
          expect([print, rounds(one.size, one.step, real)]).toEqual([print, true]);
          if (one.size !== 0 && one.sign) expect(one.sign).toBe(Math.sign(value));
        }),
        {numRuns: 300},
      );
    });

    test("a price of any size is held against its figure, and a digit off is found", () => {
      fc.assert(
        fc.property(sizes, value => {
          const {print} = write.price({id: "price.usd", value, unit: "USD", asOf} as Figure<"USD">);
          const statement = [
            "It costs ",
            {figure: "price.usd", print},
            " and no more than that today.",
          ];
          const evidence = evidenceWith([["price.usd", value, "USD"]], [statement]);
          const text = `---\nlang: ${locale}\n---\n\nIt costs ${print} and no more than that today.`;
          expect([print, check(text, evidence)]).toEqual([print, []]);
          const wrong = text.replace(/[1-9]/, digit => String((Number(digit) % 9) + 1));
          expect([wrong, check(wrong, evidence).length]).toEqual([wrong, 1]);
        }),
        {numRuns: 200},
      );
    });
  },
);

test.each([
  ["en", "price", 277_427_123, "$277.4m"],
  ["en", "price", 2.8e-12, "$2.800 × 10⁻¹²"],
  ["en", "price", 1e-15, "$1.000 × 10⁻¹⁵"],
  ["en", "amount", 999_999_999_999_999, "1.00 quadrillion"],
  ["en", "amount", 1e18, "1.00 quintillion"],
  ["en", "amount", 4.2e21, "4.20 sextillion"],
  ["en", "money", 0.25, "$0.250"],
  ["tr", "price", 277_427_123, "277,4 milyon dolar"],
  ["tr", "price", 2.8e-12, "2,800 × 10⁻¹² dolar"],
  ["tr", "amount", 1e15, "1 katrilyon"],
  ["tr", "amount", 1.25e18, "1,25 kentilyon"],
] as const)("in %s a %s of %d is %s", (locale, kind, value, print) =>
  expect(numberFormat(customsOf(locale))[kind](value)).toBe(print),
);
