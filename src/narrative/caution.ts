import type {Figure} from "../model/figure.ts";
import type {Facts} from "./facts.ts";
import type {Plan} from "./point.ts";
import type {Story} from "./story.ts";

export type CautionHeading = {readonly kind: "caution"};

/** What weighs most against relying on the note. */
export type CautionSentence =
  | {readonly kind: "false-alarms"; readonly level: Figure<"p-value">}
  | {readonly kind: "short-record"; readonly since: string}
  | {readonly kind: "blunt-test"; readonly reach: Figure<"correlation">};

/** A test that only a fall to this would pass is blunt. */
const blunt = 0.2;

/** The one thing that weighs most against relying on this note; what is true of any stands in Method. */
export function cautionPlan(
  facts: Facts,
  {sections}: Story,
): Plan<CautionHeading, CautionSentence, never> | undefined {
  const sentence = weightiest(facts, sections);
  return sentence && {heading: {kind: "caution"}, blocks: [{paragraph: [sentence]}]};
}

function weightiest(
  {risk, cases, dependence}: Facts,
  sections: Story["sections"],
): CautionSentence | undefined {
  if (dependence && dependence.leading.verdict !== "no-change-found")
    return {kind: "false-alarms", level: dependence.level};
  if (risk && !cases) return {kind: "short-record", since: risk.drawdown.since};
  // The section on the tie tells it by itself.
  if (!sections.includes("dependence") && dependence && dependence.leading.visible.value < blunt)
    return {kind: "blunt-test", reach: dependence.leading.visible};
  return undefined;
}
