import type {MarkedToken, Token, Tokens} from "marked";

/** The parts of a note as the page lays them out: Markdown's blocks, and what several make together. */
export type Block =
  | {kind: "plain"; token: Token}
  | {kind: "deck"; token: Tokens.Paragraph}
  | {kind: "dateline"; token: Tokens.Paragraph}
  | {kind: "keyData"; token: Tokens.Table; source?: Tokens.Paragraph}
  | {kind: "brief"; title: Tokens.Paragraph; list: Tokens.List}
  | {kind: "exhibit"; caption: Tokens.Paragraph; body: Token; source?: Tokens.Paragraph};

/** Groups the top-level tokens of a note. Nothing is lost or moved, whatever the order. */
export function toBlocks(tokens: readonly Token[]): Block[] {
  const rest = tokens.filter(token => token.type !== "space" && token.type !== "def");
  const blocks: Block[] = [];
  while (rest.length > 0) blocks.push(next(rest, blocks));
  return blocks;
}

/** Takes the tokens of the next block from the front of `rest`. */
function next(rest: Token[], before: readonly Block[]): Block {
  const token = rest.shift()!;
  const follower = rest[0];
  if (isParagraph(token)) {
    if (startsStrong(token) && (isPicture(follower) || isTable(follower)))
      return exhibit(token, rest);
    if (isOnly(token, "strong") && follower?.type === "list")
      return {kind: "brief", title: token, list: rest.shift() as Tokens.List};
    if (isOnly(token, "em") && isTitle(before.at(-1))) return {kind: "deck", token};
    if (before.at(-1)?.kind === "deck") return {kind: "dateline", token};
  }
  if (isTable(token) && isHeadless(token) && isOpening(before))
    return {kind: "keyData", token, ...sourceOf(rest)};
  return {kind: "plain", token};
}

function exhibit(caption: Tokens.Paragraph, rest: Token[]): Block {
  const body = rest.shift()!;
  return {kind: "exhibit", caption, body, ...sourceOf(rest)};
}

/** A paragraph of nothing but stress is the source line of what it follows. */
function sourceOf(rest: Token[]): {source?: Tokens.Paragraph} {
  const source = rest[0];
  if (!isParagraph(source) || !isOnly(source, "em")) return {};
  rest.shift();
  return {source};
}

function isParagraph(token: Token | undefined): token is Tokens.Paragraph {
  return token?.type === "paragraph";
}

function isTable(token: Token | undefined): token is Tokens.Table {
  return token?.type === "table";
}

function isPicture(token: Token | undefined): boolean {
  return isParagraph(token) && isOnly(token, "image");
}

function startsStrong(token: Tokens.Paragraph): boolean {
  return token.tokens[0]?.type === "strong";
}

function isOnly(token: Tokens.Paragraph, type: MarkedToken["type"]): boolean {
  return token.tokens.length === 1 && token.tokens[0]!.type === type;
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
