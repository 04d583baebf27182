import {approvedReading} from "../../src/publish/approved.ts";
import {compare} from "../../src/publish/compare.ts";
import type {GhostServer} from "../servers/ghost.ts";
import type {WordPressServer} from "../servers/wordpress.ts";
import {type DisturbedSettings, publishingAt, targetsOf} from "./disturbedTargets.ts";
import {ghostToken} from "./ghostToken.ts";
import type {Disturbed} from "./killRoom.ts";

// Real blogs, each met under an address that may lead by way of faults.

export interface Way {
  readonly url?: string;
  /** For one call. */
  readonly timeoutMs?: number;
}

export function disturbedGhost(server: GhostServer, way: Way = {}): Disturbed {
  const at = ({url = server.url, timeoutMs}: Way): DisturbedSettings => ({
    targets: {blog: {kind: "ghost", url, keyFrom: "GHOST_KEY"}},
    env: {GHOST_KEY: server.adminKey},
    ...(timeoutMs !== undefined && {timeoutMs}),
  });
  return disturbedAt(at(way), at({}), async id => {
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

export function disturbedWordPress(server: WordPressServer, way: Way = {}): Disturbed {
  const {user, appPassword: key} = server;
  const at = ({url = server.url, timeoutMs}: Way): DisturbedSettings => ({
    targets: {blog: {kind: "wordpress", url, user, passwordFrom: "WORDPRESS_PASSWORD"}},
    env: {WORDPRESS_PASSWORD: key},
    ...(timeoutMs !== undefined && {timeoutMs}),
  });
  return disturbedAt(at(way), at({}), async id => {
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

function disturbedAt(
  settings: DisturbedSettings,
  direct: DisturbedSettings,
  standing: (id: string) => Promise<readonly Found[]>,
): Disturbed {
  const reader = targetsOf(direct).open("blog");
  return {
    ...publishingAt(settings),
    names: ["blog"],
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
}
