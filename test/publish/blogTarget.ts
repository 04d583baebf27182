import {marked} from "marked";
import {z} from "zod";
import {readFrontMatter} from "../../src/markdown/frontMatter.ts";
import {TargetRefused, TargetUnavailable} from "../../src/model/errors.ts";
import type {Receipt} from "../../src/model/publication.ts";
import {noteMark, pictureAddresses, readingOf} from "../../src/publish/readingOf.ts";
import type {Release} from "../../src/publish/release.ts";
import type {Journal, Target} from "../../src/publish/target.ts";
import {digestOf} from "../../src/store/blobs/blobs.ts";

export interface BlogSettings {
  readonly name: string;
  readonly url: string;
  readonly token: string;
  readonly timeoutMs?: number;
}

const postSchema = z.object({
  id: z.string(),
  slug: z.string(),
  digest: z.string(),
  title: z.string(),
  html: z.string(),
  shown: z.boolean(),
  version: z.int(),
});
type Post = z.output<typeof postSchema>;

/** The test's blog as a target: what the real ones do, in few words. */
export function blogTarget({name, url, token, timeoutMs = 2000}: BlogSettings): Target {
  async function ask<T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown) {
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: {authorization: `Bearer ${token}`},
      ...(body !== undefined && {body: JSON.stringify(body)}),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: Error) => {
      throw new TargetUnavailable(`${name} did not answer ${method} ${path}: ${cause.message}`);
    });
    const text = await answer.text().catch((cause: Error) => {
      throw new TargetUnavailable(`${name} answered half of ${path}: ${cause.message}`);
    });
    if (answer.status >= 500) throw new TargetUnavailable(`${name} answered ${answer.status}`);
    if (answer.status === 409)
      throw new TargetUnavailable(`${name} was changed meanwhile`, {passing: {afterMs: 0}});
    if (answer.status >= 400)
      throw new TargetRefused(`${name} answered ${answer.status} to ${method} ${path}: ${text}`);
    return schema.parse(JSON.parse(text));
  }

  const postsOf = async (query: string) =>
    (await ask("GET", `/posts?${query}`, z.object({posts: z.array(postSchema)}))).posts;
  const oursOf = (id: string) => postsOf(`key=${encodeURIComponent(id)}`);
  /** The one that is shown, or was made first: the others are left from calls that came late. */
  const chosen = (posts: readonly Post[], slug: string) =>
    posts.find(post => post.shown) ?? posts.find(post => post.slug === slug) ?? posts[0];

  const receiptOf = (post: Post): Receipt => ({
    id: post.id,
    address: `${url}/${post.slug}/`,
    digest: post.digest,
    stamp: String(post.version),
    stored: `${post.title}\n${post.html}`,
  });

  async function uploaded(path: string, body: Uint8Array, journal: Journal): Promise<string> {
    const digest = digestOf(body);
    const schema = z.object({address: z.string()});
    const found = await journal.once(`picture ${path}`, schema, async begunBefore => {
      const list = z.object({
        pictures: z.array(z.object({address: z.string(), digest: z.string()})),
      });
      const before = begunBefore
        ? (await ask("GET", `/pictures?name=${encodeURIComponent(path)}`, list)).pictures
        : [];
      const same = before.find(one => one.digest === digest);
      return same ?? ask("POST", "/pictures", schema, {name: path, digest});
    });
    return found.address;
  }

  return {
    name,
    kind: "blog",
    label: `the blog at ${new URL(url).host}`,
    async prove() {
      await postsOf("key=nothing");
      return "may read and write";
    },
    async rehearse(release) {
      const body = htmlOf(release, new Map());
      return {parts: [{what: `POST ${url}/api/posts`, body, bytes: Buffer.byteLength(body)}]};
    },
    compose: async release => `${release.about.title}\n${htmlOf(release, new Map())}`,
    async look(release, receipt) {
      const ours = await oursOf(release.id);
      const post = chosen(ours, release.id);
      if (post) return {state: "ours", receipt: receiptOf(post), shown: post.shown};
      const [other] = await postsOf(`slug=${encodeURIComponent(release.id)}`);
      if (other) return {state: "foreign", address: `${url}/${other.slug}/`, title: other.title};
      return {state: receipt ? "gone" : "absent"};
    },
    async put(release, standing, journal) {
      const known = standing.state === "ours" ? standing.receipt : undefined;
      const addresses = new Map<string, string>();
      for (const [path, body] of release.files)
        if (path.startsWith("charts/")) addresses.set(path, await uploaded(path, body, journal));
      const content = {
        title: release.about.title,
        html: htmlOf(release, addresses),
        date: release.publishedAt,
        digest: release.digest,
      };
      let post = chosen(await oursOf(release.id), release.id);
      if (known && post?.version !== Number(known.stamp))
        throw new TargetUnavailable(`${name} was changed meanwhile`, {passing: {afterMs: 0}});
      if (!post) {
        const hidden = {...content, slug: release.id, key: release.id};
        await ask("POST", "/posts", postSchema, hidden);
        // Where two calls arrived, all who ask choose the same.
        post = chosen(await oursOf(release.id), release.id);
        if (!post) throw new TargetUnavailable(`${name} has lost the post`);
      }
      const update = {...content, shown: true, version: post.version};
      const shown = await ask("PUT", `/posts/${post.id}`, postSchema, update);
      for (const extra of await oursOf(release.id))
        if (extra.id !== shown.id && !extra.shown)
          await ask("DELETE", `/posts/${extra.id}`, z.object({}));
      return receiptOf(shown);
    },
    async read(_, receipt) {
      const got = (address: string) =>
        fetch(address, {signal: AbortSignal.timeout(timeoutMs)}).catch((cause: Error) => {
          throw new TargetUnavailable(`${name} did not answer: ${cause.message}`);
        });
      const answer = await got(receipt.address);
      const html = await answer.text().catch(() => {
        throw new TargetUnavailable(`${name} answered half of a page`);
      });
      if (!answer.ok) throw new TargetUnavailable(`${name} answered ${answer.status}`);
      const loads = new Set<string>();
      for (const address of pictureAddresses(html, receipt.address))
        if ((await got(address)).ok) loads.add(address);
      return readingOf(html, {base: receipt.address, loads: address => loads.has(address)});
    },
  };
}

function htmlOf({id, text, retraction}: Release, addresses: ReadonlyMap<string, string>): string {
  const body = retraction
    ? `<p>${retraction.reason}</p>`
    : marked.parse(readFrontMatter(text).body, {async: false});
  const pictured = body.replace(/src="([^"]+)"/g, (whole, path: string) => {
    const address = addresses.get(path);
    return address === undefined ? whole : `src="${address}"`;
  });
  return `<article ${noteMark}="${id}">${pictured}</article>`;
}
