import {type Inline, plain, type Text} from "./text.ts";

/** What search engines show of a description, in characters. */
const longest = 160;
/** A cut at a clause that leaves less than this says too little. */
const shortest = 80;

/**
 * A text's beginning for search engines and previews: as many whole sentences as fit, or, where the
 * first alone is too long, the sentence up to a clause or a word, with an ellipsis. A number, a
 * date or a name is never cut, since a cut falls between words of the program only.
 *
 * @example describe(["It rose. It fell ", "x".repeat(160)]) // "It rose."
 */
export function describe(text: Text): string {
  const whole = plain(text).trim();
  if (whole.length <= longest) return whole;
  const words = masked(text);
  const ends = cuts(words, /[.!?…](?=\s+[\p{Lu}\p{N}\uFFFC“‘(])/gu).filter(end => end <= longest);
  if (ends.length > 0) return whole.slice(0, ends.at(-1));
  const room = longest - 2;
  const clauses = cuts(words, /(?<=\p{L}|[\p{L}\uFFFC]\)|\uFFFC)(?=[,;:–—] )|(?=\s\()/gu);
  const clause = clauses.filter(end => end <= room && end >= shortest).at(-1);
  const word = cuts(words, /(?<=\p{L}{2})(?=\s+\p{L}{2})/gu)
    .filter(end => end <= room)
    .at(-1);
  const cut = clause ?? word ?? 0;
  return cut === 0 ? whole : `${whole.slice(0, cut)} …`;
}

const cuts = (words: string, pattern: RegExp) =>
  [...words.matchAll(pattern)].map(({index, 0: found}) => index + found.length);

/** The plain text with all that may not be cut blotted out, at its length. */
function masked(text: Text): string {
  return text.map(maskedInline).join("").trim();
}

function maskedInline(inline: Inline): string {
  if (typeof inline === "string") return inline;
  if ("strong" in inline) return inline.strong.map(maskedInline).join("");
  if ("emphasis" in inline) return inline.emphasis.map(maskedInline).join("");
  return "\uFFFC".repeat(plain([inline]).length);
}
