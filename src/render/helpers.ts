import {type Inline, plain, type Text} from "../model/text.ts";
import {isSafeLink, linkDestination} from "./links.ts";

/**
 * A text as a paragraph's Markdown: names from outside are escaped, and a number with a full stop that
 * begins it begins no list.
 *
 * @throws TypeError when the value is no text of the article
 * @example md([{date: "2026-03-20", print: "20. März"}]) // "20\\. März"
 * @example md(["up ", {name: "a*b"}, " ", {strong: ["much"]}]) // "up a\\*b **much**"
 */
export function md(text: Text): string {
  if (isText(text))
    return text
      .map(inlineOf)
      .join("")
      .replace(/^\d+(?=[.)]\s)/, "$&\\");
  throw new TypeError(`md takes a text of the article, and this is ${kindOf(text)}`);
}

/**
 * A text in a cell of a table: on one line.
 *
 * @throws TypeError when the value is no text of the article
 * @example cell(["two\nlines"]) // "two lines"
 */
export const cell = (text: Text): string => md(text).replace(/\s*\n\s*/g, " ");

/**
 * The rule under a column's heading.
 *
 * @example rule("right") // "---:"
 * @example rule("left") // "---"
 */
export const rule = (align: "left" | "right"): string => (align === "right" ? "---:" : "---");

/**
 * Words from outside in a block quote that begins with `> `: escaped, a line each.
 *
 * @throws TypeError when the value is no words
 * @example quoted("One *line*\nand another") // "One \\*line\\*\n>\n> and another"
 */
export function quoted(words: string): string {
  if (typeof words !== "string")
    throw new TypeError(`quoted takes words, and this is ${kindOf(words)}`);
  return words
    .split(/\n+/)
    .map(line => escapeMarkdown(line.trim()))
    .filter(Boolean)
    .join("\n>\n> ");
}

/**
 * A value of the front matter, which is YAML: JSON is YAML too. Texts lose their mark-up.
 *
 * @example json(["A \"", {name: "coin"}, "\""]) // "\"A \\\"coin\\\"\""
 * @example json([[{name: "TAO"}], [{name: "Bittensor"}]]) // "[\"TAO\",\"Bittensor\"]"
 */
export const json = (value: unknown): string => JSON.stringify(unbound(value));

/**
 * Whether the two are the same, for `#if`.
 *
 * @example is("table", "table") // true
 */
export const is = (one: unknown, other: unknown): boolean => one === other;

/**
 * Whether the object has the field, for `#if`.
 *
 * @example has({chart: 1}, "chart") // true
 * @example has({chart: 1}, "toString") // false
 */
export const has = (object: object, field: string): boolean => Object.hasOwn(object, field);

/**
 * What `{{field}}` writes into Markdown without any helper: words are escaped, a text is written as
 * `md` does, and what has no form of its own is refused.
 *
 * @throws TypeError for a list or an object
 * @example shown("a*b") // "a\\*b"
 * @example shown(12) // "12"
 * @example shown(undefined) // ""
 */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return escapeMarkdown(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (isText(value)) return md(value);
  if (Array.isArray(value)) throw new TypeError("this is a list: take its items with {{#each}}");
  throw new TypeError(
    `this is an object: name one of its fields, ${Object.keys(value).join(", ")}`,
  );
}

/**
 * Words from outside as Markdown that shows them and does nothing else: no mark-up, no HTML, no
 * link, no beginning or end of a heading.
 *
 * @example escapeMarkdown("*a* <b> [c](http://d)") // "\\*a\\* \\<b\\> \\[c\\](http\\://d)"
 */
export function escapeMarkdown(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>|~&]/g, "\\$&")
    .replace(/(?<!\S)#/g, "\\#")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\b(www)\./gi, "$1\\.")
    .replaceAll("@", "\\@")
    .replace(/^([+\-=!]|\d+(?=[.)]))/, match => (/\d/.test(match) ? `${match}\\` : `\\${match}`));
}

function inlineOf(inline: Inline): string {
  if (typeof inline === "string") return inline;
  if ("name" in inline) return linked(inline.name, inline.href);
  if ("quoted" in inline) return escapeMarkdown(inline.quoted);
  if ("cited" in inline) {
    // The source stands before the full stop.
    const [, words, end] = /^(.*?)([.!?]?)$/s.exec(inline.cited)!;
    return `${escapeMarkdown(words!)} (${linked(inline.source.name, inline.source.href)})${end}`;
  }
  if ("strong" in inline) return `**${md(inline.strong)}**`;
  if ("emphasis" in inline) return `*${md(inline.emphasis)}*`;
  return inline.print;
}

/** A name from outside that leads to an address from outside, where one may lead there. */
function linked(name: string, href: string | undefined): string {
  const words = escapeMarkdown(name);
  return href && isSafeLink(href) ? `[${words}](${linkDestination(href)})` : words;
}

const marks = ["print", "name", "quoted", "cited", "strong", "emphasis"];

const isInline = (value: unknown) =>
  typeof value === "string" ||
  (typeof value === "object" && value !== null && marks.some(mark => Object.hasOwn(value, mark)));

const isText = (value: unknown): value is Text => Array.isArray(value) && value.every(isInline);

function unbound(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return isText(value) && value.length > 0 ? plain(value) : value.map(unbound);
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (typeof value === "string") return `words, "${value.slice(0, 40)}": write {{field}} alone`;
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
