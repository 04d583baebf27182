import {kindOf} from "./assetKind.ts";

/** Classes of a list of assets whose price another price makes. */
const classes = /^(stablecoin(_\w+)?|wrapped)$/;

/** Whether an asset of this class, as a list of assets gives it, is none of the coins that make their own price. */
export const isAnothersPrice = (kind: string): boolean =>
  classes.test(kind) || kindOf(kind) !== "coin";
