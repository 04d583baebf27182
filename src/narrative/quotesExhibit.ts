import type {QuotesChart} from "../model/chart.ts";
import type {Figure} from "../model/figure.ts";
import {abstentionCounts} from "../model/figureNames.ts";
import type {ClassSummary, DecompositionFinding, Leg, OutliersFinding} from "../model/finding.ts";
import type {QuoteClass} from "../model/market.ts";
import type {Asset} from "../model/snapshot.ts";
import {isItself, quoteBars, quoteCode} from "./charts.ts";
import {countOf} from "./counted.ts";
import type {Facts} from "./facts.ts";
import {type LeftOut, leftOut} from "./quotesLeftOut.ts";

/** The change by quote, drawn, and what must be known to read the drawing. */
export interface QuotesExhibit {
  readonly kind: "change-by-quote";
  readonly span: "a-day" | "the-day";
  /** Where it did best, and worst. */
  readonly best: Leg;
  readonly worst: Leg;
  /** It rose in all of them, fell in all, or did both. */
  readonly ways: "up" | "down" | "both";
  readonly bars: Pick<QuotesChart, "legs" | "medians">;
  readonly sources: readonly string[];
  readonly asOf: string;
  readonly basis:
    | {readonly kind: "as-answered"}
    | {readonly kind: "derived"; readonly reference: Asset}
    | {readonly kind: "between-closes"; readonly from: string; readonly to: string};
  /** What did not move: whole classes, and single quotes by their codes. */
  readonly stale: {readonly classes: readonly QuoteClass[]; readonly codes: readonly string[]};
  /** Pegged to a quote that is there, or a unit of one. */
  readonly derived: readonly string[];
  readonly itself: "left-out" | "absent";
  /** The medians of the classes that are drawn. */
  readonly medians: readonly Required<Pick<ClassSummary, "class" | "median">>[];
  readonly leftOut?: LeftOut;
  readonly tested: OutliersFinding["tested"];
  /** Classes of too few quotes for a test. */
  readonly untested?: {
    readonly needed: Figure<"count">;
    readonly classes: readonly {readonly class: QuoteClass; readonly legs: Figure<"count">}[];
  };
}

export function quotesExhibit(
  table: DecompositionFinding,
  moved: readonly Leg[],
  facts: Facts,
): QuotesExhibit {
  const {asset, outliers} = facts;
  const byChange = moved.toSorted((a, b) => b.change.value - a.change.value);
  const [best, worst] = [byChange[0]!, byChange.at(-1)!];
  const without = leftOut(facts);
  const derived = table.legs.filter(leg => leg.status === "derived" && !isItself(leg, asset));
  return {
    kind: "change-by-quote",
    span: table.basis === "closes" ? "the-day" : "a-day",
    best,
    worst,
    ways: worst.change.value > 0 ? "up" : best.change.value < 0 ? "down" : "both",
    bars: quoteBars(table, asset),
    sources: table.sources,
    asOf: table.dollars.asOf,
    basis: basis(table),
    stale: stale(table),
    derived: derived.map(quoteCode),
    itself: table.legs.some(leg => isItself(leg, asset)) ? "left-out" : "absent",
    medians: table.classes.flatMap(({class: name, median}) =>
      median ? [{class: name, median}] : [],
    ),
    ...(without && {leftOut: without}),
    tested: outliers?.excluded.length === 0 ? outliers.tested : [],
    ...untested(facts),
  };
}

/** Where the changes come from, when the source does not give them as they stand. */
function basis({basis: kind, reference, days}: DecompositionFinding): QuotesExhibit["basis"] {
  if (kind === "derived") return {kind: "derived", reference};
  return kind === "closes" && days ? {kind: "between-closes", ...days} : {kind: "as-answered"};
}

/** A class that has not moved at all is named as one. */
function stale({legs}: DecompositionFinding): QuotesExhibit["stale"] {
  const classes: QuoteClass[] = [];
  const codes: string[] = [];
  for (const [name, members] of Map.groupBy(legs, leg => leg.class)) {
    const still = members.filter(leg => leg.status === "stale");
    const counted = members.filter(leg => leg.status !== "derived");
    if (still.length > 1 && still.length === counted.length) classes.push(name);
    else codes.push(...still.map(quoteCode));
  }
  return {classes, codes};
}

function untested({abstentions, state}: Facts): Pick<QuotesExhibit, "untested"> {
  const {asOf} = state.price;
  const few = abstentions.flatMap(({reason}) =>
    reason.kind === "too-few-legs" && reason.legs > 0 ? [reason] : [],
  );
  const first = few[0];
  if (!first) return {};
  return {
    untested: {
      needed: countOf(abstentionCounts.legsNeeded, first.needed, asOf),
      classes: few.map(({class: name, legs}) => ({
        class: name,
        legs: countOf(abstentionCounts.legs(name), legs, asOf),
      })),
    },
  };
}
