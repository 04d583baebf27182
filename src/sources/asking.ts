import type {SourceKind} from "../model/source.ts";
import {coinGeckoAccess} from "./coingeckoLive.ts";
import type {Environment} from "./live.ts";

/** Before the first call: how many there will be at most, and how long they take by our pace. */
export function askingText(source: SourceKind, calls: number, env: Environment): string {
  if (source !== "coingecko")
    return `asks ${source} up to ${calls} times, once for each day that is not kept yet`;
  const {kind, callsPerMinute} = coinGeckoAccess(env);
  const minutes = Math.ceil(calls / callsPerMinute);
  const most = `asks CoinGecko up to ${calls} times`;
  if (kind !== "keyless")
    return minutes > 1
      ? `${most}, at most ${callsPerMinute} times a minute: about ${minutes} minutes`
      : most;
  const time = minutes > 1 ? `${minutes} minutes` : "a minute";
  return `${most}, about ${time} without a key: a free one in COINGECKO_DEMO_API_KEY is quicker`;
}
