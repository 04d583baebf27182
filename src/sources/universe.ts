import {UsageError} from "../model/errors.ts";
import type {UniverseKind} from "../model/source.ts";
import type {Universe} from "../model/universe.ts";
import type {GatherEffects} from "./gather.ts";

/** Which universe is wanted. */
export interface UniverseOrder {
  readonly source: UniverseKind;
  readonly data?: string;
  readonly asOf: string;
  readonly asOfGiven: boolean;
  /** Only this many coins, the largest by market cap. */
  readonly top?: number;
}

/** Of CoinGecko's coins. One call a coin: without a key, some ten minutes. */
export const defaultTop = 100;

/** The closes of every coin of the source as of the instant, up to five years back. */
export async function readUniverse(
  order: UniverseOrder,
  {env, http}: GatherEffects,
): Promise<Universe> {
  if (order.source === "files") {
    if (order.data === undefined)
      throw new UsageError("--source files needs a folder: give it with --data DIR");
    const {readFilesUniverse} = await import("./universeFiles.ts");
    return readFilesUniverse(order.data, order);
  }
  if (order.asOfGiven)
    throw new UsageError(
      "CoinGecko answers for now only: leave out --as-of, or give recorded data with --source files",
    );
  const {coinGeckoFetcher} = await import("./coingeckoLive.ts");
  const {answersFolder} = await import("./answersFolder.ts");
  const {readCoinGeckoUniverse} = await import("./universeCoinGecko.ts");
  const fetch = await coinGeckoFetcher(env, answersFolder(env), http);
  return readCoinGeckoUniverse({top: order.top ?? defaultTop}, {env, fetch});
}
