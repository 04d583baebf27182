import type {Day} from "../model/day.ts";
import type {PeerRow, PeersFinding} from "../model/finding.ts";
import {lastClose} from "./peers.ts";

export type PeerColumn = "market-cap" | "day" | "month" | "turnover" | "correlation";

/** The coins of the sector side by side. */
export interface PeersExhibit {
  readonly kind: "sector-table";
  readonly sector: PeersFinding["sector"];
  /** Who did best and worst over the month, or over the day where that is unknown. */
  readonly ends?: {readonly span: "month" | "day"; readonly best: PeerEnd; readonly worst: PeerEnd};
  readonly columns: readonly PeerColumn[];
  readonly rows: readonly PeerRow[];
  /** Largest first; those of unknown size after them. */
  readonly order: "by-size" | "by-size-then-unknown" | "none";
  readonly asOf: string;
  /** The last close of the columns that rest on closes. */
  readonly closesTo?: Day;
  /** Of these nothing of late is on record. */
  readonly unseen: readonly string[];
  readonly sources: readonly string[];
}

interface PeerEnd {
  readonly name: string;
  readonly way: "up" | "down";
}

const columns: readonly (readonly [PeerColumn, keyof PeerRow])[] = [
  ["market-cap", "marketCap"],
  ["day", "change24h"],
  ["month", "change30d"],
  ["turnover", "turnover"],
  ["correlation", "correlation"],
];

/** Of fewer coins there is no best and worst. */
const fewest = 4;

export function peersExhibit(found: PeersFinding): PeersExhibit {
  const {rows, sector, size, sources, unseen} = found;
  const sized = rows.filter(({marketCap}) => marketCap).length;
  const closesTo = rows
    .flatMap(row => [row.change30d, row.correlation])
    .map(figure => figure && lastClose(figure))
    .find(day => day !== undefined);
  return {
    kind: "sector-table",
    sector,
    ...ends(rows),
    columns: columns.filter(([, key]) => rows.some(row => row[key])).map(([name]) => name),
    rows,
    order: sized === 0 ? "none" : sized === rows.length ? "by-size" : "by-size-then-unknown",
    asOf: size.asOf,
    ...(closesTo && {closesTo}),
    unseen: unseen?.names ?? [],
    sources,
  };
}

/** Among the rows that are shown. */
function ends(rows: readonly PeerRow[]): Pick<PeersExhibit, "ends"> {
  for (const [span, key] of [
    ["month", "change30d"],
    ["day", "change24h"],
  ] as const) {
    const known = rows
      .flatMap(({asset, [key]: change}) =>
        change ? [{name: asset.name, change: change.value}] : [],
      )
      .toSorted((a, b) => b.change - a.change);
    const [best, worst] = [known[0], known.at(-1)];
    if (known.length < fewest || !best || !worst) continue;
    const end = ({name, change}: typeof best): PeerEnd => ({name, way: change > 0 ? "up" : "down"});
    return {ends: {span, best: end(best), worst: end(worst)}};
  }
  return {};
}
