import type {Block, Section} from "../../model/article.ts";
import {type Day, lastDayOver} from "../../model/day.ts";
import type {Figure} from "../../model/figure.ts";
import type {PeerRow, PeersFinding} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart} from "../../narrative/pen.ts";
import type {Story} from "../../narrative/story.ts";
import {peersChart} from "./charts.ts";
import {list, sourceLine, upOrDown} from "./words.ts";

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
  if (angles.includes("leads")) return say`Ahead of the others`;
  if (angles.includes("lags")) return say`Behind the others`;
  return say`${pen.name(asset.symbol)} among ${group(sector, pen)}`;
}

/** A list of ours is named by what its coins are, a category by its own name. */
export const group = ({name, by}: PeersFinding["sector"], pen: Facts["pen"]): Text =>
  by === "list" ? say`${pen.name(name)}` : say`coins of the category ${pen.name(name)}`;

/** The close that a figure between closes ends with; a source's own change ends with its instant. */
const lastClose = ({origin, asOf}: Figure): Day | undefined =>
  "formula" in origin ? lastDayOver(asOf) : undefined;

const own = ({rows}: PeersFinding, {asset}: Facts) => rows.find(row => row.asset.id === asset.id);

function place(found: PeersFinding, facts: Facts): Text {
  const {asset, pen} = facts;
  const {size, sector, place: at, unseen} = found;
  const symbol = pen.name(asset.symbol);
  const coins = say`the ${pen.counted(size)} ${group(sector, pen)} on record`;
  const others = unseen
    ? say`Of ${pen.counted(unseen.count)} more that belong to them nothing of late is on record; they are named below the table, and no place here counts them.`
    : [];
  const own = at.marketCap
    ? at.marketCap.value === 1 && !unseen
      ? say`Of ${coins}, ${symbol} is the largest by market cap.`
      : say`Of ${coins}, ${symbol} is number ${pen.count(at.marketCap)} by market cap.`
    : say`${symbol} is one of ${coins}.`;
  return join([own, others]);
}

/** Its month and its day beside the median of the others. */
function moves(found: PeersFinding, facts: Facts): Text {
  const {pen} = facts;
  const {place: at, median} = found;
  const {change30d, change24h} = own(found, facts) ?? {};
  const month = change30d
    ? compared(
        say`Over ${month30(change30d, facts)} it is`,
        change30d,
        median.change30d,
        at.change30d,
        facts,
      )
    : median.change30d
      ? say`The median of the others over ${month30(median.change30d, facts)} is ${pen.change(median.change30d)}.`
      : [];
  const day = change24h
    ? compared(say`In the last day it is`, change24h, median.change24h, at.change24h, facts)
    : [];
  return join([month, day]);
}

function compared(
  begin: Text,
  change: Figure<"return">,
  median: Figure<"return"> | undefined,
  place: Figure<"rank"> | undefined,
  {pen}: Facts,
): Text {
  const moved = say`${begin} ${upOrDown(change, pen)}`;
  const rank = place ? say`, number ${pen.count(place)} among them` : [];
  if (!median) return say`${moved}${rank}.`;
  const gap = change.value - median.value;
  const [, others] = apart([change, median], (one, more) => pen.change(one, 1 + more));
  if (Math.abs(gap) < 0.01)
    return say`${moved}, within a percentage point of the median of the others (${others})${rank}.`;
  return say`${moved}, ${gap > 0 ? "better" : "worse"} than the median of the others (${others})${rank}.`;
}

function turnover(found: PeersFinding, facts: Facts): Text {
  const {pen} = facts;
  const ratio = own(found, facts)?.turnover;
  const {median} = found;
  if (!ratio || !median.turnover) return [];
  const [own24h, theirs] = apart([ratio, median.turnover], (one, more) => pen.ratio(one, 1 + more));
  if (own24h.print === theirs.print) return say`It turns over what their median does, ${theirs}.`;
  const side = ratio.value > median.turnover.value ? "more" : "less";
  return say`It turns over ${side} than their median, ${own24h} of market cap against ${theirs}.`;
}

function tie({median}: PeersFinding, {dependence, benchmark, pen}: Facts): Text {
  const rho = dependence?.windows.find(one => one.window === 60)?.rho;
  if (!median.correlation || !rho) return [];
  const other = pen.name(benchmark.name);
  const theirs = pen.correlation(median.correlation);
  if (Math.abs(rho.value - median.correlation.value) < 0.1)
    return say`Its rank correlation with ${other}, ${pen.correlation(rho)}, is close to their median of ${theirs}.`;
  return rho.value > median.correlation.value
    ? say`Its rank correlation with ${other} is higher than their median, ${pen.correlation(rho)} against ${theirs}.`
    : say`Its rank correlation with ${other} is lower than their median, ${pen.correlation(rho)} against ${theirs}.`;
}

/** "30 days", or "the 30 days to the close of 18 March 2026" */
function month30(change: Figure<"return">, {fixed, pen}: Facts): Text {
  const last = lastClose(change);
  return last
    ? say`the ${pen.count(fixed.month)} days to the close of ${pen.day(last)}`
    : say`${pen.count(fixed.month)} days`;
}

/** Columns that rest on closes end with them. */
function closesTo({rows}: PeersFinding, pen: Facts["pen"]): Text {
  const last = rows
    .flatMap(row => [row.change30d, row.correlation])
    .map(figure => figure && lastClose(figure))
    .find(day => day !== undefined);
  return last ? say`; what rests on closes, to that of ${pen.day(last)}` : [];
}

/** Those of unknown size stand last. */
function order({rows}: PeersFinding): Text {
  const sized = rows.filter(({marketCap}) => marketCap).length;
  if (sized === 0) return [];
  return sized === rows.length
    ? say`, the largest first`
    : say`, the largest first and those of unknown size last`;
}

const unseen = ({unseen: others}: PeersFinding, pen: Facts["pen"]): Text =>
  others ? say` Nothing of late on record: ${list(others.names.map(one => [pen.name(one)]))}.` : [];

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
      heading: say`Market cap`,
      has: row => row.marketCap !== undefined,
      cell: ({marketCap}) => (marketCap ? [pen.money(marketCap)] : none),
    },
    {
      heading: say`${pen.count(fixed.hours)} hours`,
      has: row => row.change24h !== undefined,
      cell: ({change24h}) => (change24h ? [pen.change(change24h)] : none),
    },
    {
      heading: say`${pen.count(fixed.month)} days`,
      has: row => row.change30d !== undefined,
      cell: ({change30d}) => (change30d ? [pen.change(change30d)] : none),
    },
    {
      heading: say`Turnover`,
      has: row => row.turnover !== undefined,
      cell: ({turnover}) => (turnover ? [pen.ratio(turnover)] : none),
    },
    {
      heading: say`Corr. with ${pen.name(benchmark.name)}`,
      has: row => row.correlation !== undefined,
      cell: ({correlation}) => (correlation ? [pen.correlation(correlation)] : none),
    },
  ];
  const columns = all.filter(({has}) => found.rows.some(has));
  return {
    kind: "exhibit",
    title: say`${pen.name(asset.symbol)} among ${group(found.sector, pen)}${order(found)}`,
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
      say`As of ${pen.instant(found.size.asOf)}${closesTo(found, pen)}. A dash: no figure on record.${unseen(found, pen)}`,
    ),
  };
}
