import {join} from "node:path";
import {SourceUnavailable, UsageError} from "../model/errors.ts";
import type {SectorList} from "../model/market.ts";
import {nearest} from "../model/nearest.ts";
import {readRegularFile} from "../model/regularFile.ts";
import type {Answer, Asset, Gathered} from "../model/snapshot.ts";
import {coinsIn} from "./coingecko.ts";
import {type Dataset, loadDataset, usualBenchmark} from "./dataset.ts";
import {cutTables} from "./filesCut.ts";
import {gatherField} from "./filesField.ts";
import {type FolderCoin, type ListedCoin, listedCoins, unkeyed} from "./listedCoins.ts";
import {measureOf, standsForIn, writeMeasure} from "./ruler.ts";
import {listOf, type SectorWish, unknownSector, writeSector} from "./sector.ts";

/** A recorded answer that is older than this is no longer the state of the market. */
const freshFor = 24 * 60 * 60 * 1000;

/** The largest answers that are known have a tenth of it. */
const mostAnswerBytes = 32 * 2 ** 20;

/**
 * Cuts out of a folder of recorded data what a note on the coin needs, and nothing that is stamped
 * after the instant. The format is described in `docs/files.md`. The coin's sector is the one asked
 * for, otherwise its group in the list of assets, otherwise the first of the lists that has it. What
 * is worked out of the whole folder, the field of all coins, is kept in `cache`.
 *
 * @throws UsageError when the coin is not in the folder, or is a symbol that several coins share, or
 * nobody knows the sector
 */
export async function gatherFiles(
  folder: string,
  coin: string,
  asOf: string,
  wish: SectorWish = {lists: []},
  cache?: string,
): Promise<Gathered> {
  const dataset = await loadDataset(folder);
  const recorded = await recordedAnswers(folder, dataset, asOf);
  const coins = await listedCoins(folder, dataset);
  const listed = listAssets(coins, recorded);
  const asset = resolve(coin, listed, dataset.name);
  const benchmark = benchmarkOf(dataset, asset, listed);
  const sector = sectorOf(asset, wish, listed);
  const members = listed.filter(({id}) => id !== asset.id && sector?.members.includes(id));
  const measure = measureOf(asset);
  const standsFor = measure && standsForIn(measure, listed);
  const wanted = {
    asset,
    benchmark,
    members,
    asOf,
    ...(measure && {measure}),
    ...(standsFor && {standsFor}),
  };
  const {answers: tables, close} = await cutTables(folder, dataset, wanted);
  const context = {asset: unkeyed(asset), benchmark: unkeyed(benchmark), asOf};
  const field = await gatherField(folder, dataset, {coins, recorded, close, context, cache});
  return {
    ...context,
    simulated: dataset.simulated,
    answers: [
      ...recorded,
      ...tables,
      ...field,
      ...(measure ? [writeMeasure(measure, asset, asOf)] : []),
      ...(sector ? [writeSector(sector, asOf)] : []),
    ],
  };
}

/** Where neither the manifest names one nor Bitcoin is among the assets, it is measured on nothing but itself. */
function benchmarkOf(
  {benchmark, name}: Dataset,
  asset: FolderCoin,
  listed: readonly FolderCoin[],
): FolderCoin {
  if (benchmark !== undefined) return resolve(benchmark, listed, name);
  return listed.find(({id}) => id === usualBenchmark) ?? asset;
}

function sectorOf(
  asset: FolderCoin,
  wish: SectorWish,
  listed: readonly FolderCoin[],
): SectorList | undefined {
  const groups = groupsOf(listed);
  if (wish.asked === undefined)
    return groups.find(({name}) => name === asset.sector) ?? listOf(wish, asset);
  const found = listOf(wish, asset) ?? groups.find(({id}) => id === wish.asked);
  if (found || typeof wish.asked === "object") return found;
  throw unknownSector(wish.asked, [...wish.lists, ...groups]);
}

/** The groups that the list of assets puts its coins in. */
function groupsOf(listed: readonly FolderCoin[]): SectorList[] {
  const groups = Map.groupBy(listed, ({sector}) => sector ?? "");
  groups.delete("");
  return [...groups].map(([name, coins]) => ({
    id: name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-"),
    name,
    members: [...new Set(coins.map(({id}) => id))],
  }));
}

/** The recorded API answers given before the instant: of each request the last one. */
async function recordedAnswers(folder: string, dataset: Dataset, asOf: string): Promise<Answer[]> {
  const latest = new Map<string, Dataset["answers"][number]>();
  for (const answer of dataset.answers) {
    const age = Date.parse(asOf) - Date.parse(answer.fetchedAt);
    if (age < 0 || age > freshFor) continue;
    const request = JSON.stringify([answer.source, answer.endpoint, answer.query]);
    const known = latest.get(request);
    if (!known || known.fetchedAt <= answer.fetchedAt) latest.set(request, answer);
  }
  return Promise.all([...latest.values()].map(answer => readAnswer(folder, answer)));
}

/** @throws SourceUnavailable where the file that the manifest names cannot be read */
export const readAnswer = async (
  folder: string,
  answer: Dataset["answers"][number],
): Promise<Answer> => ({
  source: answer.source,
  endpoint: answer.endpoint,
  query: Object.fromEntries(Object.entries(answer.query).map(([k, v]) => [k, String(v)])),
  url: answer.file,
  fetchedAt: answer.fetchedAt,
  mediaType: "application/json",
  body: await readRegularFile(
    join(folder, answer.file),
    mostAnswerBytes,
    cause =>
      new SourceUnavailable(
        `${answer.file} is named in ${join(folder, "dataset.json")} but cannot be read: ${cause.message}`,
        {cause},
      ),
  ),
});

/**
 * The coins that a note from the folder can be on as of the instant: those of its list, and those of
 * answers that were fresh then.
 *
 * @throws UsageError where the folder is none of recorded data
 * @throws SourceUnavailable where a file of it cannot be read
 */
export async function folderCoinsAt(folder: string, asOf: string): Promise<Asset[]> {
  const dataset = await loadDataset(folder);
  const recorded = await recordedAnswers(folder, dataset, asOf);
  return listAssets(await listedCoins(folder, dataset), recorded).map(unkeyed);
}

/** The coins of the list, and those that appear only in recorded answers. */
function listAssets(coins: readonly ListedCoin[], recorded: readonly Answer[]): FolderCoin[] {
  const inTables = coins.map(({asset, ...rest}) => ({...asset, ...rest}));
  const known = new Set(inTables.map(asset => asset.id));
  const others = new Map<string, FolderCoin>();
  for (const answer of recorded)
    for (const coin of coinsIn(answer)) if (!known.has(coin.id)) others.set(coin.id, coin);
  return [...inTables, ...others.values()];
}

/** An id stands for itself; a symbol for every coin that carries it. */
export function coinsNamed<Coin extends Asset>(coin: string, listed: readonly Coin[]): Coin[] {
  const exact = listed.find(({id}) => id === coin);
  if (exact) return [exact];
  const wanted = coin.toLowerCase();
  return listed.filter(
    ({id, symbol}) => symbol.toLowerCase() === wanted || id.toLowerCase() === wanted,
  );
}

/** @throws UsageError where not exactly one coin is named so */
function resolve(coin: string, listed: readonly FolderCoin[], where: string): FolderCoin {
  const bearers = coinsNamed(coin, listed);
  if (bearers.length === 1) return bearers[0]!;
  if (bearers.length > 1)
    throw new UsageError(
      `"${coin}" is the symbol of several coins: give the id of one of them: ${bearers.map(describe).join(", ")}`,
    );
  const near = nearest(coin, listed, ({id, symbol, name}) => [id, symbol, name]);
  const hint = near.length ? `did you mean ${near.map(describe).join(", ")}?` : "check its id";
  throw new UsageError(`no coin "${coin}" in ${where}: ${hint}`);
}

const describe = ({id, name}: Asset) => (id === name ? id : `${id} (${name})`);
