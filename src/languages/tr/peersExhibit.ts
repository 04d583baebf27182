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
import {capital, group, named, sourceLine} from "./words.ts";

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
        say`${pen.name(asset.symbol)}, ${group(sector, pen)} arasında${order(point)}; ${pen.instant(point.asOf)} itibarıyla.${closes(point, telling)} Çizgi: kayıtta değer yok.${unseen(point, telling)}`,
      ),
    };
  },
};

function picture(point: PeersPicture, telling: Telling): Block {
  const {asset, pen, fixed} = telling;
  const {drawn, median, own, sector, span} = point;
  const time = span === "month" ? say`${pen.count(fixed.month)} günlük` : say`bir günlük`;
  const others = median ? say`; ötekilerin medyanı ${pen.change(median)}` : [];
  return {
    kind: "exhibit",
    title: placeSeen(point, telling),
    body: peersBody(drawn, telling, {
      alt: say`${named(asset.name, "genitive", pen)} ${time} değişimi: ${pen.change(own)}${others}.`,
      watermark: "Simülasyon",
      labels: {
        change:
          span === "month"
            ? `${pen.count(fixed.month).print} günlük değişim`
            : "Bir günlük değişim",
        median: "Ötekilerin medyanı",
      },
    }),
    source: sourceLine(
      point.sources,
      say`${pen.name(asset.symbol)}, ${group(sector, pen)} arasında. ${pen.instant(point.asOf)} itibarıyla.`,
    ),
  };
}

/** "30 günde on coin arasında 3. sırada" */
function placeSeen({seen: place, span, sector}: PeersPicture, {asset, pen, fixed}: Telling): Text {
  const time = span === "day" ? say`Bir günde` : say`${pen.count(fixed.month)} günde`;
  switch (place.by) {
    case "place":
      return place.end === "none"
        ? say`${time} ${pen.counted(place.size)} coin arasında ${pen.count(place.place)}. sırada`
        : say`${time} ${pen.counted(place.size)} coinin ${place.end === "first" ? "ilki" : "sonuncusu"}`;
    case "median":
      return say`${time} ötekilerin medyanının ${place.side === "above" ? "üzerinde" : "altında"}`;
    case "nothing":
      return say`${pen.name(asset.symbol)}, ${group(sector, pen)} arasında`;
  }
}

function seen(
  {ends, sector}: Pick<PeersTable, "ends" | "sector">,
  {asset, pen, fixed}: Telling,
): Text {
  if (!ends) return say`${pen.name(asset.symbol)}, ${group(sector, pen)} arasında`;
  const {span, among, best, worst} = ends;
  const days = span === "day" ? say`bir günde` : say`${pen.count(fixed.month)} günde`;
  const time = among === "shown" ? say`Gösterilenler arasında ${days}` : capital(days);
  const most = best.way === "up" ? "en çok yükselen" : "en az gerileyen";
  const least = worst.way === "up" ? "en az yükselen" : "en çok gerileyen";
  return say`${time} ${most} ${pen.name(best.name)}, ${least} ${pen.name(worst.name)}`;
}

/** Those of unknown size stand last. */
function order({order: by}: PeersTable): string {
  switch (by) {
    case "by-size":
      return " (büyükten küçüğe)";
    case "by-size-then-unknown":
      return " (büyükten küçüğe, büyüklüğü bilinmeyenler sonda)";
    case "none":
      return "";
  }
}

const closes = ({closesTo}: PeersTable, {pen}: Telling): Text =>
  closesTo ? say` Kapanışlara dayanan sütunlar ${pen.day(closesTo)} kapanışına kadardır.` : [];

const unseen = ({unseen: count}: PeersTable, {pen}: Telling): Text =>
  count ? say` Güncel kaydı olmayan ${pen.counted(count)} coin daha var; sıralara katılmadı.` : [];
