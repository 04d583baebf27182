/** What a column of a table of one's own holds, as far as its heading tells. */
export type Role =
  | "date"
  | "symbol"
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
  ["symbol", /^(symbol|ticker|sembol|kod|code|asset|coin|instrument|security|isin|wkn)$/],
  ["volumeUsd", /^(volume|vol|turnover|total volume) (in )?(usdt?|dollars?)$|^total volume$/],
  ["marketCapUsd", /^market ?cap(itali[sz]ation)?( usd)?$|^piyasa degeri$|^marktkapitalisierung$/],
  [
    "close",
    /^(close|closing|closing price|close usd|price|price usd|last|last price|schluss|schlusskurs|letzter|kapanis|kapanis fiyati|fiyat|son|simdi|cierre|ultimo|cloture|dernier|chiusura|value|rate|nav|settle)$/,
  ],
  [
    "volume",
    /^(volume|vol|volumen|stuck|umsatz|hacim|lot|islem hacmi|shares|shares traded|islem miktari|volume (btc|shares))$/,
  ],
  ["lowUsd", /^(low|tief|dusuk|en dusuk|minimo|bas|day low)$/],
  ["highUsd", /^(high|hoch|yuksek|en yuksek|maximo|haut|day high)$/],
  [
    "unread",
    /^(open|adj close|adjusted close|vwap|change|chg|percent|change percent|vol percent|trades|number of trades|eroffnung|acilis|fark|degisim|apertura|ouverture|currency|name|dividends|stock splits)$/,
  ],
];

/** So a heading is compared: "Kapanış Fiyatı (TL)" is "kapanis fiyati tl". */
const plain = (heading: string): string =>
  heading
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ı", "i")
    .replaceAll("%", " percent ")
    .replaceAll("$", " usd ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * @example roleOf("Kapanış") // "close"
 * @example roleOf("Volume (USD)") // "volumeUsd"
 * @example roleOf("gold") // undefined
 */
export const roleOf = (heading: string): Role | undefined =>
  known.find(([, pattern]) => pattern.test(plain(heading)))?.[0];

/** The stamp of CoinGecko's own files: midnight at the beginning of a day. */
export const startsItsDay = (heading: string): boolean => plain(heading) === "snapped at";
