import {randomBytes} from "node:crypto";
import fc from "fast-check";
import {expect, test} from "vitest";
import {UsageError} from "../../src/model/errors.ts";
import {sign, signingKey, verifySignature} from "../../src/outbound/signature.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const key = signingKey(secret, "HOOK_SECRET");
const at = new Date("2026-11-28T04:35:07.900Z");

test("it signs as the specification's own example does", () => {
  const signed = sign(
    "msg_p5jXN8AQM9LWM0D4loKWxJek",
    new Date(1_614_265_330_000),
    '{"test": 2432232314}',
    key,
  );
  expect(signed["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

test("what was signed is taken, within five minutes either way", () => {
  const headers = sign("a", at, "body", key);
  const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
  for (const minutes of [-4.9, 0, 4.9])
    expect(verifySignature(headers, "body", key, after(minutes))).toBe(true);
  for (const minutes of [-5.1, 5.1, 1e9])
    expect(verifySignature(headers, "body", key, after(minutes))).toBe(false);
});

test("whatever is changed on the way is refused", () => {
  const text = fc.string({minLength: 1});
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom("webhook-id", "webhook-timestamp", "webhook-signature", "body", "key"),
      text,
      (id, body, what, other) => {
        const headers = sign(id, at, body, key);
        const sent = {...headers, body, key: secret};
        fc.pre(other !== sent[what] && !`${other} `.includes(`${sent[what]} `));
        const changed = {...headers, ...(what.startsWith("webhook") && {[what]: other})};
        expect(
          verifySignature(
            changed,
            what === "body" ? other : body,
            what === "key" ? randomBytes(32) : key,
            at,
          ),
        ).toBe(false);
      },
    ),
  );
  const {"webhook-id": _, ...without} = sign("a", at, "body", key);
  expect(verifySignature(without, "body", key, at)).toBe(false);
});

test("while a secret is changed, one of two signatures is enough", () => {
  const old = sign("a", at, "body", randomBytes(32))["webhook-signature"];
  const headers = sign("a", at, "body", key);
  const both = `${old} v1a,AAAA ${headers["webhook-signature"]}`;
  expect(verifySignature({...headers, "webhook-signature": both}, "body", key, at)).toBe(true);
});

test("a secret that is none is named by its variable alone", () => {
  const short = `whsec_${randomBytes(23).toString("base64")}`;
  for (const bad of [undefined, "", "hunter22hunter22hunter22hunter22", "whsec_", short])
    try {
      signingKey(bad, "HOOK_SECRET");
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      expect((error as Error).message).toMatch(/^HOOK_SECRET is .*openssl/);
      if (bad && bad.length > 6) expect((error as Error).message).not.toContain(bad);
    }
});
