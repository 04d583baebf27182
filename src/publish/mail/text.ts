import {decodeHTML} from "entities";
import type {Token, Tokens} from "marked";
import {wordsFor} from "../../languages/release.ts";
import {readFrontMatter} from "../../markdown/frontMatter.ts";
import {tokensOf} from "../../markdown/tokens.ts";
import type {ReleaseWords} from "../../model/releaseWords.ts";
import type {Release} from "../release.ts";

/**
 * The note for whoever reads mail as plain text: no mark-up, tables in columns, a link's address
 * behind its words, a chart by the words that stand for it.
 */
export function plainNote(release: Pick<Release, "text" | "about">): string {
  const words = wordsFor(release.about.locale);
  return blocksOf(tokensOf(readFrontMatter(release.text).body), words).join("\n\n");
}

const blocksOf = (tokens: readonly Token[], words: ReleaseWords): string[] =>
  tokens.map(token => blockOf(token, words)).filter(text => text !== "");

function blockOf(token: Token, words: ReleaseWords): string {
  switch (token.type) {
    case "heading":
      return underlined(inlineOf(within(token), words), token.depth === 1 ? "=" : "-");
    case "paragraph":
    case "text":
      return inlineOf(within(token), words).trim();
    case "blockquote":
      return blocksOf(within(token), words).join("\n\n").replace(/^/gm, "> ");
    case "list":
      return listOf(token as Tokens.List, words);
    case "table":
      return tableOf(token as Tokens.Table, words);
    case "code":
      return token.text;
    case "hr":
      return "* * *";
    default:
      return "";
  }
}

const underlined = (title: string, line: string): string =>
  `${title}\n${line.repeat(Math.min(72, [...title].length))}`;

function listOf({items, ordered, start}: Tokens.List, words: ReleaseWords): string {
  const first = Number(start) || 1;
  return items
    .map((item, i) => {
      const mark = ordered ? `${first + i}. ` : "- ";
      const text = blocksOf(item.tokens, words).join("\n");
      return `${mark}${text.replaceAll("\n", `\n${" ".repeat(mark.length)}`)}`;
    })
    .join("\n");
}

function tableOf({header, rows, align}: Tokens.Table, words: ReleaseWords): string {
  const cells = [header, ...rows]
    .map(row => row.map(({tokens}) => inlineOf(tokens, words).replace(/\s+/g, " ").trim()))
    .filter(row => row.some(cell => cell !== ""));
  const widths = header.map((_, column) =>
    Math.max(...cells.map(row => [...(row[column] ?? "")].length)),
  );
  return cells
    .map(row =>
      row
        .map((cell, i) => padded(cell, widths[i] ?? 0, align[i] === "right"))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function padded(cell: string, width: number, right: boolean): string {
  const space = " ".repeat(Math.max(0, width - [...cell].length));
  return right ? space + cell : cell + space;
}

const within = (token: Token): readonly Token[] => ("tokens" in token ? (token.tokens ?? []) : []);

const inlineOf = (tokens: readonly Token[], words: ReleaseWords): string =>
  tokens.map(token => wordOf(token, words)).join("");

function wordOf(token: Token, words: ReleaseWords): string {
  if (token.type === "image") return words.chart(decodeHTML(token.text));
  if (token.type === "html") return "";
  if (token.type === "br") return "\n";
  if (token.type === "link") {
    const text = inlineOf(within(token), words);
    return /^(?:https?|mailto):/.test(token.href) && text !== token.href
      ? `${text} <${token.href}>`
      : text;
  }
  if ("tokens" in token && token.tokens) return inlineOf(token.tokens, words);
  if (token.type === "escape") return token.text;
  return "text" in token ? decodeHTML(String(token.text)) : "";
}
