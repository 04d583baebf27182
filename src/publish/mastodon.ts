import {randomUUID} from "node:crypto";
import {setTimeout as sleep} from "node:timers/promises";
import {z} from "zod";
import {displayText} from "../format/displayText.ts";
import {TargetRefused, TargetUnavailable, UsageError} from "../model/errors.ts";
import {type Http, httpOf, keyOf, requirePrivate} from "./http.ts";
import {
  type Instance,
  instanceSchema,
  leadsTo,
  receiptOf,
  type Status,
  statusSchema,
  textOf,
} from "./mastodon/status.ts";
import type {Release} from "./release.ts";
import {slugOf} from "./slug.ts";
import type {Journal, OpenTarget, Target} from "./target.ts";
import {cardAlt, homeAddress} from "./teaser.ts";

/**
 * Teasers on Mastodon, or what speaks like it. One of ours is a status of the account, made with the
 * same application, that leads to the note. A correction and a retraction change it: whoever has
 * passed it on is told of that by Mastodon.
 */
export const mastodon: OpenTarget<"mastodon"> = (name, settings, {env, now, timeoutMs}) => {
  const url = requirePrivate(settings.url, `targets.${name}.url`);
  if (settings.home === undefined)
    throw new UsageError(
      `targets.${name} leads readers to notes that stand elsewhere: name that target under home`,
    );
  const token = keyOf(env, settings.tokenFrom, name);
  const label = `Mastodon at ${new URL(url).host}`;
  const http = httpOf({
    label,
    base: url,
    keyFrom: settings.tokenFrom,
    keys: () => ({authorization: `Bearer ${token}`}),
    secrets: [token],
    now,
    ...(timeoutMs !== undefined && {timeoutMs}),
  });
  const statuses = statusesOf(http);

  const target: Target = {
    name,
    kind: "mastodon",
    label,

    async prove() {
      const {version} = await statuses.instance();
      const {acct} = await statuses.account();
      await statuses.application();
      const made = await statuses.create(
        {status: `Assay tries whether it may publish here: ${randomUUID()}`, visibility: "direct"},
        randomUUID(),
      );
      try {
        const text = `Assay may publish here: ${randomUUID()}`;
        await statuses.update(made.id, {status: text});
        if ((await statuses.text(made.id)) !== text)
          throw new TargetRefused(`${label} does not give back what it was sent`);
      } finally {
        await statuses.remove(made.id);
      }
      return `Mastodon ${version}, @${acct}: writes, reads back, changes and deletes a post that nobody else sees`;
    },

    async rehearse(release) {
      const body = textOf(release, usual, label);
      const card = cardOf(release);
      return {
        parts: [
          ...(card ? [{what: `POST ${url}/api/v2/media card.png`, bytes: card.length}] : []),
          {what: `POST ${url}/api/v1/statuses`, body, bytes: Buffer.byteLength(body)},
        ],
      };
    },

    compose: async release => textOf(release, await statuses.instance(), label),

    async look(release, receipt) {
      const known = receipt && (await statuses.byId(receipt.id));
      const status = known ?? (await statuses.leadingTo(homeAddress(release, label)));
      const text = status && (await statuses.text(status.id));
      if (!status || text === undefined) return {state: receipt ? "gone" : "absent"};
      const wanted = textOf(release, await statuses.instance(), label);
      const found = receiptOf(status, text, {digest: release.digest, wanted}, receipt);
      return {state: "ours", receipt: found, shown: true};
    },

    async put(release, standing, journal) {
      const instance = await statuses.instance();
      const text = textOf(release, instance, label);
      const media = await putCard(http, release, instance, journal);
      const content = {
        status: text,
        media_ids: media === undefined ? [] : [media],
        language: release.about.locale.slice(0, 2),
      };
      const status = await (standing.state === "ours"
        ? changed(standing.receipt, content)
        : statuses.create(content, keyFor(release, standing.state)));
      const stored = (await statuses.text(status.id)) ?? "";
      return receiptOf(status, stored, {digest: release.digest, wanted: text}, undefined);
    },

    async read() {
      return undefined;
    },
  };

  async function changed(
    {id, stored}: {readonly id: string; readonly stored: string},
    content: object,
  ): Promise<Status> {
    const text = await statuses.text(id);
    if (text !== stored)
      throw new TargetUnavailable(
        `${label} has had the post changed while it was about to be written: it is looked at again`,
      );
    return statuses.update(id, content);
  }
  return target;
};

/** The same for each attempt; another where a post was removed and is put there again. */
const keyFor = ({id, version}: Release, state: "absent" | "gone"): string =>
  `assay-${slugOf(id)}-v${version}-${state}`;

/** What most servers say of themselves, for a rehearsal. */
const usual: Instance = {
  version: "",
  configuration: {
    statuses: {max_characters: 500, characters_reserved_per_url: 23},
    media_attachments: {image_size_limit: 16_777_216, description_limit: 1500},
  },
};

const cardOf = ({files, retraction}: Release): Uint8Array | undefined =>
  retraction ? undefined : files.get("card.png");

const mediaSchema = z.object({id: z.string(), url: z.string().nullish()});
const mostLooks = 30;
const pauseMs = (looks: number) => Math.min(1000, 50 * 2 ** looks);

/** The card, as soon as the server has made what it makes of it. A picture of no post is soon forgotten there. */
async function putCard(
  http: Http,
  release: Release,
  instance: Instance,
  journal: Journal,
): Promise<string | undefined> {
  const card = cardOf(release);
  const {image_size_limit, description_limit} = instance.configuration.media_attachments;
  if (!card || card.length > image_size_limit) return undefined;
  const upload = async () => {
    const form = new FormData();
    form.append(
      "file",
      new Blob([card as Uint8Array<ArrayBuffer>], {type: "image/png"}),
      "card.png",
    );
    form.append("description", displayText(cardAlt(release), description_limit));
    const wish = {method: "POST", path: "/api/v2/media", body: form, schema: mediaSchema} as const;
    return (await http.call({step: "take the card", ...wish})).id;
  };
  const known = await journal.once("upload card.png", z.string(), upload);
  if (await isMade(http, known)) return known;
  // Forgotten there meanwhile, or already part of a post.
  const anew = await upload();
  await isMade(http, anew);
  return anew;
}

/** False where there is none of that id for a post. */
async function isMade(http: Http, id: string): Promise<boolean> {
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const answer = await http.ask({
      step: "say whether the card is ready",
      path: `/api/v1/media/${id}`,
      schema: mediaSchema,
      or: [404],
    });
    if (!answer.ok) return false;
    if (answer.value.url) return true;
    await sleep(pauseMs(looks));
  }
  throw new TargetUnavailable("the card is not ready at Mastodon yet; the same may go well later");
}

const mostPages = 5;

function statusesOf(http: Http) {
  let [instance, account, application]: [
    Promise<Instance>?,
    Promise<{id: string; acct: string}>?,
    Promise<string>?,
  ] = [];
  const kept = <T>(made: Promise<T>, forget: () => void): Promise<T> => {
    made.catch(forget);
    return made;
  };
  const statuses = {
    instance: () => {
      const wish = {step: "say what it takes", path: "/api/v2/instance", schema: instanceSchema};
      instance ??= kept(http.call(wish), () => {
        instance = undefined;
      });
      return instance;
    },
    account: () => {
      account ??= kept(
        http.call({
          step: "say whose token it is",
          path: "/api/v1/accounts/verify_credentials",
          schema: z.object({id: z.string(), acct: z.string()}),
        }),
        () => {
          account = undefined;
        },
      );
      return account;
    },
    application: () => {
      application ??= kept(
        http
          .call({
            step: "say which application's token it is",
            path: "/api/v1/apps/verify_credentials",
            schema: z.object({name: z.string()}),
          })
          .then(({name}) => name),
        () => {
          application = undefined;
        },
      );
      return application;
    },
    async byId(id: string): Promise<Status | undefined> {
      const step = "look up the post";
      const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
      const answer = await http.ask({step, path, schema: statusSchema, or: [404]});
      return answer.ok ? answer.value : undefined;
    },
    /** As it was written. */
    async text(id: string): Promise<string | undefined> {
      const answer = await http.ask({
        step: "look up the post's text",
        path: `/api/v1/statuses/${encodeURIComponent(id)}/source`,
        schema: z.object({text: z.string()}),
        or: [404],
      });
      return answer.ok ? answer.value.text : undefined;
    },
    /** Of our application's newest posts the first that leads there. */
    async leadingTo(address: string): Promise<Status | undefined> {
      const [{id}, application] = [await statuses.account(), await statuses.application()];
      let oldest: Status | undefined;
      let before: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const found = await http.call({
          step: "list the newest posts",
          path: `/api/v1/accounts/${id}/statuses`,
          query: {
            limit: 40,
            exclude_reblogs: "true",
            ...(before !== undefined && {max_id: before}),
          },
          schema: z.array(statusSchema),
        });
        const ours = found.filter(
          status => status.application?.name === application && leadsTo(status, address),
        );
        oldest = ours.at(-1) ?? oldest;
        before = found.at(-1)?.id;
        if (before === undefined) break;
      }
      return oldest;
    },
    create: (content: object, key: string): Promise<Status> =>
      http.call({
        step: "take the post",
        method: "POST",
        path: "/api/v1/statuses",
        headers: {"idempotency-key": key},
        body: content,
        schema: statusSchema,
        // The key stands for a post that was removed within the hour.
        final: ({status}) => (status === 404 ? false : undefined),
      }),
    update: (id: string, content: object): Promise<Status> =>
      http.call({
        step: "change the post",
        method: "PUT",
        path: `/api/v1/statuses/${encodeURIComponent(id)}`,
        body: content,
        schema: statusSchema,
      }),
    async remove(id: string): Promise<void> {
      await http.ask({
        step: "delete a post",
        method: "DELETE",
        path: `/api/v1/statuses/${encodeURIComponent(id)}`,
        schema: z.unknown(),
        or: [404],
      });
    },
  };
  return statuses;
}
