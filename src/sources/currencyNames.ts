/** Signs and words by which tables name a currency, beside the codes of ISO 4217. */
const names: Readonly<Record<string, string>> = {
  $: "USD",
  us$: "USD",
  "us dollar": "USD",
  "us dollars": "USD",
  usdt: "USD",
  usdc: "USD",
  dollar: "USD",
  dollars: "USD",
  dolar: "USD",
  "€": "EUR",
  euro: "EUR",
  euros: "EUR",
  "₺": "TRY",
  tl: "TRY",
  lira: "TRY",
  "£": "GBP",
  gbx: "GBP",
  pence: "GBP",
  "¥": "JPY",
  yen: "JPY",
  rmb: "CNY",
  "₹": "INR",
  "₽": "RUB",
  "₩": "KRW",
  "₪": "ILS",
  zł: "PLN",
  kč: "CZK",
  ft: "HUF",
};

// Metals, and what is no money of any country, begin with an X; "CFA" francs do as well.
const codes = new Set(
  Intl.supportedValuesOf("currency").filter(code => !/^X(?!AF|OF|PF|CD)/.test(code)),
);

// A code is in capitals, or one that is no word: "all" and "top" are ISO's, too.
const smallCodes = new Set(["usd", "eur", "try", "gbp", "chf", "jpy", "cny", "inr", "rub", "aed"]);

function currencyOf(word: string): string | undefined {
  const small = word.toLowerCase();
  if (Object.hasOwn(names, small)) return names[small];
  const code = word.toUpperCase();
  return codes.has(code) && (word === code || smallCodes.has(small)) ? code : undefined;
}

/** "closeUsd" and "price_usd" are two words. */
export const parted = (heading: string): string =>
  heading.normalize("NFC").replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");

/** Words, and the signs of currencies, which need no space around them. */
const words = /us\$|us dollars?|\p{Sc}|[\p{L}\p{N}\p{M}]+/giu;

/**
 * The currency that a heading says its numbers are in: the last that it names after some other word.
 * Undefined of a currency alone, which may be what is priced.
 *
 * @example currencyIn("Kurs in EUR") // "EUR"
 * @example currencyIn("Kapanış(TL)") // "TRY"
 * @example currencyIn("EUR/USD") // "USD"
 */
export function currencyIn(heading: string): string | undefined {
  const all = (parted(heading).match(words) ?? []).map(currencyOf);
  return all.length > 1 ? all.findLast(one => one !== undefined) : undefined;
}

/** A heading without the currencies that it names, and without the "in" before them. */
export const withoutCurrency = (heading: string): string =>
  parted(heading)
    .replace(words, word => (currencyOf(word) === undefined ? word : " "))
    .replace(/\b(?:in|en|cinsinden)\b(?=\P{L}*$)/giu, " ");

/** What a cell of a column of currencies names; undefined where it is no currency that is known. */
export const currencyNamed = (cell: string): string | undefined => {
  const [last] = (cell.normalize("NFC").match(words) ?? []).flatMap(
    one => currencyOf(one.toUpperCase()) ?? [],
  );
  return last;
};

export const isDollars = (currency: string): boolean => currency === "USD";
