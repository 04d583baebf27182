import type {LegStatus} from "../model/chart.ts";
import {addDays, endOfDay} from "../model/day.ts";
import type {Figure} from "../model/figure.ts";
import * as names from "../model/figureNames.ts";
import type {DecompositionFinding, Leg} from "../model/finding.ts";
import type {DailySeries, Market, QuoteChange, QuoteChanges} from "../model/market.ts";
import {classOf, derivedQuotes} from "../model/quotes.ts";
import type {Asset} from "../model/snapshot.ts";
import {computed, read, subjectOf} from "./figure.ts";

/** A leg that moved less than this against the dollar has not moved: it is stale. */
const still = 1e-7;

/** The legs of the quote table, and where they come from. */
export interface Legs extends Pick<DecompositionFinding, "basis" | "reference" | "sources"> {
  readonly legs: readonly Leg[];
  readonly days?: NonNullable<DecompositionFinding["days"]>;
}

interface RawLeg {
  readonly quote: string;
  readonly change: Figure<"return">;
  readonly own: Figure<"return">;
  readonly fresh: boolean;
}

/**
 * The asset's change in each quote and the quote's own move, from the best answer there is: the
 * asset's own table, another asset's, or the daily closes.
 */
export function legsOf(market: Market, dollars: Figure<"return">): Legs | undefined {
  const raw = rawLegs(market, dollars);
  return raw && {...raw, legs: grade(raw.legs, market.asset)};
}

interface RawLegs {
  readonly basis: DecompositionFinding["basis"];
  readonly reference: Asset;
  readonly legs: readonly RawLeg[];
  readonly days?: {readonly from: string; readonly to: string};
  readonly sources: readonly string[];
}

function rawLegs(market: Market, dollars: Figure<"return">): RawLegs | undefined {
  const {quoteChanges, referenceChanges, state} = market;
  if (quoteChanges) return givenLegs(quoteChanges, dollars);
  if (referenceChanges && state.change24h) return derivedLegs(referenceChanges, market, dollars);
  return closeLegs(market, dollars);
}

/** The dollar is the measure itself; a quote in which all was lost has no rate to speak of. */
const isUsable = ({quote, change}: QuoteChange) => quote !== "usd" && change.value > -1;

/** The source gives the asset's change in each quote; the quote's own move follows. */
function givenLegs({asset, changes}: QuoteChanges, dollars: Figure<"return">): RawLegs {
  const legs = changes.filter(isUsable).map(({quote, change}) => {
    const inQuote = read(names.quote(quote).change24h, change);
    return {quote, change: inQuote, own: ownMove(quote, dollars, inQuote), fresh: true};
  });
  const sources = [...new Set(changes.map(({change}) => change.source))];
  return {basis: "source", reference: asset, legs, sources};
}

/** Another asset's row gives the quotes' own moves; the asset's change in each follows. */
function derivedLegs(
  {asset: reference, changes}: QuoteChanges,
  market: Market,
  dollars: Figure<"return">,
): RawLegs | undefined {
  const of = subjectOf(reference, market);
  const base = changes.find(({quote}) => quote === "usd")?.change;
  if (!base) return undefined;
  const inDollars = read(names.referenceChange24h(of, "usd"), base);
  const legs = changes.filter(isUsable).map(({quote, change}) => {
    const inQuote = read(names.referenceChange24h(of, quote), change);
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
  const day = rate.dates.at(-1);
  if (day === undefined) return [];
  const at = (date: string) => rate.values[rate.dates.indexOf(date)];
  const end = at(to);
  const start = at(from);
  const fresh = end !== undefined && start !== undefined;
  if (!fresh && day < addDays(to, -14)) return [];
  const move = fresh ? end / start - 1 : 0;
  const own = computed(names.quote(quote).ownMove24h, move, {
    asOf: fresh ? dollars.asOf : endOfDay(day),
    formula: fresh
      ? `rate of ${to} / rate of ${from} - 1`
      : `no rate of ${fresh ? to : end === undefined ? to : from}: has not moved since ${day}`,
    inputs: [rate.id],
  });
  return [{quote, own, change: inTerms(quote, dollars, own), fresh}];
}

function ownMove(quote: string, dollars: Figure<"return">, inQuote: Figure<"return">) {
  return computed(names.quote(quote).ownMove24h, (1 + dollars.value) / (1 + inQuote.value) - 1, {
    asOf: inQuote.asOf,
    formula: "(1 + change in USD) / (1 + change in the quote) - 1",
    inputs: [dollars.id, inQuote.id],
  });
}

function inTerms(quote: string, dollars: Figure<"return">, own: Figure<"return">) {
  return computed(names.quote(quote).change24h, (1 + dollars.value) / (1 + own.value) - 1, {
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
