import type {Block, Section} from "../../model/article.ts";
import {type Day, lastDayOver} from "../../model/day.ts";
import type {Figure} from "../../model/figure.ts";
import type {PeerRow, PeersFinding} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart} from "../../narrative/pen.ts";
import type {Story} from "../../narrative/story.ts";
import {peersChart} from "./charts.ts";
import {suffixed} from "./suffix.ts";
import {capital, group, list, moved, named, sourceLine} from "./words.ts";

/** The coin among the others of its sector. */
export function peers(facts: Facts, story: Story): Section | undefined {
  const {peers: found} = facts;
  if (!found) return undefined;
  return {
    heading: heading(found, facts, story),
    blocks: [
      {
        kind: "paragraph",
        text: join([
          place(found, facts),
          moves(found, facts),
          turnover(found, facts),
          tie(found, facts),
        ]),
      },
      ...peersChart(found, facts),
      table(found, facts),
    ],
  };
}

function heading({sector}: PeersFinding, {asset, pen}: Facts, {angles}: Story): Text {
  if (angles.includes("leads")) return say`Benzerlerinin önünde`;
  if (angles.includes("lags")) return say`Benzerlerinin gerisinde`;
  return say`${pen.name(asset.symbol)}, ${group(sector, pen)} arasında`;
}

/** The close that a figure between closes ends with; a source's own change ends with its instant. */
const lastClose = ({origin, asOf}: Figure): Day | undefined =>
  "formula" in origin ? lastDayOver(asOf) : undefined;

const own = ({rows}: PeersFinding, {asset}: Facts) => rows.find(row => row.asset.id === asset.id);

function place(found: PeersFinding, {asset, pen}: Facts): Text {
  const {size, sector, place: at, unseen: others} = found;
  const among = say`${group(sector, pen)} arasında`;
  const symbol = pen.name(asset.symbol);
  const coins = pen.counted(size);
  const missing = others
    ? say`Grubun öteki ${pen.counted(others.count)} coininin güncel kaydı yok; adları tablonun altında, buradaki sıralar onları saymıyor.`
    : [];
  const own = at.marketCap
    ? at.marketCap.value === 1 && !others
      ? say`Piyasa değerinde ${symbol}, ${among} kayıtlı ${coins} coinin en büyüğü.`
      : say`Piyasa değerinde ${symbol}, ${among} kayıtlı ${coins} coin içinde ${pen.count(at.marketCap)}. sırada.`
    : say`${symbol}, ${among} kayıtlı ${coins} coinden biri.`;
  return join([own, missing]);
}

/** Its month and its day beside the median of the others. */
function moves(found: PeersFinding, facts: Facts): Text {
  const {pen} = facts;
  const {place: at, median} = found;
  const {change30d, change24h} = own(found, facts) ?? {};
  const month = change30d
    ? compared(month30(change30d, facts), change30d, median.change30d, at.change30d, facts)
    : median.change30d
      ? say`Ötekilerin medyanı ${month30(median.change30d, facts)} ${pen.change(median.change30d)}.`
      : [];
  const day = change24h
    ? compared(say`son bir günde`, change24h, median.change24h, at.change24h, facts)
    : [];
  return join([month, day]);
}

function compared(
  span: Text,
  change: Figure<"return">,
  median: Figure<"return"> | undefined,
  place: Figure<"rank"> | undefined,
  {pen}: Facts,
): Text {
  const own = say`${capital(span)} ${moved(change, pen)}`;
  const rank = place ? say`, ${pen.count(place)}. sırada` : [];
  if (!median) return say`${own}${rank}.`;
  const gap = change.value - median.value;
  const [, others] = apart([change, median], (one, more) => pen.change(one, 1 + more));
  if (Math.abs(gap) < 0.01)
    return say`${own}; ötekilerin medyanıyla (${others}) arasındaki fark bir puanı bulmuyor${rank}.`;
  return say`${own}; ötekilerin medyanından (${others}) ${gap > 0 ? "iyi" : "kötü"}${rank}.`;
}

function turnover(found: PeersFinding, facts: Facts): Text {
  const {pen} = facts;
  const ratio = own(found, facts)?.turnover;
  const {median} = found;
  if (!ratio || !median.turnover) return [];
  const [mine, theirs] = apart([ratio, median.turnover], (one, more) => pen.ratio(one, 1 + more));
  const numbers = say`günlük hacim piyasa değerinin ${suffixed(mine, "possessive")}, ötekilerde medyan ${theirs}`;
  if (mine.print === theirs.print)
    return say`Büyüklüğüne göre medyanları kadar işlem görüyor: ${numbers}.`;
  const more = ratio.value > median.turnover.value;
  return say`Büyüklüğüne göre medyanlarından ${more ? "çok" : "az"} işlem görüyor: ${numbers}.`;
}

function tie({median}: PeersFinding, {dependence, benchmark, pen}: Facts): Text {
  const rho = dependence?.windows.find(one => one.window === 60)?.rho;
  if (!median.correlation || !rho) return [];
  const numbers = say`sıra korelasyonu ${pen.correlation(rho)}, ötekilerin medyanı ${pen.correlation(median.correlation)}`;
  if (Math.abs(rho.value - median.correlation.value) < 0.1)
    return say`${named(benchmark.name, "instrumental", pen)} bağı medyanlarına yakın: ${numbers}.`;
  const side = rho.value > median.correlation.value ? "üstünde" : "altında";
  return say`${named(benchmark.name, "instrumental", pen)} bağı medyanlarının ${side}: ${numbers}.`;
}

/** "son 30 günde", or "18 Mart 2026 kapanışıyla biten 30 günde" */
function month30(change: Figure<"return">, {fixed, pen}: Facts): Text {
  const last = lastClose(change);
  return last
    ? say`${pen.day(last)} kapanışıyla biten ${pen.count(fixed.month)} günde`
    : say`son ${pen.count(fixed.month)} günde`;
}

/** Columns that rest on closes end with them. */
function closesTo({rows}: PeersFinding, pen: Facts["pen"]): Text {
  const last = rows
    .flatMap(row => [row.change30d, row.correlation])
    .map(figure => figure && lastClose(figure))
    .find(day => day !== undefined);
  return last ? say` Kapanışlara dayanan sütunlar ${pen.day(last)} kapanışına kadardır.` : [];
}

/** Those of unknown size stand last. */
function order({rows}: PeersFinding): Text {
  const sized = rows.filter(({marketCap}) => marketCap).length;
  if (sized === 0) return [];
  return sized === rows.length
    ? say` (büyükten küçüğe)`
    : say` (büyükten küçüğe, büyüklüğü bilinmeyenler sonda)`;
}

const unseen = ({unseen: others}: PeersFinding, pen: Facts["pen"]): Text =>
  others ? say` Güncel kaydı olmayanlar: ${list(others.names.map(one => [pen.name(one)]))}.` : [];

type Column = {
  readonly heading: Text;
  readonly has: (row: PeerRow) => boolean;
  readonly cell: (row: PeerRow) => Text;
};

function table(found: PeersFinding, facts: Facts): Block {
  const {asset, benchmark, pen, fixed} = facts;
  const none = say`–`;
  const all: readonly Column[] = [
    {
      heading: say`Piyasa değeri`,
      has: row => row.marketCap !== undefined,
      cell: ({marketCap}) => (marketCap ? [pen.money(marketCap)] : none),
    },
    {
      heading: say`${pen.count(fixed.hours)} saat`,
      has: row => row.change24h !== undefined,
      cell: ({change24h}) => (change24h ? [pen.change(change24h)] : none),
    },
    {
      heading: say`${pen.count(fixed.month)} gün`,
      has: row => row.change30d !== undefined,
      cell: ({change30d}) => (change30d ? [pen.change(change30d)] : none),
    },
    {
      heading: say`Hacim / piyasa değeri`,
      has: row => row.turnover !== undefined,
      cell: ({turnover}) => (turnover ? [pen.ratio(turnover)] : none),
    },
    {
      heading: say`${named(benchmark.name, "instrumental", pen)} korelasyon`,
      has: row => row.correlation !== undefined,
      cell: ({correlation}) => (correlation ? [pen.correlation(correlation)] : none),
    },
  ];
  const columns = all.filter(({has}) => found.rows.some(has));
  return {
    kind: "exhibit",
    title: say`${pen.name(asset.symbol)}, ${group(found.sector, pen)} arasında${order(found)}`,
    body: {
      table: {
        columns: [
          {heading: say`Coin`, align: "left"},
          ...columns.map(({heading: words}) => ({heading: words, align: "right" as const})),
        ],
        rows: found.rows.map(row => [
          row.asset.id === asset.id
            ? [{strong: [pen.name(row.asset.name)]}]
            : [pen.name(row.asset.name)],
          ...columns.map(({cell}) => cell(row)),
        ]),
      },
    },
    source: sourceLine(
      found.sources,
      say`${pen.instant(found.size.asOf)} itibarıyla.${closesTo(found, pen)} Çizgi: kayıtta değer yok.${unseen(found, pen)}`,
    ),
  };
}
