import type {Text} from "../../model/text.ts";
import {currencyCode, currencyName, quotedCoins} from "../currencies.ts";
import {type Case, inflected, suffixed} from "./suffix.ts";

/** What a quote is called, in a case where one is given: "altın", "Rus rublesine", "Bitcoin’e". */
export function quoteName(quote: string, form?: Case): Text {
  const coin = quotedCoins[quote];
  if (coin) return form ? suffixed({name: coin}, form) : [{name: coin}];
  const noun = nouns[quote] ?? currency(quote);
  if (noun === undefined) {
    const code = currencyCode(quote);
    return form ? suffixed({name: code}, form) : [{name: code}];
  }
  if (!form) return [noun];
  return [inflected(noun, form, noun.includes(" ") ? "belonging" : undefined)];
}

/** "Venezuela Bolivarı (2008–2018)" is a bolivar in running text. */
const currency = (quote: string): string | undefined =>
  currencyName(quote, "tr")
    ?.replace(/ \(.*\)$/, "")
    .replace(/ \p{L}+$/u, unit => unit.toLocaleLowerCase("tr"));

const nouns: Readonly<Record<string, string>> = {
  xau: "altın",
  xag: "gümüş",
  xpt: "platin",
  xpd: "paladyum",
  eur: "euro",
  xdr: "IMF’nin özel çekme hakkı",
  rub_cbr: "Rusya Merkez Bankası rublesi",
};
