import {currencyIn, isDollars, parted, withoutCurrency} from "./currencyNames.ts";

/** What a column of a table of one's own holds, as far as its heading tells. */
export type Role =
  | "date"
  | "symbol"
  | "currency"
  | "close"
  | "volumeUsd"
  | "marketCapUsd"
  | "lowUsd"
  | "highUsd"
  | "volume"
  | "unread";

/** Headings in the languages that broker and bank use, as words in small letters without accents. */
const known: readonly (readonly [Role, RegExp])[] = [
  [
    "date",
    /^(date|day|datum|tag|tarih|gun|fecha|data|time|timestamp|datetime|snapped at|trade date|trading day|open time|period)$/,
  ],
  [
    "symbol",
    /^(symbol|ticker|sembol|kod|code|asset|coin|instrument|security|wertpapier|isin|wkn)$/,
  ],
  [
    "currency",
    /^(currency|ccy|wahrung|para birimi|doviz|doviz cinsi|devise|divisa|moneda|valuta)$/,
  ],
  ["volumeUsd", /^total volume$/],
  ["marketCapUsd", /^market ?cap(itali[sz]ation)?$|^piyasa degeri$|^marktkapitalisierung$/],
  [
    "close",
    /^(close|closing|closing price|close price|price|last|last price|kurs|schluss|schlusskurs|letzter|kapanis|kapanis fiyati|fiyat|son|simdi|cierre|ultimo|cloture|dernier|chiusura|value|rate|nav|settle)$/,
  ],
  [
    "volume",
    /^(volume|vol|volumen|turnover|stuck|umsatz|hacim|lot|islem hacmi|islem miktari|shares|shares traded|volume (btc|shares))$/,
  ],
  ["lowUsd", /^(low|tief|dusuk|en dusuk|minimo|bas|day low)$/],
  ["highUsd", /^(high|hoch|yuksek|en yuksek|maximo|haut|day high)$/],
  [
    "unread",
    /^(open|adj close|adjusted close|vwap|change|chg|percent|change percent|vol percent|trades|number of trades|eroffnung|acilis|fark|degisim|apertura|ouverture|name|dividends|stock splits)$/,
  ],
];

/** So a heading is compared: "Kapanış Fiyatı" is "kapanis fiyati". */
const plain = (heading: string): string =>
  parted(heading)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ı", "i")
    .replaceAll("%", " percent ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const roleOfWords = (words: string): Role | undefined =>
  known.find(([, pattern]) => pattern.test(words))?.[0];

/** Units that follow a word: pieces, shares, lots. */
const unit = / (?:adet|lot|stuck|stk|pcs|pieces|units|shares|acciones|titres)$/;

/**
 * By the words of a heading, whatever currency or unit follows them or stands in brackets.
 *
 * @example roleOf("Kapanış (TL)") // "close"
 * @example roleOf("Volume (USD)") // "volumeUsd"
 * @example roleOf("Hacim(TL)") // "volume"
 * @example roleOf("gold") // undefined
 */
export function roleOf(heading: string): Role | undefined {
  const whole = plain(heading);
  const bare = withoutCurrency(heading);
  const role =
    roleOfWords(whole) ??
    roleOfWords(plain(bare)) ??
    roleOfWords(plain(bare.replace(/[([{][^)\]}]*[)\]}]/g, " "))) ??
    roleOfWords(whole.replace(unit, ""));
  const currency = currencyIn(heading);
  const inDollars = currency !== undefined && isDollars(currency);
  if (role === "volume" && inDollars) return "volumeUsd";
  // What stands in another currency is no figure in dollars; of a close that is said aloud.
  if (role === "volumeUsd" && currency !== undefined && !inDollars) return "volume";
  if (role?.endsWith("Usd") && currency !== undefined && !inDollars) return "unread";
  return role;
}

/** The stamp of CoinGecko's own files: midnight at the beginning of a day. */
export const startsItsDay = (heading: string): boolean => plain(heading) === "snapped at";
