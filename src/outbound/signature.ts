import {createHmac, timingSafeEqual} from "node:crypto";
import {UsageError} from "../model/errors.ts";

// Standard Webhooks 1.0 (standardwebhooks.com), symmetric signatures.

/** How far a signature's time may be from the receiver's clock, in milliseconds. */
const toleranceMs = 5 * 60_000;

const names = ["webhook-id", "webhook-timestamp", "webhook-signature"] as const;

/**
 * The headers that a signed request carries: an id, the same for each attempt at one message; the
 * attempt's time in seconds since 1970; and a signature, or several with spaces between, of which
 * one must fit.
 */
export type SignedHeaders = Readonly<Record<(typeof names)[number], string>>;

/**
 * The key that a secret such as `whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw` stands for: 24 to 64 bytes
 * in base64.
 *
 * @throws UsageError that names where the secret is from, and not what it is
 */
export function signingKey(secret: string | undefined, from: string): Buffer {
  const make = 'make one with: printf "whsec_%s\\n" "$(openssl rand -base64 32)"';
  if (!secret) throw new UsageError(`${from} is not set, and it signs what is sent: ${make}`);
  const [, text] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret.trim()) ?? [];
  const key = Buffer.from(text ?? "", "base64");
  if (key.length >= 24 && key.length <= 64) return key;
  throw new UsageError(
    `${from} is no secret to sign with, which is whsec_ and then 24 to 64 bytes in base64: ${make}`,
  );
}

/** Signs a body as it is sent, byte for byte. */
export function sign(id: string, at: Date, body: string, key: Buffer): SignedHeaders {
  const seconds = String(Math.floor(at.getTime() / 1000));
  return {
    "webhook-id": id,
    "webhook-timestamp": seconds,
    "webhook-signature": `v1,${digest(id, seconds, body, key).toString("base64")}`,
  };
}

/**
 * Whether a request was signed with the key in the last five minutes (or the next, where clocks
 * differ). Names of headers are in small letters, as Node gives them; `body` is what arrived, before it is parsed. A receiver also remembers the ids it has
 * dealt with: a message may be sent more than once.
 */
export function verifySignature(
  headers: Readonly<Record<string, unknown>>,
  body: string,
  key: Buffer,
  now: Date,
): boolean {
  const [id, seconds, signatures] = names.map(name => headers[name]);
  if (typeof id !== "string" || typeof seconds !== "string" || typeof signatures !== "string")
    return false;
  if (!/^\d{1,12}$/.test(seconds)) return false;
  if (Math.abs(now.getTime() - Number(seconds) * 1000) > toleranceMs) return false;
  const expected = digest(id, seconds, body, key);
  return signatures.split(" ").some(signature => {
    const [version, text = ""] = signature.split(",");
    const given = Buffer.from(text, "base64");
    return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

const digest = (id: string, seconds: string, body: string, key: Buffer) =>
  createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest();
