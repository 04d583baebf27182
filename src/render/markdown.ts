import {readFile} from "node:fs/promises";
import Handlebars from "handlebars";
import type {Article} from "../model/article.ts";
import {UsageError} from "../model/errors.ts";
import {type Inline, plain, type Text} from "../model/text.ts";

/**
 * The article as Markdown with front matter, by the template of that name. The template formats and
 * computes nothing: the article has every word.
 *
 * @throws UsageError when there is no such template, or it names a field that does not exist
 */
export async function renderMarkdown(article: Article, template: string): Promise<string> {
  const write = await templateOf(template);
  try {
    return tidy(write({banner: "", image: "", ...article}));
  } catch (cause) {
    throw new UsageError(`template ${template} does not fit: ${(cause as Error).message}`, {cause});
  }
}

/** No more than one empty line in a row, and one line end at the end. */
const tidy = (markdown: string) => `${markdown.replace(/\n{3,}/g, "\n\n").trim()}\n`;

const partials = ["block", "table"];
const compiled = new Map<string, Promise<Handlebars.TemplateDelegate>>();

function templateOf(name: string): Promise<Handlebars.TemplateDelegate> {
  const known = compiled.get(name) ?? compile(name);
  compiled.set(name, known);
  return known;
}

async function compile(name: string): Promise<Handlebars.TemplateDelegate> {
  const engine = Handlebars.create();
  engine.registerHelper(helpers);
  for (const partial of partials) engine.registerPartial(partial, await source(partial));
  return engine.compile(await source(name), {noEscape: true, strict: true});
}

async function source(name: string): Promise<string> {
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new UsageError(`not a template's name: "${name}" (small letters, digits and hyphens)`);
  const path = new URL(`../../templates/${name}.md.hbs`, import.meta.url);
  return readFile(path, "utf8").catch(cause => {
    throw new UsageError(`no template "${name}": there is no ${name}.md.hbs in templates/`, {
      cause,
    });
  });
}

const helpers = {
  /** A text as a paragraph's Markdown. */
  md: (text: Text) => markdownOf(text),
  /** A text in a cell of a table. */
  cell: (text: Text) => markdownOf(text).replace(/\s*\n\s*/g, " "),
  /** The rule under a table's heading. */
  rule: (align: "left" | "right") => (align === "right" ? "---:" : "---"),
  /** Words from outside in a block quote. */
  quoted: (text: string) =>
    text
      .split(/\n+/)
      .map(line => escapeMarkdown(line.trim()))
      .filter(Boolean)
      .join("\n>\n> "),
  /** A value of the front matter: JSON is YAML. */
  json: (value: unknown) => JSON.stringify(isText(value) ? plain(value) : value),
  is: (one: unknown, other: unknown) => one === other,
  has: (object: object, field: string) => field in object,
};

const isText = (value: unknown): value is Text =>
  Array.isArray(value) && value.some(part => part !== null && typeof part === "object") === true;

function markdownOf(text: Text): string {
  return text.map(inlineOf).join("");
}

function inlineOf(inline: Inline): string {
  if (typeof inline === "string") return inline;
  if ("name" in inline) {
    const name = escapeMarkdown(inline.name);
    return inline.href ? `[${name}](${inline.href})` : name;
  }
  if ("cited" in inline) {
    // The source stands before the full stop.
    const [, words, end] = /^(.*?)([.!?]?)$/s.exec(inline.cited)!;
    return `${escapeMarkdown(words!)} ([${escapeMarkdown(inline.source.name)}](${inline.source.href}))${end}`;
  }
  if ("strong" in inline) return `**${markdownOf(inline.strong)}**`;
  if ("emphasis" in inline) return `*${markdownOf(inline.emphasis)}*`;
  return inline.print;
}

/**
 * Words from outside as Markdown that shows them and does nothing else: no mark-up, no HTML, no
 * link.
 *
 * @example escapeMarkdown("*a* <b> [c](http://d)") // "\\*a\\* \\<b\\> \\[c\\](http\\://d)"
 */
export function escapeMarkdown(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>|~&]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\b(www)\./gi, "$1\\.")
    .replaceAll("@", "\\@")
    .replace(/^([#+\-=!]|\d+(?=[.)]))/, match => (/\d/.test(match) ? `${match}\\` : `\\${match}`));
}
