import type {Customs} from "../../format/customs.ts";
import {decimals} from "./ticks.ts";

type Write = (value: number) => string;

const dollars = {style: "currency", currency: "USD", currencyDisplay: "narrowSymbol"} as const;

/** Formats are dear to make and few: kept by locale and options. */
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formats.set(key, made);
  return made;
}

function writer(customs: Customs, options: Intl.NumberFormatOptions): Write {
  const format = numberFormat(customs.numbers, options);
  const word = (part: Intl.NumberFormatPart) => {
    if (part.type === "compact") return customs.axis[part.value] ?? part.value;
    if (part.type === "minusSign") return "−";
    return part.value;
  };
  return value => format.formatToParts(value).map(word).join("");
}

/** Ticks of a price axis: $0.0000123, $1,200, $70k. */
export function priceTicks(customs: Customs, ticks: readonly number[]): Write {
  const large = Math.max(...ticks) >= 20_000;
  if (large) return writer(customs, {...dollars, ...compact});
  // Steps grow along a logarithmic axis: each tick gets the digits that it needs.
  const even =
    ticks.length < 3 || Math.abs(ticks[2]! - 2 * ticks[1]! + ticks[0]!) < ticks[2]! * 1e-6;
  if (even) return writer(customs, {...dollars, ...fixed(decimals(ticks))});
  return writer(customs, {...dollars, minimumFractionDigits: 0, maximumSignificantDigits: 3});
}

/** Ticks of an amount, its unit being in the title: 500m. */
export function amountTicks(customs: Customs): Write {
  return writer(customs, compact);
}

/** A price to be read off: $277.43, $70,123, $0.00001234. */
export function exactPrice(customs: Customs, price: number): string {
  const size = Math.abs(price);
  if (size >= 10_000) return writer(customs, {...dollars, ...fixed(0)})(price);
  if (size >= 1 || size === 0) return writer(customs, {...dollars, ...fixed(2)})(price);
  return writer(customs, {...dollars, minimumFractionDigits: 0, maximumSignificantDigits: 4})(
    price,
  );
}

/** A border between cases, no finer than the simulation behind it: $233. */
export function roughPrice(customs: Customs, price: number): string {
  return writer(customs, {...dollars, minimumFractionDigits: 0, maximumSignificantDigits: 3})(
    price,
  );
}

/** A signed change from a fraction: +3.2% from 0.032. */
export function change(customs: Customs, digits = 1): Write {
  return writer(customs, {style: "percent", signDisplay: "exceptZero", ...fixed(digits)});
}

/** A number with so many digits after the point. */
export function plain(customs: Customs, digits: number): Write {
  return writer(customs, fixed(digits));
}

const compact = {
  notation: "compact",
  minimumFractionDigits: 0,
  maximumSignificantDigits: 3,
} as const;

function fixed(digits: number): Intl.NumberFormatOptions {
  return {minimumFractionDigits: digits, maximumFractionDigits: digits};
}
