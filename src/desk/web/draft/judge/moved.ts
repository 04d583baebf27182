import type {Passage} from "../passage.ts";

/**
 * Where a passage of one text stands in another that was made of it. Where its words are there no more,
 * what has become of them by a change in one stretch.
 *
 * @example moved({from: 4, to: 5}, "one two", "one and two") // {"from": 8, "to": 9}
 * @example moved({from: 0, to: 3}, "one two", "one and two") // {"from": 0, "to": 3}
 * @example moved({from: 0, to: 7}, "one two", "one and two") // {"from": 0, "to": 11}
 */
export function moved({from, to}: Passage, before: string, after: string): Passage {
  if (before === after) return {from, to};
  const words = before.slice(from, to);
  const there = after.indexOf(words);
  // Our sentences look alike: only what is told apart is known again.
  if (isOnce(before, words) && isOnce(after, words)) return {from: there, to: there + words.length};
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const [end, by] = [before.length - tail, after.length - before.length];
  const start = from < end ? Math.min(from, head) : from + by;
  const stop = to <= head ? to : to >= end ? to + by : end + by;
  return {from: start, to: Math.max(start, stop)};
}

const isOnce = (text: string, words: string): boolean =>
  words !== "" && text.includes(words) && text.indexOf(words) === text.lastIndexOf(words);
