import type {ClassSummary, OutliersFinding} from "../model/finding.ts";
import type {QuoteClass} from "../model/market.ts";
import {quoteCode} from "./charts.ts";
import type {Facts} from "./facts.ts";

/** What was left out of the medians as an outlier, and what that changes: told beside the drawing. */
export interface LeftOut {
  readonly count: OutliersFinding["count"];
  /** The farthest first. */
  readonly quotes: readonly ({readonly code: string} & Pick<Excluded, "change" | "z">)[];
  /** The median that changes most, where it changes by more than hardly. */
  readonly most?: Middle;
}

/** Leaving out turns a median round: that is a finding by itself. */
export interface Turned {
  readonly kind: "left-out-turns";
  readonly count: OutliersFinding["count"];
  readonly classes: readonly QuoteClass[];
  /** Whether they are next to nothing either way. */
  readonly medians: "tiny" | "real";
}

type Excluded = OutliersFinding["excluded"][number];

/** A class's median without what was left out, and with it. */
type Middle = Required<Pick<ClassSummary, "class" | "median" | "medianWithExcluded">>;

/** What is left out changes less than this of a median. */
const slight = 0.001;
const tiny = 0.005;

export function leftOut({outliers, table}: Facts): LeftOut | undefined {
  if (!outliers || !table || outliers.excluded.length === 0) return undefined;
  const quotes = outliers.excluded
    .toSorted((a, b) => Math.abs(b.z.value) - Math.abs(a.z.value))
    .map(leg => ({code: quoteCode(leg), change: leg.change, z: leg.z}));
  const most = table.classes
    .flatMap(({class: name, median, medianWithExcluded}): Middle[] =>
      median && medianWithExcluded ? [{class: name, median, medianWithExcluded}] : [],
    )
    .toSorted((a, b) => gap(b) - gap(a))[0];
  return {count: outliers.count, quotes, ...(most && gap(most) >= slight && {most})};
}

export function turnedBy({outliers, table}: Facts): Turned[] {
  if (!outliers || !table || outliers.signChanged.length === 0) return [];
  const {count, signChanged: classes} = outliers;
  const turning = table.classes.filter(one => classes.includes(one.class));
  const small = turning.every(one => Math.abs(one.median?.value ?? 0) < tiny);
  return [{kind: "left-out-turns", count, classes, medians: small ? "tiny" : "real"}];
}

const gap = ({median, medianWithExcluded}: Middle) =>
  Math.abs(median.value - medianWithExcluded.value);
