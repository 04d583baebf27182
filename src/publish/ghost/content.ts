import {displayText} from "../../format/displayText.ts";
import {TargetRefused} from "../../model/errors.ts";
import {bodyOf, deckOf, type Places, pdfsIn} from "../body.ts";
import type {Release} from "../release.ts";
import {slugOf} from "../slug.ts";
import {structuredOf} from "../structured.ts";
import {wordsFor} from "../words.ts";
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
  const picture = pictureOf(release, card, over);
  return {
    title: about.title,
    ...(!(over && isShown(over)) && {slug: slugOf(release.id)}),
    lexical: lexicalOf(bodyOf(release, places)),
    custom_excerpt: deck.text,
    tags: [...new Set([...theirs, ...own])].map(name => ({name})),
    codeinjection_head: [headMark(release), ...(retraction ? [] : [script])].join("\n"),
    canonical_url: release.home ?? null,
    feature_image: picture,
    feature_image_alt: picture === null ? null : displayText(about.title, longest.alt),
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

/** A picture that an editor has chosen instead of our card stays. */
function pictureOf(
  {retraction, id}: Release,
  card: string | undefined,
  over: Post | undefined,
): string | null {
  const theirs = over && isShown(over) ? over.feature_image : undefined;
  if (theirs && !theirs.includes(`${id}-card-v`)) return theirs;
  return retraction ? null : (card ?? null);
}
