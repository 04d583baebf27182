import type {Figure, FigureName} from "../model/figure.ts";
import * as names from "../model/figureNames.ts";
import type {ClassSummary, DecompositionFinding, Leg, OutliersFinding} from "../model/finding.ts";
import type {Market} from "../model/market.ts";
import {median} from "../stats/median.ts";
import {computed} from "./figure.ts";
import {legsOf} from "./legs.ts";
import {excludeOutliers, outliersFinding} from "./outliers.ts";
import {present} from "./present.ts";

/** Of fewer legs than this no median is given: each is named. */
const fewestForMedian = 3;

export interface Decomposition {
  readonly decomposition: DecompositionFinding;
  readonly outliers?: OutliersFinding;
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
  const found = legsOf(market, dollars);
  if (!found || found.legs.length === 0) return undefined;
  const {legs, tested} = excludeOutliers(found.legs);
  const classes = summarise(legs, dollars);
  const others = legs.filter(leg => leg.status === "live");
  const byOwn = others.toSorted((a, b) => a.own.value - b.own.value);
  const quotes = computed(names.quotes, legs.length + 1, {
    asOf: dollars.asOf,
    formula: "number of quotes in the table, the dollar among them",
    inputs: [],
  });
  const decomposition: DecompositionFinding = {
    kind: "decomposition",
    basis: found.basis,
    reference: found.reference,
    dollars,
    legs,
    quotes,
    classes,
    weekend: found.basis === "closes" ? "none" : weekendOf(dollars.asOf),
    ...present({days: found.days, largestUp: byOwn.at(-1), largestDown: byOwn[0]}),
    sources: found.sources,
  };
  return {
    decomposition,
    ...(tested.length > 0 && {outliers: outliersFinding(legs, tested, classes, dollars.asOf)}),
  };
}

function summarise(legs: readonly Leg[], dollars: Figure<"return">): ClassSummary[] {
  return (["fiat", "crypto", "metal"] as const).flatMap(name => {
    const all = legs.filter(leg => leg.class === name && hasMoved(leg));
    const kept = all.filter(leg => leg.status === "live");
    if (!legs.some(leg => leg.class === name)) return [];
    const {live, up, down, ...medians} = names.quoteClass(name);
    const about = (formula: string, of: readonly Leg[]) => ({
      asOf: dollars.asOf,
      formula,
      inputs: of.map(leg => leg.change.id),
    });
    const count = (figure: FigureName<"count">, formula: string, of: readonly Leg[]) =>
      computed(figure, of.length, about(formula, all));
    const middle = (figure: FigureName<"return">, formula: string, of: readonly Leg[]) =>
      of.length < fewestForMedian
        ? undefined
        : computed(figure, median(of.map(leg => leg.change.value)), about(formula, of));
    return [
      {
        class: name,
        live: count(live, "live quotes of the class", all),
        up: count(up, "live quotes in which the asset rose", all.filter(rose)),
        down: count(down, "live quotes in which the asset fell", all.filter(fell)),
        ...present({
          median: middle(medians.median, "median change over the live quotes kept", kept),
          medianWithExcluded:
            all.length > kept.length
              ? middle(medians.medianWithExcluded, "the same with the excluded quotes", all)
              : undefined,
        }),
      },
    ];
  });
}

/** An outlier is left out of medians, and of no count. */
const hasMoved = ({status}: Leg): boolean => status === "live" || status === "excluded";

const rose = (leg: Leg) => leg.change.value > 0;
const fell = (leg: Leg) => leg.change.value < 0;

/** Currency and metal markets close from Friday evening to Sunday evening; a day's change reaches back. */
function weekendOf(asOf: string): DecompositionFinding["weekend"] {
  const instant = new Date(asOf);
  const day = instant.getUTCDay();
  if (day === 0 || (day === 6 && instant.getUTCHours() >= 12)) return "most";
  if (day === 6 || (day === 1 && instant.getUTCHours() < 22)) return "part";
  return "none";
}
