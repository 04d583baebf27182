import {displayText} from "../format/displayText.ts";
import {OutcomeUnknown, TargetRefused, TargetUnavailable, UsageError} from "../model/errors.ts";
import type {Receipt} from "../model/publication.ts";
import type {UnservedReceiver} from "../model/publicationReason.ts";
import {smtpFailure, smtpForm, smtpServer, smtpTransport} from "../outbound/smtp.ts";
import {keyOf} from "./http.ts";
import {headersOf, type Letter, letterOf, messageId, subjectOf} from "./mail/letter.ts";
import {receiversOf} from "./mail/receivers.ts";
import {
  type MailOutcome,
  outcomeSchema,
  pending,
  type Receiver,
  receiversIn,
} from "./mail/tally.ts";
import {reasonText} from "./reasonWords.ts";
import type {Release} from "./release.ts";
import type {OpenTarget, Target} from "./target.ts";

/**
 * Notes as mail, one to each receiver. A mail cannot be taken back nor looked up: each receiver is a
 * step on record, and one of whom nobody knows whether they have it is told of and not sent it again.
 */
export const mail: OpenTarget<"mail"> = (name, settings, {env, house, folder, timeoutMs}) => {
  const {from, unsubscribe} = settings;
  const url = serverIn(keyOf(env, settings.smtpFrom, name), settings.smtpFrom);
  const label = `mail by ${url.host}`;
  const waitMs = timeoutMs ?? 60_000;
  const receivers = () => receiversOf(name, settings, folder);

  /** Asks for nothing but to be let in. */
  async function greet(): Promise<void> {
    try {
      await smtpTransport(url, {timeoutMs: waitMs}).verify();
    } catch (error) {
      const {why, lasting, isEntry} = smtpFailure(error, url);
      if (lasting || isEntry)
        throw new TargetRefused(
          `${label} does not let us in: ${why}. Check the address in ${settings.smtpFrom}`,
        );
      throw new TargetUnavailable(
        `${label} is not to be reached: ${why}. The same may go well later`,
      );
    }
  }

  /** `isOfAll`: the server is away, or wants to be left alone. */
  async function send(
    letter: Letter,
    release: Release,
    to: string,
  ): Promise<MailOutcome & {readonly isOfAll: boolean}> {
    let handed = false;
    const onData = () => {
      handed = true;
    };
    const transport = smtpTransport(url, {timeoutMs: waitMs, onData});
    try {
      await transport.sendMail({
        ...letter,
        attachments: [...letter.attachments],
        from: {name: house.name, address: from},
        to,
        date: new Date(release.updatedAt),
        messageId: messageId(release, to, from),
        headers: headersOf(unsubscribe),
        signal: AbortSignal.timeout(waitMs),
      });
      return {state: "sent", isOfAll: false};
    } catch (error) {
      const {why, lasting, status} = smtpFailure(error, url);
      const isOfAll = status === undefined || status === 421;
      if (handed && status === undefined) return {state: "unknown", why, isOfAll};
      return {state: lasting ? "refused" : "later", why, isOfAll};
    } finally {
      transport.close();
    }
  }

  const target: Target = {
    name,
    kind: "mail",
    label,

    async prove() {
      const {length} = await receivers();
      await greet();
      return `lets us in; ${length} ${length === 1 ? "receiver" : "receivers"} (no mail was sent)`;
    },

    async rehearse(release) {
      const letter = await letterOf(release, unsubscribe);
      const to = await receivers();
      const attached = letter.attachments.map(({filename, content}) => ({
        what: `attach ${filename}`,
        bytes: content.length,
      }));
      return {
        parts: [
          {
            what: `mail “${letter.subject}” to ${to.length}: ${displayText(to.join(", "), 400)}`,
            body: letter.text,
            bytes: Buffer.byteLength(letter.text),
          },
          {what: "the same as HTML", body: letter.html, bytes: Buffer.byteLength(letter.html)},
          ...attached,
        ],
      };
    },

    compose: async release => subjectOf(release),

    async look(_, receipt) {
      return receipt ? {state: "ours", receipt, shown: true} : {state: "absent"};
    },

    async put(release, standing, journal) {
      const to = await receivers();
      // Nobody is written to twice for a typo.
      if (standing.state === "ours" && release.kind === "refiled") return receiptOf(release, 0);
      const record = async () => receiversIn(to, await journal.past());
      const open = pending(await record());
      if (open.length > 0) {
        await greet();
        const letter = await letterOf(release, unsubscribe);
        for (const {address, step} of open) {
          let isAway = false;
          await journal.once(step, outcomeSchema, async begunBefore => {
            if (begunBefore) return {state: "unknown", why: "it was interrupted while it was sent"};
            const {isOfAll, ...outcome} = await send(letter, release, address);
            isAway = isOfAll;
            return outcome;
          });
          // The others are not tried for nothing.
          if (isAway) break;
        }
      }
      requireAll(await record(), label);
      return receiptOf(release, to.length);
    },

    async read() {
      return undefined;
    },
  };

  const receiptOf = (release: Release, count: number): Receipt => ({
    id: `${release.id}-v${release.version}`,
    address: release.home ?? `mailto:${from}`,
    digest: release.digest,
    stamp: String(release.version),
    stored: count === 0 ? "nothing was sent" : `${subjectOf(release)}, to ${count}`,
  });
  return target;
};

function serverIn(text: string, variable: string): URL {
  const url = smtpServer(text);
  if (url) return url;
  throw new UsageError(`${variable} must hold ${smtpForm}`);
}

/** @throws TargetUnavailable, TargetRefused or OutcomeUnknown where somebody does not have it */
function requireAll(receivers: readonly Receiver[], label: string): void {
  const those = (...states: readonly (MailOutcome["state"] | undefined)[]): UnservedReceiver[] =>
    receivers
      .filter(({last}) => states.includes(last?.state))
      .map(({address, last}) => ({address, ...(last?.why !== undefined && {why: last.why})}));
  const have = those("sent").length;
  if (have === receivers.length) return;
  const reason = {
    code: "receivers" as const,
    have,
    of: receivers.length,
    refused: those("refused"),
    later: those("later", undefined),
    unknown: those("unknown"),
  };
  const message = `${label}: ${reasonText(reason)}`;
  if (reason.later.length > 0) throw new TargetUnavailable(message, {reason});
  if (reason.refused.length > 0) throw new TargetRefused(message, {reason});
  throw new OutcomeUnknown(message, {reason});
}
