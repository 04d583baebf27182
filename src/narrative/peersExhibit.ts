import type {PeersChart} from "../model/chart.ts";
import {type Day, lastDayOver} from "../model/day.ts";
import type {Figure} from "../model/figure.ts";
import type {PeerRow, PeersFinding} from "../model/finding.ts";
import type {Asset} from "../model/snapshot.ts";

/** The coins of the sector as a picture, by what they gained or lost. */
export interface PeersPicture {
  readonly kind: "sector-chart";
  readonly span: "month" | "day";
  readonly own: Figure<"return">;
  /** Of all others of the sector, shown or not. */
  readonly median?: Figure<"return">;
  readonly seen: PlaceSeen;
  readonly sector: PeersFinding["sector"];
  readonly drawn: Pick<PeersChart, "coins" | "median">;
  readonly asOf: string;
  readonly sources: readonly string[];
}

/** Its place by the change that is drawn; where one has no change, on which side of the median it lies. */
export type PlaceSeen =
  | {
      readonly by: "place";
      readonly end: "first" | "last" | "none";
      readonly place: Figure<"rank">;
      readonly size: Figure<"count">;
    }
  | {readonly by: "median"; readonly side: "above" | "below"}
  | {readonly by: "nothing"};

export type PeersExhibit = PeersPicture | PeersTable;

export type PeerColumn = "market-cap" | "day" | "month" | "turnover" | "correlation";

/** The coins of the sector side by side. */
export interface PeersTable {
  readonly kind: "sector-table";
  readonly sector: PeersFinding["sector"];
  /** Who did best and worst over the month, or over the day where that is unknown, unless a picture shows it. */
  readonly ends?: PeerEnds;
  readonly columns: readonly PeerColumn[];
  readonly rows: readonly PeerRow[];
  /** Largest first; those of unknown size after them. */
  readonly order: "by-size" | "by-size-then-unknown" | "none";
  readonly asOf: string;
  /** The last close of the columns that rest on closes. */
  readonly closesTo?: Day;
  /** Of so many more nothing of late is on record. */
  readonly unseen?: Figure<"count">;
  readonly sources: readonly string[];
}

interface PeerEnds {
  readonly span: "month" | "day";
  /** Whether none of the whole sector did better or worse, or none of the rows that are shown. */
  readonly among: "all" | "shown";
  readonly best: PeerEnd;
  readonly worst: PeerEnd;
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

/** The picture where the coin can be seen among enough of them, and the table that it is drawn from. */
export function peersExhibits(found: PeersFinding, asset: Asset): PeersExhibit[] {
  const picture = peersPicture(found, asset);
  const {ends: seen, ...table} = peersTable(found);
  return picture ? [picture, table] : [{...table, ...(seen && {ends: seen})}];
}

/** Undefined where the coin has too few beside it to be seen among. */
export function peersPicture(found: PeersFinding, asset: Asset): PeersPicture | undefined {
  const {rows, sector, size, sources} = found;
  const {ends: seen} = ends(found);
  if (!seen) return undefined;
  const key = seen.span === "month" ? "change30d" : "change24h";
  const own = rows.find(row => row.asset.id === asset.id)?.[key];
  if (!own) return undefined;
  const median = found.median[key];
  const coins = rows.flatMap(({asset: {id, name}, [key]: change}) =>
    change ? [{id, name, change: change.value, ...(id === asset.id && {own: true as const})}] : [],
  );
  return {
    kind: "sector-chart",
    span: seen.span,
    own,
    ...(median && {median}),
    seen: placeSeen(own, found.place[key], median, size),
    sector,
    drawn: {coins, ...(median && {median: median.value})},
    asOf: size.asOf,
    sources,
  };
}

function placeSeen(
  own: Figure<"return">,
  place: Figure<"rank"> | undefined,
  median: Figure<"return"> | undefined,
  size: Figure<"count">,
): PlaceSeen {
  if (place) {
    const end = place.value === 1 ? "first" : place.value === size.value ? "last" : "none";
    return {by: "place", end, place, size};
  }
  return median
    ? {by: "median", side: own.value > median.value ? "above" : "below"}
    : {by: "nothing"};
}

function peersTable(found: PeersFinding): PeersTable {
  const {rows, sector, size, sources, unseen} = found;
  const sized = rows.filter(({marketCap}) => marketCap).length;
  const closesTo = rows
    .flatMap(row => [row.change30d, row.correlation])
    .map(figure => figure && lastClose(figure))
    .find(day => day !== undefined);
  return {
    kind: "sector-table",
    sector,
    ...ends(found),
    columns: columns.filter(([, key]) => rows.some(row => row[key])).map(([name]) => name),
    rows,
    order: sized === 0 ? "none" : sized === rows.length ? "by-size" : "by-size-then-unknown",
    asOf: size.asOf,
    ...(closesTo && {closesTo}),
    ...(unseen && {unseen: unseen.count}),
    sources,
  };
}

/** The close that a figure between closes ends with; a source's own change ends with its instant. */
export const lastClose = ({origin, asOf}: Figure): Day | undefined =>
  "formula" in origin ? lastDayOver(asOf) : undefined;

/** Among the rows that are shown. */
function ends({rows, rest}: PeersFinding): Pick<PeersTable, "ends"> {
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
    const isBeyond = (change: number) => change > best.change || change < worst.change;
    const end = ({name, change}: typeof best): PeerEnd => ({name, way: change > 0 ? "up" : "down"});
    const beyond = rest.some(({[key]: change}) => change && isBeyond(change.value));
    return {
      ends: {span, among: beyond ? "shown" : "all", best: end(best), worst: end(worst)},
    };
  }
  return {};
}
