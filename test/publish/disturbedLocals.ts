import type {TargetConfig} from "../../src/config/targets.ts";
import type {Release} from "../../src/publish/release.ts";
import {startBlogServer} from "../servers/blogServer.ts";
import {startBlueskyServer} from "../servers/bluesky.ts";
import {startButtondownServer} from "../servers/buttondown.ts";
import {startFaultyLine} from "../servers/faultyLine.ts";
import {startFaultyProxy} from "../servers/faultyProxy.ts";
import {startForemServer} from "../servers/forem.ts";
import {startHookServer} from "../servers/hookServer.ts";
import {startMailServer} from "../servers/mailServer.ts";
import {startMastodonServer} from "../servers/mastodon.ts";
import {publishingAt} from "./disturbedTargets.ts";
import type {Disturbed} from "./killRoom.ts";
import {cutting, type Disturbance, disturbing, type Network} from "./networks.ts";

// The targets whose servers are our own, each behind a network that disturbs; a note stands at the
// test's blog first where a teaser or a copy leads there.

export interface Local {
  readonly at: Disturbed;
  readonly network: Network;
}

type Open = (kept: AsyncDisposableStack, disturbance: Disturbance) => Promise<Local>;

/** Of a target that speaks HTTP. */
const behindProxy =
  (
    open: (kept: AsyncDisposableStack) => Promise<{
      readonly url: string;
      readonly config: (url: string) => TargetConfig;
      readonly key?: string;
      readonly audit: (release: Release) => readonly string[];
      readonly isCopy?: boolean;
    }>,
  ): Open =>
  async (kept, disturbance) => {
    const {url, config, key = "", audit, isCopy = false} = await open(kept);
    const blog = kept.use(await startBlogServer());
    const proxy = kept.use(await startFaultyProxy(new URL(url).origin));
    const {timeoutMs} = disturbance;
    const copy = config(url.replace(new URL(url).origin, proxy.url));
    const settings = {
      blog: {name: "home", url: blog.url, token: blog.token},
      targets: {copy},
      env: {KEY: key},
      timeoutMs,
    };
    const at = {
      ...publishingAt(settings),
      names: copy.home === undefined ? ["copy"] : ["home", "copy"],
      audit: async (release: Release) => audit(release),
      unreadable: !isCopy,
    };
    return {at, network: disturbing(proxy, disturbance)};
  };

/** Once, and as approved. */
const one = <T>(found: readonly T[], isRight: (one: T) => boolean): string[] => {
  const [first] = found;
  if (!first || found.length !== 1) return [`it stands there ${found.length} times`];
  return isRight(first) ? [] : ["it is of another release"];
};

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

export const locals: Readonly<Record<string, Open>> = {
  dev: behindProxy(async kept => {
    // All notes here have one title, which DEV takes once in five minutes: there they go by in an instant.
    const server = kept.use(await startForemServer({now: () => Date.now() * 20_000}));
    return {
      url: server.url,
      key: server.key,
      isCopy: true,
      config: url => ({kind: "dev", url, keyFrom: "KEY", home: "home"}),
      audit: ({id, digest}) => {
        const ours = server.articles.filter(({body_markdown: text}) => text.includes(`:${id};`));
        const shown = ours.filter(({published}) => published);
        return one(shown, ({body_markdown: text}) => text.includes(digest));
      },
    };
  }),
  buttondown: behindProxy(async kept => {
    const server = kept.use(await startButtondownServer({perPage: 100}));
    return {
      url: server.url,
      key: server.key,
      isCopy: true,
      config: url => ({kind: "buttondown", url, keyFrom: "KEY", home: "home"}),
      audit: ({id, digest}) => {
        const ours = server.emails.filter(({metadata}) => metadata.assay_key === id);
        const sent = ours.filter(({status}) => status !== "draft");
        return [
          ...one(sent, ({metadata}) => metadata.assay_release === digest),
          ...(ours.length > sent.length ? [`${ours.length - sent.length} drafts are left`] : []),
        ];
      },
    };
  }),
  bluesky: behindProxy(async kept => {
    const server = kept.use(await startBlueskyServer());
    return {
      url: server.url,
      key: server.password,
      config: url => ({
        kind: "bluesky",
        url,
        handle: server.handle,
        passwordFrom: "KEY",
        home: "home",
      }),
      audit: ({id, digest}) =>
        one(
          [...server.records.values()].filter(
            ({value}) => (value as {assayNote?: string}).assayNote === id,
          ),
          ({value}) => (value as {assayRelease?: string}).assayRelease === digest,
        ),
    };
  }),
  mastodon: behindProxy(async kept => {
    const server = kept.use(await startMastodonServer());
    return {
      url: server.url,
      key: server.token,
      config: url => ({kind: "mastodon", url, tokenFrom: "KEY", home: "home"}),
      audit: ({id, about}) =>
        one(
          server.statuses.filter(({text}) => text.includes(`/${id}/`)),
          ({text, media}) => text.includes(about.title) && media.length === 1,
        ),
    };
  }),
  webhook: behindProxy(async kept => {
    const server = kept.use(await startHookServer());
    return {
      url: server.url,
      key: secret,
      config: url => ({kind: "webhook", url, secretFrom: "KEY"}),
      // Told again it has the same id and the same body: whoever remembers ids deals with none twice.
      audit: ({id, digest}) => {
        const told = server.seen.filter(({headers}) => headers["webhook-id"] === `${id}-v1`);
        return one([...new Set(told.map(({body}) => body))], body => body.includes(digest));
      },
    };
  }),
  async mail(kept, disturbance) {
    const server = kept.use(await startMailServer());
    const {hostname, port} = new URL(server.url);
    const line = kept.use(await startFaultyLine({host: hostname, port: Number(port)}));
    const to = ["ada@example.org", "bob@example.org", "cem@example.org"];
    const settings = {
      targets: {
        letters: {kind: "mail", smtpFrom: "SMTP_URL", from: "notes@example.org", to} as const,
      },
      env: {SMTP_URL: `smtp://127.0.0.1:${line.port}`},
      timeoutMs: disturbance.timeoutMs,
    };
    const at = {
      ...publishingAt(settings),
      names: ["letters"],
      unreadable: true,
      mayAsk: true,
      async audit({id}: Release) {
        const mails = server.mails.filter(({text}) => text.includes(`<${id}.v1.`));
        const had = mails.flatMap(mail => mail.to);
        return to.flatMap(address => {
          const times = had.filter(one => one === address).length;
          return times > 1 ? [`${address} has it ${times} times`] : [];
        });
      },
    };
    return {at, network: cutting(line, disturbance)};
  },
};
