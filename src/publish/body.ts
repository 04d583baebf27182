import {wordsFor} from "../languages/release.ts";
import {blocksOf} from "../markdown/blocks.ts";
import {readFrontMatter} from "../markdown/frontMatter.ts";
import type {ReleaseWords} from "../model/releaseWords.ts";
import {narrowPath} from "../render/charts/files.ts";
import {isSafeLink} from "../render/links.ts";
import {toHtml} from "../render/markup.ts";
import {escapeXml} from "../render/xml.ts";
import {styled} from "./bodyStyle.ts";
import {parsePage} from "./dom.ts";
import {sizeOf} from "./pictures.ts";
import {bannerFrame, frameMark, noteMark, releaseMark} from "./readingOf.ts";
import type {Release} from "./release.ts";

/** Where the parts of a note lie at a target. */
export interface Places {
  /** The address of a chart by its path in the release. */
  readonly picture: (path: string) => string | undefined;
  readonly pdf?: string | undefined;
  readonly evidence?: string | undefined;
  /** PDFs of versions before a correction. */
  readonly earlier?: readonly {readonly version: number; readonly address: string}[];
  /** The deck stands elsewhere on the page. */
  readonly withoutDeck?: boolean;
  /** The note as machines are told of it, in JSON that ends no element. */
  readonly structured?: string | undefined;
}

/**
 * A release as HTML that a blog takes whole: one element that carries the note's id and the release's
 * digest. The title is the post's, and not in it. What was corrected stands on top, and a notice in
 * place of a note that was retracted. Nothing in it runs, and what it looks like is written at each
 * element, since blogs let no style sheet of ours in.
 */
export function bodyOf(release: Release, places: Places): string {
  const {id, version, digest, retraction, about} = release;
  const words = wordsFor(about.locale);
  const parts = retraction
    ? [notice(retraction, words)]
    : [
        bannerOf(about),
        corrections(release, words),
        noteHtml(release, places),
        files(release, places, words),
      ];
  const open = `<div class="assay-note" ${noteMark}="${escapeXml(id)}" ${releaseMark}="${digest}" ${versionMark}="${version}" lang="${escapeXml(about.locale)}">`;
  const data =
    places.structured === undefined || retraction
      ? ""
      : `\n<script type="application/ld+json">${places.structured}</script>`;
  return `${open}\n${styled(parts.filter(Boolean).join("\n"))}${data}\n</div>`;
}

const versionMark = "data-assay-version";

/** What a body says of itself; undefined where it is none of ours. */
export function marksOf(html: string): {readonly id: string; readonly digest: string} | undefined {
  const found = parsePage(html).querySelector(`[${noteMark}]`);
  const id = found?.getAttribute(noteMark);
  const digest = found?.getAttribute(releaseMark);
  return id && digest && /^[\da-f]{64}$/.test(digest) ? {id, digest} : undefined;
}

/** The PDFs that an earlier body links to, by their versions; from where it was shown. */
export function pdfsIn(html: string): {readonly version: number; readonly address: string}[] {
  const found = parsePage(html).querySelectorAll(`[${frameMark}] a[${pdfMark}]`);
  return [...found].flatMap(link => {
    const [version, address] = [Number(link.getAttribute(pdfMark)), link.getAttribute("href")];
    return Number.isInteger(version) && address && isSafeLink(address) ? [{version, address}] : [];
  });
}

const pdfMark = "data-assay-pdf";

/** The deck in plain words, where the text has one. */
export function deckOf(release: Pick<Release, "text">): string | undefined {
  const deck = blocksOf(readFrontMatter(release.text).body).find(({kind}) => kind === "deck");
  if (!deck) return undefined;
  const html = toHtml([deck], () => undefined);
  return parsePage(html).body.textContent?.replace(/\s+/g, " ").trim() || undefined;
}

function noteHtml({text, files}: Release, {picture, withoutDeck = false}: Places): string {
  const blocks = blocksOf(readFrontMatter(text).body).filter(
    block =>
      !(block.kind === "deck" && withoutDeck) &&
      !(block.kind === "plain" && block.token.type === "heading" && block.token.depth === 1),
  );
  return toHtml(blocks, (path, alt) => {
    const address = picture(path);
    const svg = files.get(path);
    if (address === undefined || svg === undefined) return undefined;
    const {width, height} = sizeOf(new TextDecoder().decode(svg));
    const image = `<img src="${escapeXml(address)}" alt="${alt}" width="${width}" height="${height}">`;
    const narrow = picture(narrowPath(path));
    // A blog that takes the elements off that it does not know leaves the image.
    const shown =
      narrow === undefined
        ? image
        : `<picture><source media="(max-width:640px)" srcset="${escapeXml(narrow)}">${image}</picture>`;
    return `<a href="${escapeXml(address)}">${shown}</a>`;
  });
}

/** A market that never was is said to be none, before anything is read of it. */
const bannerOf = ({banner}: Release["about"]): string =>
  banner === undefined
    ? ""
    : `<div class="notice" ${frameMark}="${bannerFrame}"><p><b>${escapeXml(banner)}</b></p></div>`;

function corrections({corrections}: Release, words: ReleaseWords): string {
  if (corrections.length === 0) return "";
  const each = corrections.map(
    one =>
      `<p><b>${escapeXml(words.corrected(one.at))}</b> ${escapeXml(words.wrongAndRight(one))}</p>`,
  );
  return `<div class="notice" ${frameMark}="corrections">${each.join("\n")}</div>`;
}

function notice({at, reason}: NonNullable<Release["retraction"]>, words: ReleaseWords): string {
  return [
    `<div class="notice" ${frameMark}="retraction"><p><b>${escapeXml(words.retracted(at))}</b></p></div>`,
    `<p>${escapeXml(reason)}</p>`,
  ].join("\n");
}

function files(
  release: Release,
  {pdf, evidence, earlier = []}: Places,
  words: ReleaseWords,
): string {
  const {home, version} = release;
  const link = (address: string, text: string, mark = "") =>
    `<a href="${escapeXml(address)}"${mark}>${escapeXml(text)}</a>`;
  const lines = [
    ...(pdf ? [link(pdf, words.pdf, ` ${pdfMark}="${version}"`)] : []),
    ...(evidence ? [link(evidence, words.evidence)] : []),
    ...earlier.map(one =>
      link(one.address, words.earlier(one.version), ` ${pdfMark}="${one.version}"`),
    ),
    ...(home ? [`${escapeXml(words.first)} ${link(home, home)}`] : []),
  ];
  if (lines.length === 0) return "";
  return `<div class="files" ${frameMark}="files">${lines.map(line => `<p>${line}</p>`).join("\n")}</div>`;
}
