import {UsageError} from "../model/errors.ts";
import {nearest} from "../model/nearest.ts";
import type {Order} from "../model/order.ts";
import type {Gathered} from "../model/snapshot.ts";
import {type SourceKind, sources} from "../model/source.ts";
import type {Workspace} from "../model/workspace.ts";
import {answersFolder, fieldsFolder} from "./answersFolder.ts";
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

/**
 * Asks the source of the order, by what its names stand for in the workspace; each source is loaded
 * when it is asked.
 */
export async function gather(
  order: Order,
  workspace: Workspace,
  effects: GatherEffects,
): Promise<GatheredFor> {
  const gathered = await ask(order, workspace, effects);
  // A snapshot holds the profile and the earlier notes of its own time.
  return order.source === "snapshot" ? gathered : withOurs(order, workspace, gathered);
}

const ours = ["profile", "earlier"];

/** What was gathered, with the profile and the earlier notes as they lie there now. */
export const gatherOursAgain = (
  order: Order,
  workspace: Workspace,
  gathered: Gathered & {readonly asOf: string},
): Promise<GatheredFor> =>
  order.source === "snapshot"
    ? Promise.resolve({...gathered, missing: []})
    : withOurs(order, workspace, {
        ...gathered,
        answers: gathered.answers.filter(({source}) => !ours.includes(source)),
        missing: [],
      });

async function ask(
  order: Order,
  workspace: Workspace,
  effects: GatherEffects,
): Promise<GatheredFor> {
  const {withoutSectors} = sources[order.source];
  if (withoutSectors && order.sector !== undefined)
    throw new UsageError(`${withoutSectors}: leave out --sector`);
  return gatherers[order.source](order, workspace, effects);
}

type Gatherer = (
  order: Order,
  workspace: Workspace,
  effects: GatherEffects,
) => Promise<GatheredFor>;

/** How each source is gathered from. */
const gatherers: Readonly<Record<SourceKind, Gatherer>> = {
  async files(order, workspace, {env}) {
    const {gatherFiles} = await import("./files.ts");
    const wish = await sectorWish(order, workspace);
    const folder = folderOf(order, workspace);
    const gathered = await gatherFiles(folder, order.coin, order.asOf, wish, fieldsFolder(env));
    return {...gathered, asOf: order.asOf, missing: []};
  },
  async coingecko(order, workspace, {env, http}) {
    if (order.asOfGiven)
      throw new UsageError(
        "CoinGecko answers for now only: leave out --as-of, or give recorded data with --source files or --source snapshot",
      );
    const {coinGeckoFetcher, gatherCoinGecko, resolveCoin} = await import("./coingeckoLive.ts");
    const live = {env, fetch: await coinGeckoFetcher(env, answersFolder(env), http)};
    const asset = await resolveCoin(order.coin, live);
    return gatherCoinGecko(asset, live, await sectorWish(order, workspace));
  },
  async "currency-api"(order, _, {env, http}) {
    const {currencyApiFetcher, gatherCurrencyApi, resolveCode} = await import("./currencyApi.ts");
    const live = {env, fetch: await currencyApiFetcher(answersFolder(env), http)};
    const asset = await resolveCode(order.coin, order.asOf, live);
    return gatherCurrencyApi(asset, {asOf: order.asOf}, live);
  },
  async snapshot(order, workspace) {
    const {readSnapshot} = await import("../snapshots/folder.ts");
    const snapshot = await readSnapshot(folderOf(order, workspace));
    requireSame(order, snapshot);
    return {...snapshot, missing: []};
  },
};

/** Adds what lies on this machine: the profile that an editor keeps, and earlier notes. */
async function withOurs(
  order: Order,
  {profiles, earlier: notes}: Workspace,
  gathered: GatheredFor,
): Promise<GatheredFor> {
  const {asset, asOf, answers} = gathered;
  const [profile, earlier] = await Promise.all([
    order.profiles && profiles !== undefined
      ? import("./profile.ts").then(one => one.gatherProfile(profiles, asset, asOf))
      : undefined,
    order.earlier && notes !== undefined
      ? import("./earlier.ts").then(one =>
          one.gatherEarlier(notes, asset, {asOf, locale: order.locale}),
        )
      : undefined,
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

/** The house's own lists come before the source's, and those before the ones beside the profiles. */
async function sectorWish(
  {coin, sector, profiles, locale}: Order,
  workspace: Workspace,
): Promise<SectorWish> {
  const beside =
    profiles && workspace.profiles !== undefined
      ? await loadSectors(workspace.profiles, locale)
      : [];
  const own = workspace.sectors.find(({members}) => members.includes(coin));
  const asked = sector ?? own?.id;
  return {...(asked !== undefined && {asked}), lists: [...workspace.sectors, ...beside]};
}

function folderOf({source, data}: Order, {datasets}: Workspace): string {
  if (data === undefined)
    throw new UsageError(`--source ${source} needs a folder: give it with --data DIR`);
  const folder = Object.hasOwn(datasets, data) ? datasets[data] : undefined;
  if (folder !== undefined) return folder;
  const known = Object.keys(datasets);
  const [near] = nearest(data, known, name => [name], 1);
  throw new UsageError(
    `no data set "${data}"${near ? `; did you mean ${near}?` : ""} ${known.length ? `There are: ${known.join(", ")}` : "None is named in the configuration"}`,
  );
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
