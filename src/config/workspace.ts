import {fileURLToPath} from "node:url";
import {type House, plainHouse} from "../model/house.ts";
import type {SectorList} from "../model/market.ts";
import type {NoteSpec} from "../model/order.ts";
import type {Workspace} from "../model/workspace.ts";

/** The profiles that come with the program. */
const shippedProfiles = fileURLToPath(new URL("../../profiles", import.meta.url));

/** Where nothing is configured. */
export const plainWorkspace: Workspace = {
  house: plainHouse,
  datasets: {},
  profiles: shippedProfiles,
  sectors: [],
};

/** What options, environment and configuration say of a note, by paths of this machine. */
export interface LocalSpec extends Omit<NoteSpec, "coin" | "data" | "profiles" | "earlier"> {
  /** A folder, or the name of a data set of the configuration. */
  readonly data?: string;
  /** A folder; false for none. */
  readonly profiles?: string | false;
  /** A folder; false for none. */
  readonly earlier?: string | false;
  readonly out?: string;
  readonly house?: House;
  readonly templates?: string;
  readonly sectors?: readonly SectorList[];
  readonly datasets?: Readonly<Record<string, string>>;
}

/** The names that stand for the paths, and what they stand for. Earlier notes lie where notes go. */
export function localOrder(local: LocalSpec): {spec: Omit<NoteSpec, "coin">; workspace: Workspace} {
  const {data, profiles, earlier, out, house, templates, sectors, datasets = {}, ...spec} = local;
  const dataset = data === undefined ? undefined : datasetOf(data, datasets);
  const notes = earlier ?? out;
  return {
    spec: {
      ...spec,
      ...(dataset && {data: dataset.name}),
      profiles: profiles !== false,
      earlier: earlier !== false,
    },
    workspace: {
      ...plainWorkspace,
      ...(house && {house}),
      datasets: {...datasets, ...(dataset && {[dataset.name]: dataset.folder})},
      ...(templates !== undefined && {templates}),
      ...(profiles && {profiles}),
      ...(sectors && {sectors}),
      ...(notes && {earlier: notes}),
    },
  };
}

/** A folder without a name in the configuration: where it lies changes nothing in the order. */
function datasetOf(data: string, datasets: Readonly<Record<string, string>>) {
  const known = Object.hasOwn(datasets, data) ? datasets[data] : undefined;
  return known === undefined ? {name: "given", folder: data} : {name: data, folder: known};
}
