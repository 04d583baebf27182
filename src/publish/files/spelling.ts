/**
 * What the Markdowns and template engines of this world read as mark-up, one or another of them:
 * emphasis, links, tables, maths, footnotes, tags of Liquid, Nunjucks, Go and JSX, quotes and dashes
 * that are made typographic, addresses and names that are made links. A character reference is text
 * to all of them.
 */
const marks =
  /[\\`*_{}[\]<>&#|~^"'@]|-(?=-)|(?<=-)-|\.(?=\.)|(?<=\.)\.|=(?==)|(?<==)=|%(?=%)|:(?=[a-z+\-_/])|(?<=\bwww)\.|\$(?=\$)|(?<=\$)\$/gi;

/** What would begin a list, a definition, a rule or a heading's underline at the head of a line. */
const opening = /^(?:[-+:=](?=\s|$|[-=:])|\d+(?<end>[.)])(?=\s|$))/;

/**
 * Plain text as it stands in any Markdown and comes out as it is.
 *
 * @example plainText("{{ a }} costs $5 | <b>") // "&#123;&#123; a &#125;&#125; costs \\$5 &#124; &#60;b&#62;"
 */
export const plainText = (text: string): string => spelled(text).replaceAll(/(?<!&#36;)\$/g, "\\$");

/**
 * The words of a picture. Goldmark and markdown-it lose what is escaped there or show it as it is
 * written, so that what could be mark-up stands in its wide form, and quotes in their typographic one.
 *
 * @example plainWords("{{ a }} at $5 'b'") // "｛｛ a ｝｝ at $5 ’b’"
 */
export const plainWords = (text: string): string =>
  evenSpace(text)
    .replaceAll('"', "”")
    .replaceAll("'", "’")
    .replaceAll("...", "…")
    .replace(/[\\`*_{}[\]<>|~^@]|&(?=#?\w+;)|:(?=\/\/)|(?<=\bwww)\.|-(?=-)|(?<=-)-/gi, wide);

const wide = (char: string) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0);

/** Text at the head of a line, made plain, so that it begins a paragraph and nothing else. */
export const paragraphStart = (markdown: string): string =>
  markdown.trimStart().replace(opening, (found, end: string | undefined) => {
    const at = end === undefined ? 0 : found.length - 1;
    return found.slice(0, at) + reference(found.charAt(at)) + found.slice(at + 1);
  });

/** The destination of a link, for readers of Markdown that know no escapes in it. */
export const destination = (href: string): string =>
  href
    .toWellFormed()
    .replace(/[\s\p{C}\\<>{}[\]|`"^*()$]/gu, char =>
      /[()]/.test(char) && balanced(href) ? char : percent(char),
    )
    .replaceAll("&", "&amp;");

const percent = (char: string) =>
  [...new TextEncoder().encode(char)]
    .map(byte => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");

/** Parentheses in pairs, none within another. */
const balanced = (href: string) => /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(href);

const spelled = (text: string) => evenSpace(text).replace(marks, reference);

const evenSpace = (text: string) =>
  text.toWellFormed().replace(/[\s\p{Cc}]+/gu, space => (space === "\u00A0" ? space : " "));

const reference = (char: string) => `&#${char.codePointAt(0)};`;
