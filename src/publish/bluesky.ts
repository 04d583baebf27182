import {randomUUID} from "node:crypto";
import {z} from "zod";
import {TargetRefused, UsageError} from "../model/errors.ts";
import {
  type Blob,
  blobSchema,
  keyOf,
  type PostRecord,
  postCollection,
  postOf,
  receiptOf,
  recordSchema,
} from "./bluesky/record.ts";
import {blueskyOf, changedMeanwhile} from "./bluesky/session.ts";
import {keyOf as passwordOf, requirePrivate} from "./http.ts";
import type {Release} from "./release.ts";
import type {OpenTarget, Target} from "./target.ts";

/** Shown by nobody. */
const proof = {collection: "invalid.assay.proof", rkey: "self"} as const;
/** In bytes. */
const largestThumb = 1_000_000;
const written = z.object({uri: z.string(), cid: z.string()});

/**
 * Teasers on Bluesky, each under a key that follows from the note: whoever writes it twice has
 * written it once. Bluesky shows no change of a post, so that a correction and a retraction are an
 * answer to the first one.
 */
export const bluesky: OpenTarget<"bluesky"> = (name, settings, {env, now, timeoutMs}) => {
  const url = requirePrivate(settings.url, `targets.${name}.url`);
  if (settings.home === undefined)
    throw new UsageError(
      `targets.${name} leads readers to notes that stand elsewhere: name that target under home`,
    );
  const password = passwordOf(env, settings.passwordFrom, name);
  const handle = settings.handle.replace(/^@/, "");
  const label = `Bluesky (${handle})`;
  const {account, ask} = blueskyOf(
    {label, keyFrom: settings.passwordFrom, now, ...(timeoutMs !== undefined && {timeoutMs})},
    {url, handle, password},
  );

  async function recordAt(rkey: string, collection: string = postCollection) {
    const {did} = await account();
    const answer = await ask(
      {
        step: "look up the post",
        path: "/com.atproto.repo.getRecord",
        query: {repo: did, collection, rkey},
        schema: recordSchema,
      },
      "RecordNotFound",
    );
    return answer.ok ? answer.value : undefined;
  }

  /** @param over the record that stands there; null where none does */
  async function write(
    {rkey, collection = postCollection}: {readonly rkey: string; readonly collection?: string},
    record: object,
    over: string | null,
  ): Promise<void> {
    const {did} = await account();
    const answer = await ask(
      {
        step: "take the post",
        method: "POST",
        path: "/com.atproto.repo.putRecord",
        body: {repo: did, collection, rkey, record, swapRecord: over},
        schema: written,
      },
      "InvalidSwap",
    );
    if (!answer.ok) throw changedMeanwhile(label);
  }

  const target: Target = {
    name,
    kind: "bluesky",
    label,

    async prove() {
      const {did} = await account();
      const mark = randomUUID();
      const before = await recordAt(proof.rkey, proof.collection);
      await write(proof, {$type: proof.collection, text: mark}, before?.cid ?? null);
      const found = await recordAt(proof.rkey, proof.collection);
      if (found?.value.text !== mark)
        throw new TargetRefused(`${label} does not give back what it was sent`);
      await ask({
        step: "delete a record",
        method: "POST",
        path: "/com.atproto.repo.deleteRecord",
        body: {repo: did, ...proof},
        schema: z.unknown(),
      });
      return "writes, reads back and deletes a record that nobody shows";
    },

    async rehearse(release) {
      const thumb = thumbOf(release);
      const body = JSON.stringify(postOf(release, undefined, undefined, label), null, 2);
      const {key} = keyOf(release);
      return {
        parts: [
          ...(thumb ? [{what: "upload card.png", bytes: thumb.length}] : []),
          {what: `put ${postCollection}/${key}`, body, bytes: Buffer.byteLength(body)},
        ],
      };
    },

    compose: async release => postOf(release, undefined, undefined, label).text,

    async look(release, receipt) {
      const {key} = keyOf(release);
      const found = await recordAt(key);
      if (found && found.value.assayNote !== release.id)
        return {state: "foreign", address: found.uri, title: found.value.text};
      // What was last told stands under another key.
      const last =
        found ?? (receipt && receipt.id !== key ? await recordAt(receipt.id) : undefined);
      if (!last) return {state: receipt ? "gone" : "absent"};
      return {state: "ours", receipt: receiptOf(last, (await account()).handle), shown: true};
    },

    async put(release, standing) {
      const {key, first} = keyOf(release);
      const over = standing.state === "ours" && standing.receipt.id === key ? standing : undefined;
      const root = key === first ? undefined : await recordAt(first);
      // Whoever uploads the same picture twice has uploaded it once.
      const thumb = await upload(release);
      const record = postOf(release, thumb, reference(root), label);
      await write({rkey: key}, record, over?.receipt.stamp ?? null);
      const found = await recordAt(key);
      if (!found) throw changedMeanwhile(label);
      return receiptOf(found, (await account()).handle);
    },

    async read() {
      return undefined;
    },
  };

  async function upload(release: Release): Promise<Blob | undefined> {
    const bytes = thumbOf(release);
    if (!bytes) return undefined;
    const answer = await ask({
      step: "take the card",
      method: "POST",
      path: "/com.atproto.repo.uploadBlob",
      headers: {"content-type": "image/png"},
      body: Buffer.from(bytes),
      schema: z.object({blob: blobSchema}),
    });
    return answer.ok ? answer.value.blob : undefined;
  }
  return target;
};

const reference = (record: PostRecord | undefined) =>
  record ? {uri: record.uri, cid: record.cid} : undefined;

/** Of a note that was retracted no picture is shown; a larger one Bluesky does not take. */
function thumbOf({files, retraction}: Release): Uint8Array | undefined {
  const card = retraction ? undefined : files.get("card.png");
  return card && card.length <= largestThumb ? card : undefined;
}
