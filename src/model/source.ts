interface Source {
  /** A scan can rank all of its coins. */
  readonly universe: boolean;
  /** Why it knows no coins to compare with; absent where it does. */
  readonly withoutSectors?: string;
  /** It answers for now: nobody can ask it how things were. */
  readonly nowOnly?: true;
  /** How often it is asked, as counted where nothing was kept; absent where nobody is. */
  readonly calls?: Calls;
}

interface Calls {
  readonly note: number;
  readonly scan: (top: number) => number;
}

/** Coins on a page of CoinGecko's markets. */
const pageSize = 250;

/**
 * The sources that a note can be made from. A new one has a line here, and the compiler names what
 * it lacks: how it is gathered from (`sources/gather.ts`).
 */
const list = {
  coingecko: {
    universe: true,
    nowOnly: true,
    calls: {note: 9, scan: top => top + Math.ceil(top / pageSize)},
  },
  files: {universe: true},
  "currency-api": {
    universe: false,
    withoutSectors: "daily rates know no sectors",
    // A year of days, none of them kept yet.
    calls: {note: 370, scan: () => 0},
  },
  snapshot: {
    universe: false,
    withoutSectors: "a snapshot has the sector that it was gathered with",
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceKind = keyof typeof list;
export type UniverseKind = {
  [K in SourceKind]: (typeof list)[K]["universe"] extends true ? K : never;
}[SourceKind];

export const sources: Readonly<Record<SourceKind, Source>> = list;
export const sourceKinds = Object.keys(list) as readonly SourceKind[];
export const universeKinds = sourceKinds.filter(
  (kind): kind is UniverseKind => sources[kind].universe,
);
