import type {Readable} from "node:stream";
import axios from "axios";
import type {Alarm} from "../../model/alarm.ts";
import {UsageError} from "../../model/errors.ts";
import {isLoopback} from "../../model/loopback.ts";
import {readRetryAfter} from "../../sources/http.ts";
import type {Channel, Outcome} from "./channel.ts";
import {wording} from "./message.ts";
import {networkReason} from "./networkReason.ts";
import {sign, signingKey} from "./signature.ts";

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
 * Posts alarms as JSON, signed. Redirects are not followed: what was signed for one address goes to
 * no other.
 *
 * @throws UsageError where address or secret cannot be used
 */
export function webhookChannel(
  {url, secretFrom}: WebhookSettings,
  {env, now, timeoutMs = 15_000}: WebhookEffects,
): Channel {
  const {host} = requireSafe(url);
  const key = signingKey(env[secretFrom], secretFrom);
  return {
    name: `webhook:${host}`,
    async send(alarm) {
      const body = bodyOf(alarm);
      try {
        const {status, headers, data} = await axios.post<Readable>(url, Buffer.from(body), {
          headers: {
            "content-type": "application/json",
            "user-agent": "assay",
            ...sign(alarm.id, now(), body, key),
          },
          // The status is the answer: whatever else is sent is not read.
          responseType: "stream",
          decompress: false,
          maxRedirects: 0,
          timeout: timeoutMs,
          signal: AbortSignal.timeout(timeoutMs),
          validateStatus: () => true,
        });
        data.on("error", () => {}).destroy();
        const retryAfter: unknown = headers["retry-after"];
        return outcomeOf(
          host,
          status,
          readRetryAfter(typeof retryAfter === "string" ? retryAfter : undefined, now()),
        );
      } catch (error) {
        return {kind: "later", why: `${host} did not answer: ${networkReason(error)}`};
      }
    },
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

function outcomeOf(host: string, status: number, afterMs: number | undefined): Outcome {
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

function requireSafe(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && !url.username && !url.password) {
    if (url.protocol === "https:") return url;
    if (url.protocol === "http:" && isLoopback(url.hostname)) return url;
  }
  throw new UsageError(
    "alerts.webhook.url must begin with https:// (http:// on this machine alone) and hold no user or password",
  );
}
