import type {LegStatus} from "../model/chart.ts";
import {addDays, endOfDay} from "../model/day.ts";
import type {Figure} from "../model/figure.ts";
import type {ClassSummary, DecompositionFinding, Leg, OutliersFinding} from "../model/finding.ts";
import type {DailySeries, Market, QuoteClass} from "../model/market.ts";
import {classOf, derivedQuotes} from "../model/quotes.ts";
import type {Asset} from "../model/snapshot.ts";
import {median} from "../stats/median.ts";
import {modifiedZ} from "../stats/modifiedZ.ts";
import {computed, fixed, read} from "./figure.ts";
import {present} from "./marketState.ts";

/** Beyond this modified z-score a leg is an outlier (Iglewicz and Hoaglin, 1993). */
const threshold = 3.5;
/** Fewer live legs than this in a class: no test. */
export const fewestLegs = 8;
/** Of fewer legs than this no median is given: each is named. */
const fewestForMedian = 3;
/** A leg that moved less than this against the dollar has not moved: it is stale. */
const still = 1e-7;

export interface Decomposition {
  readonly decomposition: DecompositionFinding;
  readonly outliers?: OutliersFinding;
}

interface RawLeg {
  readonly quote: string;
  readonly change: Figure<"return">;
  readonly own: Figure<"return">;
  readonly fresh: boolean;
}

/**
 * The asset's dollar change against the quotes' own moves. The quotes' moves are the same for every
 * asset, so the spread of the table says which quotes moved and nothing about the asset.
 */
export function findDecomposition(
  market: Market,
  dollars: Figure<"return"> | undefined,
): Decomposition | undefined {
  if (!dollars) return undefined;
  const raw = rawLegs(market, dollars);
  if (!raw || raw.legs.length === 0) return undefined;
  const graded = grade(raw.legs, market.asset);
  const {legs, tested} = excludeOutliers(graded);
  const classes = summarise(legs, dollars);
  const others = legs.filter(leg => leg.status === "live");
  const byOwn = others.toSorted((a, b) => a.own.value - b.own.value);
  const quotes = computed("quotes.count", legs.length + 1, "count", {
    asOf: dollars.asOf,
    formula: "number of quotes in the table, the dollar among them",
    inputs: [],
  });
  const decomposition: DecompositionFinding = {
    kind: "decomposition",
    basis: raw.basis,
    reference: raw.reference,
    dollars,
    legs,
    quotes,
    classes,
    weekend: raw.basis === "closes" ? "none" : weekendOf(dollars.asOf),
    ...present({days: raw.days, largestUp: byOwn.at(-1), largestDown: byOwn[0]}),
    sources: raw.sources,
  };
  return {
    decomposition,
    ...(tested.length > 0 && {outliers: outliersFinding(legs, tested, classes, dollars.asOf)}),
  };
}

interface RawLegs {
  readonly basis: DecompositionFinding["basis"];
  readonly reference: Asset;
  readonly legs: readonly RawLeg[];
  readonly days?: {readonly from: string; readonly to: string};
  readonly sources: readonly string[];
}

function rawLegs(market: Market, dollars: Figure<"return">): RawLegs | undefined {
  if (market.quoteChanges) return givenLegs(market, dollars);
  if (market.referenceChanges && market.state.change24h) return derivedLegs(market, dollars);
  return closeLegs(market, dollars);
}

/** The source gives the asset's change in each quote; the quote's own move follows. */
function givenLegs({quoteChanges, asset}: Market, dollars: Figure<"return">): RawLegs {
  const legs = quoteChanges!.changes
    .filter(({quote}) => quote !== "usd")
    .map(({quote, change}) => {
      const inQuote = read(`change24h.${quote}`, change, "return");
      return {quote, change: inQuote, own: ownMove(quote, dollars, inQuote), fresh: true};
    });
  const sources = [...new Set(quoteChanges!.changes.map(({change}) => change.source))];
  return {basis: "source", reference: asset, legs, sources};
}

/** Another asset's row gives the quotes' own moves; the asset's change in each follows. */
function derivedLegs({referenceChanges}: Market, dollars: Figure<"return">): RawLegs | undefined {
  const {asset: reference, changes} = referenceChanges!;
  const base = changes.find(({quote}) => quote === "usd")?.change;
  if (!base) return undefined;
  const inDollars = read(`reference.change24h.usd`, base, "return");
  const legs = changes
    .filter(({quote}) => quote !== "usd")
    .map(({quote, change}) => {
      const inQuote = read(`reference.change24h.${quote}`, change, "return");
      const own = ownMove(quote, inDollars, inQuote);
      return {quote, own, change: inTerms(quote, dollars, own), fresh: true};
    });
  return {
    basis: "derived",
    reference,
    legs,
    sources: [...new Set(changes.map(({change}) => change.source))],
  };
}

/** Each quote's own move between the same two days' ends as the asset's. */
function closeLegs(market: Market, dollars: Figure<"return">): RawLegs | undefined {
  const to = addDays(dollars.asOf.slice(0, 10), -1);
  if (market.state.change24h || endOfDay(to) !== dollars.asOf) return undefined;
  const from = addDays(to, -1);
  const legs = market.rates.flatMap(rate => closeLeg(rate, from, to, dollars));
  return {
    basis: "closes",
    reference: market.asset,
    legs,
    days: {from, to},
    sources: [...new Set(market.rates.map(rate => rate.source))],
  };
}

function closeLeg(
  rate: DailySeries,
  from: string,
  to: string,
  dollars: Figure<"return">,
): RawLeg[] {
  const quote = rate.id.slice("rate.".length);
  const day = rate.dates.at(-1)!;
  const at = (date: string) => rate.values[rate.dates.indexOf(date)];
  const end = at(to);
  const start = at(from);
  const fresh = end !== undefined && start !== undefined;
  if (!fresh && day < addDays(to, -14)) return [];
  const move = fresh ? end / start - 1 : 0;
  const own = computed(`ownMove24h.${quote}`, move, "return", {
    asOf: fresh ? dollars.asOf : endOfDay(day),
    formula: fresh
      ? `rate of ${to} / rate of ${from} - 1`
      : `no rate of ${fresh ? to : end === undefined ? to : from}: has not moved since ${day}`,
    inputs: [rate.id],
  });
  return [{quote, own, change: inTerms(quote, dollars, own), fresh}];
}

function ownMove(quote: string, dollars: Figure<"return">, inQuote: Figure<"return">) {
  return computed(`ownMove24h.${quote}`, (1 + dollars.value) / (1 + inQuote.value) - 1, "return", {
    asOf: inQuote.asOf,
    formula: "(1 + change in USD) / (1 + change in the quote) - 1",
    inputs: [dollars.id, inQuote.id],
  });
}

function inTerms(quote: string, dollars: Figure<"return">, own: Figure<"return">) {
  return computed(`change24h.${quote}`, (1 + dollars.value) / (1 + own.value) - 1, "return", {
    asOf: dollars.asOf,
    formula: "(1 + change in USD) / (1 + the quote's own move) - 1",
    inputs: [dollars.id, own.id],
  });
}

function grade(legs: readonly RawLeg[], asset: Asset): Leg[] {
  return legs.map(({quote, change, own, fresh}) => {
    const status: LegStatus =
      derivedQuotes.has(quote) || quote === asset.symbol.toLowerCase()
        ? "derived"
        : fresh && Math.abs(own.value) > still
          ? "live"
          : "stale";
    return {quote, class: classOf(quote), status, change, own};
  });
}

function excludeOutliers(legs: readonly Leg[]) {
  const tested = (["fiat", "crypto", "metal"] as const).flatMap(name => {
    const live = legs.filter(leg => leg.class === name && leg.status === "live");
    const scores =
      live.length >= fewestLegs ? modifiedZ(live.map(({change}) => change.value)) : undefined;
    return scores ? [{name, live, scores}] : [];
  });
  const scored = new Map(
    tested.flatMap(({live, scores}) => live.map((leg, i) => [leg.quote, scores[i]!] as const)),
  );
  const marked = legs.map((leg): Leg => {
    const score = scored.get(leg.quote);
    if (score === undefined) return leg;
    const z = computed(`outlier.z.${leg.quote}`, score, "z-score", {
      asOf: leg.change.asOf,
      formula: `0.6745 (x - median) / MAD within the live ${leg.class} quotes`,
      inputs: [leg.change.id],
    });
    return {...leg, z, status: Math.abs(score) > threshold ? "excluded" : "live"};
  });
  return {legs: marked, tested: tested.map(({name, live}) => ({name, count: live.length}))};
}

function summarise(legs: readonly Leg[], dollars: Figure<"return">): ClassSummary[] {
  return (["fiat", "crypto", "metal"] as const).flatMap(name => {
    const counted = legs.filter(leg => leg.class === name && leg.status === "live");
    const all = legs.filter(
      leg => leg.class === name && (leg.status === "live" || leg.status === "excluded"),
    );
    if (!legs.some(leg => leg.class === name)) return [];
    const about = (id: string, formula: string, of: readonly Leg[]) =>
      [
        `quotes.${name}.${id}`,
        {asOf: dollars.asOf, formula, inputs: of.map(leg => leg.change.id)},
      ] as const;
    const count = (id: string, formula: string, of: readonly Leg[]) => {
      const [key, origin] = about(id, formula, all);
      return computed(key, of.length, "count", origin);
    };
    const middle = (id: string, formula: string, of: readonly Leg[]) => {
      if (of.length < fewestForMedian) return undefined;
      const [key, origin] = about(id, formula, of);
      return computed(key, median(of.map(leg => leg.change.value)), "return", origin);
    };
    return [
      {
        class: name,
        live: count("live", "live quotes of the class", counted),
        up: count("up", "live quotes in which the asset rose", counted.filter(rose)),
        down: count("down", "live quotes in which the asset fell", counted.filter(fell)),
        ...present({
          median: middle("median", "median change over the live quotes", counted),
          medianWithExcluded:
            all.length > counted.length
              ? middle("medianWithExcluded", "the same with the excluded quotes", all)
              : undefined,
        }),
      },
    ];
  });
}

const rose = (leg: Leg) => leg.change.value > 0;
const fell = (leg: Leg) => leg.change.value < 0;

function outliersFinding(
  legs: readonly Leg[],
  tested: readonly {name: QuoteClass; count: number}[],
  classes: readonly ClassSummary[],
  asOf: string,
): OutliersFinding {
  const excluded = legs.filter(isExcluded);
  return {
    kind: "outliers",
    threshold: fixed("parameter.outlierThreshold", threshold, "z-score", {
      asOf,
      why: "modified z-score beyond which a quote is left out, fixed beforehand (Iglewicz and Hoaglin, 1993)",
    }),
    tested: tested.map(({name, count}) => ({
      class: name,
      legs: computed(`outlier.tested.${name}`, count, "count", {
        asOf,
        formula: "live quotes of the class before exclusion",
        inputs: legs.filter(leg => leg.class === name && leg.z).map(leg => leg.change.id),
      }),
    })),
    excluded,
    count: computed("outlier.excluded", excluded.length, "count", {
      asOf,
      formula: "quotes beyond the threshold",
      inputs: excluded.map(leg => leg.z.id),
    }),
    signChanged: classes
      .filter(
        ({median: without, medianWithExcluded: all}) =>
          without && all && Math.sign(without.value) !== Math.sign(all.value),
      )
      .map(({class: name}) => name),
  };
}

const isExcluded = (leg: Leg): leg is Leg & {readonly z: Figure<"z-score">} =>
  leg.status === "excluded";

/** Currency and metal markets close from Friday evening to Sunday evening; a day's change reaches back. */
function weekendOf(asOf: string): DecompositionFinding["weekend"] {
  const instant = new Date(asOf);
  const day = instant.getUTCDay();
  if (day === 0 || (day === 6 && instant.getUTCHours() >= 12)) return "most";
  if (day === 6 || (day === 1 && instant.getUTCHours() < 22)) return "part";
  return "none";
}
