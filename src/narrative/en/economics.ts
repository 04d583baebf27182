import type {Block, Section} from "../../model/article.ts";
import type {ProfileFact, Topic} from "../../model/market.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";

/** What the protocol does and how its coins come about, as its editor cites it, or its source describes it. */
export function economics(facts: Facts): Section | undefined {
  const {asset, profile, pen} = facts;
  const paragraphs = topics
    .map(group => cited(factsOn(group, facts), facts))
    .filter(text => text.length > 0);
  const name = pen.name(asset.name);
  if (profile && paragraphs.length > 0)
    return {
      heading: say`What ${name} does, and where ${pen.name(asset.symbol)} comes from`,
      blocks: paragraphs.map(text => ({kind: "paragraph", text})),
    };
  const quote = description(facts);
  return quote && {heading: say`What ${name} is, in its source’s words`, blocks: [quote]};
}

const topics: readonly (readonly Topic[])[] = [
  ["purpose"],
  ["economics", "governance"],
  ["supply"],
];

export const factsOn = (group: readonly Topic[], {profile}: Facts): readonly ProfileFact[] =>
  profile?.facts.filter(({topic}) => group.includes(topic)) ?? [];

/** Facts one after another, each with its source. */
export const cited = (group: readonly ProfileFact[], {locale, pen}: Facts): Text =>
  join(group.map(({statement, source}) => [pen.cited(statement[locale]!, source)]));

function description({description: found, pen}: Facts): Block | undefined {
  if (!found) return undefined;
  return {
    kind: "quote",
    text: found.text,
    source: say`${pen.name(found.source)}, recorded ${pen.instant(found.asOf)}. Quoted, not checked by us: descriptions age, and this one carries no date of its own.`,
  };
}
