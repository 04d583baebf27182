import {UsageError} from "../model/errors.ts";
import {nearest} from "../model/nearest.ts";
import type {Asset} from "../model/snapshot.ts";
import type {Workspace} from "../model/workspace.ts";
import {answersFolder} from "../sources/answersFolder.ts";
import {keptList} from "../sources/coingeckoLive.ts";
import {folderCoinsAt} from "../sources/files.ts";
import {folderCoins} from "../sources/folderCoins.ts";
import type {Environment} from "../sources/live.ts";

export interface CoinPlaces {
  readonly workspace: Pick<Workspace, "datasets">;
  readonly env: Environment;
  readonly now: () => Date;
}

const mostCoins = 20;
/** Whoever types asks often: what was read is good for so long. */
const freshMs = 60_000;

/** A coin, and where it can be had. */
export interface KnownCoin extends Asset {
  /** The data sets that have it. */
  readonly data: readonly string[];
  /** The live source lists it. */
  readonly live: boolean;
}

export interface CoinQuery {
  /** The beginning of a name, a symbol or an id. */
  readonly q: string;
  /** Only of this data set. */
  readonly data?: string | undefined;
  /** Of when a note is to be; without it of recorded data the newest that they have of the coin. */
  readonly asOf?: string | undefined;
}

export interface FoundCoins {
  /** The nearest first. */
  readonly coins: readonly KnownCoin[];
  /** Whether the live source's list is at hand. */
  readonly liveListed: boolean;
}

/** Finds coins that can be ordered, by what somebody typed. */
export function openCoins({workspace: {datasets}, env, now}: CoinPlaces) {
  const read = new Map<
    string,
    {readonly at: number; readonly coins: Promise<readonly KnownCoin[]>}
  >();

  /** Of the data sets in their order, then of the source's list; each id once. */
  async function coinsAt(asOf: string | undefined): Promise<readonly KnownCoin[]> {
    const known = new Map<string, KnownCoin>();
    for (const [name, folder] of Object.entries(datasets))
      for (const coin of await coinsOf(folder, asOf)) {
        const before = known.get(coin.id) ?? {...coin, data: [], live: false};
        if (!before.data.includes(name))
          known.set(coin.id, {...before, data: [...before.data, name]});
      }
    for (const coin of (await keptList(env, answersFolder(env), now)) ?? [])
      known.set(coin.id, {data: [], ...coin, ...known.get(coin.id), live: true});
    return [...known.values()];
  }

  return async ({q, asOf, data}: CoinQuery): Promise<FoundCoins> => {
    const key = asOf ?? "newest";
    const at = now().getTime();
    const last = read.get(key);
    const entry = last && at - last.at < freshMs ? last : {at, coins: coinsAt(asOf)};
    // One instant at a time is asked for, and whoever asks for many is to fill no memory.
    if (entry !== last) {
      read.clear();
      read.set(key, entry);
    }
    const all = await entry.coins.catch(error => {
      read.delete(key);
      throw error;
    });
    const asked = data === undefined ? all : all.filter(coin => coin.data.includes(data));
    const found =
      q === ""
        ? asked.slice(0, mostCoins)
        : nearest(q, asked, ({id, symbol, name}) => [id, symbol, name], mostCoins);
    return {coins: found, liveListed: all.some(({live}) => live)};
  };
}

/** None where the folder is one of snapshots. */
const coinsOf = (folder: string, asOf: string | undefined): Promise<Asset[]> =>
  (asOf === undefined ? folderCoins(folder) : folderCoinsAt(folder, asOf)).catch(error => {
    if (error instanceof UsageError) return [];
    throw error;
  });
