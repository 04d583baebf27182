import {describe, expect, test} from "vitest";
import type {Quantity} from "../../../src/check/numbers/mention.ts";
import {mentionsIn} from "../../../src/check/numbers/read.ts";
import {dateFormat} from "../../../src/format/dates.ts";
import {numberFormat} from "../../../src/format/numbers.ts";
import {checkLanguage} from "../../../src/languages/check.ts";
import {customsOf} from "../../../src/languages/customs.ts";
import type {Locale} from "../../../src/model/locale.ts";

/** A mention as words: its text, what it says, in which measure, and what else is known of it. */
function shown(text: string, locale: Locale): string[] {
  return mentionsIn(text, checkLanguage[locale]).map(one => {
    const words = text.slice(one.from, one.to);
    if (one.kind === "moment") {
      const {year = "", month = "", day = "", quarter, time} = one;
      return `${words}: ${year}-${month}-${day}${quarter ? ` Q${quarter}` : ""}${time ? ` ${time}` : ""}`;
    }
    return `${words}: ${said(one)}${one.upper ? ` to ${said(one.upper)}` : ""}`;
  });
}

function said({sign, size, step, measure, ordinal, worded, hedge}: Quantity): string {
  const mark = sign === undefined ? "" : sign > 0 ? "+" : "−";
  const value = `${mark}${Number(size.toPrecision(9))} ±${Number((step / 2).toPrecision(3))}`;
  const more = [measure, ordinal && "ordinal", worded && "words", hedge];
  return `${value} ${more.filter(Boolean).join(" ")}`;
}

test.each([
  ["TAO fell 3.64% today", ["3.64%: 0.0364 ±0.00005 percent"]],
  ["a −5.2% move, or -$5", ["−5.2%: −0.052 ±0.0005 percent", "-$5: −5 ±0.5 USD"]],
  ["up +3.48 per cent", ["+3.48 per cent: +0.0348 ±0.00005 percent"]],
  ["a 53 basis point gap", ["53 basis point: 0.0053 ±0.00005 basis-points"]],
  ["by 0.53 percentage points", ["0.53 percentage points: 0.0053 ±0.00005 points"]],
  ["a cap of $2.66bn", ["$2.66bn: 2660000000 ±5000000 USD"]],
  ["$338.28 million in volume", ["$338.28 million: 338280000 ±5000 USD"]],
  ["worth 1,234.50 dollars", ["1,234.50 dollars: 1234.5 ±0.005 USD"]],
  ["€12k", ["€12k: 12000 ±500 other-currency"]],
  ["0.00383 BTC", ["0.00383 BTC: 0.00383 ±0.000005 BTC"]],
  ["$0.000007123", ["$0.000007123: 0.000007123 ±5e-10 USD"]],
  ["typically 5-8%", ["5-8%: 0.05 ±0.005 percent to 0.08 ±0.005 percent"]],
  ["40–60 % of it", ["40–60 %: 0.4 ±0.005 percent to 0.6 ±0.005 percent"]],
  ["between 5 and 8 %", ["5 and 8 %: 0.05 ±0.005 percent to 0.08 ±0.005 percent"]],
  ["3 to 5x", ["3 to 5x: 3 ±0.5 times to 5 ±0.5 times"]],
  ["$5–8 is", ["$5–8: 5 ±0.5 USD to 8 ±0.5 USD"]],
  ["$5–8bn is", ["$5–8bn: 5000000000 ±500000000 USD to 8000000000 ±500000000 USD"]],
  ["$1.5–2.5 million is", ["$1.5–2.5 million: 1500000 ±50000 USD to 2500000 ±50000 USD"]],
  ["5 % and 8 %", ["5 %: 0.05 ±0.005 percent", "8 %: 0.08 ±0.005 percent"]],
  ["8-5 %", ["8: 0.08 ±0.005 percent", "5 %: 0.05 ±0.005 percent"]],
  ["one twentieth of it", ["one twentieth: 0.05 ±0.01 percent words"]],
  ["$233 to $330", ["$233: 233 ±0.5 USD", "$330: 330 ±0.5 USD"]],
  [
    "3-5x, 12-24 months",
    ["3-5x: 3 ±0.5 times to 5 ±0.5 times", "12-24 months: 12 ±0.5 months to 24 ±0.5 months"],
  ],
  [
    "over 30, 60 and 90 days",
    ["30: 30 ±0.5 plain over", "60: 60 ±0.5 plain", "90 days: 90 ±0.5 days"],
  ],
  [
    "the 36th largest, rank #36, rank 35",
    ["36th: 36 ±0.5 plain ordinal", "#36: 36 ±0.5 plain ordinal", "35: 35 ±0.5 plain ordinal"],
  ],
  ["the third largest", ["third: 3 ±0.5 plain ordinal words"]],
  ["nearly 40%, about $270", ["40%: 0.4 ±0.005 percent nearly", "$270: 270 ±0.5 USD about"]],
  [
    "more than half, at least a third",
    ["half: 0.5 ±0.02 percent words over", "a third: 0.333333333 ±0.02 percent words over"],
  ],
  ["50+ pairs", ["50: 50 ±0.5 plain over"]],
  ["p < 0.001", ["0.001: 0.001 ±0.0005 plain under"]],
  [
    "two-thirds; three quarters",
    ["two-thirds: 0.666666667 ±0.02 percent words", "three quarters: 0.75 ±0.02 percent words"],
  ],
  [
    "four times in five, nine in ten",
    ["four times in five: 0.8 ±0.02 percent words", "nine in ten: 0.9 ±0.02 percent words"],
  ],
  [
    "the worst tenth, the middle half",
    ["tenth: 0.1 ±0.02 percent words", "half: 0.5 ±0.02 percent words"],
  ],
  ["doubled, then rose fivefold", ["doubled: 2 ±0.1 times words", "fivefold: 5 ±0.1 times words"]],
  ["twelve of twenty-one", ["twelve: 12 ±0.5 plain words", "twenty-one: 21 ±0.5 plain words"]],
  ["20 March 2026, 01:53 UTC", ["20 March 2026, 01:53 UTC: 2026-3-20 01:53"]],
  ["March 20, 2026", ["March 20, 2026: 2026-3-20"]],
  ["2026-03-20T02:00:00Z", ["2026-03-20T02:00:00Z: 2026-3-20 02:00"]],
  ["Q1 2026, in 2025, March 2026", ["Q1 2026: 2026-- Q1", "2025: 2025--", "March 2026: 2026-3-"]],
  ["38 June 2026", ["38 June 2026: 2026-6-38"]],
  ["13.04%—substantially", ["13.04%: 0.1304 ±0.00005 percent"]],
  ["the −0.14 of the table", ["−0.14: −0.14 ±0.005 plain"]],
])("English: %s", (text, expected) => expect(shown(text, "en")).toEqual(expected));

test.each([
  ["%13,04 oranında", ["%13,04: 0.1304 ±0.00005 percent"]],
  ["−%3,64 ve +%3,48", ["−%3,64: −0.0364 ±0.00005 percent", "+%3,48: +0.0348 ±0.00005 percent"]],
  ["%3,64'lük düşüş", ["%3,64'lük: 0.0364 ±0.00005 percent"]],
  ["yüzde 5", ["yüzde 5: 0.05 ±0.005 percent"]],
  ["yüzde elli", ["yüzde elli: 0.5 ±0.005 percent words"]],
  ["2.594,17 dolar", ["2.594,17 dolar: 2594.17 ±0.005 USD"]],
  ["2,66 milyar dolar", ["2,66 milyar dolar: 2660000000 ±5000000 USD"]],
  ["21 milyona çıkabilir", ["21 milyona: 21000000 ±500000 plain"]],
  ["20 Mart 2026, 01.53 UTC", ["20 Mart 2026, 01.53 UTC: 2026-3-20 01:53"]],
  ["2 dolar – 5 dolar", ["2 dolar: 2 ±0.5 USD", "5 dolar: 5 ±0.5 USD"]],
  ["$459 Mn", ["$459 Mn: 459000000 ±500000 USD"]],
  ["%5 ile 8 arasında", ["%5 ile 8: 0.05 ±0.005 percent to 0.08 ±0.005 percent"]],
  ["%40-60", ["%40-60: 0.4 ±0.005 percent to 0.6 ±0.005 percent"]],
  ["36'ncı, 36. sırada", ["36'ncı: 36 ±0.5 plain ordinal", "36.: 36 ±0.5 plain ordinal"]],
  [
    "20 Mart'ta, 20.03.2026, 20 Mart 2026",
    ["20 Mart: -3-20", "20.03.2026: 2026-3-20", "20 Mart 2026: 2026-3-20"],
  ],
  [
    "üçte biri, dörtte üçü, beşte dördü",
    [
      "üçte biri: 0.333333333 ±0.02 percent words",
      "dörtte üçü: 0.75 ±0.02 percent words",
      "beşte dördü: 0.8 ±0.02 percent words",
    ],
  ],
  ["yarısı", ["yarısı: 0.5 ±0.02 percent words"]],
  ["iki katına çıktı", ["iki katına: 2 ±0.1 times words"]],
  ["on iki, yirmi beş gün", ["on iki: 12 ±0.5 plain words", "yirmi beş gün: 25 ±0.5 days words"]],
  [
    "%88'den fazla, yaklaşık %17",
    ["%88'den: 0.88 ±0.005 percent over", "%17: 0.17 ±0.005 percent about"],
  ],
  [
    "53 baz puan, 0,31 puan",
    ["53 baz puan: 0.0053 ±0.00005 basis-points", "0,31 puan: 0.0031 ±0.00005 points"],
  ],
])("Turkish: %s", (text, expected) => expect(shown(text, "tr")).toEqual(expected));

test.each([
  "0G and 1inch",
  "the S&P 500",
  "decoupling.60d.spearman",
  "assay 0.1.0",
  "answers/005-files-figures.csv#cell=6,3",
  "017ef6c171c0259af0944235ace18f1c",
  "tier-1 exchanges",
  "in May it may rise",
])("no number: %s", text => expect(shown(text, "en")).toEqual([]));

test.each(["hattın altında", "birden", "onun", "on"])("no number in Turkish: %s", text =>
  expect(shown(text, "tr").filter(one => text !== "on" || !one.startsWith("on"))).toEqual([]),
);

test("a Turkish number word may begin a sentence", () =>
  expect(shown("İki kur, Kırk gün", "tr")).toEqual([
    "İki: 2 ±0.5 plain words",
    "Kırk gün: 40 ±0.5 days words",
  ]));

describe.each(["en", "tr"] as const)("what the house prints is read back (%s)", locale => {
  const format = numberFormat(customsOf(locale));
  const shares = [0.1304, -0.0364, 0.9999, 1.234, -12.5];
  test.each([
    ...shares.flatMap(value => [
      [format.percent(value, 2), value] as const,
      [format.percent(value, 1, true), value] as const,
      [format.fixed(value, 2, true), value] as const,
    ]),
    ...[1411028798058, 2663340102, 459346764, 12345].map(
      value => [format.money(value), value] as const,
    ),
    ...[277.427, 0.00000712345, 70536.38].flatMap(value => [
      [format.price(value), value] as const,
      [format.roughPrice(value), value] as const,
    ]),
    ...[21000000, 1234567890].map(value => [format.amount(value), value] as const),
    ...[10000, 365].map(value => [format.count(value), value] as const),
  ])("%s", (print, value) => {
    const found = mentionsIn(`${print}.`, checkLanguage[locale]);
    expect(found).toMatchObject([{kind: "quantity"}]);
    const [one] = found;
    if (one?.kind !== "quantity") return;
    expect(Math.abs(one.size - Math.abs(value))).toBeLessThanOrEqual(one.step / 2 + 1e-9);
    expect(one.sign ?? 1).toBe(value < 0 ? -1 : 1);
  });
  test("instants", () => {
    const print = dateFormat(customsOf(locale)).instant("2026-03-20T01:53:00Z");
    expect(mentionsIn(print, checkLanguage[locale])).toMatchObject([
      {year: 2026, month: 3, day: 20, time: "01:53", from: 0, to: print.length},
    ]);
  });
});
