import type {WrittenNote} from "./notes.ts";

/** One thing made wrong in a note. */
export interface Mutation {
  readonly kind: string;
  readonly markdown: string;
  /** Lines that are wrong now, counted from 1. */
  readonly lines: readonly number[];
  readonly what: string;
}

export type Random = () => number;

export interface Spot {
  readonly from: number;
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** Part of the file whose words are the note's: front matter but for title and description, addresses, the table of origins are not. */
export function readable({markdown}: WrittenNote): {from: number; to: number}[] {
  const spans: {from: number; to: number}[] = [];
  let at = 0;
  let [fence, section] = [0, ""];
  const lastSection = markdown.lastIndexOf("\n## ");
  for (const line of markdown.split("\n")) {
    if (line === "---" && fence < 2) fence++;
    else if (line.startsWith("## ")) section = line;
    const front = fence === 1;
    const words = front ? /^(?:title|description):/.test(line) : !/^\|[\s:|-]+\|$|^$/.test(line);
    if (words && at < lastSection) {
      const from = at + (front ? line.indexOf('"') + 1 : 0);
      const image = line.startsWith("![") ? line.lastIndexOf("](") : line.length;
      spans.push({from, to: at + image});
    }
    at += line.length + 1;
  }
  return section ? spans : [];
}

export function spots(note: WrittenNote, pattern: RegExp): Spot[] {
  const {markdown} = note;
  return readable(note).flatMap(({from, to}) =>
    [...markdown.slice(from, to).matchAll(pattern)].map(({0: text, index}) => ({
      from: from + index,
      text,
      before: markdown.slice(Math.max(from, from + index - 24), from + index),
      after: markdown.slice(
        from + index + text.length,
        Math.min(to, from + index + text.length + 24),
      ),
    })),
  );
}

export const pick = <T>(list: readonly T[], random: Random): T | undefined =>
  list[Math.floor(random() * list.length)];

export function lineOf(markdown: string, at: number): number {
  let line = 1;
  for (let i = markdown.indexOf("\n"); i >= 0 && i < at; i = markdown.indexOf("\n", i + 1)) line++;
  return line;
}

export function replaced(
  {markdown}: WrittenNote,
  kind: string,
  random: Random,
  places: readonly Spot[],
  change: (spot: Spot, random: Random) => string | undefined,
): Mutation | undefined {
  const spot = pick(places, random);
  const words = spot && change(spot, random);
  if (!spot || words === undefined || words === spot.text) return undefined;
  const {from, text} = spot;
  const to = from + text.length;
  return {
    kind,
    markdown: `${markdown.slice(0, from)}${words}${markdown.slice(to)}`,
    lines: [lineOf(markdown, from)],
    what: `${spot.before}[${text} → ${words}]${spot.after}`,
  };
}

export const isSentence = (text: string) => /^\p{Lu}/u.test(text) && /[.]$/.test(text);

/** The sentence at the end of a paragraph. */
export function added(
  note: WrittenNote,
  kind: string,
  random: Random,
  sentence: string | undefined,
): Mutation | undefined {
  const {markdown} = note;
  const paragraphs = readable(note).filter(({from, to}) => isSentence(markdown.slice(from, to)));
  const place = pick(paragraphs, random);
  if (!place || sentence === undefined) return undefined;
  return {
    kind,
    markdown: `${markdown.slice(0, place.to)} ${sentence}${markdown.slice(place.to)}`,
    lines: [lineOf(markdown, place.from)],
    what: sentence,
  };
}
