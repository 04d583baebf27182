import {coinGeckoAccess} from "../../sources/coingeckoLive.ts";
import {reachCoinGecko, reachCurrencyApi} from "../../sources/reach.ts";
import {type Finding, tried} from "./finding.ts";

const keys = {pro: "COINGECKO_PRO_API_KEY", demo: "COINGECKO_DEMO_API_KEY"} as const;

/** The key that is used, and with `online` whether the sources answer from here. */
export async function sources(online: boolean): Promise<Finding[]> {
  const {env} = process;
  const coinGecko = tried("CoinGecko", async () => {
    const {kind, base, callsPerMinute} = coinGeckoAccess(env);
    const answers = online ? `${await reachCoinGecko(env)}; ` : "";
    const how =
      kind === "keyless"
        ? `no key in ${keys.pro} or ${keys.demo}, so it is asked at most ${callsPerMinute} times a minute; a demo key is free at coingecko.com/api`
        : `the key in ${keys[kind]} is used, at most ${callsPerMinute} calls a minute`;
    return `${answers}${base}: ${how}`;
  });
  const currencyApi = tried("currency-api", () => reachCurrencyApi(env));
  return Promise.all(online ? [coinGecko, currencyApi] : [coinGecko]);
}
