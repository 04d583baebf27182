import {decodeHTML} from "entities";
import type {Token} from "marked";
import {type Block, blocksOf} from "../markdown/blocks.ts";
import {readFrontMatter} from "../markdown/frontMatter.ts";
import {describe} from "../model/description.ts";
import type {Draft} from "../model/draft.ts";
import {UsageError} from "../model/errors.ts";

/** A note as its page's head, its PDF and its picture tell of it: plain words, in no format. */
export interface About {
  readonly id: string;
  readonly asset: {readonly id: string; readonly symbol: string; readonly name: string};
  /** Whose ids the asset's id is one of, such as "coingecko". */
  readonly idsOf: string;
  /** ISO 8601 instant, UTC. */
  readonly asOf: string;
  readonly locale: string;
  readonly generator: string;
  readonly title: string;
  readonly description: string;
  readonly header: string;
  readonly banner?: string;
  readonly pageOf: string;
  /** To read it. */
  readonly minutes: number;
  readonly tags: readonly string[];
  readonly keyData: readonly {readonly label: string; readonly value: string}[];
  /** Who the key data are by. */
  readonly credit: string;
}

/** What the text says of itself, and what the draft knows beside it. */
export function aboutOf(draft: Draft, text: string): About {
  const {note} = draft.evidence;
  const {pageOf, header, banner, minutes, tags, idsOf} = draft.page;
  const parsed = parse(text);
  const written = text === draft.markdown ? parsed : parse(draft.markdown);
  return {
    id: note.id,
    asset: {id: note.asset, symbol: note.symbol, name: note.name},
    idsOf,
    asOf: note.asOf,
    locale: note.locale,
    generator: note.generator,
    title: parsed.title || note.title,
    description: descriptionOf(parsed, written),
    header,
    ...(banner !== undefined && {banner}),
    pageOf,
    minutes,
    tags,
    keyData: parsed.keyData,
    credit: parsed.credit,
  };
}

/** What a text may lack without which no page is made of it. */
export const lacks = ["words", "title"] as const;
export type Lack = (typeof lacks)[number];

/** What a text that a person has made of the program's own lacks. */
export function lackOf(markdown: string, text: string): Lack | undefined {
  if (text === markdown) return undefined;
  if (readFrontMatter(text).body.trim() === "") return "words";
  // A template may leave the title to the front matter.
  const {headed, title} = parse(text);
  return title === "" || (!headed && parse(markdown).headed) ? "title" : undefined;
}

/**
 * Holds a text that a person has changed to what a page cannot do without.
 *
 * @throws UsageError where it has lost its title, or has nothing but front matter
 */
export function requirePrintable({markdown, evidence: {note}}: Draft, text: string): void {
  const lack = lackOf(markdown, text);
  if (lack === "words")
    throw new UsageError(
      `the text of ${note.id} is empty, and there is nothing to print: put it back, or make the note again with --force`,
    );
  if (lack === "title")
    throw new UsageError(
      `the text of ${note.id} has no title: put one at its head, such as "# ${note.title}"`,
    );
}

interface Parsed extends Pick<About, "title" | "description" | "keyData" | "credit"> {
  readonly deck: string;
  /** The title stands in the text, and not only in its front matter. */
  readonly headed: boolean;
}

/** Of the texts that were read last: each is asked about several times while it is saved and pressed. */
const known = new Map<string, Parsed>();
const mostKnown = 64;

function parse(text: string): Parsed {
  const parsed = known.get(text) ?? read(text);
  // The newest stands last.
  known.delete(text);
  known.set(text, parsed);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  return parsed;
}

function read(text: string): Parsed {
  const {body, title, description} = readFrontMatter(text);
  const blocks = blocksOf(body);
  const heading = blocks.find(
    block => block.kind === "plain" && block.token.type === "heading" && block.token.depth === 1,
  );
  const key = one(blocks, "keyData");
  const headline = heading?.kind === "plain" ? words([heading.token]).trim() : "";
  return {
    title: headline || (title?.text ?? ""),
    headed: headline !== "",
    description: description?.text ?? "",
    deck: words(one(blocks, "deck")?.token.tokens ?? []),
    keyData:
      key?.token.rows.map(([label, value]) => ({
        label: words(label?.tokens ?? []),
        value: words(value?.tokens ?? []),
      })) ?? [],
    credit: words(key?.source?.tokens ?? []),
  };
}

/** Who edits the deck, and not the description that was made from it, wants it to follow; not who takes it out. */
function descriptionOf(parsed: Parsed, written: Parsed): string {
  const follows =
    parsed.description === written.description && !["", written.deck].includes(parsed.deck);
  return follows || parsed.description === "" ? describe([parsed.deck]) : parsed.description;
}

const one = <K extends Block["kind"]>(blocks: readonly Block[], kind: K) =>
  blocks.find((block): block is Extract<Block, {kind: K}> => block.kind === kind);

/** Inline Markdown as its reader sees it, without mark-up. */
function words(tokens: readonly Token[]): string {
  return tokens.map(wordsOf).join("");
}

function wordsOf(token: Token): string {
  if (token.type === "image") return "";
  if (token.type === "br") return " ";
  if ("tokens" in token && token.tokens) return words(token.tokens);
  if (token.type === "escape") return token.text;
  return "text" in token ? decodeHTML(String(token.text)) : "";
}
