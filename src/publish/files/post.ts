import type {Token, Tokens} from "marked";
import {wordsFor} from "../../languages/release.ts";
import {readFrontMatter} from "../../markdown/frontMatter.ts";
import {tokensOf} from "../../markdown/tokens.ts";
import {isShown} from "../../render/charts/files.ts";
import {cardFile} from "../../render/files.ts";
import type {Release} from "../release.ts";
import {commonBlocks, type Links} from "./markdown.ts";
import {destination, plainText} from "./spelling.ts";

/** Where a file of the note is found from its post. */
export type Addresses = (path: string) => string;

/** What of a release's files is put beside its post: no page that would take the post's place, and nothing raw. */
export function filesBeside({kind, files}: Release): ReadonlyMap<string, Uint8Array> {
  const beside = (path: string) =>
    isShown(path) || ["note.pdf", "evidence.json", cardFile].includes(path);
  return new Map(kind === "retracted" ? [] : [...files].filter(([path]) => beside(path)));
}

/** The card tells title and key data: whoever does not see it has the title. */
export const cardOf = (release: Release): {path: string; alt: string} | undefined =>
  filesBeside(release).has(cardFile) ? {path: cardFile, alt: release.about.title} : undefined;

/**
 * What the note says below its title, in Markdown that every generator reads alike: what was
 * corrected, the text, and where its PDF and evidence are; of a retracted note, that it was.
 */
export function bodyOf(release: Release, picture: Addresses, file: Addresses = picture): string {
  const {about, corrections, retraction, text} = release;
  const words = wordsFor(about.locale);
  if (retraction)
    return `**${plainText(words.retracted(retraction.at))}**\n\n${plainText(retraction.reason)}\n`;
  const beside = filesBeside(release);
  const links: Links = {
    picture: href => (beside.has(href) ? picture(href) : undefined),
    link: href => (beside.has(href) ? file(href) : href),
  };
  const told = corrections.map(one => {
    const said = plainText(words.wrongAndRight(one));
    return `> **${plainText(words.corrected(one.at))}** ${said}`;
  });
  const leads = [
    ["note.pdf", words.pdf] as const,
    ["evidence.json", words.evidence] as const,
  ].flatMap(([path, name]) =>
    beside.has(path) ? [`[${plainText(name)}](${destination(file(path))})`] : [],
  );
  const note = commonBlocks(blocksBelowTitle(text, words.keyData), links);
  const banner = about.banner === undefined ? [] : [`> **${plainText(about.banner)}**`];
  return `${[...banner, ...told, note, leads.join(" · ")].filter(Boolean).join("\n\n")}\n`;
}

/** The note without the title, which the generator sets; a table without a head with one. */
function blocksBelowTitle(text: string, head: readonly string[]): readonly Token[] {
  const tokens = tokensOf(readFrontMatter(text).body);
  const title = tokens.findIndex(token => token.type === "heading" && token.depth === 1);
  return tokens
    .toSpliced(title, title < 0 ? 0 : 1)
    .map(token => (isHeadless(token) ? {...token, header: headed(token, head)} : token));
}

const isHeadless = (token: Token): token is Tokens.Table =>
  token.type === "table" && token.header.every(({text}: Tokens.TableCell) => text.trim() === "");

const headed = ({header}: Tokens.Table, words: readonly string[]) =>
  header.map((cell, i) => {
    const text = words[i] ?? "";
    return {...cell, text, tokens: [{type: "text", raw: text, text}]};
  });
