import type {Figure} from "../model/figure.ts";
import type {Facts} from "./facts.ts";
import type {Plan} from "./point.ts";

export type CautionHeading = {readonly kind: "caution"};

/** What weighs most against relying on the note. */
export type CautionSentence =
  | {readonly kind: "false-alarms"; readonly level: Figure<"p-value">}
  | {readonly kind: "short-record"; readonly since: string}
  | {readonly kind: "single-day"; readonly day: string}
  | (Outcomes & {readonly kind: "range-says-little"})
  | {readonly kind: "can-fall-again"; readonly below: Figure<"drawdown">}
  | {readonly kind: "blunt-test"; readonly reach: Figure<"correlation">}
  | (Outcomes & {readonly kind: "daily-swings"; readonly daily: Figure<"volatility">});

/** Eight in ten of them lie in it. */
interface Outcomes {
  readonly date: string;
  readonly low: Figure<"USD">;
  readonly high: Figure<"USD">;
}

/** A range whose top is so many times its bottom says next to nothing. */
const vague = 8;

/** Below its highest close by so much, nobody may think that it cannot fall as far again. */
const farBelow = 0.8;

/** A test that only a fall to this would pass is blunt. */
const blunt = 0.2;

/** What to bear in mind before relying on any of it: the one thing that weighs most here. */
export const cautionPlan = (facts: Facts): Plan<CautionHeading, CautionSentence, never> => ({
  heading: {kind: "caution"},
  blocks: [{paragraph: [weightiest(facts)]}],
});

function weightiest({risk, cases, dependence, state}: Facts): CautionSentence {
  if (dependence && dependence.leading.verdict !== "no-change-found")
    return {kind: "false-alarms", level: dependence.level};
  const last = cases?.sets.at(-1);
  if (risk && !last) return {kind: "short-record", since: risk.drawdown.since};
  if (!risk || !last) return {kind: "single-day", day: state.price.asOf.slice(0, 10)};
  const {
    date,
    quantiles: {p10: low, p90: high},
  } = last;
  if (high.value / low.value > vague) return {kind: "range-says-little", date, low, high};
  if (risk.fromPeak && risk.fromPeak.value >= farBelow)
    return {kind: "can-fall-again", below: risk.fromPeak};
  if (dependence && dependence.leading.visible.value < blunt)
    return {kind: "blunt-test", reach: dependence.leading.visible};
  return {kind: "daily-swings", daily: risk.daily, date, low, high};
}
