import type {Customs} from "./customs.ts";

/** Writes numbers for readers of one language. The minus is U+2212, as set type has it. */
export interface NumberFormat {
  /** 0.1304 → 13.04%; with `signed`, +3.5% and −3.6%. */
  percent(value: number, digits: number, signed?: boolean): string;
  /** 0.0053 → 0.53: a difference of percentages, in points. */
  fixed(value: number, digits: number, signed?: boolean): string;
  /** 2663340102 → $2.66bn. */
  money(value: number): string;
  /**
   * A price with four significant digits, or to the cent where that is more: $277.43, $1.004,
   * $277.4m, $2.800 × 10⁻¹²; with `more`, so many digits more.
   */
  price(value: number, more?: number): string;
  /** A price that claims three significant digits and no cents above 100; `more` of them. */
  roughPrice(value: number, more?: number): string;
  /** 21000000 → 21.0m. */
  amount(value: number): string;
  /** 10000 → 10,000. */
  count(value: number): string;
}

/** Digits of a power of ten. */
export const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** From here on numbers are counted in thousands of thousands, and no longer digit by digit. */
const large = 1e6;
/** Below this nobody counts the zeros. */
const small = 1e-9;

/** Making one takes a hundred times as long as writing a number with it. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale, options);
  formatters.set(key, known);
  return known;
}

/** Without the last digits of binary arithmetic, which would round 0.0085 down. */
export const exact = (value: number) => Number(value.toPrecision(12));

/** As many digits as it takes to keep nearly all of something from being called all of it. */
function belowWhole(value: number, digits: number): number {
  const size = Math.abs(value);
  if (size >= 1) return digits;
  let enough = digits;
  while (enough < 12 && Math.round(size * 10 ** (enough + 2)) >= 10 ** (enough + 2)) enough++;
  return enough;
}

/** 4567 → 4 */
const digitsBefore = (value: number) => Math.floor(Math.log10(Math.abs(value))) + 1;

const minus = (text: string) => text.replaceAll("-", "−");

/**
 * How numbers are written in a language, with rounding half away from zero as readers expect, and
 * never "−0".
 */
export function numberFormat(customs: Customs): NumberFormat {
  const write = (value: number, options: Intl.NumberFormatOptions) =>
    minus(
      formatter(customs.numbers, {roundingMode: "halfExpand", ...options}).format(exact(value)),
    );
  const dollars = dollarsIn(customs);
  const digits = (count: number, signed: boolean) =>
    ({
      minimumFractionDigits: count,
      maximumFractionDigits: count,
      signDisplay: signed ? "exceptZero" : "negative",
    }) as const;
  /** To so many significant digits, at any size. */
  const significant = (value: number, count: number, style: Intl.NumberFormatOptions) => {
    const size = Math.abs(exact(value));
    if (size >= large) return minus(compact(customs, value, style, count));
    if (size > 0 && size < small) return powerOfTen(value, count, style, write);
    return write(value, {
      ...style,
      minimumSignificantDigits: count,
      maximumSignificantDigits: count,
    });
  };
  const between = (value: number, from: number) =>
    Math.abs(value) >= from && Math.abs(value) < large;
  const whole = (value: number, style: Intl.NumberFormatOptions) =>
    value === 0 || between(value, 1)
      ? write(value, {...style, maximumFractionDigits: 0})
      : significant(value, 3, style);
  const {style, word} = dollars;
  const cents = (more: number) => ({
    ...style,
    minimumFractionDigits: 2 + more,
    maximumFractionDigits: 2 + more,
  });
  return {
    percent: (value, count, signed = false) =>
      write(value, {style: "percent", ...digits(belowWhole(value, count), signed)}),
    fixed: (value, count, signed = false) => write(value, digits(count, signed)),
    money: value => word(whole(value, style)),
    price: (value, more = 0) =>
      word(between(value, 10) ? write(value, cents(more)) : significant(value, 4 + more, style)),
    roughPrice: (value, more = 0) =>
      word(
        between(value, 100) && more === 0
          ? whole(value, style)
          : significant(value, (between(value, 100) ? digitsBefore(value) : 3) + more, style),
      ),
    amount: value => whole(value, {}),
    count: value => write(value, {maximumFractionDigits: 0}),
  };
}

/** 2.8e-12 → 2.800 × 10⁻¹² */
function powerOfTen(
  value: number,
  count: number,
  style: Intl.NumberFormatOptions,
  write: (value: number, options: Intl.NumberFormatOptions) => string,
): string {
  const [mantissa, exponent = ""] = exact(value)
    .toExponential(count - 1)
    .split("e-");
  const power = exponent.replace(/\d/g, digit => superscripts.charAt(Number(digit)));
  const fraction = {minimumFractionDigits: count - 1, maximumFractionDigits: count - 1};
  return `${write(Number(mantissa), {...style, ...fraction})} × 10⁻${power}`;
}

/** Some languages say "277,43 dolar", a word that takes suffixes; others set the sign. */
function dollarsIn({dollar}: Customs): {
  style: Intl.NumberFormatOptions;
  word: (number: string) => string;
} {
  if (dollar !== undefined) return {style: {}, word: number => `${number} ${dollar}`};
  const style = {style: "currency", currency: "USD", currencyDisplay: "narrowSymbol"} as const;
  return {style, word: number => number};
}

/** 2663340102 → 2.66bn */
function compact(
  {numbers, scales, compact: short}: Customs,
  value: number,
  style: Intl.NumberFormatOptions,
  count: number,
): string {
  const long = short === "long";
  const digits: Intl.NumberFormatOptions = {
    ...style,
    roundingMode: "halfExpand",
    ...(long && {trailingZeroDisplay: "stripIfInteger"}),
    minimumSignificantDigits: count,
    maximumSignificantDigits: count,
  };
  const beyond = Object.entries(scales).findLast(
    ([, scale]) => scale >= 1e15 && Math.abs(Number(value.toPrecision(count))) >= scale,
  );
  // Programs know no scale beyond a trillion.
  if (beyond) return `${formatter(numbers, digits).format(exact(value / beyond[1]))} ${beyond[0]}`;
  return formatter(numbers, {
    ...digits,
    notation: "compact",
    ...(long && {compactDisplay: "long"}),
  })
    .formatToParts(exact(value))
    .map(({type, value: text}) => (type === "compact" && !long ? (short[text] ?? text) : text))
    .join("");
}
