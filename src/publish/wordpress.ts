import {randomUUID} from "node:crypto";
import {TargetRefused, TargetUnavailable} from "../model/errors.ts";
import {httpOf, keyOf, requirePrivate, requireSameClock} from "./http.ts";
import {readAsReader} from "./readAsReader.ts";
import type {Release} from "./release.ts";
import {slugOf} from "./slug.ts";
import type {OpenTarget, Rehearsal, Target} from "./target.ts";
import {contentOf} from "./wordpress/content.ts";
import {isLead, type Media, putMedia, wantedOf} from "./wordpress/media.ts";
import {
  blockOf,
  chosen,
  isShown,
  isTrashed,
  type Post,
  receiptOf,
  slipped,
  storedOf,
  writtenOf,
} from "./wordpress/post.ts";
import {type Posts, postsOf} from "./wordpress/posts.ts";
import {tagIds} from "./wordpress/terms.ts";

const proofId = "assay-proof";
/** What publishing takes. */
const needed = [
  "edit_posts",
  "publish_posts",
  "edit_published_posts",
  "delete_posts",
  "upload_files",
] as const;

/** WordPress's REST API, with an application password. */
export const wordpress: OpenTarget<"wordpress"> = (name, settings, {env, now, timeoutMs}) => {
  const url = requirePrivate(settings.url, `targets.${name}.url`);
  const password = keyOf(env, settings.passwordFrom, name);
  const pair = Buffer.from(`${settings.user}:${password}`).toString("base64");
  const label = `WordPress at ${new URL(url).host}`;
  const http = httpOf({
    label,
    base: `${url}/wp-json/wp/v2`,
    keyFrom: settings.passwordFrom,
    keys: () => ({authorization: `Basic ${pair}`}),
    secrets: [password, password.replaceAll(" ", ""), pair],
    now,
    ...(timeoutMs !== undefined && {timeoutMs}),
  });
  const posts = postsOf(http, label);
  let may: Promise<ReadonlySet<string>> | undefined;
  const capabilities = () => {
    may ??= posts.capabilities();
    may.catch(() => {
      may = undefined;
    });
    return may;
  };

  /** Everything the post is made of, uploaded. */
  const placed = async (
    release: Release,
    over: Post | undefined,
    journal: Parameters<Target["put"]>[2],
  ) => {
    const theirs = over && isShown(over) ? over.featured_media : 0;
    return {
      unfiltered: (await capabilities()).has("unfiltered_html"),
      chosenPicture: theirs === 0 || (await isLead(http, theirs)) ? undefined : theirs,
      media: await putMedia(release, journal, http),
      tags: await tagIds(http, release.about.tags),
    };
  };

  const target: Target = {
    name,
    kind: "wordpress",
    label,

    async prove() {
      const has = await posts.capabilities();
      const lacking = needed.filter(one => !has.has(one));
      if (lacking.length > 0)
        throw new TargetRefused(
          `${label} does not let ${settings.user} publish: it lacks ${lacking.join(", ")}. Give the user the role of an author or editor there`,
        );
      for (const left of await posts.ofNote(proofId)) await posts.remove(left);
      const content = blockOf(proofId, `<div class="assay-proof"><p>${randomUUID()}</p></div>`);
      const made = await posts.create({
        title: "Assay tries whether it may publish here",
        content,
        excerpt: "",
      });
      const [found] = await posts.ofNote(proofId);
      if (found?.id !== made.id || found.content.raw !== content)
        throw new TargetRefused(
          `${label} does not give back what it was sent: a note there could not be found again. See whether a plugin changes posts on their way`,
        );
      await posts.update(made, {title: "Assay may publish here"});
      await posts.remove(made);
      requireSameClock(Math.abs(http.aheadMs()), label);
      const data = has.has("unfiltered_html")
        ? ""
        : `; ${settings.user} may not write unfiltered HTML: notes go without structured data`;
      return `writes, reads back, changes and deletes a hidden post${data}`;
    },

    rehearse: release => rehearsal(release, `${url}/wp-json/wp/v2`, url),

    async compose(release, {receipt}) {
      const post = await posts.byId(receipt.id);
      const unfiltered = (await capabilities()).has("unfiltered_html");
      const placed = {media: mediaAt(url, release), tags: [], unfiltered};
      const {title, excerpt, content} = contentOf(release, placed, post);
      return storedOf({title: {raw: title}, excerpt: {raw: excerpt}, content: {raw: content}});
    },

    async look(release, receipt) {
      const slug = slugOf(release.id);
      const ours = await posts.ofNote(release.id, receipt?.id);
      const post = chosen(ours, slug, receipt?.id);
      if (!post) {
        const other = await posts.foreignAt(slug, release.id);
        if (other) return {state: "foreign", address: other.link, title: other.title.raw};
        return {state: receipt || ours.some(isTrashed) ? "gone" : "absent"};
      }
      // What was shown and is no longer, somebody has taken from view; a draft of ours in its stead came late.
      if (receipt && !isShown(post)) return {state: "gone"};
      return {state: "ours", receipt: receiptOf(post), shown: isShown(post)};
    },

    async put(release, standing, journal) {
      const slug = slugOf(release.id);
      const known = standing.state === "ours" ? standing.receipt : undefined;
      const find = async () => chosen(await posts.ofNote(release.id, known?.id), slug, known?.id);
      const found = await find();
      const isAsSeen = known
        ? found && String(found.id) === known.id && storedOf(found) === known.stored
        : // What is shown since then is another worker's, of whichever version.
          !(found && isShown(found));
      if (!isAsSeen) throw changedMeanwhile(label);
      const parts = await placed(release, found, journal);
      if (Date.parse(release.publishedAt) > now().getTime() - http.aheadMs())
        requireSameClock(http.aheadMs(), label);
      if (!found) await posts.create(contentOf(release, parts, undefined));
      // Where two calls arrived, all who ask choose the same.
      const post = found ?? (await find());
      if (!post || (!found && isShown(post))) throw changedMeanwhile(label);
      if (!isShown(post) && (await posts.foreignAt(slug, release.id))) {
        await posts.remove(post);
        throw slugTaken(label, slug);
      }
      const revisions = isShown(post) ? await posts.revisions(post) : [];
      // WordPress has no lock: what was changed since is seen as near to the writing as can be.
      const still = found ? await posts.byId(found.id) : post;
      if (!still || storedOf(still) !== storedOf(post)) throw changedMeanwhile(label);
      await journal.hold();
      const shown = await posts.update(post, {
        ...contentOf(release, parts, found),
        status: "publish",
        date_gmt: release.publishedAt.slice(0, 19),
      });
      if (!isShown(shown) || (!(found && isShown(found)) && shown.slug !== slug)) {
        await posts.update(shown, {status: "draft"});
        if (shown.status === "future")
          throw new TargetRefused(
            `${label} takes ${release.publishedAt} for a time to come: set the clock that is wrong`,
          );
        throw slugTaken(label, slug);
      }
      const theirs = isShown(post)
        ? slipped(await posts.revisions(post), revisions, {post, shown})
        : undefined;
      if (theirs) {
        // Somebody has saved it in the same moment: that is put back, and asked about.
        await posts.update(shown, writtenOf(theirs));
        throw changedMeanwhile(label);
      }
      await tidy(posts, release.id, String(shown.id));
      return receiptOf(shown);
    },

    async read(release, receipt) {
      const reading = await readAsReader(http, receipt.address);
      // A call of ours that came late may have arrived since.
      await tidy(posts, release.id, receipt.id);
      return reading;
    },
  };
  return target;
};

/** Takes away what calls of ours that came late or twice have left. */
async function tidy(posts: Posts, id: string, keptId: string): Promise<void> {
  const ours = await posts.ofNote(id);
  const kept = ours.find(post => String(post.id) === keptId);
  for (const extra of ours) if (kept && isLeftOver(extra, kept)) await posts.remove(extra);
}

/** Made by a call of ours that came late or twice: seen by nobody, and changed by nobody. */
const isLeftOver = (extra: Post, kept: Post): boolean =>
  extra.id !== kept.id && extra.status === "draft" && storedOf(extra) === storedOf(kept);

const changedMeanwhile = (label: string) =>
  new TargetUnavailable(
    `${label} has had the post changed while it was about to be written: it is looked at again`,
  );

const slugTaken = (label: string, slug: string) =>
  new TargetRefused(
    `${label} has another post at ${slug}, which is not ours: give it another slug there, then give the same order again`,
  );

/** Where WordPress would put the files of a release. */
const mediaAt = (url: string, release: Release): Media =>
  new Map(
    wantedOf(release).map(({path, name}, i) => [
      path,
      {id: i + 1, address: `${url}/wp-content/uploads/${name}`},
    ]),
  );

async function rehearsal(release: Release, api: string, url: string): Promise<Rehearsal> {
  const wanted = wantedOf(release);
  const uploads = await Promise.all(wanted.map(({make}) => make()));
  const media = mediaAt(url, release);
  const content = contentOf(release, {media, tags: [], unfiltered: true}, undefined);
  const hidden = JSON.stringify({...content, tags: release.about.tags, status: "draft"}, null, 2);
  const shown = {status: "publish", date_gmt: release.publishedAt.slice(0, 19)};
  const calls = [
    {what: `POST ${api}/posts`, body: hidden},
    {what: `POST ${api}/posts/<its id>`, body: JSON.stringify(shown, null, 2)},
  ];
  return {
    parts: [
      ...wanted.map(({path, name}, i) => ({
        what: `POST ${api}/media ${path} as ${name}`,
        bytes: uploads[i]?.bytes.length ?? 0,
      })),
      ...calls.map(call => ({...call, bytes: Buffer.byteLength(call.body)})),
    ],
  };
}
