import type {Block, Section} from "../../model/article.ts";
import {type Day, lastDayOver} from "../../model/day.ts";
import type {Figure} from "../../model/figure.ts";
import type {PeerRow, PeersFinding} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
import type {Story} from "../story.ts";
import {rose, sourceLine} from "./words.ts";

/** The coin among the others of its sector. */
export function peers(facts: Facts, story: Story): Section | undefined {
  const {peers: found} = facts;
  if (!found) return undefined;
  return {
    heading: heading(found, facts, story),
    blocks: [
      {kind: "paragraph", text: join([place(found, facts), medians(found, facts)])},
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
  const {asset, pen, fixed} = facts;
  const {size, sector, place: at} = found;
  const row = own(found, facts);
  const symbol = pen.name(asset.symbol);
  const coins = say`the ${pen.counted(size)} ${group(sector, pen)} on record`;
  const cap = at.marketCap
    ? at.marketCap.value === 1
      ? say`Of ${coins}, ${symbol} is the largest by market cap.`
      : say`Of ${coins}, ${symbol} is number ${pen.count(at.marketCap)} by market cap.`
    : say`${symbol} is one of ${coins}.`;
  const month =
    at.change30d && row?.change30d
      ? say` Over ${month30(row.change30d, facts)} it is ${rose(row.change30d) ? "up" : "down"} ${pen.size(row.change30d)}, number ${pen.count(at.change30d)} of them.`
      : [];
  const day =
    at.change24h && row?.change24h
      ? say` By the last day’s change it is number ${pen.count(at.change24h)}.`
      : [];
  return join([cap, month, day], "");
}

/** "30 days", or "the 30 days to the close of 18 March 2026" */
function month30(change: Figure<"return">, {fixed, pen}: Facts): Text {
  const last = lastClose(change);
  return last
    ? say`the ${pen.count(fixed.month)} days to the close of ${pen.day(last)}`
    : say`${pen.count(fixed.month)} days`;
}

function medians({median}: PeersFinding, {dependence, benchmark, asset, pen, fixed}: Facts): Text {
  const parts = [
    ...(median.change30d
      ? [say`${pen.change(median.change30d)} over ${pen.count(fixed.month)} days`]
      : []),
    ...(median.change24h ? [say`${pen.change(median.change24h)} in the last day`] : []),
    ...(median.turnover ? [say`a turnover of ${pen.ratio(median.turnover)}`] : []),
  ];
  const middle = parts.length ? say`The median of the others is ${join(parts, ", ")}.` : [];
  const tie = dependence?.windows.find(one => one.window === 60)?.rho;
  const correlation =
    median.correlation && tie
      ? Math.abs(tie.value - median.correlation.value) < 0.1
        ? say`Their median rank correlation with ${pen.name(benchmark.name)} is ${pen.correlation(median.correlation)}, about that of ${pen.name(asset.symbol)} itself, ${pen.correlation(tie)}: what ties it to ${pen.name(benchmark.name)} ties the others too.`
        : say`Their median rank correlation with ${pen.name(benchmark.name)} is ${pen.correlation(median.correlation)}; that of ${pen.name(asset.symbol)} is ${tie.value > median.correlation.value ? "higher" : "lower"}, ${pen.correlation(tie)}.`
      : [];
  return join([middle, correlation]);
}

/** Columns that rest on closes end with them. */
function closesTo({rows}: PeersFinding, pen: Facts["pen"]): Text {
  const last = rows
    .flatMap(row => [row.change30d, row.correlation])
    .map(figure => figure && lastClose(figure))
    .find(day => day !== undefined);
  return last ? say`; what rests on closes, to that of ${pen.day(last)}` : [];
}

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
    title: say`${pen.name(asset.symbol)} among ${group(found.sector, pen)}, the largest first`,
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
      say`As of ${pen.instant(found.size.asOf)}${closesTo(found, pen)}. A dash: no figure on record.`,
    ),
  };
}
