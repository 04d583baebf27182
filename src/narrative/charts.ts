import type {ChartBody} from "../model/article.ts";
import type {CasesChart, DependenceChart, PriceChart, QuotesChart} from "../model/chart.ts";
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

/** Closes, and volume below where it is known. */
export function priceBody(facts: Facts, words: Words<PriceChart["labels"]>): ChartBody {
  const days = recentCloses(facts);
  const name = days.some(day => day.volume !== undefined) ? "price-and-volume" : "price";
  return {
    alt: words.alt,
    chart: {kind: "price", name, days, labels: words.labels, ...drawn(facts, words)},
  };
}

/** Who the closes and volumes are by. */
export function closeSources({series, asset}: Facts, withVolume: boolean): string[] {
  const ids = [`close.${asset.id}`, ...(withVolume ? [`volume.${asset.id}`] : [])];
  return [...new Set(series.filter(({id}) => ids.includes(id)).map(({source}) => source))];
}

/** The window that the rolling correlation is drawn over. */
export const drawnWindow = ({windows, rolling, leading}: DecouplingFinding): WindowResult =>
  windows.find(one => one.window === rolling.window) ?? leading;

export const dependenceBody = (
  line: Pick<DependenceChart, "days" | "baseline">,
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

export const casesBody = (
  fan: Pick<CasesChart, "history" | "fan">,
  telling: Telling,
  words: Words<CasesChart["labels"]>,
): ChartBody => ({
  alt: words.alt,
  chart: {kind: "cases", name: "cases", ...fan, labels: words.labels, ...drawn(telling, words)},
});
