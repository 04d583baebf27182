import type {Marked} from "./inline.ts";

/** After these a full stop ends no sentence. */
const abbreviations =
  /(?:^|[\s(“"])(?:e\.g|i\.e|vs|approx|ca|cf|no|nos|vol|corr|avg|Mr|Mrs|Dr|St|Inc|Ltd|Co|Corp|U\.S|U\.K|örn|vb|vd|bkz|yak|Doç|Prof|kor|oyn|ort|[A-ZÇĞİÖŞÜ])$/u;

const end = /[.!?…]+["”’')\]]*(?=\s+["“‘'([$€£%+−-]*[\p{Lu}\p{N}$€£%])/gu;

/** Where a text falls into sentences: the offsets at which each begins. */
export function startsOf(text: string): number[] {
  const starts = [0];
  for (const found of text.matchAll(end)) {
    const before = text.slice(Math.max(0, found.index - 12), found.index);
    if (found[0].startsWith(".") && abbreviations.test(before)) continue;
    let next = found.index + found[0].length;
    while (/\s/.test(text[next]!)) next++;
    starts.push(next);
  }
  return starts;
}

/** A text cut into its sentences, each with its own offsets. */
export function sentencesOf({text, offsets, links}: Marked): Marked[] {
  const starts = startsOf(text);
  return starts
    .map((from, i) => {
      const cut = text.slice(from, starts[i + 1] ?? text.length);
      const lead = cut.length - cut.trimStart().length;
      const words = cut.trim();
      const begin = from + lead;
      return {text: words, offsets: offsets.slice(begin, begin + words.length), links};
    })
    .filter(one => one.text !== "");
}
