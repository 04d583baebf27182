/** Writes numbers for readers of one locale. The minus is U+2212, as set type has it. */
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

/** Words that multiply the number before them. The check reads what is written with them. */
export const scaleWords = {
  en: {
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    quadrillion: 1e15,
    quintillion: 1e18,
    sextillion: 1e21,
  },
  tr: {
    bin: 1e3,
    milyon: 1e6,
    milyar: 1e9,
    trilyon: 1e12,
    katrilyon: 1e15,
    kentilyon: 1e18,
    sekstilyon: 1e21,
  },
} as const;

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
 * How numbers are written in a locale, with rounding half away from zero as readers expect, and
 * never "−0".
 *
 * @example numberFormat("en").percent(-0.0364, 2) // "−3.64%"
 * @example numberFormat("en").percent(-0.00001, 1, true) // "0.0%"
 * @example numberFormat("en").percent(-0.9999963, 1) // "−99.9996%"
 * @example numberFormat("en").money(2663340102) // "$2.66bn"
 * @example numberFormat("en").price(0.00000712345) // "$0.000007123"
 * @example numberFormat("en").price(277.427) // "$277.43"
 * @example numberFormat("en").price(277427123) // "$277.4m"
 * @example numberFormat("en").price(2.8e-12) // "$2.800 × 10⁻¹²"
 * @example numberFormat("en").amount(4.2e17) // "420 quadrillion"
 * @example numberFormat("tr").percent(-0.0364, 2) // "−%3,64"
 * @example numberFormat("tr").money(2663340102) // "2,66 milyar dolar"
 * @example numberFormat("tr").price(277.427) // "277,43 dolar"
 * @example numberFormat("tr").price(2.8e-12) // "2,800 × 10⁻¹² dolar"
 * @example numberFormat("tr").amount(21e6) // "21 milyon"
 * @example numberFormat("tr").amount(4.2e17) // "420 katrilyon"
 */
export function numberFormat(locale: string): NumberFormat {
  const write = (value: number, options: Intl.NumberFormatOptions) =>
    minus(formatter(locale, {roundingMode: "halfExpand", ...options}).format(exact(value)));
  const dollars = dollarsIn(locale);
  const digits = (count: number, signed: boolean) =>
    ({
      minimumFractionDigits: count,
      maximumFractionDigits: count,
      signDisplay: signed ? "exceptZero" : "negative",
    }) as const;
  /** To so many significant digits, at any size. */
  const significant = (value: number, count: number, style: Intl.NumberFormatOptions) => {
    const size = Math.abs(exact(value));
    if (size >= large) return minus(compact(locale, value, style, count));
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

/** Turkish says "277,43 dolar", a word that takes suffixes; others set the sign. */
function dollarsIn(locale: string): {
  style: Intl.NumberFormatOptions;
  word: (number: string) => string;
} {
  if (languageOf(locale) === "tr") return {style: {}, word: number => `${number} dolar`};
  const style = {style: "currency", currency: "USD", currencyDisplay: "narrowSymbol"} as const;
  return {style, word: number => number};
}

const languageOf = (locale: string) => locale.split("-")[0]!;

/** Scales as financial English abbreviates them; other locales keep their own. */
const englishScales: Readonly<Record<string, string>> = {K: "k", M: "m", B: "bn", T: "tn"};

/** 2663340102 → 2.66bn */
function compact(
  locale: string,
  value: number,
  style: Intl.NumberFormatOptions,
  count: number,
): string {
  const turkish = languageOf(locale) === "tr";
  const digits: Intl.NumberFormatOptions = {
    ...style,
    roundingMode: "halfExpand",
    ...(turkish && {trailingZeroDisplay: "stripIfInteger"}),
    minimumSignificantDigits: count,
    maximumSignificantDigits: count,
  };
  const beyond = Object.entries(scaleWords[turkish ? "tr" : "en"]).findLast(
    ([, scale]) => scale >= 1e15 && Math.abs(Number(value.toPrecision(count))) >= scale,
  );
  // Programs know no scale beyond a trillion.
  if (beyond) return `${formatter(locale, digits).format(exact(value / beyond[1]))} ${beyond[0]}`;
  return formatter(locale, {
    ...digits,
    notation: "compact",
    ...(turkish && {compactDisplay: "long"}),
  })
    .formatToParts(exact(value))
    .map(({type, value: text}) =>
      type === "compact" && locale.startsWith("en") ? (englishScales[text] ?? text) : text,
    )
    .join("");
}
