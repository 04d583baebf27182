import type {Figure} from "../../model/figure.ts";
import type {QuoteClass} from "../../model/market.ts";
import {join, type Printed, say, type Text} from "../../model/text.ts";
import type {Pen} from "../pen.ts";

/** 0 to 9 in words. */
export const smallNumbers = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
];

export const rose = (figure: Figure<"return" | "difference">) => figure.value > 0;

export const classNames: Readonly<Record<QuoteClass, string>> = {
  fiat: "currencies",
  crypto: "crypto",
  metal: "metals",
};

/** Before "quotes". */
export const classWords: Readonly<Record<QuoteClass, string>> = {
  fiat: "currency",
  crypto: "crypto",
  metal: "metal",
};

/** "a", "a and b", "a, b and c" */
export function list(items: readonly Text[]): Text {
  if (items.length < 2) return items[0] ?? [];
  return join([join(items.slice(0, -1), ", "), items.at(-1)!], " and ");
}

/** A print at the beginning of a sentence: "two" as "Two". */
export function capital(print: Printed): Printed {
  return {...print, print: print.print[0]!.toUpperCase() + print.print.slice(1)};
}

/** Whose data it is: "CoinGecko and Recorded market data". */
export function sourceName(sources: readonly string[], pen: Pen): Text {
  return list(sources.map(source => [pen.name(source)]));
}

/** The line under an exhibit. */
export function sourceLine(sources: readonly string[], asOf: Text, pen: Pen): Text {
  const label = sources.length > 1 ? "Sources: " : "Source: ";
  const linked = sources.includes("CoinGecko") ? say` (data provided by CoinGecko)` : [];
  return say`${label}${join(
    sources.map(source => [pen.name(source)]),
    "; ",
  )}${linked}. ${asOf}`;
}

/** What a quote is called: the currency, metal or coin behind its code. */
export function quoteName(quote: string): string {
  const known = names[quote];
  if (known) return known;
  const code = quote.split("_")[0]!.toUpperCase();
  try {
    const name = new Intl.DisplayNames("en", {type: "currency", fallback: "none"}).of(code);
    return name ? lowerFirst(name, code) : code;
  } catch {
    return code;
  }
}

const names: Readonly<Record<string, string>> = {
  xau: "gold",
  xag: "silver",
  xpt: "platinum",
  xpd: "palladium",
  xdr: "the IMF’s special drawing right",
  rub: "the Russian rouble",
  rub_cbr: "the Russian rouble",
  btc: "Bitcoin",
  eth: "Ether",
  bnb: "BNB",
  xrp: "XRP",
  sol: "Solana",
  ltc: "Litecoin",
  bch: "Bitcoin Cash",
  link: "Chainlink",
  dot: "Polkadot",
  xlm: "Stellar",
  yfi: "yearn.finance",
  eos: "EOS",
};

/** "Israeli New Shekel" → "the Israeli new shekel" */
function lowerFirst(name: string, code: string): string {
  if (name.toUpperCase() === code) return code;
  const [first, ...rest] = name.split(" ");
  return `the ${[first, ...rest.map(word => word.toLowerCase())].join(" ")}`;
}
