import type {MarkedToken, Token, Tokens} from "marked";
import {tokensOf} from "./tokens.ts";

/** A token with the stretch of the source that it was read from. */
export type Placed<T extends Token = Token> = T & {readonly from: number; readonly to: number};

/** The parts of a note: Markdown's blocks, and what several make together. */
export type Block =
  | {kind: "plain"; token: Placed}
  | {kind: "deck"; token: Placed<Tokens.Paragraph>}
  | {kind: "dateline"; token: Placed<Tokens.Paragraph>}
  | {kind: "keyData"; token: Placed<Tokens.Table>; source?: Placed<Tokens.Paragraph>}
  | {kind: "brief"; title: Placed<Tokens.Paragraph>; list: Placed<Tokens.List>}
  | {
      kind: "exhibit";
      caption?: Placed<Tokens.Paragraph>;
      body: Placed<Tokens.Paragraph> | Placed<Tokens.Table>;
      source?: Placed<Tokens.Paragraph>;
    };

/** The blocks of a note without its front matter, which page and check both read. Nothing is lost or moved. */
export function blocksOf(body: string, offset = 0): Block[] {
  const tokens = placed(tokensOf(body), offset);
  // The next one last, where it is cheap to take.
  const rest = tokens.filter(({type}) => type !== "space" && type !== "def").toReversed();
  const blocks: Block[] = [];
  for (let token = rest.pop(); token; token = rest.pop()) blocks.push(blockAt(token, rest, blocks));
  return blocks;
}

function placed(tokens: readonly Token[], offset: number): Placed[] {
  let from = offset;
  return tokens.map(token => {
    const to = from + token.raw.length;
    const one = {...token, from, to};
    from = to;
    return one;
  });
}

/** The block that the token begins; takes from `rest` what else belongs to it. */
function blockAt(token: Placed, rest: Placed[], before: readonly Block[]): Block {
  const follower = rest.at(-1);
  if (isParagraph(token)) {
    if (startsStrong(token) && follower && isShown(follower)) {
      rest.pop();
      return {kind: "exhibit", caption: token, body: follower, ...sourceOf(rest)};
    }
    if (isOnly(token, "strong") && isList(follower)) {
      rest.pop();
      return {kind: "brief", title: token, list: follower};
    }
    if (isOnly(token, "em") && isTitle(before.at(-1))) return {kind: "deck", token};
    if (before.at(-1)?.kind === "deck") return {kind: "dateline", token};
  }
  if (isTable(token) && isHeadless(token) && isOpening(before))
    return {kind: "keyData", token, ...sourceOf(rest)};
  if (isShown(token)) {
    const source = sourceOf(rest);
    if (source.source) return {kind: "exhibit", body: token, ...source};
  }
  return {kind: "plain", token};
}

/** A paragraph of nothing but stress is the source line of what it follows. */
function sourceOf(rest: Placed[]): {source?: Placed<Tokens.Paragraph>} {
  const source = rest.at(-1);
  if (!isParagraph(source) || !isOnly(source, "em")) return {};
  rest.pop();
  return {source};
}

function isParagraph(token: Placed | undefined): token is Placed<Tokens.Paragraph> {
  return token?.type === "paragraph";
}

function isTable(token: Placed | undefined): token is Placed<Tokens.Table> {
  return token?.type === "table";
}

function isList(token: Placed | undefined): token is Placed<Tokens.List> {
  return token?.type === "list";
}

/** What a caption may stand above. */
function isShown(token: Placed): token is Placed<Tokens.Paragraph> | Placed<Tokens.Table> {
  return isTable(token) || (isParagraph(token) && isOnly(token, "image"));
}

function startsStrong(token: Tokens.Paragraph): boolean {
  return token.tokens[0]?.type === "strong";
}

/** Whether the paragraph is one piece of that kind and nothing else. */
export function isOnly({tokens}: Tokens.Paragraph, type: MarkedToken["type"]): boolean {
  return tokens.length === 1 && tokens[0]?.type === type;
}

function isHeadless(table: Tokens.Table): boolean {
  return table.header.every(cell => cell.text.trim() === "");
}

function isTitle(block: Block | undefined): boolean {
  return block?.kind === "plain" && block.token.type === "heading" && block.token.depth === 1;
}

/** Still above the first section, and no other key-data box before. */
function isOpening(before: readonly Block[]): boolean {
  return before.every(
    block =>
      block.kind !== "keyData" &&
      !(block.kind === "plain" && block.token.type === "heading" && block.token.depth > 1),
  );
}
