import {displayText} from "../../format/displayText.ts";
import {wordsFor} from "../../languages/release.ts";
import {TargetRefused} from "../../model/errors.ts";
import {bodyOf, deckOf, type Places, pdfsIn} from "../body.ts";
import {chartAlts, leadPath} from "../pictures.ts";
import type {Release} from "../release.ts";
import {slugOf} from "../slug.ts";
import {structuredOf} from "../structured.ts";
import {headMark, htmlOf, isShown, lexicalOf, type Post} from "./post.ts";

/** In characters; Ghost refuses more. */
const longest = {title: 255, excerpt: 300, description: 500, alt: 191, tag: 191} as const;

/** Marks our posts among others; Ghost shows tags with # to nobody. */
const ourTag = "#assay";

/** Where Ghost has put the files of a release, by their paths in it. */
export type Addresses = ReadonlyMap<string, string>;

/**
 * A release as the fields of a post, over the post that stands there. What an editor has added to
 * that one and we say nothing of stays: other tags, another picture, its author.
 */
export function contentOf(release: Release, addresses: Addresses, over: Post | undefined) {
  const {about, retraction} = release;
  const deck = excerptOf(release);
  const card = addresses.get("card.png");
  const pdf = addresses.get("note.pdf");
  const places: Places = {
    picture: path => addresses.get(path),
    pdf,
    evidence: addresses.get("evidence.json"),
    earlier: over ? pdfsIn(htmlOf(over)).filter(({version}) => version !== release.version) : [],
    withoutDeck: deck.isWhole,
  };
  const data = structuredOf(release, {
    ...(card !== undefined && {image: card}),
    ...(pdf !== undefined && {pdf}),
  });
  const script = `<script type="application/ld+json">${data}</script>`;
  const description = retraction ? deck.text : displayText(about.description, longest.description);
  const own = [...about.tags.map(tag => tag.slice(0, longest.tag)), ourTag];
  const theirs = (over?.tags ?? []).map(({name}) => name);
  const preview = retraction ? null : (card ?? null);
  return {
    title: about.title,
    ...(!(over && isShown(over)) && {slug: slugOf(release.id)}),
    lexical: lexicalOf(bodyOf(release, places)),
    // Of a notice, Ghost takes the beginning.
    custom_excerpt: retraction ? null : deck.text,
    tags: [...new Set([...theirs, ...own])].map(name => ({name})),
    codeinjection_head: [headMark(release), ...(retraction ? [] : [script])].join("\n"),
    canonical_url: release.home ?? null,
    ...pictureOf(release, addresses.get(leadPath), over),
    og_image: preview,
    twitter_image: preview,
    meta_description: description,
    og_description: description,
    twitter_description: description,
  };
}
export type Content = ReturnType<typeof contentOf>;

/** @throws TargetRefused where Ghost would take it in pieces only */
export function requireFits({id, about}: Release, label: string): void {
  const length = [...about.title].length;
  if (about.title.length > longest.title)
    throw new TargetRefused(
      `${label} takes titles of ${longest.title} characters, and that of ${id} has ${length}: shorten it`,
    );
}

/** Ghost shows the excerpt as the deck: where all of the deck fits, it stands there and not in the text. */
export function excerptOf(release: Release): {readonly text: string; readonly isWhole: boolean} {
  const {about, retraction} = release;
  if (retraction) return {text: wordsFor(about.locale).retracted(retraction.at), isWhole: true};
  const deck = deckOf(release);
  if (deck !== undefined && deck.length <= longest.excerpt) return {text: deck, isWhole: true};
  return {text: displayText(about.description, longest.excerpt), isWhole: false};
}

/** The first chart, unless an editor has chosen another picture. */
function pictureOf(release: Release, lead: string | undefined, over: Post | undefined) {
  const theirs = over && isShown(over) ? over.feature_image : undefined;
  // Ghost numbers a name that it has already.
  if (theirs && !/-lead-[\da-f]{12}(?:-\d+)?\.png$/.test(theirs)) return {};
  const shown = release.retraction === undefined && lead !== undefined;
  const alt = shown ? chartAlts(release)[0] : undefined;
  return {
    feature_image: shown ? lead : null,
    feature_image_alt: alt === undefined ? null : displayText(alt, longest.alt),
  };
}
