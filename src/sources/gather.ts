import {UsageError} from "../model/errors.ts";
import type {Order} from "../model/order.ts";
import type {Gathered} from "../model/snapshot.ts";
import {answersFolder} from "./answersFolder.ts";
import type {HttpEffects} from "./http.ts";
import type {Environment, Missing} from "./live.ts";
import {loadSectors, type SectorWish} from "./sector.ts";

/** What gathering needs of the world. */
export interface GatherEffects {
  readonly env: Environment;
  readonly http: HttpEffects;
}

/** Gathered answers, the wall they stand behind, and what was not to be had. */
export interface GatheredFor extends Gathered {
  readonly asOf: string;
  readonly missing: readonly Missing[];
}

/** Asks the source of the order; each source is loaded when it is asked. */
export async function gather(order: Order, effects: GatherEffects): Promise<GatheredFor> {
  const gathered = await ask(order, effects);
  // A snapshot holds the profile and the earlier notes of its own time.
  return order.source === "snapshot" ? gathered : withOurs(order, gathered);
}

const ours = ["profile", "earlier"];

/** What was gathered, with the profile and the earlier notes as they lie there now. */
export const gatherOursAgain = (
  order: Order,
  gathered: Gathered & {readonly asOf: string},
): Promise<GatheredFor> =>
  order.source === "snapshot"
    ? Promise.resolve({...gathered, missing: []})
    : withOurs(order, {
        ...gathered,
        answers: gathered.answers.filter(({source}) => !ours.includes(source)),
        missing: [],
      });

async function ask(order: Order, {env, http}: GatherEffects): Promise<GatheredFor> {
  const cache = answersFolder(env);
  switch (order.source) {
    case "files": {
      const {gatherFiles} = await import("./files.ts");
      const wish = await sectorWish(order);
      const gathered = await gatherFiles(folderOf(order), order.coin, order.asOf, wish);
      return {...gathered, asOf: order.asOf, missing: []};
    }
    case "coingecko": {
      if (order.asOfGiven)
        throw new UsageError(
          "CoinGecko answers for now only: leave out --as-of, or give recorded data with --source files or --source snapshot",
        );
      const {coinGeckoFetcher, gatherCoinGecko, resolveCoin} = await import("./coingeckoLive.ts");
      const live = {env, fetch: await coinGeckoFetcher(env, cache, http)};
      const asset = await resolveCoin(order.coin, live);
      return gatherCoinGecko(asset, live, await sectorWish(order));
    }
    case "currency-api": {
      refuseSector(order, "daily rates know no sectors");
      const {currencyApiFetcher, gatherCurrencyApi, resolveCode} = await import("./currencyApi.ts");
      const live = {env, fetch: await currencyApiFetcher(cache, http)};
      const asset = await resolveCode(order.coin, order.asOf, live);
      return gatherCurrencyApi(asset, {asOf: order.asOf}, live);
    }
    case "snapshot": {
      const {readSnapshot} = await import("../snapshots/folder.ts");
      refuseSector(order, "a snapshot has the sector that it was gathered with");
      const snapshot = await readSnapshot(folderOf(order));
      requireSame(order, snapshot);
      return {...snapshot, missing: []};
    }
  }
}

/** Adds what lies on this machine: the profile that an editor keeps, and earlier notes. */
async function withOurs(order: Order, gathered: GatheredFor): Promise<GatheredFor> {
  const {asset, asOf, answers} = gathered;
  const [profile, earlier] = await Promise.all([
    order.profiles === undefined
      ? undefined
      : import("./profile.ts").then(one => one.gatherProfile(order.profiles!, asset, asOf)),
    order.earlier === undefined
      ? undefined
      : import("./earlier.ts").then(one =>
          one.gatherEarlier(order.earlier!, asset, {asOf, locale: order.locale}),
        ),
  ]);
  return {
    ...gathered,
    answers: [
      ...answers,
      ...(profile ? [profile] : []),
      ...(earlier?.answer ? [earlier.answer] : []),
    ],
    missing: [...gathered.missing, ...(earlier?.missing ?? [])],
  };
}

async function sectorWish({sector, profiles, locale}: Order): Promise<SectorWish> {
  const lists = profiles === undefined ? [] : await loadSectors(profiles, locale);
  return {...(sector !== undefined && {asked: sector}), lists};
}

function refuseSector({sector}: Order, why: string): void {
  if (sector !== undefined) throw new UsageError(`${why}: leave out --sector`);
}

function folderOf({source, data}: Order): string {
  if (data !== undefined) return data;
  throw new UsageError(`--source ${source} needs a folder: give it with --data DIR`);
}

/** A snapshot is of one coin and one instant; another order cannot be served from it. */
function requireSame(
  order: Order,
  {asset, asOf}: {asset: {id: string; symbol: string}; asOf: string},
) {
  if (![asset.id, asset.symbol].some(name => name.toLowerCase() === order.coin.toLowerCase()))
    throw new UsageError(`the snapshot is of ${asset.id}, not of "${order.coin}"`);
  if (order.asOfGiven && Date.parse(order.asOf) !== Date.parse(asOf))
    throw new UsageError(`the snapshot was taken as of ${asOf}, not ${order.asOf}`);
}
