import {type Day, lastDayOver} from "../model/day.ts";
import type {Figure} from "../model/figure.ts";
import type {PeerRow, PeersFinding} from "../model/finding.ts";
import type {Facts} from "./facts.ts";
import {type PeersExhibit, peersExhibit} from "./peersExhibit.ts";
import type {Plan} from "./point.ts";
import type {Story} from "./story.ts";

type Sector = PeersFinding["sector"];

export type PeersHeading =
  | {
      readonly kind: "first-or-last-of-sector";
      readonly end: "first" | "last";
      readonly sector: Sector;
      readonly size: Figure<"count">;
    }
  | {readonly kind: "among-sector"; readonly sector: Sector};

/** Where the coin stands in its sector by size. */
interface SectorSize {
  readonly kind: "size-in-sector";
  readonly size: Figure<"count">;
  readonly sector: Sector;
  readonly place:
    | {readonly kind: "largest"}
    | {readonly kind: "place"; readonly place: Figure<"rank">}
    | {readonly kind: "unknown"};
}

/** A change beside the median of the others. */
export interface Beside {
  readonly span: "month" | "day";
  /** The close that it ends with, where that is not the note's own day. */
  readonly to?: Day;
  readonly change: Figure<"return">;
  readonly median: Figure<"return">;
  readonly side: "better" | "worse" | "alike";
  readonly end: "first" | "last" | "between";
}

/** Its month and its day: one of them, both on the same side, or one on each. */
type SectorMoves =
  | {readonly kind: "move-beside-sector"; readonly one: Beside}
  | {
      readonly kind: "moves-beside-sector";
      readonly month: Beside;
      readonly day: Beside;
      /** Both better or worse than the middle, than all of the others, or one of each. */
      readonly agreement: "same" | "same-than-all" | "opposite";
    };

interface SectorMonth {
  readonly kind: "month-of-sector";
  readonly to?: Day;
  readonly median: Figure<"return">;
}

interface SectorTurnover {
  readonly kind: "turnover-beside-sector";
  readonly side: "more" | "less";
  readonly own: Figure<"ratio">;
  readonly median: Figure<"ratio">;
}

interface SectorTie {
  readonly kind: "tie-beside-sector";
  readonly side: "higher" | "lower";
  readonly own: Figure<"correlation">;
  readonly median: Figure<"correlation">;
}

export type PeersSentence = SectorSize | SectorMoves | SectorMonth | SectorTurnover | SectorTie;

/** What lies nearer to the median of the others than this is like it, and not told. */
const alike = {change: 0.01, turnover: 1.5, correlation: 0.1};

/** The coin among the others of its sector. */
export function peersPlan(
  facts: Facts,
  story: Story,
): Plan<PeersHeading, PeersSentence, PeersExhibit> | undefined {
  const {peers: found} = facts;
  if (!found) return undefined;
  return {
    heading: heading(found, story),
    blocks: [
      {
        paragraph: [
          size(found),
          ...moves(found, facts),
          ...turnover(found, facts),
          ...tie(found, facts),
        ],
      },
      {exhibit: peersExhibit(found)},
    ],
  };
}

function heading({sector, size: coins}: PeersFinding, {angles}: Story): PeersHeading {
  const end = angles.includes("leads") ? "first" : angles.includes("lags") ? "last" : undefined;
  return end
    ? {kind: "first-or-last-of-sector", end, sector, size: coins}
    : {kind: "among-sector", sector};
}

const ownRow = ({rows}: PeersFinding, {asset}: Facts): PeerRow | undefined =>
  rows.find(row => row.asset.id === asset.id);

function size({size: coins, sector, place: {marketCap}, unseen}: PeersFinding): SectorSize {
  const place: SectorSize["place"] = !marketCap
    ? {kind: "unknown"}
    : marketCap.value === 1 && !unseen
      ? {kind: "largest"}
      : {kind: "place", place: marketCap};
  return {kind: "size-in-sector", size: coins, sector, place};
}

/** The close that a figure between closes ends with; a source's own change ends with its instant. */
export const lastClose = ({origin, asOf}: Figure): Day | undefined =>
  "formula" in origin ? lastDayOver(asOf) : undefined;

function closedOn(figure: Figure, {asOf}: Facts): {readonly to?: Day} {
  const to = lastClose(figure);
  return to && to !== lastDayOver(asOf) ? {to} : {};
}

/** Its month and its day beside the median of the others. */
function moves(found: PeersFinding, facts: Facts): (SectorMoves | SectorMonth)[] {
  const {change30d, change24h} = ownRow(found, facts) ?? {};
  const {median, place, size: coins} = found;
  const beside = (
    span: Beside["span"],
    change: Figure<"return"> | undefined,
    middle: Figure<"return"> | undefined,
    at: Figure<"rank"> | undefined,
  ): Beside | undefined => {
    if (!change || !middle) return undefined;
    const gap = change.value - middle.value;
    const end = at?.value === 1 ? "first" : at?.value === coins.value ? "last" : "between";
    const side = Math.abs(gap) < alike.change ? "alike" : gap > 0 ? "better" : "worse";
    return {span, ...closedOn(change, facts), change, median: middle, side, end};
  };
  const month = beside("month", change30d, median.change30d, place.change30d);
  const day = beside("day", change24h, median.change24h, place.change24h);
  const without: SectorMonth[] =
    !month && median.change30d
      ? [{kind: "month-of-sector", ...closedOn(median.change30d, facts), median: median.change30d}]
      : [];
  if (month && day && month.side !== "alike" && day.side !== "alike") {
    const all = month.end === day.end && month.end !== "between";
    const agreement = month.side !== day.side ? "opposite" : all ? "same-than-all" : "same";
    return [{kind: "moves-beside-sector", month, day, agreement}];
  }
  const told = [month, day].filter(one => one !== undefined);
  const unlike = told.filter(({side}) => side !== "alike");
  const one = unlike[0] ?? told[0];
  return [...without, ...(one ? [{kind: "move-beside-sector", one} as const] : [])];
}

function turnover(found: PeersFinding, facts: Facts): SectorTurnover[] {
  const own = ownRow(found, facts)?.turnover;
  const {turnover: median} = found.median;
  if (!own || !median || median.value <= 0) return [];
  const times = own.value / median.value;
  if (times < alike.turnover && times > 1 / alike.turnover) return [];
  return [{kind: "turnover-beside-sector", side: times > 1 ? "more" : "less", own, median}];
}

function tie({median: {correlation: median}}: PeersFinding, {dependence}: Facts): SectorTie[] {
  const own = dependence?.windows.find(one => one.window === 60)?.rho;
  if (!median || !own || Math.abs(own.value - median.value) < alike.correlation) return [];
  const side = own.value > median.value ? "higher" : "lower";
  return [{kind: "tie-beside-sector", side, own, median}];
}
