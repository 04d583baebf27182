import {z} from "zod";
import type {Http} from "../http.ts";
import {keyOfNote, type Post, postsSchema} from "./post.ts";

const formats = {formats: "lexical,html", include: "tags"} as const;

export type Posts = ReturnType<typeof postsOf>;

/** The posts of a Ghost, as far as we ask for them and change them. */
export function postsOf(http: Http) {
  const one = postsSchema.transform(({posts}) => posts[0]!);
  const byFilter = async (filter: string): Promise<readonly Post[]> => {
    const query = {filter, ...formats, limit: 50};
    const wish = {step: "look up the note's post", path: "/posts/", query, schema: postsSchema};
    return (await http.call(wish)).posts;
  };
  const marked = (mark: string) =>
    byFilter(`codeinjection_head:~'${mark.replace(/['\\]/g, "\\$&")}'`);
  const lookUp = async (path: string): Promise<Post | undefined> => {
    const wish = {step: "look up the note's post", path, query: formats, schema: one, or: [404]};
    const answer = await http.ask(wish);
    return answer.ok ? answer.value : undefined;
  };
  return {
    marked,
    bySlug: (slug: string) => lookUp(`/posts/slug/${slug}/`),
    /** All that carry the note's key, and the one on record whatever it carries. */
    async ofNote(id: string, known: string | undefined): Promise<Post[]> {
      const found = await marked(keyOfNote(id));
      const missing = known !== undefined && !found.some(post => post.id === known);
      const other = missing ? await lookUp(`/posts/${known}/`) : undefined;
      return [...found, ...(other ? [other] : [])];
    },
    create: (content: object): Promise<Post> =>
      http.call({
        step: "take the note as a hidden post",
        method: "POST",
        path: "/posts/",
        query: formats,
        body: {posts: [{...content, status: "draft"}]},
        schema: one,
      }),
    /** Undefined where somebody has changed the post since. */
    async update({id, updated_at}: Post, content: object): Promise<Post | undefined> {
      const answer = await http.ask({
        step: "show the note",
        method: "PUT",
        path: `/posts/${id}/`,
        query: formats,
        body: {posts: [{...content, updated_at}]},
        schema: one,
        or: [404, 409],
      });
      return answer.ok ? answer.value : undefined;
    },
    async remove({id}: Post): Promise<void> {
      await http.ask({
        step: "delete a hidden post",
        method: "DELETE",
        path: `/posts/${id}/`,
        schema: z.unknown(),
        or: [404],
      });
    },
  };
}
