import {createHash} from "node:crypto";
import {z} from "zod";
import type {Receipt} from "../../model/publication.ts";
import {escapeXml} from "../../render/xml.ts";
import {marksOf} from "../body.ts";
import type {Release} from "../release.ts";

/** What we read of a post. */
export const postSchema = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  status: z.string(),
  url: z.string(),
  updated_at: z.string(),
  published_at: z.string().nullish(),
  created_at: z.string().nullish(),
  lexical: z.string().nullish(),
  html: z.string().nullish(),
  custom_excerpt: z.string().nullish(),
  feature_image: z.string().nullish(),
  codeinjection_head: z.string().nullish(),
  tags: z.array(z.object({name: z.string()})).nullish(),
});
export type Post = Readonly<z.output<typeof postSchema>>;

export const postsSchema = z.object({posts: z.array(postSchema)});

export const isShown = ({status}: Pick<Post, "status">): boolean => status === "published";

/** HTML as the one card of a post, which Ghost keeps and shows as it is. */
export const lexicalOf = (html: string): string =>
  JSON.stringify({
    root: {
      type: "root",
      version: 1,
      direction: null,
      format: "",
      indent: 0,
      children: [{type: "html", version: 1, html}],
    },
  });

const ourCard = z.object({
  root: z.object({children: z.tuple([z.object({type: z.literal("html"), html: z.string()})])}),
});

/** The post's HTML as it was sent; where somebody has put more into it, all that Ghost makes of it. */
export function htmlOf({lexical, html}: Pick<Post, "lexical" | "html">): string {
  try {
    return ourCard.parse(JSON.parse(lexical ?? "")).root.children[0].html;
  } catch {
    return html ?? "";
  }
}

/** All of a post that its readers read: what somebody may have changed. */
export const storedOf = (
  post: Pick<Post, "title" | "custom_excerpt" | "lexical" | "html">,
): string =>
  [
    `<h1>${escapeXml(post.title)}</h1>`,
    ...(post.custom_excerpt ? [`<p>${escapeXml(post.custom_excerpt)}</p>`] : []),
    htmlOf(post),
  ].join("\n");

/** Found by a search, whatever becomes of slug and text: a note's own and no other's. */
export const keyOfNote = (id: string): string => `assay-note:${id};`;

/** Stands in the page's head, where Ghost lets itself be searched. */
export const headMark = ({id, digest}: Pick<Release, "id" | "digest">): string =>
  `<meta name="assay" content="${escapeXml(`${keyOfNote(id)} assay-release:${digest}`)}">`;

/** The digest of the release that stands in a post. */
function digestOf(post: Post): string {
  const inHead = /assay-release:([\da-f]{64})/.exec(post.codeinjection_head ?? "")?.[1];
  return (
    marksOf(htmlOf(post))?.digest ??
    inHead ??
    // Somebody has taken our marks out: it is no release of ours.
    createHash("sha256").update(storedOf(post)).digest("hex")
  );
}

export const receiptOf = (post: Post): Receipt => ({
  id: post.id,
  address: post.url,
  digest: digestOf(post),
  stamp: post.updated_at,
  stored: storedOf(post),
});

/** The one of our posts that stands for the note: the one on record, else the one that readers see. */
export function chosen(
  posts: readonly Post[],
  slug: string,
  known: string | undefined,
): Post | undefined {
  const rank = (post: Post) =>
    (post.id === known ? 4 : 0) + (isShown(post) ? 2 : 0) + (post.slug === slug ? 1 : 0);
  return posts.toSorted(
    (a, b) => rank(b) - rank(a) || (a.created_at ?? "").localeCompare(b.created_at ?? ""),
  )[0];
}
