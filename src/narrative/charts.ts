import type {ChartBody} from "../model/article.ts";
import type {
  CasesChart,
  DependenceChart,
  PeersChart,
  PriceChart,
  QuotesChart,
} from "../model/chart.ts";
import {lastDayOver} from "../model/day.ts";
import type {Figure} from "../model/figure.ts";
import type {
  CaseSet,
  CasesFinding,
  DecompositionFinding,
  DecouplingFinding,
  Leg,
  WindowResult,
} from "../model/finding.ts";
import {plain, type Text} from "../model/text.ts";
import type {Facts} from "./facts.ts";
import {leadOf, newsOf} from "./news.ts";
import type {Telling} from "./point.ts";

/** What a language adds to a chart. */
interface Words<Labels> {
  readonly alt: Text;
  readonly labels: Labels;
  /** Across the plot where the market is simulated. */
  readonly watermark: string;
}

const drawn = (
  {locale, simulated}: Pick<Facts, "locale" | "simulated">,
  {alt, watermark}: Words<unknown>,
) => ({
  locale,
  description: plain(alt),
  ...(simulated && {watermark}),
});

/** The closes of the last quarter. */
export const recentCloses = ({state}: Facts) => state.closes.slice(-90);

/** What a language says in a chart of prices beside its labels. */
export interface ChartWords {
  /** That the benchmark is drawn from the coin's close of that day on. */
  readonly sameStart: (name: string, day: string) => string;
  readonly inADay: (change: string) => string;
  readonly inDays: (change: string, days: string) => string;
}

/**
 * The benchmark stands beside the coin, unless the coin is made to be worth something else: then
 * neither explains the other.
 */
const drawsBenchmark = (facts: Facts): boolean =>
  facts.ruler === undefined &&
  recentCloses(facts).filter(({benchmark}) => benchmark !== undefined).length > 1;

/** Closes beside the benchmark's, and volume below where it is known. */
export function priceBody(
  facts: Facts,
  words: Words<Omit<PriceChart["labels"], "benchmark">> & {readonly drawn: ChartWords},
): ChartBody {
  const beside = drawsBenchmark(facts);
  const days = recentCloses(facts).map(({benchmark, ...day}) => ({
    ...day,
    ...(beside && benchmark !== undefined && {benchmark}),
  }));
  const start = days.find(({benchmark}) => benchmark !== undefined);
  const benchmark = start && {
    name: facts.benchmark.name,
    note: words.drawn.sameStart(facts.benchmark.name, facts.pen.shortDay(start.date).print),
  };
  const mark = leadMark(facts, words.drawn);
  const name = days.some(day => day.volume !== undefined) ? "price-and-volume" : "price";
  return {
    alt: words.alt,
    chart: {
      kind: "price",
      name,
      days,
      ...(mark && {mark}),
      labels: {...words.labels, ...(benchmark && {benchmark})},
      ...drawn(facts, words),
    },
  };
}

/** The day that the note leads with, or the days, where the chart shows them. */
function leadMark(facts: Facts, {inADay, inDays}: ChartWords): PriceChart["mark"] {
  const {pen, records} = facts;
  const days = recentCloses(facts);
  const shown = (day: string) => days.some(({date}) => date === day);
  const last = days.at(-1)!.date;
  const onDay = (change: Figure<"return">, day: string) =>
    shown(day) ? {from: day, to: day, text: inADay(pen.change(change).print)} : undefined;
  const lead = leadOf(newsOf(facts), facts);
  switch (lead) {
    case "coin-day":
    case "market-day":
      return records?.day && onDay(records.day.change, lastDayOver(records.day.change.asOf));
    case "week":
    case "month": {
      const span = records?.spans.find(({window}) => window === (lead === "week" ? 7 : 30));
      if (!span) return undefined;
      if (span.madeBy) return onDay(span.madeBy.figure, span.madeBy.day);
      const text = inDays(pen.change(span.change).print, pen.count(span.days).print);
      return shown(span.start.day) ? {from: span.start.day, to: last, text} : undefined;
    }
    default:
      return undefined;
  }
}

/** Who the closes and volumes are by. */
export function closeSources(facts: Facts, withVolume: boolean): string[] {
  const {series, asset, benchmark} = facts;
  const ids = [
    `close.${asset.id}`,
    ...(withVolume ? [`volume.${asset.id}`] : []),
    ...(drawsBenchmark(facts) ? [`close.${benchmark.id}`] : []),
  ];
  return [...new Set(series.filter(({id}) => ids.includes(id)).map(({source}) => source))];
}

/** The window that the rolling correlation is drawn over. */
export const drawnWindow = ({windows, rolling, leading}: DecouplingFinding): WindowResult =>
  windows.find(one => one.window === rolling.window) ?? leading;

export const dependenceBody = (
  line: Pick<DependenceChart, "days" | "baseline" | "change">,
  telling: Telling,
  words: Words<DependenceChart["labels"]>,
): ChartBody => ({
  alt: words.alt,
  chart: {
    kind: "dependence",
    name: "dependence",
    ...line,
    labels: words.labels,
    ...drawn(telling, words),
  },
});

/** The asset priced in itself. */
export const isItself = ({quote}: Leg, {symbol}: Facts["asset"]) => quote === symbol.toLowerCase();

/** A quote's code as it is shown: `RUB CBR`. */
export const quoteCode = ({quote}: Leg) => quote.toUpperCase().replaceAll("_", " ");

/** The bars by quote, without that of the asset in itself. */
export function quoteBars(
  table: DecompositionFinding,
  asset: Facts["asset"],
): Pick<QuotesChart, "legs" | "medians"> {
  const legs = table.legs
    .filter(leg => !isItself(leg, asset))
    .map(leg => ({
      quote: quoteCode(leg),
      class: leg.class,
      change: leg.change.value,
      status: leg.status,
    }));
  const medians = table.classes.flatMap(one =>
    one.median ? [{class: one.class, change: one.median.value}] : [],
  );
  return {legs, medians};
}

export const quotesBody = (
  bars: Pick<QuotesChart, "legs" | "medians">,
  telling: Telling,
  words: Words<QuotesChart["labels"]>,
): ChartBody => ({
  alt: words.alt,
  chart: {
    kind: "quotes",
    name: "quotes",
    ...bars,
    labels: words.labels,
    ...drawn(telling, words),
  },
});

/** The horizon that is drawn: a quarter, where there is one. */
export const drawnSet = ({sets}: CasesFinding): CaseSet =>
  sets.find(one => one.horizon === 90) ?? sets[0]!;

/** The closes to today, and the fan to the horizon that is drawn. */
export function drawnCases(
  found: CasesFinding,
  {state: {closes, price}}: Facts,
): Pick<CasesChart, "history" | "fan"> {
  const today = price.asOf.slice(0, 10);
  const last = closes.at(-1)!.date < today ? [{date: today, close: price.value}] : [];
  const until = drawnSet(found).date;
  return {
    history: [...closes.slice(-120).map(({date, close}) => ({date, close})), ...last],
    fan: found.fan.filter(({date}) => date <= until),
  };
}

export const peersBody = (
  coins: Pick<PeersChart, "coins" | "median">,
  telling: Telling,
  words: Words<PeersChart["labels"]>,
): ChartBody => ({
  alt: words.alt,
  chart: {kind: "peers", name: "peers", ...coins, labels: words.labels, ...drawn(telling, words)},
});

export const casesBody = (
  fan: Pick<CasesChart, "history" | "fan">,
  telling: Telling,
  words: Words<CasesChart["labels"]>,
): ChartBody => ({
  alt: words.alt,
  chart: {kind: "cases", name: "cases", ...fan, labels: words.labels, ...drawn(telling, words)},
});
