import type {Alarm} from "../../model/alarm.ts";
import {type Answer, postSigned, requireSafe} from "../../outbound/postSigned.ts";
import {signingKey} from "../../outbound/signature.ts";
import type {Channel, Outcome} from "./channel.ts";
import {wording} from "./message.ts";

export interface WebhookSettings {
  readonly url: string;
  /** Name of the variable that holds the secret. */
  readonly secretFrom: string;
}

export interface WebhookEffects {
  readonly env: NodeJS.ProcessEnv;
  readonly now: () => Date;
  /** For one attempt; 15 s by default. */
  readonly timeoutMs?: number;
}

/**
 * Posts alarms as JSON, signed.
 *
 * @throws UsageError where address or secret cannot be used
 */
export function webhookChannel(
  {url, secretFrom}: WebhookSettings,
  {env, now, timeoutMs = 15_000}: WebhookEffects,
): Channel {
  const {host} = requireSafe(url, "alerts.webhook.url");
  const key = signingKey(env[secretFrom], secretFrom);
  return {
    name: `webhook:${host}`,
    send: async alarm =>
      outcomeOf(
        host,
        await postSigned({id: alarm.id, body: bodyOf(alarm)}, {url, key, now, timeoutMs}),
      ),
  };
}

/** Type, time and data, as Standard Webhooks has it; the words are there for whoever only shows them. */
function bodyOf(alarm: Alarm): string {
  const {title, text} = wording(alarm);
  return JSON.stringify({
    type: `alarm.${alarm.kind}`,
    timestamp: alarm.at,
    data: {...alarm, title, text},
  });
}

/** Not an outcome of the message but of the moment. */
const passing: readonly number[] = [408, 425, 429];

function outcomeOf(host: string, answer: Answer): Outcome {
  if (answer.status === undefined) return {kind: "later", why: answer.why};
  const {status, afterMs} = answer;
  if (status >= 200 && status <= 299) return {kind: "sent"};
  if (status >= 500 || passing.includes(status))
    return {
      kind: "later",
      why: `${host} answered ${status}`,
      ...(afterMs !== undefined && {afterMs}),
    };
  if (status >= 300 && status <= 399)
    return {
      kind: "refused",
      why: `${host} answered ${status}, a redirect, which is not followed: set alerts.webhook.url to where it leads`,
    };
  if (status === 410)
    return {
      kind: "refused",
      why: `${host} answered 410, gone for good: set alerts.webhook.url anew, or take it out`,
    };
  return {
    kind: "refused",
    why: `${host} answered ${status}: check alerts.webhook.url, and that the receiver has the same secret`,
  };
}
