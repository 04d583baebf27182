import {expect, test} from "vitest";
import {quoteName} from "../../src/languages/en/words.ts";

test("a currency keeps the capitals of its country and loses those of its unit", () => {
  expect(["hkd", "zar", "ils", "nzd", "bam", "cnh"].map(quoteName)).toEqual([
    "the Hong Kong dollar",
    "the South African rand",
    "the Israeli new shekel",
    "the New Zealand dollar",
    "the Bosnia-Herzegovina convertible mark",
    "the Chinese yuan (offshore)",
  ]);
  const names = new Intl.DisplayNames("en", {type: "currency"});
  for (const code of Intl.supportedValuesOf("currency").filter(one => one !== "RUB")) {
    const official = names.of(code)!;
    const ours = quoteName(code.toLowerCase());
    if (!ours.startsWith("the ")) continue;
    const [first, country] = [official.split(" ").slice(0, -3), ours.slice(4).split(" ")];
    expect(country.slice(0, first.length), official).toEqual(first);
  }
});
