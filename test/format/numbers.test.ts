import {expect, test} from "vitest";
import {dateFormat} from "../../src/format/dates.ts";
import {numberFormat} from "../../src/format/numbers.ts";
import {customsOf} from "../../src/languages/customs.ts";

const turkish = numberFormat(customsOf("tr"));

test.each([
  [turkish.percent(0.1304, 2), "%13,04"],
  [turkish.percent(-0.0364, 2, true), "−%3,64"],
  [turkish.percent(0.035, 1, true), "+%3,5"],
  [turkish.percent(-0.00001, 1, true), "%0,0"],
  [turkish.fixed(0.13, 2), "0,13"],
  [turkish.fixed(-0.16, 2, true), "−0,16"],
  [turkish.count(10000), "10.000"],
])("Turkish writes %s", (written, said) => expect(written).toBe(said));

test.each([
  [277.427, "277,43 dolar"],
  [70536.39, "70.536,39 dolar"],
  [0.00000712345, "0,000007123 dolar"],
])("a price of %s is %s", (value, said) => expect(turkish.price(value)).toBe(said));

test.each([
  [45600, "45.600 dolar"],
  [459e6, "459 milyon dolar"],
  [2663340102, "2,66 milyar dolar"],
  [1.41e12, "1,41 trilyon dolar"],
])("a sum of %s is %s", (value, said) => expect(turkish.money(value)).toBe(said));

test("amounts have no decimals that say nothing", () => {
  expect(turkish.amount(21e6)).toBe("21 milyon");
  expect(turkish.amount(9.6e6)).toBe("9,60 milyon");
});

test("hours and minutes have a point between them", () => {
  expect(dateFormat(customsOf("tr")).instant("2026-03-20T01:53:00Z")).toBe(
    "20 Mart 2026, 01.53 UTC",
  );
  expect(dateFormat(customsOf("tr")).short("2026-03-20")).toBe("20 Mart");
});

const english = numberFormat(customsOf("en"));

test.each([
  [english.percent(-0.0364, 2), "−3.64%"],
  [english.percent(-0.00001, 1, true), "0.0%"],
  [english.percent(-0.9999963, 1), "−99.9996%"],
  [english.money(2663340102), "$2.66bn"],
  [english.price(0.00000712345), "$0.000007123"],
  [english.price(277.427), "$277.43"],
  [english.price(277427123), "$277.4m"],
  [english.price(2.8e-12), "$2.800 × 10⁻¹²"],
  [english.amount(4.2e17), "420 quadrillion"],
  [dateFormat(customsOf("en")).instant("2026-03-20T01:53:00Z"), "20 March 2026, 01:53 UTC"],
])("English writes %s", (written, said) => expect(written).toBe(said));

test("Turkish writes the very large and the very small", () => {
  expect(turkish.price(2.8e-12)).toBe("2,800 × 10⁻¹² dolar");
  expect(turkish.amount(4.2e17)).toBe("420 katrilyon");
});
