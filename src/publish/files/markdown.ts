import {decodeHTML} from "entities";
import type {Token, Tokens} from "marked";
import {isSafeLink} from "../../render/links.ts";
import {destination, paragraphStart, plainText, plainWords} from "./spelling.ts";

/** Where the note's own files are found from its post. */
export interface Links {
  /** Undefined where there is no such picture: then its words stand in its place, as on the note's page. */
  picture(href: string): string | undefined;
  link(href: string): string;
}

/**
 * Markdown as every site generator reads it alike, whichever its dialect, its typography and the
 * template engine that it sends posts through: what our page shows as text comes out as that text.
 */
export function commonBlocks(tokens: readonly Token[], links: Links): string {
  return joined(tokens.map(token => block(token, links)));
}

const joined = (blocks: readonly string[]) => blocks.filter(text => text !== "").join("\n\n");

function block(token: Token, links: Links): string {
  switch (token.type) {
    case "heading":
      return `${"#".repeat(token.depth)} ${inline(token.tokens ?? [], links)}`;
    case "paragraph":
    case "text":
      return paragraph(inline(token.tokens ?? [token], links));
    case "list":
      return list(token as Tokens.List, links);
    case "table":
      return table(token as Tokens.Table, links);
    case "blockquote":
      return prefixed("> ", commonBlocks(token.tokens ?? [], links));
    case "code":
      return code(token.text);
    case "hr":
      return "* * *";
    case "html":
      return paragraph(plainText(decodeHTML(token.text)));
    default:
      return "";
  }
}

const paragraph = (text: string) => text.split("  \n").map(paragraphStart).join("  \n").trimEnd();

function list({ordered, start, loose, items}: Tokens.List, links: Links): string {
  const first = ordered && start !== "" ? start : 1;
  const written = items.map(({tokens, task, checked}, i) => {
    const mark = ordered ? `${first + i}. ` : "- ";
    const box = task ? plainText(checked ? "[x] " : "[ ] ") : "";
    const blocks = tokens.map(token => block(token, links)).filter(Boolean);
    const [head = "", ...rest] = blocks.join(loose ? "\n\n" : "\n").split("\n");
    const inner = rest.map(line => (line === "" ? "" : " ".repeat(mark.length) + line));
    return [mark + box + head, ...inner].join("\n");
  });
  return written.join(loose ? "\n\n" : "\n");
}

function table({header, align, rows}: Tokens.Table, links: Links): string {
  const rules = {left: ":---", center: ":---:", right: "---:"};
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const cells = (all: readonly Tokens.TableCell[]) =>
    all.map(({tokens}) => inline(tokens, links).replaceAll("  \n", " ").trim());
  return [
    row(cells(header)),
    row(align.map(one => (one === null ? "---" : rules[one]))),
    ...rows.map(one => row(cells(one))),
  ].join("\n");
}

/** Code knows no character references: what a template engine would take out of it stands as text. */
function code(text: string): string {
  if (!/\{[{%]|```|\{:/.test(text)) return `\`\`\`\n${text}\n\`\`\``;
  return text.split("\n").map(plainText).map(paragraphStart).join("  \n");
}

const prefixed = (prefix: string, text: string) =>
  text
    .split("\n")
    .map(line => `${prefix}${line}`.trimEnd())
    .join("\n");

/** What a token holds, if it holds any. */
const within = (token: Token): Token[] => ("tokens" in token && token.tokens) || [];

function inline(tokens: readonly Token[], links: Links): string {
  return tokens.map(token => piece(token, links)).join("");
}

function piece(token: Token, links: Links): string {
  const inner = () => inline(within(token), links);
  switch (token.type) {
    case "strong":
      return stressed("**", inner());
    case "em":
      return stressed("*", inner());
    case "del":
      return stressed("~~", inner());
    case "codespan":
      return /[`|{}]/.test(token.text) ? plainText(token.text) : `\`${token.text}\``;
    case "br":
      return "  \n";
    case "link":
      return isSafeLink(token.href)
        ? `[${inner()}](${destination(links.link(token.href))})`
        : inner();
    case "image":
      return picture(token as Tokens.Image, links);
    case "escape":
      return plainText(token.text);
    default:
      return within(token).length
        ? inner()
        : plainText("text" in token ? decodeHTML(token.text) : "");
  }
}

function picture({href, tokens, text}: Tokens.Image, links: Links): string {
  const words = tokens ? wordsOf(tokens) : text;
  const path = links.picture(href);
  return path === undefined ? plainText(words) : `![${plainWords(words)}](${destination(path)})`;
}

/** Inline Markdown without its marks. */
const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .map(token => {
      if (within(token).length) return wordsOf(within(token));
      if (!("text" in token)) return "";
      return ["escape", "codespan"].includes(token.type) ? token.text : decodeHTML(token.text);
    })
    .join("");

/** Marks stand at the words: with a space between they would be text. */
function stressed(mark: string, text: string): string {
  const words = text.trim();
  if (words === "") return text;
  const [before, after] = [/^\s*/, /\s*$/].map(edge => edge.exec(text)?.[0] ?? "");
  return `${before}${mark}${words}${mark}${after}`;
}
