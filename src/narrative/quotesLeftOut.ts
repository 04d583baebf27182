import type {ClassSummary, OutliersFinding} from "../model/finding.ts";
import type {QuoteClass} from "../model/market.ts";
import {quoteCode} from "./charts.ts";
import type {Facts} from "./facts.ts";

/** What was left out of the medians as an outlier, by which rule, and what that changes. */
export interface LeftOut {
  readonly kind: "quotes-left-out";
  readonly count: OutliersFinding["count"];
  /** Those that lie farthest off, and the codes of the others. */
  readonly farthest: OutliersFinding["excluded"];
  readonly others: readonly string[];
  /** The median that changes most, where it changes by more than hardly. */
  readonly most?: Middle;
  /** Classes whose median turns round, and whether it is next to nothing either way. */
  readonly turned?: {readonly classes: readonly QuoteClass[]; readonly medians: "tiny" | "real"};
}

/** A class's median without what was left out, and with it. */
type Middle = Required<Pick<ClassSummary, "class" | "median" | "medianWithExcluded">>;

/** So many are told one by one. */
const told = 2;

/** What is left out changes less than this of a median. */
const slight = 0.001;
const tiny = 0.005;

export function leftOut({outliers, table}: Facts): LeftOut[] {
  if (!outliers || !table || outliers.excluded.length === 0) return [];
  const {count, excluded, signChanged} = outliers;
  const legs = excluded.toSorted((a, b) => Math.abs(b.z.value) - Math.abs(a.z.value));
  const most = table.classes
    .flatMap(({class: name, median, medianWithExcluded}): Middle[] =>
      median && medianWithExcluded ? [{class: name, median, medianWithExcluded}] : [],
    )
    .toSorted((a, b) => gap(b) - gap(a))[0];
  const turning = table.classes.filter(one => signChanged.includes(one.class));
  return [
    {
      kind: "quotes-left-out",
      count,
      farthest: legs.slice(0, told),
      others: legs.slice(told).map(quoteCode),
      ...(most && gap(most) >= slight && {most}),
      ...(signChanged.length > 0 && {
        turned: {
          classes: signChanged,
          medians: turning.every(one => Math.abs(one.median?.value ?? 0) < tiny) ? "tiny" : "real",
        },
      }),
    },
  ];
}

const gap = ({median, medianWithExcluded}: Middle) =>
  Math.abs(median.value - medianWithExcluded.value);
