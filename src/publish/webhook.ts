import {TargetRefused, TargetUnavailable, UsageError} from "../model/errors.ts";
import type {Receipt} from "../model/publication.ts";
import {type Answer, postSigned, requireSafe} from "../outbound/postSigned.ts";
import {signingKey} from "../outbound/signature.ts";
import type {Release} from "./release.ts";
import type {OpenTarget, Target} from "./target.ts";

/** Of a try whether the receiver takes what is sent: there is nothing to be done about it. */
const proof = {id: "assay-proof", type: "assay.proof"} as const;

/**
 * Tells a program of the publisher's own of a note and of each of its versions: JSON, signed as
 * Standard Webhooks has it. The id is the same at each attempt at one version, so that a receiver
 * who remembers ids deals with none twice.
 */
export const webhook: OpenTarget<"webhook"> = (name, settings, {env, now, timeoutMs}) => {
  const {url, secretFrom} = settings;
  const {host} = requireSafe(url, `targets.${name}.url`);
  const secret = env[secretFrom]?.trim();
  if (!secret)
    throw new UsageError(`targets.${name} takes its key from ${secretFrom}, which is not set`);
  const key = signingKey(secret, secretFrom);
  const label = `the web hook at ${host}`;
  const post = async (id: string, body: string) => {
    const wish = {url, key, now, timeoutMs: timeoutMs ?? 30_000};
    requireTaken(await postSigned({id, body}, wish), label, {name, secretFrom});
  };

  const target: Target = {
    name,
    kind: "webhook",
    label,
    async prove() {
      const timestamp = now().toISOString();
      const id = `${proof.id}-${timestamp}`;
      await post(id, JSON.stringify({type: proof.type, timestamp, data: {}}));
      return `takes what is signed with ${secretFrom} (${proof.type})`;
    },
    async rehearse(release) {
      const body = JSON.stringify(JSON.parse(messageOf(release)), null, 2);
      return {parts: [{what: `POST ${url}`, body, bytes: Buffer.byteLength(body)}]};
    },
    compose: async release => messageOf(release),
    async look(_, receipt) {
      return receipt ? {state: "ours", receipt, shown: true} : {state: "absent"};
    },
    async put(release) {
      await post(idOf(release), messageOf(release));
      return receiptOf(release, url);
    },
    async read() {
      return undefined;
    },
  };
  return target;
};

const idOf = ({id, version}: Release): string => `${id}-v${version}`;

/** Type, time and data. Of a note that was retracted only that, and why. */
export function messageOf(release: Release): string {
  const {id, version, kind, digest, about, text, home} = release;
  const {publishedAt, updatedAt, corrections, retraction} = release;
  return JSON.stringify({
    type: `note.${kind === "note" ? "published" : kind}`,
    timestamp: updatedAt,
    data: {
      id,
      version,
      digest,
      title: about.title,
      locale: about.locale,
      asset: about.asset,
      asOf: about.asOf,
      publishedAt,
      ...(home !== undefined && {address: home}),
      ...(retraction
        ? {retraction}
        : {
            description: about.description,
            tags: about.tags,
            keyData: about.keyData,
            corrections,
            text,
          }),
    },
  });
}

const receiptOf = (release: Release, url: string): Receipt => ({
  id: idOf(release),
  address: release.home ?? url,
  digest: release.digest,
  stamp: String(release.version),
  stored: "",
});

/** Not of what was sent but of the moment. */
const passing: readonly number[] = [408, 425, 429];

/** @throws TargetUnavailable or TargetRefused where the receiver has not taken it */
function requireTaken(
  answer: Answer,
  label: string,
  {name, secretFrom}: {readonly name: string; readonly secretFrom: string},
): void {
  if (answer.status === undefined)
    throw new TargetUnavailable(
      `${label} did not take it: ${answer.why}. It is sent again with the same id`,
    );
  const {status, afterMs} = answer;
  if (status >= 200 && status <= 299) return;
  if (status >= 500 || passing.includes(status))
    throw new TargetUnavailable(
      `${label} answered ${status}: it is sent again later, with the same id`,
      {passing: {...(afterMs !== undefined && {afterMs})}},
    );
  if (status >= 300 && status <= 399)
    throw new TargetRefused(
      `${label} answered ${status}, a redirect, which is not followed: set targets.${name}.url to where it leads`,
    );
  throw new TargetRefused(
    `${label} answered ${status}: check targets.${name}.url, and that the receiver has the secret of ${secretFrom}`,
  );
}
