import type {DailySeries} from "./market.ts";
import type {Asset} from "./snapshot.ts";

/** One coin of a universe, with its closes as the source gives them. */
export interface UniverseCoin {
  readonly asset: Asset;
  /** What kind of thing it is, where the source says so: "crypto", "stablecoin", "wrapped", … */
  readonly class?: string;
  readonly close: DailySeries;
}

/** Every coin a source knows at one instant: what a scan runs over. */
export interface Universe {
  readonly asOf: string;
  /** What the reader is told the data come from. */
  readonly name: string;
  readonly simulated: boolean;
  /** What dependence is measured on; it is none of the coins. */
  readonly benchmark: UniverseCoin;
  readonly coins: readonly UniverseCoin[];
  /** Coins that the source lists and gives no closes of, with why. */
  readonly missing: readonly {readonly asset: Asset; readonly reason: string}[];
}
