import type {Readable} from "node:stream";
import axios from "axios";
import {UsageError} from "../model/errors.ts";
import {isLoopback} from "../model/loopback.ts";
import {readRetryAfter} from "../model/retryAfter.ts";
import {networkReason} from "./networkReason.ts";
import {sign} from "./signature.ts";

export interface Message {
  /** The same for each attempt. */
  readonly id: string;
  readonly body: string;
}

/** What a receiver answered, or why it did not. */
export type Answer =
  | {readonly status: number; readonly afterMs?: number}
  | {readonly status?: undefined; readonly why: string};

interface PostWish {
  readonly url: string;
  readonly key: Buffer;
  readonly now: () => Date;
  readonly timeoutMs: number;
}

/**
 * Posts JSON, signed, once. Redirects are not followed: what was signed for one address goes to no
 * other. Of the answer only the status is read.
 */
export async function postSigned(
  {id, body}: Message,
  {url, key, now, timeoutMs}: PostWish,
): Promise<Answer> {
  try {
    const {status, headers, data} = await axios.post<Readable>(url, Buffer.from(body), {
      headers: {
        "content-type": "application/json",
        "user-agent": "assay",
        ...sign(id, now(), body, key),
      },
      responseType: "stream",
      decompress: false,
      maxRedirects: 0,
      timeout: timeoutMs,
      signal: AbortSignal.timeout(timeoutMs),
      validateStatus: () => true,
    });
    data.on("error", () => {}).destroy();
    const retryAfter: unknown = headers["retry-after"];
    const afterMs = readRetryAfter(typeof retryAfter === "string" ? retryAfter : undefined, now());
    return {status, ...(afterMs !== undefined && {afterMs})};
  } catch (error) {
    return {why: `${new URL(url).host} did not answer: ${networkReason(error)}`};
  }
}

/**
 * An address that nobody on the way can read. It may be of a private network: whoever writes the
 * configuration says where messages go, and nobody else can.
 *
 * @throws UsageError that names the setting
 */
export function requireSafe(text: string, setting: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && !url.username && !url.password) {
    if (url.protocol === "https:") return url;
    if (url.protocol === "http:" && isLoopback(url.hostname)) return url;
  }
  throw new UsageError(
    `${setting} must begin with https:// (http:// on this machine alone) and hold no user or password`,
  );
}
