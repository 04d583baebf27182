import type {Facts} from "./facts.ts";
import {type FieldHeading, type FieldSentence, fieldPlan} from "./field.ts";
import type {Plan} from "./point.ts";
import type {SectionName, Story} from "./story.ts";

export type Heading = FieldHeading;
export type Sentence = FieldSentence;
export type Exhibit = never;

/** What each section says; undefined where it has nothing to say. */
export const plans = {
  field: fieldPlan,
} satisfies Partial<
  Record<SectionName, (facts: Facts, story: Story) => Plan<Heading, Sentence, Exhibit> | undefined>
>;

export type PlannedSection = keyof typeof plans;
