import {folded} from "./content.ts";
import type {SiteRecord} from "./record.ts";

/**
 * What the search page asks for: `search/notes.json` tells of every note, and one file for each first
 * letter says which words stand in which notes, by their place in that list.
 */
export function searchIndex(records: readonly SiteRecord[]): Map<string, string> {
  const notes = records.toSorted(byFirst);
  const words = new Map<string, number[]>();
  for (const [place, {words: own, retraction}] of notes.entries())
    for (const word of retraction ? [] : own.split(" ")) {
      const places = words.get(word);
      if (places) places.push(place);
      else words.set(word, [place]);
    }
  words.delete("");
  const shards = Map.groupBy(words, ([word]) => shardOf(word));
  return new Map([
    ["search/notes.json", `${JSON.stringify(notes.map(entryOf))}\n`],
    ...[...shards].map(([name, own]) => {
      const sorted = own.toSorted(([a], [b]) => (a < b ? -1 : 1));
      return [`search/${name}.json`, `${JSON.stringify(Object.fromEntries(sorted))}\n`] as const;
    }),
  ]);
}

/** A new note takes the last place, and the others keep theirs. */
const byFirst = (a: SiteRecord, b: SiteRecord) =>
  a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : a.id < b.id ? -1 : 1;

const shardOf = (word: string) => `w-${(word.codePointAt(0) ?? 0).toString(16)}`;

/** Path, title, description, day, coin, language, and what counts as its head. */
function entryOf({id, about, retraction}: SiteRecord) {
  const {title, description, asOf, asset, locale, tags} = about;
  return [
    `${id}/`,
    title,
    retraction ? "" : description,
    asOf.slice(0, 10),
    asset.name,
    locale,
    folded([title, asset.name, asset.symbol, ...tags].join(" ")),
  ];
}
