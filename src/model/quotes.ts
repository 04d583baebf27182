import type {QuoteClass} from "./market.ts";

const metals: ReadonlySet<string> = new Set(["xau", "xag", "xpt", "xpd"]);

/** Currencies that ISO 4217 does not list: withdrawn, or another name of one that it does. */
export const unlistedCurrencies: ReadonlySet<string> = new Set(
  (
    "ats azm bef byr cnh cyp dem eek esp fim fok frf ggp ghc grd hrk iep imp itl jep kid ltl luf lvl mgf " +
    "mro mtl mzm nlg pte rol sdd sit skk spl srg std tmm trl tvd val veb ved vef vel xbt xdr zmk zwd"
  ).split(" "),
);

const currencies: ReadonlySet<string> = new Set([
  ...Intl.supportedValuesOf("currency").map(code => code.toLowerCase()),
  ...unlistedCurrencies,
]);

/**
 * Quotes that are no evidence of their own: the dollar, currencies held at a fixed rate to it, and
 * units of another quote.
 */
export const derivedQuotes: ReadonlySet<string> = new Set(
  "usd aed ang awg bbd bhd bmd bsd bzd cuc djf ern jod kyd lbp omr pab qar sar xcd bits sats".split(
    " ",
  ),
);

/**
 * The class of a quote by its code: the metals, ISO 4217 with whatever central banks' series add to
 * it (`rub_cbr`), and all else crypto.
 *
 * @example ["eur", "xau", "eth", "rub_cbr"].map(classOf) // ["fiat", "metal", "crypto", "fiat"]
 */
export function classOf(quote: string): QuoteClass {
  if (metals.has(quote)) return "metal";
  return currencies.has(quote.split("_")[0]!) ? "fiat" : "crypto";
}
