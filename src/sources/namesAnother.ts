import type {Asset} from "../model/snapshot.ts";
import {isMeasured} from "./ruler.ts";

/** A coin that stands for another one moves as that one does; its name says so. */
export const standsForACoin = /\b(wrapped|bridged|(re)?staked|liquid staking)\b/i;

/** So does one that stands for a currency, a metal or a fund; Bitcoin Gold is none of gold. */
const standsForMoney =
  /usd|\b(dollar|stablecoin|euro|treasury|t-bills?|fund|silver)\b|(?<!bitcoin )\bgold\b/i;

/** Whether the coin is known, by its id or its name, to have its price from another price. */
export const namesAnother = (asset: Asset): boolean =>
  isMeasured(asset) ||
  [asset.name, asset.symbol].some(text => standsForACoin.test(text) || standsForMoney.test(text));
