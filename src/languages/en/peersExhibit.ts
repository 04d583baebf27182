import type {Block} from "../../model/article.ts";
import type {PeerRow} from "../../model/finding.ts";
import {say, type Text} from "../../model/text.ts";
import {peersBody} from "../../narrative/charts.ts";
import type {
  PeerColumn,
  PeersExhibit,
  PeersPicture,
  PeersTable,
} from "../../narrative/peersExhibit.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import {noun} from "./nouns.ts";
import {group} from "./peers.ts";
import {capital, sourceLine} from "./words.ts";

const headings: Readonly<Record<PeerColumn, (telling: Telling) => Text>> = {
  "market-cap": () => say`Market cap`,
  day: ({pen, fixed}) => say`${pen.count(fixed.hours)} hours`,
  month: ({pen, fixed}) => say`${pen.count(fixed.month)} days`,
  turnover: () => say`Turnover`,
  correlation: ({benchmark, pen}) => say`Corr. with ${pen.name(benchmark.name)}`,
};

const none = say`–`;

const cells: Readonly<Record<PeerColumn, (row: PeerRow, pen: Telling["pen"]) => Text>> = {
  "market-cap": ({marketCap}, pen) => (marketCap ? [pen.money(marketCap)] : none),
  day: ({change24h}, pen) => (change24h ? [pen.change(change24h)] : none),
  month: ({change30d}, pen) => (change30d ? [pen.change(change30d)] : none),
  turnover: ({turnover}, pen) => (turnover ? [pen.ratio(turnover)] : none),
  correlation: ({correlation}, pen) => (correlation ? [pen.correlation(correlation)] : none),
};

export const peersExhibits: Words<PeersExhibit, Block> = {
  "sector-chart": picture,
  "sector-table"(point, telling) {
    const {asset, pen} = telling;
    const {columns, rows, sector} = point;
    return {
      kind: "exhibit",
      title: seen(point, telling),
      body: {
        table: {
          columns: [
            {heading: say`${capital(say`${noun(asset)}`)}`, align: "left"},
            ...columns.map(name => ({heading: headings[name](telling), align: "right" as const})),
          ],
          rows: rows.map(row => [
            row.asset.id === asset.id
              ? [{strong: [pen.name(row.asset.name)]}]
              : [pen.name(row.asset.name)],
            ...columns.map(name => cells[name](row, pen)),
          ]),
        },
      },
      source: sourceLine(
        point.sources,
        say`${pen.name(asset.symbol)} among ${group(sector, pen)}${order(point)}. As of ${pen.instant(point.asOf)}${closes(point, telling)}. A dash: no figure on record.${unseen(point, telling)}`,
      ),
    };
  },
};

function picture(point: PeersPicture, telling: Telling): Block {
  const {asset, pen, fixed} = telling;
  const {drawn, median, own, sector, span} = point;
  const time = span === "month" ? say`${pen.count(fixed.month)} days` : say`a day`;
  const others = median ? say`; the median of the others ${pen.change(median)}` : [];
  return {
    kind: "exhibit",
    title: placeSeen(point, telling),
    body: peersBody(drawn, telling, {
      alt: say`Change of ${pen.name(asset.name)} over ${time}: ${pen.change(own)}${others}.`,
      watermark: "Simulated",
      labels: {
        change:
          span === "month" ? `Change over ${pen.count(fixed.month).print} days` : "Change in a day",
        median: "Median of the others",
      },
    }),
    source: sourceLine(
      point.sources,
      say`${pen.name(asset.symbol)} among ${group(sector, pen)}. As of ${pen.instant(point.asOf)}.`,
    ),
  };
}

/** "Third of ten over 30 days" */
function placeSeen({seen: place, span, sector}: PeersPicture, {asset, pen, fixed}: Telling): Text {
  const time = span === "day" ? say`in a day` : say`over ${pen.count(fixed.month)} days`;
  switch (place.by) {
    case "place":
      return place.end === "none"
        ? say`Number ${pen.count(place.place)} of ${pen.count(place.size)} ${time}`
        : say`${place.end === "first" ? "First" : "Last"} of ${pen.counted(place.size)} ${time}`;
    case "median":
      return say`${place.side === "above" ? "Above" : "Below"} the median of the others ${time}`;
    case "nothing":
      return say`${pen.name(asset.symbol)} among ${group(sector, pen)}`;
  }
}

function seen(
  {ends, sector}: Pick<PeersTable, "ends" | "sector">,
  {asset, pen, fixed}: Telling,
): Text {
  if (!ends) return say`${pen.name(asset.symbol)} among ${group(sector, pen)}`;
  const {span, among, best, worst} = ends;
  const of = among === "shown" ? say`Of those shown, ` : [];
  const time = span === "day" ? say`in a day` : say`over ${pen.count(fixed.month)} days`;
  return say`${of}${pen.name(best.name)} ${best.way === "up" ? "gained most" : "lost least"} ${time}, ${pen.name(worst.name)} ${worst.way === "up" ? "gained least" : "lost most"}`;
}

/** Those of unknown size stand last. */
function order({order: by}: PeersTable): string {
  switch (by) {
    case "by-size":
      return ", the largest first";
    case "by-size-then-unknown":
      return ", the largest first and those of unknown size last";
    case "none":
      return "";
  }
}

const closes = ({closesTo}: PeersTable, {pen}: Telling): Text =>
  closesTo ? say`; what rests on closes, to that of ${pen.day(closesTo)}` : [];

const unseen = ({unseen: count}: PeersTable, {pen}: Telling): Text =>
  count
    ? say` Of ${pen.counted(count)} more nothing of late is on record; they are counted in no place.`
    : [];
