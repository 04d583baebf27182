import {wordsFor} from "../languages/release.ts";
import {TargetRefused} from "../model/errors.ts";
import {deckOf} from "./body.ts";
import type {Release} from "./release.ts";

/** How much a network takes, and how it counts. */
export interface Room {
  readonly most: number;
  readonly count: (text: string) => number;
}

/**
 * What leads readers to a note: its title, one sentence of its deck, and where it stands. Of a
 * correction what was wrong and is right; of a retraction why. What does not fit is left out whole,
 * and a title that does not is cut between two words, never at a number.
 *
 * @param link the address as it is shown
 * @throws TargetRefused where not even the title fits
 */
export function teaserOf(release: Release, link: string, {most, count}: Room): string {
  const {headline, sentence} = partsOf(release);
  const candidates = [
    ...(sentence ? [[headline, sentence]] : []),
    [headline],
    ...cuts(headline).map(cut => [`${headline.slice(0, cut)} …`]),
  ];
  const found = candidates
    .map(parts => [...parts, link].join("\n\n"))
    .find(text => count(text) <= most);
  if (found !== undefined) return found;
  throw new TargetRefused(
    `the title of ${release.id} and its address do not fit into ${most} characters: shorten the title`,
  );
}

function partsOf(release: Release): {readonly headline: string; readonly sentence: string} {
  const {about, corrections, retraction} = release;
  const words = wordsFor(about.locale);
  const title = even(about.title);
  const last = corrections.at(-1);
  if (retraction)
    return {headline: words.retractedTitle(title), sentence: firstSentence(retraction.reason)};
  if (last)
    return {
      headline: words.correctedTitle(title),
      sentence: `${words.corrected(last.at)} ${words.wrongAndRight(last)}`,
    };
  return {headline: title, sentence: firstSentence(deckOf(release) ?? about.description)};
}

/**
 * @example firstSentence("TAO fell 3.64% in a day, to $270.68. Why is not said.") // "TAO fell 3.64% in a day, to $270.68."
 */
export function firstSentence(text: string): string {
  const line = even(text);
  const end = /[.!?…](?=\s+[\p{Lu}\p{N}“‘"(])/u.exec(line);
  return end ? line.slice(0, end.index + 1) : line;
}

/** Where a line may end early, the longest first: between two words without figures. */
const cuts = (line: string): number[] =>
  [...line.matchAll(/(?<=\p{L}{2})(?=\s+\p{L}{2})/gu)].map(({index}) => index).reverse();

const even = (text: string): string => text.replace(/\s+/gu, " ").trim();

const segments = new Intl.Segmenter(undefined, {granularity: "grapheme"});

/** Letters as their reader counts them. */
export const graphemes = (text: string): number => [...segments.segment(text)].length;

/** Words that stand for the card. */
export const cardAlt = ({about}: Pick<Release, "about">): string =>
  even([about.title, about.description].filter(Boolean).join(". ").replace("..", "."));

/** @throws TargetRefused where the note stands nowhere that a teaser could lead to */
export function homeAddress({id, home}: Pick<Release, "id" | "home">, label: string): string {
  if (home !== undefined && /^https?:/.test(home)) return home;
  throw new TargetRefused(
    `${label} leads its readers to a note, and ${id} stands nowhere yet: name the target that it is to lead to under home, and publish the note there`,
  );
}
