import {plainHouse} from "../../src/model/house.ts";
import {approvedReading} from "../../src/publish/approved.ts";
import {compare} from "../../src/publish/compare.ts";
import type {TargetSet} from "../../src/publish/targetSet.ts";
import {openTarget} from "../../src/publish/targets.ts";
import type {GhostServer} from "../servers/ghost.ts";
import type {WordPressServer} from "../servers/wordpress.ts";
import {ghostToken} from "./ghostToken.ts";
import type {Killing} from "./killing.ts";
import {setOf} from "./room.ts";

// Real blogs, for processes that are killed while they publish there.

export type RealBlog =
  | {readonly kind: "ghost"; readonly url: string; readonly key: string}
  | {
      readonly kind: "wordpress";
      readonly url: string;
      readonly user: string;
      readonly key: string;
    };

/** What a process of its own opens. */
export const targetsOf = (settings: unknown): TargetSet =>
  setOf({blog: opened(settings as RealBlog)});

function opened(blog: RealBlog) {
  const effects = {
    env: {KEY: blog.key},
    house: plainHouse,
    folder: "/",
    now: () => new Date(),
    timeoutMs: 20_000,
  };
  const {url} = blog;
  return blog.kind === "ghost"
    ? openTarget("blog", {kind: "ghost", url, keyFrom: "KEY"}, effects)
    : openTarget("blog", {kind: "wordpress", url, user: blog.user, passwordFrom: "KEY"}, effects);
}

/** Killing at a real Ghost, met under an address that may lead by way of faults. */
export function ghostKilling(server: GhostServer, url = server.url) {
  const at = (url: string): RealBlog => ({kind: "ghost", url, key: server.adminKey});
  return killingAt(at(url), at(server.url), async id => {
    const filter = encodeURIComponent(`codeinjection_head:~'assay-note:${id};'`);
    const answer = await fetch(
      `${server.url}/ghost/api/admin/posts/?filter=${filter}&formats=lexical&limit=100`,
      {headers: {authorization: `Ghost ${ghostToken(server.adminKey)}`}},
    );
    const {posts} = (await answer.json()) as {posts: GhostPost[]};
    return posts.map(({slug, status, lexical, url}) => ({
      slug,
      address: url,
      text: lexical,
      shown: status === "published",
    }));
  });
}

interface GhostPost {
  readonly slug: string;
  readonly status: string;
  readonly lexical: string;
  readonly url: string;
}

/** The same at a real WordPress. */
export function wordpressKilling(server: WordPressServer, url = server.url) {
  const {user, appPassword: key} = server;
  const at = (url: string): RealBlog => ({kind: "wordpress", url, user, key});
  return killingAt(at(url), at(server.url), async id => {
    const states = "publish,future,draft,pending,private,trash";
    const search = encodeURIComponent(`assay-note:${id};`);
    const answer = await fetch(
      `${server.url}/wp-json/wp/v2/posts?context=edit&per_page=100&status=${states}&search=${search}`,
      {headers: {authorization: `Basic ${Buffer.from(`${user}:${key}`).toString("base64")}`}},
    );
    const posts = (await answer.json()) as WordPressPost[];
    return posts.map(({slug, status, content, link}) => ({
      slug,
      address: link,
      text: content.raw,
      shown: status === "publish",
    }));
  });
}

interface WordPressPost {
  readonly slug: string;
  readonly status: string;
  readonly content: {readonly raw: string};
  readonly link: string;
}

interface Found {
  readonly slug: string;
  readonly address: string;
  readonly text: string;
  readonly shown: boolean;
}

function killingAt(
  settings: RealBlog,
  direct: RealBlog,
  standing: (id: string) => Promise<readonly Found[]>,
) {
  const reader = opened(direct);
  const killing: Killing = {
    module: new URL("realBlogs.ts", import.meta.url).href,
    settings,
    target: "blog",
    async audit(release) {
      const posts = await standing(release.id);
      const shown = posts.filter(one => one.shown);
      const [post] = shown;
      if (!post || shown.length !== 1) return [`${shown.length} posts are shown`];
      const receipt = {
        id: "",
        address: post.address,
        digest: release.digest,
        stamp: "",
        stored: "",
      };
      const reading = await reader.read(release, receipt);
      const {publishedAt: _, ...approved} = approvedReading(release);
      const differences = reading ? compare(approved, reading) : [];
      return [
        ...(posts.length > 1 ? [`${posts.length - 1} hidden posts are left`] : []),
        ...(post.slug === release.id ? [] : [`its slug is ${post.slug}`]),
        ...(post.text.includes(release.digest) ? [] : ["it is of another release"]),
        ...differences.map(({what, approved, found}) => `${what}: ${approved} is ${found}`),
      ];
    },
  };
  return {killing, targets: targetsOf(settings)};
}
