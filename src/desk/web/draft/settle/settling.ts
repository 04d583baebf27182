import type {Merge} from "../../../../model/merge.ts";
import type {Passage} from "../passage.ts";

export type Conflict = Merge["conflicts"][number];
/** The program's words as they are now, the editor's, or others that are written by hand. */
export type Choice = "theirs" | "mine" | "anew";

/**
 * Where a passage stands in a text; undefined where that is not certain.
 *
 * @example onlyPlace("a b c", "b") // {"from": 2, "to": 3}
 * @example onlyPlace("a b b", "b") // undefined
 */
export function onlyPlace(text: string, words: string | undefined): Passage | undefined {
  if (!words) return undefined;
  const from = text.indexOf(words);
  if (from < 0 || text.lastIndexOf(words) !== from) return undefined;
  return {from, to: from + words.length};
}

/**
 * The text with a conflict settled; undefined where it is not certain what is to be put where.
 *
 * @example settledText("It fell.", {id: "a", base: "It rose.", edited: "Up it went.", renewed: "It fell."}, "mine") // "Up it went."
 * @example settledText("It fell.", {id: "a", base: "It rose.", edited: "Up it went.", renewed: "It fell."}, "theirs") // "It fell."
 * @example settledText("It fell.", {id: "a", base: "It rose.", edited: "Up it went."}, "mine") // undefined
 */
export function settledText(
  text: string,
  {edited, renewed}: Conflict,
  choice: Exclude<Choice, "anew">,
): string | undefined {
  if (choice === "theirs" || onlyPlace(text, edited)) return text;
  const place = onlyPlace(text, renewed);
  return place && text.slice(0, place.from) + edited + text.slice(place.to);
}
