/** What an asset is: it decides what a note calls it, and what is asked of it. */
export const assetKinds = ["coin", "share", "fund", "commodity", "currency", "index"] as const;
export type AssetKind = (typeof assetKinds)[number];

/** What a list of assets may say of one in its manifest. */
export const assetClasses = [
  "crypto",
  "stablecoin",
  "stablecoin_eur",
  "failed_stablecoin",
  "wrapped",
  "share",
  "fund",
  "commodity",
  "metal",
  "currency",
  "fiat",
  "index",
] as const;

const kinds: Readonly<Record<string, AssetKind>> = {
  share: "share",
  fund: "fund",
  commodity: "commodity",
  metal: "commodity",
  currency: "currency",
  fiat: "currency",
  index: "index",
};

/** The kind of a class of assets; whatever is no other kind is a coin. */
export const kindOf = (className: string | undefined): AssetKind =>
  (className !== undefined && Object.hasOwn(kinds, className) && kinds[className]) || "coin";
