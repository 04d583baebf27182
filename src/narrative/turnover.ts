import type {Figure} from "../model/figure.ts";
import type {LiquidityFinding} from "../model/finding.ts";
import type {Facts} from "./facts.ts";
import {rarity, scoreOf} from "./news.ts";
import {type Precedent, precedent} from "./rare.ts";

export type Side = "more" | "less";

/** Whether it is the first comparison, or says the same as the first, or the opposite. */
interface Compared {
  readonly side: Side;
  readonly standing: "first" | "agrees" | "differs";
}

interface BesideCoins extends Compared, Universe {
  readonly kind: "turnover-beside-coins";
}
interface BesideDays extends Compared, History {
  readonly kind: "turnover-beside-days";
}
interface VolumeBesideDays extends Compared {
  readonly kind: "volume-beside-days";
  readonly median: Figure<"USD">;
  readonly precedent: Precedent;
}

type Universe = NonNullable<LiquidityFinding["universe"]>;
type History = NonNullable<LiquidityFinding["history"]>;
export type Comparison = BesideCoins | BesideDays | VolumeBesideDays;

/** One in five: what more of the others, or of the days, do than this is told by no sentence. */
const told = -Math.log10(0.2);

/** The rarest comparison first, and the other beside it; the past is told in one unit. */
export function comparisons(found: LiquidityFinding, facts: Facts): Comparison[] {
  const all = [...besideDays(found, facts), ...besideCoins(found)]
    .filter(({score}) => score >= told)
    .toSorted((a, b) => b.score - a.score);
  const first = all[0]?.point;
  return all.map(({point}) => ({
    ...point,
    standing: point === first ? "first" : point.side === first!.side ? "agrees" : "differs",
  }));
}

interface Scored {
  readonly score: number;
  readonly point: Comparison;
}

function besideCoins({universe}: LiquidityFinding): Scored[] {
  if (!universe) return [];
  const {below, size} = universe;
  const {side, score} = placed(below.value, size.value);
  return [{score, point: {kind: "turnover-beside-coins", ...universe, side, standing: "first"}}];
}

function besideDays({history}: LiquidityFinding, {records}: Facts): Scored[] {
  const volume = records?.volume;
  const all: Scored[] = [];
  if (history) {
    const {side, score} = placed(history.percentile.value, history.days.value);
    all.push({score, point: {kind: "turnover-beside-days", ...history, side, standing: "first"}});
  }
  if (volume) {
    const side = volume.end === "high" ? "more" : "less";
    const {median} = volume;
    const standing = "first" as const;
    all.push({
      score: rarity(volume),
      point: {kind: "volume-beside-days", median, precedent: precedent(volume), side, standing},
    });
  }
  return all.toSorted((a, b) => b.score - a.score).slice(0, 1);
}

/** On which side a share of so many lower ones stands, and how rare that is. */
function placed(below: number, size: number): {readonly side: Side; readonly score: number} {
  const lower = Math.round(below * size);
  const side = below >= 0.5 ? "more" : "less";
  return {side, score: scoreOf(side === "more" ? size - lower : lower, size)};
}
