import type {ExpectedError} from "../model/errors.ts";
import {explainCoinGecko} from "./coingeckoErrors.ts";
import {coinGeckoAccess} from "./coingeckoLive.ts";
import {explainCurrencyApi, newestRates} from "./currencyApi.ts";
import {type Failure, httpFetcher} from "./http.ts";
import type {Environment} from "./live.ts";

// Whether sources can be reached from here, asked once and never from what was kept.

const effects = {
  now: () => new Date(),
  sleep: (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms)),
  random: Math.random,
};
const once = {retries: 0, timeoutMs: 10_000};

/** How long CoinGecko took to greet us; it looks at the key as well. */
export async function reachCoinGecko(env: Environment): Promise<string> {
  const access = coinGeckoAccess(env);
  const {base, headers, callsPerMinute} = access;
  const explain = (failure: Failure, general: ExpectedError) =>
    explainCoinGecko(failure, general, access);
  const fetch = httpFetcher({...once, callsPerMinute, explain}, effects);
  return timed(() =>
    fetch({source: "coingecko", endpoint: "/ping", query: {}, url: `${base}/ping`, headers}),
  );
}

/** The day of the newest file that currency-api has. */
export async function reachCurrencyApi(env: Environment): Promise<string> {
  const fetch = httpFetcher({...once, callsPerMinute: 60, explain: explainCurrencyApi}, effects);
  let day = "";
  const took = await timed(async () => {
    day = await newestRates(effects.now().toISOString(), {fetch, env});
  });
  return `${took}; its newest file is of ${day}`;
}

async function timed(work: () => Promise<unknown>): Promise<string> {
  const begun = performance.now();
  await work();
  return `answers in ${((performance.now() - begun) / 1000).toFixed(1)} s`;
}
