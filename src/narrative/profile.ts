import type {ProfileFact, Topic} from "../model/market.ts";
import {join, type Text} from "../model/text.ts";
import type {Facts} from "./facts.ts";

/** The paragraphs of what a protocol does and how its coins come about, by topics. */
export const paragraphsOf: readonly (readonly Topic[])[] = [
  ["purpose"],
  ["economics", "governance"],
  ["supply"],
];

export const factsOn = (group: readonly Topic[], {profile}: Facts): readonly ProfileFact[] =>
  profile?.facts.filter(({topic}) => group.includes(topic)) ?? [];

/** Facts one after another, each with its source. */
export const cited = (
  group: readonly ProfileFact[],
  {locale, pen}: Pick<Facts, "locale" | "pen">,
): Text => join(group.map(({statement, source}) => [pen.cited(statement[locale]!, source)]));
