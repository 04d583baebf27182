/** Writes numbers for readers of one locale. The minus is U+2212, as set type has it. */
export interface NumberFormat {
  /** 0.1304 → 13.04%; with `signed`, +3.5% and −3.6%. */
  percent(value: number, digits: number, signed?: boolean): string;
  /** 0.0053 → 0.53: a difference of percentages, in points. */
  fixed(value: number, digits: number, signed?: boolean): string;
  /** 2663340102 → $2.66bn. */
  money(value: number): string;
  /** A price with four significant digits, or to the cent. */
  price(value: number): string;
  /** A price that claims three significant digits and no cents above 100. */
  roughPrice(value: number): string;
  /** 21000000 → 21.0m. */
  amount(value: number): string;
  /** 10000 → 10,000. */
  count(value: number): string;
}

/** Without the last digits of binary arithmetic, which would round 0.0085 down. */
const exact = (value: number) => Number(value.toPrecision(12));

/** As many digits as it takes to keep nearly all of something from being called all of it. */
function belowWhole(value: number, digits: number): number {
  const size = Math.abs(value);
  if (size >= 1) return digits;
  let enough = digits;
  while (enough < 12 && Math.round(size * 10 ** (enough + 2)) >= 10 ** (enough + 2)) enough++;
  return enough;
}

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
 * @example numberFormat("tr").percent(-0.0364, 2) // "−%3,64"
 * @example numberFormat("tr").money(2663340102) // "2,66 milyar dolar"
 * @example numberFormat("tr").price(277.427) // "277,43 dolar"
 * @example numberFormat("tr").amount(21e6) // "21 milyon"
 */
export function numberFormat(locale: string): NumberFormat {
  const write = (value: number, options: Intl.NumberFormatOptions) =>
    minus(
      new Intl.NumberFormat(locale, {roundingMode: "halfExpand", ...options}).format(exact(value)),
    );
  const dollars = dollarsIn(locale);
  const digits = (count: number, signed: boolean) =>
    ({
      minimumFractionDigits: count,
      maximumFractionDigits: count,
      signDisplay: signed ? "exceptZero" : "negative",
    }) as const;
  return {
    percent: (value, count, signed = false) =>
      write(value, {style: "percent", ...digits(belowWhole(value, count), signed)}),
    fixed: (value, count, signed = false) => write(value, digits(count, signed)),
    money: value => dollars.word(minus(compact(locale, value, dollars.style))),
    price: value =>
      dollars.word(
        write(value, {
          ...dollars.style,
          ...(Math.abs(value) >= 1
            ? {minimumFractionDigits: 2, maximumFractionDigits: 2}
            : {minimumSignificantDigits: 4, maximumSignificantDigits: 4}),
        }),
      ),
    roughPrice: value =>
      dollars.word(
        write(value, {
          ...dollars.style,
          ...(Math.abs(value) >= 100
            ? {maximumFractionDigits: 0}
            : {minimumSignificantDigits: 3, maximumSignificantDigits: 3}),
        }),
      ),
    amount: value => minus(compact(locale, value, {})),
    count: value => write(value, {maximumFractionDigits: 0}),
  };
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

function compact(locale: string, value: number, style: Intl.NumberFormatOptions): string {
  const large = Math.abs(value) >= 1e6;
  const format = new Intl.NumberFormat(locale, {
    ...style,
    roundingMode: "halfExpand",
    ...(large
      ? {
          notation: "compact",
          ...(languageOf(locale) === "tr" && {
            compactDisplay: "long",
            trailingZeroDisplay: "stripIfInteger",
          }),
          minimumSignificantDigits: 3,
          maximumSignificantDigits: 3,
        }
      : {maximumFractionDigits: 0}),
  });
  return format
    .formatToParts(exact(value))
    .map(({type, value: text}) =>
      type === "compact" && locale.startsWith("en") ? (englishScales[text] ?? text) : text,
    )
    .join("");
}
