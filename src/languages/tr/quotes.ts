import type {Text} from "../../model/text.ts";
import {type Case, inflected, suffixed} from "./suffix.ts";

/** What a quote is called, in a case where one is given: "altın", "Rus rublesine", "Bitcoin’e". */
export function quoteName(quote: string, form?: Case): Text {
  const coin = coins[quote];
  if (coin) return form ? suffixed({name: coin}, form) : [{name: coin}];
  const noun = nouns[quote] ?? currency(quote);
  if (noun === undefined) {
    const code = codeOf(quote);
    return form ? suffixed({name: code}, form) : [{name: code}];
  }
  if (!form) return [noun];
  return [inflected(noun, form, noun.includes(" ") ? "belonging" : undefined)];
}

const codeOf = (quote: string) => quote.split("_")[0]!.toUpperCase();

function currency(quote: string): string | undefined {
  const code = codeOf(quote);
  try {
    const name = new Intl.DisplayNames("tr", {type: "currency", fallback: "none"}).of(code);
    // "Venezuela Bolivarı (2008–2018)" is a bolivar in running text.
    return name?.replace(/ \(.*\)$/, "").replace(/ \p{L}+$/u, unit => unit.toLocaleLowerCase("tr"));
  } catch {
    return undefined;
  }
}

const nouns: Readonly<Record<string, string>> = {
  xau: "altın",
  xag: "gümüş",
  xpt: "platin",
  xpd: "paladyum",
  eur: "euro",
  xdr: "IMF’nin özel çekme hakkı",
  rub_cbr: "Rusya Merkez Bankası rublesi",
};

const coins: Readonly<Record<string, string>> = {
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
