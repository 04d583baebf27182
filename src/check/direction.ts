import {matchesOf} from "./claims/words/matching.ts";
import {onceFor} from "./once.ts";

/** How a language says which way something went. */
export interface DirectionWords {
  /** Words that say up or more, and words that say down or less; whole words, in small letters. */
  readonly up: RegExp;
  readonly down: RegExp;
  /** Words that say how a return went: these alone give a size its sign. */
  readonly risen: RegExp;
  readonly fallen: RegExp;
  /** Verbs as they are written, and what says the other direction in the same form. */
  readonly opposites: readonly (readonly [string, string])[];
  /** Words that begin another clause, beside the marks that do: while, but. */
  readonly clauses: string;
  /** Where the verb stands: before its numbers, or just behind one; or behind them only. */
  readonly verb: "before" | "behind";
}

/** One of these words, and nothing else. */
export const wholeWord = (words: string) =>
  new RegExp(`^(?:${words.trim().split(/\s+/).join("|")})$`, "u");

export type Direction = 1 | -1;

/** What a word says of the direction, if anything. */
export function directionOf(word: string, {up, down}: DirectionWords): Direction | undefined {
  const [rises, falls] = [up.test(word), down.test(word)];
  if (rises === falls) return undefined;
  return rises ? 1 : -1;
}

/** The word that says the other direction, written as this one is. */
export function oppositeOf(
  word: string,
  {code, directions}: {readonly code: string; readonly directions: DirectionWords},
): string | undefined {
  const small = word.toLocaleLowerCase(code);
  const other = directions.opposites.find(pair => pair.includes(small))?.find(one => one !== small);
  if (other === undefined || word[0] === small[0]) return other;
  return other[0]!.toLocaleUpperCase(code) + other.slice(1);
}

export interface Governing {
  readonly direction: Direction;
  readonly from: number;
  readonly to: number;
}

const clauseEndOf = onceFor(
  ({clauses}: DirectionWords) =>
    new RegExp(`;(?!\\s[−+]?[%$]?\\d)|[:()—]|(?<![\\p{L}])(?:${clauses})(?!\\p{L})`, "giu"),
);

/**
 * The word that says which way the number goes: the verb before it in its clause, which a list of
 * numbers shares, or a word just after it; where verbs stand at the end, the verb after it.
 */
export function governing(
  text: string,
  from: number,
  to: number,
  directions: DirectionWords,
): Governing | undefined {
  const {words, ends} = verbsOf(text, directions);
  if (words.length === 0) return undefined;
  const clause = {
    from: Math.max(-1, ...ends.filter(end => end < from)),
    to: Math.min(text.length, ...ends.filter(end => end >= to)),
  };
  const within = words.filter(word => word.from > clause.from && word.to <= clause.to);
  if (directions.verb === "behind") return within.find(word => word.from >= to);
  const after = within.find(
    word => word.from >= to && /^\s(?:%\s)?$/.test(text.slice(to, word.from)),
  );
  return after ?? within.findLast(word => word.to <= from);
}

interface Verbs {
  readonly words: readonly Governing[];
  /** Where clauses end. */
  readonly ends: readonly number[];
}

let last: (Verbs & {readonly text: string; readonly directions: DirectionWords}) | undefined;

/** Those of the sentence asked for last are kept: its numbers are judged one after the other. */
function verbsOf(text: string, directions: DirectionWords): Verbs {
  if (last?.text === text && last.directions === directions) return last;
  const {risen, fallen} = directions;
  const words = [...found(text, risen, 1), ...found(text, fallen, -1)];
  last = {
    text,
    directions,
    words: words.toSorted((a, b) => a.from - b.from),
    ends: words.length ? [...text.matchAll(clauseEndOf(directions))].map(({index}) => index) : [],
  };
  return last;
}

function found(text: string, pattern: RegExp, direction: Direction): Governing[] {
  return matchesOf(pattern, text).map(span => ({direction, ...span}));
}
