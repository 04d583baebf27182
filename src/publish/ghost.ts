import {randomUUID} from "node:crypto";
import {z} from "zod";
import {TargetRefused, TargetUnavailable} from "../model/errors.ts";
import {type Addresses, contentOf, excerptOf, requireFits} from "./ghost/content.ts";
import {chosen, htmlOf, isShown, lexicalOf, type Post, receiptOf, storedOf} from "./ghost/post.ts";
import {type Posts, postsOf} from "./ghost/posts.ts";
import {tokenMaker} from "./ghost/token.ts";
import {putFiles, wantedOf} from "./ghost/uploads.ts";
import {httpOf, keyOf, requirePrivate, requireSameClock} from "./http.ts";
import {readAsReader} from "./readAsReader.ts";
import type {Release} from "./release.ts";
import {slugOf} from "./slug.ts";
import type {OpenTarget, Rehearsal, Target} from "./target.ts";

const proofMark = "assay-proof";

/** Ghost's Admin API, from version 5 on. */
export const ghost: OpenTarget<"ghost"> = (name, settings, {env, now, timeoutMs}) => {
  const url = requirePrivate(settings.url, `targets.${name}.url`);
  const key = keyOf(env, settings.keyFrom, name);
  const token = tokenMaker(key, settings.keyFrom, now);
  const label = `Ghost at ${new URL(url).host}`;
  const http = httpOf({
    label,
    base: `${url}/ghost/api/admin`,
    keyFrom: settings.keyFrom,
    keys: () => ({authorization: `Ghost ${token()}`, "accept-version": "v5.0"}),
    secrets: [key, ...key.split(":")],
    now,
    ...(timeoutMs !== undefined && {timeoutMs}),
  });
  const posts = postsOf(http);

  const target: Target = {
    name,
    kind: "ghost",
    label,

    async prove() {
      const version = await http.call({
        step: "say its version",
        path: "/site/",
        schema: z.object({site: z.object({version: z.string()})}),
      });
      for (const left of await posts.marked(proofMark)) await posts.remove(left);
      const html = `<p>${randomUUID()}</p>`;
      const made = await posts.create({
        title: "Assay tries whether it may publish here",
        lexical: lexicalOf(html),
        codeinjection_head: `<!-- ${proofMark} -->`,
      });
      const [found] = await posts.marked(proofMark);
      if (found?.id !== made.id || htmlOf(found) !== html)
        throw new TargetRefused(
          `${label} does not give back what it was sent: a note there could not be found again. See whether something changes posts on their way`,
        );
      await posts.update(made, {title: "Assay may publish here"});
      await posts.remove(made);
      requireSameClock(Math.abs(http.aheadMs()), label);
      return `Ghost ${version.site.version}: writes, reads back, changes and deletes a hidden post`;
    },

    async rehearse(release) {
      requireFits(release, label);
      return rehearsal(release, `${url}/ghost/api/admin`, url);
    },

    async compose(release, {receipt}) {
      const slug = slugOf(release.id);
      const post = chosen(await posts.ofNote(release.id, receipt.id), slug, receipt.id);
      return storedOf(contentOf(release, addressesAt(url, release), post));
    },

    async look(release, receipt) {
      const slug = slugOf(release.id);
      const ours = await posts.ofNote(release.id, receipt?.id);
      const post = chosen(ours, slug, receipt?.id);
      if (!post) {
        const other = await posts.bySlug(slug);
        if (other) return {state: "foreign", address: other.url, title: other.title};
        return {state: receipt ? "gone" : "absent"};
      }
      // What was shown and is no longer, somebody has taken from view; a draft of ours in its stead came late.
      if (receipt && !isShown(post)) return {state: "gone"};
      return {state: "ours", receipt: receiptOf(post), shown: isShown(post)};
    },

    async put(release, standing, journal) {
      requireFits(release, label);
      const slug = slugOf(release.id);
      const known = standing.state === "ours" ? standing.receipt : undefined;
      const found = chosen(await posts.ofNote(release.id, known?.id), slug, known?.id);
      const isAsSeen = known
        ? found?.id === known.id && storedOf(found) === known.stored
        : // What is shown since then is another worker's, of whichever version.
          !(found && isShown(found));
      if (!isAsSeen) throw changedMeanwhile(label);
      const there = found ? [htmlOf(found), `"${found.feature_image}"`].join("\n") : "";
      const addresses = await putFiles(release, there, journal, {http, url, now});
      if (Date.parse(release.publishedAt) > now().getTime() - http.aheadMs())
        requireSameClock(http.aheadMs(), label);
      const post =
        found && isShown(found)
          ? found
          : await hidden(posts, release, label, () =>
              found
                ? Promise.resolve(found)
                : posts.create(contentOf(release, addresses, undefined)),
            );
      const shown = await posts.update(post, {
        ...contentOf(release, addresses, post),
        status: "published",
        published_at: release.publishedAt,
      });
      if (!shown) throw changedMeanwhile(label);
      await tidy(posts, release.id, shown.id);
      return receiptOf(shown);
    },

    async read(release, receipt) {
      const {text, isWhole} = excerptOf(release);
      const reading = await readAsReader(http, receipt.address, isWhole ? text : undefined);
      const host = new URL(url).hostname.replace(/^www\./, "");
      // A call of ours that came late may have arrived since.
      await tidy(posts, release.id, receipt.id);
      const links = reading.links.map(link => ({...link, href: untagged(link.href, host)}));
      return {...reading, links};
    },
  };
  return target;
};

/** A hidden post of ours; the one that stands in its place where a call of ours arrived twice. */
async function hidden(
  posts: Posts,
  release: Release,
  label: string,
  find: () => Promise<Post>,
): Promise<Post> {
  const slug = slugOf(release.id);
  const post = await find();
  if (post.slug === slug) return post;
  const ours = chosen(await posts.ofNote(release.id, undefined), slug, undefined);
  if (ours && isShown(ours)) throw changedMeanwhile(label);
  if (ours?.slug === slug) return ours;
  if (!(await posts.bySlug(slug))) return post;
  await posts.remove(post);
  throw new TargetRefused(
    `${label} has another post at /${slug}/, which is not ours: give it another slug there, then give the same order again`,
  );
}

/** Takes away what calls of ours that came late or twice have left. */
async function tidy(posts: Posts, id: string, keptId: string): Promise<void> {
  const ours = await posts.ofNote(id, undefined);
  const kept = ours.find(post => post.id === keptId);
  for (const extra of ours)
    if (kept && isLeftOver(extra, kept, slugOf(id))) await posts.remove(extra);
}

/**
 * Made by a call of ours that came late or twice, of this version or one before: seen by nobody, and
 * changed by nobody. What an editor has copied bears another slug.
 */
const isLeftOver = (extra: Post, kept: Post, slug: string): boolean =>
  extra.id !== kept.id &&
  extra.status === "draft" &&
  !extra.published_at &&
  (storedOf(extra) === storedOf(kept) ||
    (extra.updated_at === extra.created_at &&
      extra.slug.startsWith(slug) &&
      /^(?:-\d+)?$/.test(extra.slug.slice(slug.length))));

/** Ghost adds its own name to addresses of others when it shows a post: they lead where they led. */
const untagged = (href: string, host: string): string =>
  href.replace(new RegExp(`[?&]ref=${encodeURIComponent(host).replaceAll(".", "\\.")}(?=#|$)`), "");

const changedMeanwhile = (label: string) =>
  new TargetUnavailable(
    `${label} has had the post changed while it was about to be written: it is looked at again`,
  );

/** Where Ghost would put the files of a release. */
const addressesAt = (url: string, release: Release): Addresses =>
  new Map(
    wantedOf(release).map(
      ({path, into, name}) => [path, `${url}/content/${into}/${name}`] as const,
    ),
  );

async function rehearsal(release: Release, api: string, url: string): Promise<Rehearsal> {
  const wanted = wantedOf(release);
  const uploads = await Promise.all(wanted.map(({make}) => make()));
  const content = contentOf(release, addressesAt(url, release), undefined);
  const shown = {...content, status: "published", published_at: release.publishedAt};
  const json = (body: object) => JSON.stringify({posts: [body]}, null, 2);
  const calls = [
    {what: `POST ${api}/posts/`, body: json({...content, status: "draft"})},
    {what: `PUT ${api}/posts/<its id>/`, body: json(shown)},
  ];
  return {
    parts: [
      ...wanted.map(({into, path}, i) => ({
        what: `POST ${api}/${into}/upload/ ${path} as ${uploads[i]!.name}`,
        bytes: uploads[i]!.bytes.length,
      })),
      ...calls.map(call => ({...call, bytes: Buffer.byteLength(call.body)})),
    ],
  };
}
