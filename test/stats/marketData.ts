import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {hasRecordedData, recordedData} from "../recorded.ts";

const file = `${recordedData}/crypto/close_usd_daily.csv.gz`;

/** Whether the real prices are at hand; tests that need them are skipped otherwise. */
export const haveMarketData = hasRecordedData;

interface Closes {
  dates: string[];
  values: number[];
}

/** Daily closes in US dollars by symbol, oldest first. */
export function readCloses(): Map<string, Closes> {
  const bySymbol = new Map<string, Closes>();
  const lines = gunzipSync(readFileSync(file)).toString().split("\n");
  for (const line of lines.slice(1)) {
    const [date, symbol, close] = line.split(",");
    if (!date || !symbol || !close) continue;
    const closes = bySymbol.get(symbol) ?? {dates: [], values: []};
    bySymbol.set(symbol, closes);
    closes.dates.push(date);
    closes.values.push(Number(close));
  }
  return bySymbol;
}
