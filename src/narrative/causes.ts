import type {Figure} from "../model/figure.ts";
import type {WindowResult} from "../model/finding.ts";

/** A part of a change of correlation that is worth a sentence. */
const matters = 0.03;

/** Beside a part as large as this one that pulls the other way is told. */
const pulls = 0.5;

/** A part that makes so much of a change made it alone. */
const alone = 0.8;

/** What makes a correlation: the answer to the benchmark, its swings, and the coin's own. */
export type Cause =
  | {
      readonly what: "answer";
      readonly ends: readonly [Figure<"beta">, Figure<"beta">];
      readonly part: Figure<"difference">;
    }
  | {
      readonly what: "benchmark-swings" | "own-swings";
      readonly ends: readonly [Figure<"volatility">, Figure<"volatility">];
      readonly part: Figure<"difference">;
    };

/** Why the linear correlation changed, by how the parts of the change stand to each other. */
export type CausesSentence =
  | {readonly kind: "causes-none"}
  | {readonly kind: "cause-alone"; readonly cause: Cause}
  | {readonly kind: "causes-together"; readonly first: Cause; readonly second: Cause}
  | {readonly kind: "causes-apart"; readonly first: Cause; readonly second: Cause};

export type CausesAgreement = CausesSentence["kind"];

/** Each part before and now, and what it did to the linear correlation. */
export interface CausesTable {
  readonly kind: "causes-table";
  readonly agreement: CausesAgreement;
  readonly causes: readonly Cause[];
  readonly pearson: readonly [Figure<"correlation">, Figure<"correlation">];
  readonly change: "raised" | "lowered";
  readonly days: Figure<"days">;
  readonly baselineDays: Figure<"days">;
  readonly to: string;
  readonly sources: readonly string[];
}

/** The causes of a change, the largest first. */
function causesOf(window: WindowResult): Cause[] {
  const all: Cause[] = [
    {
      what: "benchmark-swings",
      ends: [window.baselineBenchmarkVolatility, window.benchmarkVolatility],
      part: window.cause.benchmarkVolatility,
    },
    {what: "answer", ends: [window.baselineBeta, window.beta], part: window.cause.beta},
    {
      what: "own-swings",
      ends: [window.baselineOwnVolatility, window.ownVolatility],
      part: window.cause.ownVolatility,
    },
  ];
  return all.toSorted((a, b) => size(b) - size(a));
}

const size = ({part}: Cause) => Math.abs(part.value);

export function causesSentence(window: WindowResult): CausesSentence {
  const [first, second] = causesOf(window) as [Cause, Cause, Cause];
  if (size(first) < matters) return {kind: "causes-none"};
  const total = window.pearson.value - window.baselinePearson.value;
  const other = causesOf(window).find(
    one => Math.sign(one.part.value) !== Math.sign(first.part.value),
  );
  if (other && size(other) >= Math.max(matters, pulls * size(first)))
    return {kind: "causes-apart", first, second: other};
  return first.part.value / total >= alone || size(second) < matters
    ? {kind: "cause-alone", cause: first}
    : {kind: "causes-together", first, second};
}

export const causesTable = (window: WindowResult, sources: readonly string[]): CausesTable => ({
  kind: "causes-table",
  agreement: causesSentence(window).kind,
  causes: causesOf(window),
  pearson: [window.baselinePearson, window.pearson],
  change: window.pearson.value < window.baselinePearson.value ? "lowered" : "raised",
  days: window.days,
  baselineDays: window.baselineDays,
  to: window.to,
  sources,
});
