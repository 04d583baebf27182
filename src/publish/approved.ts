import {decodeHTML} from "entities";
import type {Token, Tokens} from "marked";
import {readFrontMatter} from "../markdown/frontMatter.ts";
import {tokensOf} from "../markdown/tokens.ts";
import type {Reading} from "./reading.ts";
import type {Release} from "./release.ts";

/** What a reader is to find of the release: its approved text, or the notice in its place. */
export function approvedReading(
  release: Pick<Release, "about" | "text" | "publishedAt" | "retraction">,
): Reading {
  const {about, text, publishedAt, retraction} = release;
  const page = retraction
    ? {...emptyPage(), text: [even(retraction.reason)]}
    : pageOf(readFrontMatter(text).body);
  const banner = retraction ? undefined : about.banner;
  return {
    title: about.title,
    ...page,
    publishedAt,
    ...(banner !== undefined && {banner: even(banner)}),
  };
}

/** What a reader finds of a text in Markdown, but for its title. */
export function pageOf(body: string): Page {
  const page = emptyPage();
  readBlocks(tokensOf(body), page);
  return page;
}

const emptyPage = (): Page => ({text: [], tables: [], pictures: [], links: []});

interface Page {
  readonly text: string[];
  readonly tables: (readonly (readonly string[])[])[];
  readonly pictures: {alt: string; loads: boolean}[];
  readonly links: {text: string; href: string}[];
}

function readBlocks(tokens: readonly Token[], page: Page): void {
  for (const token of tokens) readBlock(token, page);
}

function readBlock(token: Token, page: Page): void {
  switch (token.type) {
    case "heading":
      if (token.depth === 1) break; // the title stands where the target has its titles
      readInline(token, page);
      break;
    case "paragraph":
    case "text":
      readInline(token, page);
      break;
    case "blockquote":
      readBlocks(within(token), page);
      break;
    case "list":
      for (const item of (token as Tokens.List).items) readBlocks(item.tokens, page);
      break;
    case "table":
      readTable(token as Tokens.Table, page);
      break;
    case "code":
      page.text.push(even(token.text));
      break;
  }
}

function readTable({header, rows}: Tokens.Table, page: Page): void {
  const cells = [header, ...rows].map(row =>
    row.map(cell => {
      gather(cell.tokens, page);
      return even(wordsOf(cell.tokens));
    }),
  );
  page.tables.push(cells.filter(row => row.some(cell => cell !== "")));
}

function readInline(token: Token, page: Page): void {
  const tokens = within(token);
  gather(tokens, page);
  const words = even(wordsOf(tokens));
  if (words !== "") page.text.push(words);
}

/** The pictures and links of a stretch of text. */
function gather(tokens: readonly Token[], page: Page): void {
  for (const token of tokens)
    if (token.type === "image")
      page.pictures.push({alt: even(decodeHTML(token.text)), loads: true});
    else {
      if (token.type === "link")
        page.links.push({text: even(wordsOf(within(token))), href: token.href});
      gather(within(token), page);
    }
}

const within = (token: Token): readonly Token[] => ("tokens" in token ? (token.tokens ?? []) : []);

const wordsOf = (tokens: readonly Token[]): string => tokens.map(wordOf).join("");

function wordOf(token: Token): string {
  if (token.type === "image" || token.type === "html") return "";
  if (token.type === "br") return " ";
  if ("tokens" in token && token.tokens) return wordsOf(token.tokens);
  if (token.type === "escape") return token.text;
  return "text" in token ? decodeHTML(String(token.text)) : "";
}

/** White space made even. */
const even = (text: string): string => text.replace(/[\s\u00ad]+/gu, " ").trim();
