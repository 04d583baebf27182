import type {Locale} from "../model/locale.ts";

/** Coins that others are quoted in, by the code of the quote: their names are the same in any language. */
export const quotedCoins: Readonly<Record<string, string>> = {
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

/** `rub_cbr` is a rouble as well. */
export const currencyCode = (quote: string): string => quote.split("_")[0]!.toUpperCase();

/** The name of a currency as the language has it; undefined where it has none. */
export function currencyName(quote: string, locale: Locale): string | undefined {
  try {
    return new Intl.DisplayNames(locale, {type: "currency", fallback: "none"}).of(
      currencyCode(quote),
    );
  } catch {
    return undefined;
  }
}
