import {z} from "zod";
import {TargetRefused} from "../../model/errors.ts";
import type {Http} from "../http.ts";
import {
  isTrashed,
  keyOfNote,
  type Post,
  postFields,
  postSchema,
  type Revision,
  revisionFields,
  revisionSchema,
} from "./post.ts";

const states = "publish,future,draft,pending,private,trash";

export type Posts = ReturnType<typeof postsOf>;

/** The posts of a WordPress, as far as we ask for them and change them. */
export function postsOf(http: Http, label: string) {
  const query = {context: "edit", _fields: postFields} as const;
  const capabilities = async (): Promise<ReadonlySet<string>> => {
    const me = await http.call({
      step: "say what its user may do",
      path: "/users/me",
      query: {context: "edit"},
      schema: z.object({capabilities: z.record(z.string(), z.unknown())}),
    });
    return new Set(Object.keys(me.capabilities).filter(one => me.capabilities[one]));
  };
  const list = async (filter: Readonly<Record<string, string>>): Promise<Post[]> => {
    const answer = await http.ask({
      step: "look up the note's post",
      path: "/posts",
      query: {...query, status: states, per_page: 100, ...filter},
      schema: z.array(postSchema),
      or: [400],
    });
    if (answer.ok) return answer.value;
    // Whom it does not know, it tells no more than that hidden posts are hidden: ask who we are.
    await capabilities();
    throw new TargetRefused(
      `${label} did not look up the note's post: ${answer.said}. Give its user the role of an author or editor there`,
    );
  };
  const byId = async (id: number | string): Promise<Post | undefined> => {
    const answer = await http.ask({
      step: "look up the note's post",
      path: `/posts/${id}`,
      query,
      schema: postSchema,
      or: [404, 410],
    });
    return answer.ok ? answer.value : undefined;
  };
  const write = (step: string, path: string, body: object): Promise<Post> =>
    http.call({step, method: "POST", path, query, body, schema: postSchema});
  return {
    capabilities,
    byId,
    /** All that carry the note's key, those in the trash as well, and the one on record whatever it carries. */
    async ofNote(id: string, known?: string): Promise<Post[]> {
      const key = keyOfNote(id);
      const found = (await list({search: key})).filter(post => post.content.raw.includes(key));
      const missing = known !== undefined && !found.some(post => String(post.id) === known);
      const other = missing ? await byId(known) : undefined;
      return [...found, ...(other ? [other] : [])];
    },
    foreignAt: async (slug: string, id: string) =>
      (await list({slug})).find(
        post => !isTrashed(post) && !post.content.raw.includes(keyOfNote(id)),
      ),
    /** As it was saved each time, the newest first; none where the blog keeps none. */
    async revisions({id}: Post): Promise<Revision[]> {
      const answer = await http.ask({
        step: "look up who has saved the post",
        path: `/posts/${id}/revisions`,
        query: {context: "edit", per_page: 10, _fields: revisionFields},
        schema: z.array(revisionSchema),
        or: [403, 404],
      });
      return answer.ok ? answer.value.filter(({slug}) => !slug.includes("autosave")) : [];
    },
    create: (content: object) =>
      write("take the note as a hidden post", "/posts", {...content, status: "draft"}),
    update: ({id}: Post, content: object) => write("show the note", `/posts/${id}`, content),
    async remove({id}: Post): Promise<void> {
      await http.ask({
        step: "delete a hidden post",
        method: "DELETE",
        path: `/posts/${id}`,
        query: {force: "true"},
        schema: z.unknown(),
        or: [404, 410],
      });
    },
  };
}
