import {join} from "node:path";
import {displayText} from "../format/displayText.ts";
import {kindOf} from "../model/assetKind.ts";
import type {Asset} from "../model/snapshot.ts";
import {toAsset} from "./coingeckoValues.ts";
import {rows} from "./csv.ts";
import type {Dataset} from "./dataset.ts";
import {selectLines} from "./selectLines.ts";

/** A line of the list of assets. */
export interface ListedCoin {
  readonly asset: Asset;
  /** The word by which the price files know it. */
  readonly key: string;
  /** What kind of thing it is, where the list has a column `class`. */
  readonly class?: string;
  /** The coin that it belongs to by its key, where the list has a column `group`. */
  readonly group?: string;
  /** The coins that it is compared with, where the list says so. */
  readonly sector?: string;
}

/** A coin of a folder: of its list, or of its recorded answers alone, which have no key. */
export interface FolderCoin extends Asset, Partial<Omit<ListedCoin, "asset">> {}

export const unkeyed = ({id, symbol, name, kind}: FolderCoin): Asset => ({
  id,
  symbol,
  name,
  ...(kind && {kind}),
});

/** What the asset is, where it is no coin. */
function ofKind(asset: Asset, className: string | undefined): Asset {
  const kind = kindOf(className);
  return kind === "coin" ? asset : {...asset, kind};
}

/** Every asset of a folder's list (`docs/files.md`), in its order. */
export async function listedCoins(folder: string, {assets}: Dataset): Promise<ListedCoin[]> {
  if (Array.isArray(assets)) return assets.map(listedIn);
  const {file, ...names} = assets;
  const path = join(folder, file);
  const columns = Object.values(names).filter(name => name !== undefined);
  return rows(await selectLines(path, {columns}), path).map(row => {
    const key = row[names.symbol]!;
    const sector = displayText(row[names.sector ?? ""] ?? "");
    return {
      asset: ofKind(
        toAsset({id: row[names.id] || key, symbol: key, name: row[names.name]!}),
        row.class,
      ),
      key,
      ...(row.class && {class: row.class}),
      ...(row.group && {group: row.group}),
      ...(sector && {sector}),
    };
  });
}

/** An asset of a list that the manifest itself holds. */
const listedIn = ({id, symbol, name, sector, class: kind}: InManifest): ListedCoin => ({
  asset: ofKind(toAsset({id, symbol, name}), kind),
  key: symbol,
  ...(kind && {class: kind}),
  ...(sector && {sector}),
});

type InManifest = Extract<Dataset["assets"], readonly unknown[]>[number];

/** Of several lines with one id the first: a note on that id is written of it, too. */
export const firstOfEach = (listed: readonly ListedCoin[]): ListedCoin[] => [
  ...Map.groupBy(listed, ({asset}) => asset.id)
    .values()
    .map(([first]) => first!),
];
