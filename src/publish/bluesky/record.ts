import {createHash} from "node:crypto";
import {z} from "zod";
import type {Receipt} from "../../model/publication.ts";
import type {Release} from "../release.ts";
import {cardAlt, graphemes, homeAddress, teaserOf} from "../teaser.ts";

export const postCollection = "app.bsky.feed.post";

/** In graphemes. */
const room = {most: 300, count: graphemes};
const longestShown = 60;

export const blobSchema = z.object({
  $type: z.literal("blob"),
  ref: z.object({$link: z.string()}),
  mimeType: z.string(),
  size: z.int(),
});
export type Blob = Readonly<z.output<typeof blobSchema>>;

/** What we read of a record; it may be anybody's. */
export const recordSchema = z.object({
  uri: z.string(),
  cid: z.string(),
  value: z.looseObject({
    text: z.string().default(""),
    assayNote: z.string().optional(),
    assayRelease: z.hash("sha256").optional(),
  }),
});
export type PostRecord = Readonly<z.output<typeof recordSchema>>;

/** A post, as others point at it. */
export interface Reference {
  readonly uri: string;
  readonly cid: string;
}

/**
 * A release as a post. Besides what readers see it carries the note's id and the release's digest,
 * which a record may.
 */
export function postOf(
  release: Release,
  thumb: Blob | undefined,
  root: Reference | undefined,
  label: string,
) {
  const {about, id, digest, updatedAt} = release;
  const address = homeAddress(release, label);
  const shown = shownAddress(address);
  const text = teaserOf(release, shown, room);
  return {
    $type: postCollection,
    text,
    facets: [linkAtEnd(text, shown, address)],
    embed: {
      $type: "app.bsky.embed.external",
      external: {
        uri: address,
        title: about.title,
        description: release.retraction ? "" : about.description || cardAlt(release),
        ...(thumb && {thumb}),
      },
    },
    langs: [about.locale],
    createdAt: updatedAt,
    ...(root && {reply: {root, parent: root}}),
    assayNote: id,
    assayRelease: digest,
  };
}

/** Without what every address begins with, and only as much of a long one as tells where it leads. */
function shownAddress(address: string): string {
  const {host} = new URL(address);
  const whole = address.replace(/^https?:\/\//, "").replace(/\/$/, "");
  return whole.length <= longestShown ? whole : `${host}/…`;
}

/** Bluesky counts in bytes of UTF-8. */
function linkAtEnd(text: string, shown: string, uri: string) {
  const byteEnd = Buffer.byteLength(text);
  return {
    index: {byteStart: byteEnd - Buffer.byteLength(shown), byteEnd},
    features: [{$type: "app.bsky.richtext.facet#link", uri}],
  };
}

/** Under which key a release stands: what is told anew, a correction or a retraction, is another post. */
export function keyOf(
  release: Pick<Release, "id" | "version" | "about" | "corrections" | "retraction">,
) {
  const {id, version, about, corrections, retraction} = release;
  const told = retraction ? version : (corrections.at(-1)?.version ?? 0);
  const first = tidOf(about.asOf, `${id} 0`);
  return {first, key: told === 0 ? first : tidOf(about.asOf, `${id} ${told}`)};
}

const digits = "234567abcdefghijklmnopqrstuvwxyz";

/**
 * A record's key as the AT Protocol has it: an instant in microseconds, and which clock has told it.
 * It comes of the note alone, so that each attempt writes the same record.
 *
 * @example tidOf("1970-01-01T00:00:00Z", "a note").length // 13
 */
export function tidOf(asOf: string, name: string): string {
  const hash = createHash("sha256").update(name).digest();
  const micros = BigInt(Date.parse(asOf)) * 1000n + BigInt(hash.readUInt32BE(0) % 60_000_000);
  const bits = (micros << 10n) | BigInt(hash.readUInt16BE(4) % 1024);
  return Array.from(
    {length: 13},
    (_, i) => digits[Number((bits >> BigInt(5 * (12 - i))) & 31n)],
  ).join("");
}

const keyIn = ({uri}: Pick<PostRecord, "uri">): string => uri.slice(uri.lastIndexOf("/") + 1);

export function receiptOf(record: PostRecord, handle: string): Receipt {
  const {text, assayRelease} = record.value;
  const id = keyIn(record);
  return {
    id,
    address: `https://bsky.app/profile/${handle}/post/${id}`,
    digest: assayRelease ?? createHash("sha256").update(text).digest("hex"),
    stamp: record.cid,
    stored: text,
  };
}
