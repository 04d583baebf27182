import {createHash} from "node:crypto";
import {z} from "zod";
import type {Receipt} from "../../model/publication.ts";
import {marksOf} from "../body.ts";
import {slugOf} from "../slug.ts";

const raw = z.object({raw: z.string()});

/** What we read of a post, as those who may edit it get it. */
export const postSchema = z.object({
  id: z.int(),
  slug: z.string(),
  status: z.string(),
  link: z.string(),
  modified_gmt: z.string(),
  title: raw,
  content: raw,
  excerpt: raw,
  tags: z.array(z.int()).default([]),
  featured_media: z.int().default(0),
});
export type Post = Readonly<z.output<typeof postSchema>>;
export const postFields = Object.keys(postSchema.shape).join(",");

/** What somebody has written, the text and what is around it. */
export type Written = Pick<Post, "title" | "excerpt" | "content">;

/** A post as it was saved once. */
export const revisionSchema = postSchema.pick({
  id: true,
  slug: true,
  title: true,
  content: true,
  excerpt: true,
});
export type Revision = Readonly<z.output<typeof revisionSchema>>;
export const revisionFields = Object.keys(revisionSchema.shape).join(",");

/**
 * What somebody has saved since the revisions before, upon the post as it stood; a call of ours that
 * came late bears the mark of another release.
 */
export function slipped(
  now: readonly Revision[],
  before: readonly Revision[],
  {post, shown}: {readonly post: Post; readonly shown: Post},
): Revision | undefined {
  const seen = new Set(before.map(({id}) => id));
  const own = new Set([post, shown].map(storedOf));
  const stood = marksOf(post.content.raw)?.digest;
  return now.find(one => {
    const digest = marksOf(one.content.raw)?.digest;
    const isUpon = digest === undefined || digest === stood;
    return isUpon && !seen.has(one.id) && !own.has(storedOf(one));
  });
}

/** As it is written again. */
export const writtenOf = ({title, excerpt, content}: Written) => ({
  title: title.raw,
  excerpt: excerpt.raw,
  content: content.raw,
});

export const isShown = ({status}: Pick<Post, "status">): boolean => status === "publish";
export const isTrashed = ({status}: Pick<Post, "status">): boolean => status === "trash";

/** A comment in the text, where WordPress lets itself be searched: it has no field of our own. */
export const keyOfNote = (id: string): string => `assay-note:${slugOf(id)};`;

/** HTML as a block that WordPress's editor leaves as it is. */
export const blockOf = (id: string, html: string): string =>
  `<!-- wp:html -->\n<!-- ${keyOfNote(id)} -->\n${html}\n<!-- /wp:html -->`;

/** All of a post that its readers read: what somebody may have changed. */
export const storedOf = ({title, excerpt, content}: Written): string =>
  [`<h1>${title.raw}</h1>`, `<p>${excerpt.raw}</p>`, content.raw].join("\n");

export const receiptOf = (post: Post): Receipt => ({
  id: String(post.id),
  address: post.link,
  digest:
    marksOf(post.content.raw)?.digest ??
    // Somebody has taken our marks out: it is no release of ours.
    createHash("sha256").update(storedOf(post)).digest("hex"),
  stamp: post.modified_gmt,
  stored: storedOf(post),
});

/** The one of our posts that stands for the note: the one on record, else the one that readers see. */
export function chosen(
  posts: readonly Post[],
  slug: string,
  known: string | undefined,
): Post | undefined {
  const rank = (post: Post) =>
    (String(post.id) === known ? 4 : 0) + (isShown(post) ? 2 : 0) + (post.slug === slug ? 1 : 0);
  return posts
    .filter(post => !isTrashed(post))
    .toSorted((a, b) => rank(b) - rank(a) || a.id - b.id)[0];
}
