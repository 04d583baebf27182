import {displayText} from "../../format/displayText.ts";
import {wordsFor} from "../../languages/release.ts";
import {escapeXml} from "../../render/xml.ts";
import {bodyOf, deckOf, pdfsIn} from "../body.ts";
import {leadPath} from "../pictures.ts";
import type {Release} from "../release.ts";
import {slugOf} from "../slug.ts";
import {structuredOf} from "../structured.ts";
import type {Media} from "./media.ts";
import {blockOf, isShown, type Post} from "./post.ts";
import {quiet} from "./quiet.ts";

/** In characters. */
const longestExcerpt = 300;

export interface Placed {
  readonly media: Media;
  readonly tags: readonly number[];
  /** The user may put scripts into a post; from others WordPress takes the tags off, and shows what is in them. */
  readonly unfiltered: boolean;
  /** A picture that an editor has chosen instead of ours. */
  readonly chosenPicture?: number | undefined;
}

/** A release as the fields of a post, over the post that stands there. */
export function contentOf(release: Release, placed: Placed, over: Post | undefined) {
  const {media, tags, unfiltered, chosenPicture} = placed;
  const lead = media.get(leadPath);
  const pdf = media.get("note.pdf")?.address;
  const before = over ? pdfsIn(over.content.raw) : [];
  const body = bodyOf(release, {
    picture: path => media.get(path)?.address,
    pdf,
    earlier: before.filter(({version}) => version !== release.version),
    structured: unfiltered
      ? structuredOf(release, {
          ...(lead !== undefined && {image: lead.address}),
          ...(pdf !== undefined && {pdf}),
        })
      : undefined,
  });
  // What is for machines is not shown, and stays as it is.
  const [text = "", ...data] = body.split(/(?=\n<script )/);
  return {
    title: quiet(escapeXml(release.about.title)),
    ...(!(over && isShown(over)) && {slug: slugOf(release.id)}),
    content: blockOf(release.id, `${quiet(text)}${data.join("")}`),
    excerpt: quiet(escapeXml(excerptOf(release))),
    tags: [...new Set([...(over?.tags ?? []), ...tags])],
    featured_media: chosenPicture ?? (release.retraction ? 0 : (lead?.id ?? 0)),
  };
}

function excerptOf(release: Release): string {
  const {about, retraction} = release;
  if (retraction) return wordsFor(about.locale).retracted(retraction.at);
  return displayText(deckOf(release) ?? about.description, longestExcerpt);
}
