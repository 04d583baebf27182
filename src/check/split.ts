import {cut, type Marked} from "./inline.ts";
import type {CheckLanguage} from "./language.ts";
import {blotted, type NameFinder, quotationEdges} from "./names.ts";
import {onceFor} from "./once.ts";

/** Words that a full stop belongs to, in any language. */
const common = "ca|cf|no|vs|St|Inc|Ltd|Co|Corp|Prof|Dr";

/** After these a full stop ends no sentence; single capital letters are initials. */
const abbreviationsOf = onceFor(
  ({abbreviations}: CheckLanguage) =>
    new RegExp(`(?:^|[\\s(“"])(?:${common}|${abbreviations.join("|")}|\\p{Lu})$`, "u"),
);

const end = /(?<![.!?…])[.!?…]+["”’')\]]*(?=\s+(?:—\s)?["“‘'([$€£%+−-]*[\p{Lu}\p{N}$€£%])/gu;

const mayEnd = /[.!?…]\S{0,3}\s/;

/**
 * Where a text falls into sentences: the offsets at which each begins. None ends inside a name, and
 * a quotation is one of its own.
 */
export function startsOf(whole: string, names: NameFinder, language: CheckLanguage): number[] {
  if (!mayEnd.test(whole) && whole.length <= longest && !names.quotes) return [0];
  const text = blotted(whole, names(whole));
  const edges = quotationEdges(text);
  const starts = [...new Set([...endsOfSentences(text, abbreviationsOf(language)), ...edges])].sort(
    (a, b) => a - b,
  );
  return text.length > longest
    ? starts.flatMap((from, i) => cutAt(text, from, starts[i + 1]))
    : starts;
}

/** Nobody writes a sentence as long; what is longer is cut, between two words where there are any. */
const longest = 2000;
/** A word is cut so that each of its parts is still too long to be one. */
const longestWord = 200;

function cutAt(text: string, from: number, to = text.length): number[] {
  const starts = [from];
  for (let last = from; to - last > longest + longestWord; ) {
    const space = text.slice(last, last + longest).lastIndexOf(" ");
    last += space > 0 ? space + 1 : longest;
    starts.push(last);
  }
  return starts;
}

function endsOfSentences(text: string, abbreviations: RegExp): number[] {
  const starts = [0];
  if (!mayEnd.test(text)) return starts;
  for (const found of text.matchAll(end)) {
    const before = text.slice(Math.max(0, found.index - 12), found.index);
    if (found[0].startsWith(".") && abbreviations.test(before)) continue;
    let next = found.index + found[0].length;
    while (/\s/.test(text.charAt(next))) next++;
    starts.push(next);
  }
  return starts;
}

/** A text cut into its sentences, each with its own runs. */
export function sentencesOf(marked: Marked, names: NameFinder, language: CheckLanguage): Marked[] {
  const {text} = marked;
  const starts = startsOf(text, names, language);
  if (starts.length === 1 && text === text.trim()) return text === "" ? [] : [marked];
  return starts.flatMap((from, i) => {
    const sentence = text.slice(from, starts[i + 1]);
    const begin = from + sentence.length - sentence.trimStart().length;
    const trimmed = sentence.trim();
    return trimmed === "" ? [] : [cut(marked, begin, begin + trimmed.length)];
  });
}
