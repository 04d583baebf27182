import type {AssetKind} from "../../model/assetKind.ts";
import type {Telling} from "../../narrative/point.ts";

const plurals: Readonly<Record<AssetKind, string>> = {
  coin: "coins",
  share: "shares",
  fund: "funds",
  commodity: "commodities",
  currency: "currencies",
  index: "indices",
};

type Kind = Pick<Telling["asset"], "kind">;

/** What the asset is called where its name would be too much: "the share itself". */
export const noun = ({kind = "coin"}: Kind): string => kind;

/** More of the same: "not on shares". */
export const plural = ({kind = "coin"}: Kind): string => plurals[kind];

/** Days of its market: "days", or "trading days". */
export const marketDays = ({rests}: Pick<Telling, "rests">): string =>
  rests ? "trading days" : "days";
