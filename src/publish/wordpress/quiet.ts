// WordPress rewrites text when it shows it: quotation marks, dashes, "3x5", ":)", "[gallery]", an
// address on a line of its own, its own name. What is written as a number of a character it leaves
// as it is, and readers see the character.

const numbered = (text: string): string => text.replace(/./gsu, one => `&#${one.codePointAt(0)};`);

const rewritten: readonly RegExp[] = [
  /["'`[]/g,
  /-{2,}|(?<=\s)-(?=\s)/g,
  /\.{3,}/g,
  /(?<=\d)x(?=\d)/gi,
  /(?<=\()(?=tm\))t/gi,
  // What could be read as a face.
  /(?<=^|\s)8(?=-?[)O])/gim,
  /(?<=^|\s)[:;](?=\S)/gm,
  /(?<=^|\s)\((?=-?:)/gm,
  /:(?=\/\/)/g,
  /(?<=Word)p(?=ress)/g,
];

/**
 * HTML whose text WordPress shows as it is written.
 *
 * @example quiet("<p class=\"a\">It's 3x5</p>") // "<p class=\"a\">It&#39;s 3&#120;5</p>"
 */
export const quiet = (html: string): string =>
  html
    .split(/(<(?:[^>"']|"[^"]*"|'[^']*')*>|&#?\w+;)/)
    .map((part, i) => (i % 2 === 0 ? quietText(part) : part.replaceAll("[", "&#91;")))
    .join("");

const quietText = (text: string): string =>
  rewritten.reduce(
    // What has been numbered already is not numbered again.
    (parts, pattern) =>
      parts
        .split(/(&#\d+;)/)
        .map((part, i) => (i % 2 === 0 ? part.replace(pattern, numbered) : part))
        .join(""),
    text,
  );
