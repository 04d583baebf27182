import type {Figure} from "../model/figure.ts";
import * as names from "../model/figureNames.ts";
import type {ClassSummary, Leg, OutliersFinding} from "../model/finding.ts";
import type {QuoteClass} from "../model/market.ts";
import {modifiedZ} from "../stats/modifiedZ.ts";
import {computed, fixed} from "./figure.ts";

/** Beyond this modified z-score a leg is an outlier (Iglewicz and Hoaglin, 1993). */
const threshold = 3.5;
/** Fewer live legs than this in a class: no test. */
export const fewestLegs = 8;

export interface Tested {
  readonly class: QuoteClass;
  readonly count: number;
}

/** Marks the legs that lie too far from the others of their class. */
export function excludeOutliers(legs: readonly Leg[]): {legs: Leg[]; tested: Tested[]} {
  const tested = (["fiat", "crypto", "metal"] as const).flatMap(name => {
    const live = legs.filter(leg => leg.class === name && leg.status === "live");
    const scores =
      live.length >= fewestLegs ? modifiedZ(live.map(({change}) => change.value)) : undefined;
    return scores ? [{name, live, scores}] : [];
  });
  const scored = new Map(
    tested.flatMap(({live, scores}) => live.map((leg, i) => [leg.quote, scores[i]] as const)),
  );
  const marked = legs.map((leg): Leg => {
    const score = scored.get(leg.quote);
    if (score === undefined) return leg;
    const z = computed(names.quote(leg.quote).outlierZ, score, {
      asOf: leg.change.asOf,
      formula: `0.6745 (x - median) / MAD within the live ${leg.class} quotes`,
      inputs: [leg.change.id],
    });
    return {...leg, z, status: Math.abs(score) > threshold ? "excluded" : "live"};
  });
  return {legs: marked, tested: tested.map(({name, live}) => ({class: name, count: live.length}))};
}

/** What was left out, and whether that turns a sign. */
export function outliersFinding(
  legs: readonly Leg[],
  tested: readonly Tested[],
  classes: readonly ClassSummary[],
  asOf: string,
): OutliersFinding {
  const excluded = legs.filter(isExcluded);
  return {
    kind: "outliers",
    threshold: fixed(names.parameter.outlierThreshold, threshold, {
      asOf,
      why: "modified z-score beyond which a quote is left out, fixed beforehand (Iglewicz and Hoaglin, 1993)",
    }),
    tested: tested.map(({class: name, count}) => ({
      class: name,
      legs: computed(names.quoteClass(name).outliersTested, count, {
        asOf,
        formula: "live quotes of the class before exclusion",
        inputs: legs.filter(leg => leg.class === name && leg.z).map(leg => leg.change.id),
      }),
    })),
    excluded,
    count: computed(names.outliersExcluded, excluded.length, {
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
