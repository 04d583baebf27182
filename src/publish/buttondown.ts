import {randomUUID} from "node:crypto";
import {z} from "zod";
import {TargetRefused, TargetUnavailable} from "../model/errors.ts";
import {
  chosen,
  type Email,
  emailOf,
  emailSchema,
  isOf,
  isSent,
  keyOf as keyOfRelease,
  receiptOf,
  storedOf,
} from "./buttondown/email.ts";
import {homePage, noHome} from "./homePage.ts";
import {type Http, httpOf, keyOf, requirePrivate} from "./http.ts";
import {subjectOf} from "./mail/letter.ts";
import {readingOf} from "./readingOf.ts";
import type {OpenTarget, Target} from "./target.ts";

const proofKey = "assay-proof";

/**
 * Newsletters at Buttondown. An e-mail is made as a draft, found by our key, and then sent; a
 * correction and a retraction are e-mails of their own, and a typo changes the archive alone.
 */
export const buttondown: OpenTarget<"buttondown"> = (name, settings, {env, now, timeoutMs}) => {
  const url = requirePrivate(settings.url, `targets.${name}.url`);
  const key = keyOf(env, settings.keyFrom, name);
  const label = `Buttondown at ${new URL(url).host}`;
  const http = httpOf({
    label,
    base: `${url}/v1`,
    keyFrom: settings.keyFrom,
    keys: () => ({authorization: `Token ${key}`}),
    secrets: [key],
    now,
    ...(timeoutMs !== undefined && {timeoutMs}),
  });
  const emails = emailsOf(http);

  const target: Target = {
    name,
    kind: "buttondown",
    label,

    async prove() {
      for (const left of await emails.ofKey(proofKey)) if (!isSent(left)) await emails.remove(left);
      const made = await emails.create({
        subject: "Assay tries whether it may publish here",
        body: randomUUID(),
        metadata: {assay_key: proofKey},
      });
      const body = randomUUID();
      await emails.update(made.id, {body});
      const [found] = await emails.ofKey(proofKey);
      await emails.remove(made);
      if (found?.id !== made.id || !found.body.includes(body))
        throw new TargetRefused(
          `${label} does not give back what it was sent: a draft there could not be found again`,
        );
      return "writes, changes, reads back and deletes a draft (no e-mail was sent)";
    },

    async rehearse(release) {
      const body = JSON.stringify({...emailOf(release, noHome), status: "draft"}, null, 2);
      return {
        parts: [
          {what: `POST ${url}/v1/emails`, body, bytes: Buffer.byteLength(body)},
          {what: `PATCH ${url}/v1/emails/<its id>, about_to_send`, bytes: 0},
        ],
      };
    },

    compose: async release => storedOf(emailOf(release, await homePage(http, release))),

    async look(release, receipt) {
      const all = await emails.all();
      const email = chosen(all.filter(one => isOf(one, keyOfRelease(release))));
      // What was last told is an e-mail of its own.
      const found = email ?? all.find(({id}) => id === receipt?.id);
      if (!found) return {state: receipt ? "gone" : "absent"};
      return {state: "ours", receipt: receiptOf(found), shown: isSent(found)};
    },

    async put(release, standing, journal) {
      const key = keyOfRelease(release);
      const content = emailOf(release, await homePage(http, release));
      const known = standing.state === "ours" ? standing.receipt : undefined;
      const before = chosen(await emails.ofKey(key));
      if (before && known?.id === before.id && storedOf(before) !== known.stored)
        throw changedMeanwhile(label);
      if (!before) await emails.create(content);
      // Where two calls arrived, all who ask choose the same.
      const all = await emails.ofKey(key);
      const email = chosen(all);
      if (!email) throw changedMeanwhile(label);
      if (before) await emails.update(email.id, content);
      await journal.hold();
      if (!isSent(email)) await emails.send(email.id);
      for (const extra of all)
        if (extra.id !== email.id && !isSent(extra)) await emails.remove(extra);
      const sent = (await emails.ofKey(key)).find(({id}) => id === email.id);
      if (!sent || !isSent(sent)) throw changedMeanwhile(label);
      return receiptOf(sent);
    },

    async read(release, receipt) {
      const email = (await emails.all()).find(({id}) => id === receipt.id);
      if (!email) return undefined;
      const reading = readingOf(storedOf(email));
      const isAsSent = email.subject === subjectOf(release);
      return {...reading, title: isAsSent ? release.about.title : email.subject};
    },
  };
  return target;
};

const changedMeanwhile = (label: string) =>
  new TargetUnavailable(
    `${label} has had the e-mail changed while it was about to be sent: it is looked at again`,
  );

const mostPages = 50;

function emailsOf(http: Http) {
  const page = z.object({results: z.array(emailSchema), next: z.string().nullish()});
  const emails = {
    /** Buttondown looks none up by slug or metadata. */
    async all(): Promise<Email[]> {
      const found: Email[] = [];
      for (let number = 1; number <= mostPages; number += 1) {
        const {results, next} = await http.call({
          step: "list the e-mails",
          path: "/emails",
          query: {page: number},
          schema: page,
        });
        found.push(...results);
        if (!next) break;
      }
      return found;
    },
    ofKey: async (key: string) => (await emails.all()).filter(one => isOf(one, key)),
    create: (content: object): Promise<Email> =>
      http.call({
        step: "take the note as a draft",
        method: "POST",
        path: "/emails",
        // Without a status it would be sent at once.
        body: {...content, status: "draft"},
        schema: emailSchema,
      }),
    update: (id: string, content: object): Promise<Email> =>
      http.call({
        step: "change the e-mail",
        method: "PATCH",
        path: `/emails/${encodeURIComponent(id)}`,
        body: content,
        schema: emailSchema,
      }),
    send: (id: string): Promise<Email> =>
      http.call({
        step: "send the e-mail",
        method: "PATCH",
        path: `/emails/${encodeURIComponent(id)}`,
        // Asked for with the first e-mail that a key sends.
        headers: {"x-buttondown-live-dangerously": "true"},
        body: {status: "about_to_send"},
        schema: emailSchema,
      }),
    async remove({id}: Pick<Email, "id">): Promise<void> {
      await http.ask({
        step: "delete a draft",
        method: "DELETE",
        path: `/emails/${encodeURIComponent(id)}`,
        schema: z.unknown(),
        or: [404],
      });
    },
  };
  return emails;
}
