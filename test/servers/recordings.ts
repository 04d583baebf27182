import {readFileSync} from "node:fs";
import {join} from "node:path";
import {hasRecordedData, recordedData} from "../recorded.ts";
import {type AnswerServer, type Reply, status} from "./answerServer.ts";

export const hasRecordings = hasRecordedData;

/** Named so that a run without the recordings shows what it did not test. */
export const needsRecordings = hasRecordings
  ? ""
  : ` (SKIPPED: no recorded answers in ${recordedData})`;

export function recording(file: string): Buffer {
  return readFileSync(join(recordedData, "api", file));
}

export interface RecordedError {
  readonly api: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly request: string;
  readonly body: string;
}

export function recordedErrors(): RecordedError[] {
  return JSON.parse(recording("errors.json").toString("utf8"));
}

export const asReply = ({status: code, body, headers}: RecordedError): Reply =>
  status(code, body, headers);

const coingecko = {
  "/search/trending": "coingecko/2026-03-20T0153Z/search_trending.json",
  "/coins/markets": "coingecko/2026-03-20T0153Z/coins_markets_usd_page1_250.json",
  "/coins/bitcoin": "coingecko/2023-10/coins_bitcoin.json",
  "/coins/bitcoin/market_chart": "coingecko/2021/market_chart_bitcoin_usd_90d_daily.json",
  "/coins/bitcoin/tickers": "coingecko/2021/coins_bitcoin_tickers.json",
  "/coins/categories": "coingecko/2021/coins_categories.json",
};

/** CoinGecko as far as it is recorded; of different years, so only shapes agree. */
export function serveRecordedCoinGecko(server: AnswerServer): void {
  for (const [path, file] of Object.entries(coingecko)) server.on(path, {body: recording(file)});
}
