/**
 * Characters that are not seen but change what is seen: controls, zero-width characters, marks
 * that turn the direction of text, fillers that look like a space, halves of a surrogate pair.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const spaces = /[\s\u2028\u2029]+/gu;
/** More marks on a letter are in no language (Unicode's stream-safe text); ordering them takes time. */
const unsafeMarks = /(\p{M}{30})\p{M}+/gu;
const piledMarks = /(\p{M}{3})\p{M}+/gu;

/**
 * Somebody else's text made fit to be seen on one line: unseen characters removed, white space
 * folded, at most three marks on a letter, no longer than `longest` characters. Markdown and HTML
 * in it stay as they are; whoever prints the text escapes it.
 *
 * @example displayText("\u200b\u200bTether\n Gold ") // "Tether Gold"
 */
export function displayText(text: string, longest = 80): string {
  const line = text
    .replace(unsafeMarks, "$1")
    .normalize("NFC")
    .replace(spaces, " ")
    .replace(unseen, "")
    .replace(piledMarks, "$1")
    .replace(/ +/g, " ")
    .trim();
  return shortened(line, longest);
}

const comments = /<!--[\s\S]*?(?:-->|$)/g;
const hidden = /<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** A tag ends before the next one begins: that of two that are not closed is not sought at the end. */
const breaks = /<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|blockquote)\b[^<>]*>/gi;
const tags = /<\/?[a-z][^<>]*>/gi;

/**
 * The words of an HTML text on one line: tags, comments, scripts and styles removed, entities read.
 *
 * @example plainText('<p>A <a href="https://a.example">network</a> &amp; more</p>') // "A network & more"
 */
export function plainText(html: string, longest = 1200): string {
  const words = html
    .replace(comments, " ")
    .replace(hidden, " ")
    .replace(breaks, " ")
    .replace(tags, "");
  return displayText(decoded(words), longest);
}

/** What a reader may see as mark-up: all but letters, digits and the points of a sentence. */
const markUp = /[^\p{L}\p{M}\p{N}\s.,;?'"’‘“”()\-–—%$…]|\bwww\./giu;

/**
 * Whether a line is words that can be quoted, in any script: at least half of it letters, space
 * aside, and at most an eighth mark-up. Beyond that Markdown is not read as such, and the page would
 * show the escapes.
 *
 * @example isProse("A network & more") // true
 * @example isProse("<p<p<p<p") // false
 */
export function isProse(line: string): boolean {
  const count = (pattern: RegExp) => line.match(pattern)?.length ?? 0;
  return 2 * count(/[\p{L}\p{M}]/gu) >= count(/\S/gu) && 8 * count(markUp) <= line.length;
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
};

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, ten, hex, name) => {
      if (name) return named[name.toLowerCase()] ?? whole;
      const code = ten ? Number(ten) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Cut at the last sentence or word that fits, with an ellipsis to show it. */
function shortened(line: string, longest: number): string {
  const letters = [...line];
  if (letters.length <= longest) return line;
  const cut = letters.slice(0, longest - 1).join("");
  const sentence = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("! "), cut.lastIndexOf("? "));
  if (sentence > cut.length * 0.6) return `${cut.slice(0, sentence + 1)} …`;
  const word = cut.lastIndexOf(" ");
  return `${(word > cut.length * 0.6 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
