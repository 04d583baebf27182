import type {House} from "./house.ts";
import type {SectorList} from "./market.ts";

/** Where the things lie that an order names: whoever runs an order has one. */
export interface Workspace {
  readonly house: House;
  /** Folders of recorded data and of snapshots, by the names that orders give them. */
  readonly datasets: Readonly<Record<string, string>>;
  /** Folder of templates and styles that take the place of ours, by name. */
  readonly templates?: string;
  /** Folder of profiles and of the lists of sectors beside them. */
  readonly profiles?: string;
  /** The house's own lists of coins to compare with. */
  readonly sectors: readonly SectorList[];
  /** Folder of earlier notes. */
  readonly earlier?: string;
}
