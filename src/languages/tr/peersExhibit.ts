import type {Block} from "../../model/article.ts";
import type {PeerRow} from "../../model/finding.ts";
import {say, type Text} from "../../model/text.ts";
import type {PeerColumn, PeersExhibit} from "../../narrative/peersExhibit.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import {group, list, named, sourceLine} from "./words.ts";

const headings: Readonly<Record<PeerColumn, (telling: Telling) => Text>> = {
  "market-cap": () => say`Piyasa değeri`,
  day: ({pen, fixed}) => say`${pen.count(fixed.hours)} saat`,
  month: ({pen, fixed}) => say`${pen.count(fixed.month)} gün`,
  turnover: () => say`Hacim / piyasa değeri`,
  correlation: ({benchmark, pen}) => say`${named(benchmark.name, "instrumental", pen)} korelasyon`,
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
  "sector-table"(point, telling) {
    const {asset, pen} = telling;
    const {columns, rows, sector} = point;
    return {
      kind: "exhibit",
      title: seen(point, telling),
      body: {
        table: {
          columns: [
            {heading: say`Coin`, align: "left"},
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
        say`${pen.name(asset.symbol)}, ${group(sector, pen)} arasında${order(point)}; ${pen.instant(point.asOf)} itibarıyla.${closes(point, telling)} Çizgi: kayıtta değer yok.${unseen(point, telling)}`,
      ),
    };
  },
};

function seen({ends, sector}: PeersExhibit, {asset, pen, fixed}: Telling): Text {
  if (!ends) return say`${pen.name(asset.symbol)}, ${group(sector, pen)} arasında`;
  const {span, best, worst} = ends;
  const time = span === "day" ? say`Bir günde` : say`${pen.count(fixed.month)} günde`;
  const most = best.way === "up" ? "en çok yükselen" : "en az gerileyen";
  const least = worst.way === "up" ? "en az yükselen" : "en çok gerileyen";
  return say`${time} ${most} ${pen.name(best.name)}, ${least} ${pen.name(worst.name)}`;
}

/** Those of unknown size stand last. */
function order({order: by}: PeersExhibit): string {
  switch (by) {
    case "by-size":
      return " (büyükten küçüğe)";
    case "by-size-then-unknown":
      return " (büyükten küçüğe, büyüklüğü bilinmeyenler sonda)";
    case "none":
      return "";
  }
}

const closes = ({closesTo}: PeersExhibit, {pen}: Telling): Text =>
  closesTo ? say` Kapanışlara dayanan sütunlar ${pen.day(closesTo)} kapanışına kadardır.` : [];

const unseen = ({unseen: names}: PeersExhibit, {pen}: Telling): Text =>
  names.length > 0
    ? say` Güncel kaydı olmayan, sıralara katılmayanlar: ${list(names.map(one => [pen.name(one)]))}.`
    : [];
