import type {Passage} from "../passage.ts";
import {type Change, changesBetween} from "../text/changesBetween.ts";

/**
 * Where a passage of one text stands in another that was made of it. Where its words are there no more,
 * what has become of them: of a line never more than a line. Undefined where nothing has.
 *
 * @example moved({from: 4, to: 5}, "one two", "one and two") // {"from": 8, "to": 9}
 * @example moved({from: 0, to: 3}, "one two", "one and two") // {"from": 0, "to": 3}
 * @example moved({from: 0, to: 7}, "one two", "one and two") // {"from": 0, "to": 11}
 * @example moved({from: 0, to: 3}, "one\ntwo", "two") // undefined
 */
export const moved = (passage: Passage, before: string, after: string): Passage | undefined =>
  movedBetween(before, after)(passage);

/** As `moved`, for many passages of the same two texts. */
export function movedBetween(
  before: string,
  after: string,
): (passage: Passage) => Passage | undefined {
  let changes: readonly Change[] | undefined;
  return ({from, to}) => {
    if (before === after) return {from, to};
    const words = before.slice(from, to);
    // Our sentences look alike: only what is told apart is known again.
    if (isOnce(before, words) && isOnce(after, words)) {
      const there = after.indexOf(words);
      return {from: there, to: there + words.length};
    }
    changes ??= changesBetween(before, after);
    const place = {from: startAfter(changes, from), to: endAfter(changes, to)};
    return words.includes("\n") ? whole(place) : whole(withinLine(place, after));
  };
}

const whole = (place: Passage) => (place.from < place.to ? place : undefined);

function startAfter(changes: readonly Change[], at: number): number {
  let by = 0;
  for (const {from, to, insert} of changes) {
    if (to > at) return Math.min(at, from) + by;
    by += insert.length - (to - from);
  }
  return at + by;
}

function endAfter(changes: readonly Change[], at: number): number {
  let by = 0;
  for (const {from, to, insert} of changes) {
    if (from >= at) break;
    if (to > at) return from + by + insert.length;
    by += insert.length - (to - from);
  }
  return at + by;
}

/** The first line of it that has words. */
function withinLine({from, to}: Passage, text: string): Passage {
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = text.indexOf("\n", start);
  return {from: Math.min(start, to), to: end < 0 ? to : Math.min(end, to)};
}

const isOnce = (text: string, words: string): boolean =>
  words !== "" && text.includes(words) && text.indexOf(words) === text.lastIndexOf(words);
