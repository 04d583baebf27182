import {expect, test} from "vitest";
import {webhookChannel} from "../../../src/jobs/alarms/webhook.ts";
import {UsageError} from "../../../src/model/errors.ts";
import {signingKey, verifySignature} from "../../../src/outbound/signature.ts";
import {startHookServer} from "../../servers/hookServer.ts";
import {freePort} from "../../servers/listen.ts";
import {silent} from "./alarms.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const now = () => new Date("2026-11-28T04:35:07Z");
const channel = (url: string, timeoutMs = 10_000) =>
  webhookChannel({url, secretFrom: "HOOK"}, {env: {HOOK: secret}, now, timeoutMs});

test("an alarm arrives as JSON that its receiver can verify", async () => {
  await using hook = await startHookServer((_, response) => response.writeHead(204).end());
  expect(await channel(hook.url).send(silent)).toEqual({kind: "sent"});
  const [{method, headers, body}] = hook.seen as [(typeof hook.seen)[0]];
  expect(method).toBe("POST");
  expect(headers["content-type"]).toBe("application/json");
  expect(headers["webhook-id"]).toBe(silent.id);
  expect(verifySignature(headers, body, signingKey(secret, ""), now())).toBe(true);
  expect(verifySignature(headers, `${body} `, signingKey(secret, ""), now())).toBe(false);
  expect(JSON.parse(body)).toEqual({
    type: "alarm.silent",
    timestamp: silent.at,
    data: {
      ...silent,
      title: "Assay: morning did not run at 07:30 Istanbul (04:30 UTC)",
      text: expect.stringContaining("What to do: "),
    },
  });
});

test("letters of any script are signed as they are sent", async () => {
  await using hook = await startHookServer((_, response) => response.writeHead(200).end());
  await channel(hook.url).send({...silent, subject: "sabah şöleni 早上"});
  const [{headers, body}] = hook.seen as [(typeof hook.seen)[0]];
  expect(body).toContain("早上");
  expect(verifySignature(headers, body, signingKey(secret, ""), now())).toBe(true);
});

test.each([
  [200, "sent"],
  [202, "sent"],
  [302, "refused"],
  [400, "refused"],
  [401, "refused"],
  [404, "refused"],
  [408, "later"],
  [410, "refused"],
  [425, "later"],
  [429, "later"],
  [500, "later"],
  [503, "later"],
])("an answer of %i means %s", async (status, kind) => {
  await using hook = await startHookServer((_, response) =>
    response.writeHead(status, {location: "/elsewhere"}).end("<b>said</b>"),
  );
  const outcome = await channel(hook.url).send(silent);
  expect(outcome.kind).toBe(kind);
  if (outcome.kind !== "sent") expect(outcome.why).toContain(`answered ${status}`);
  expect(hook.seen).toHaveLength(1);
});

test("a receiver that asks to wait is waited for as long", async () => {
  await using hook = await startHookServer((_, response) =>
    response.writeHead(429, {"retry-after": "119"}).end(),
  );
  expect(await channel(hook.url).send(silent)).toMatchObject({kind: "later", afterMs: 119_000});
});

test("an endless answer is not read, and its status holds", async () => {
  await using hook = await startHookServer((_, response) => {
    response.writeHead(200).write("x".repeat(1_000_000));
  });
  expect(await channel(hook.url).send(silent)).toEqual({kind: "sent"});
});

test("a receiver that hangs, breaks off or is not there is tried again later", async () => {
  await using hanging = await startHookServer(() => {});
  await using breaking = await startHookServer(request => request.socket.destroy());
  const nowhere = `http://127.0.0.1:${await freePort()}/`;
  const whys: unknown[] = [];
  for (const [url, ms] of [
    [hanging.url, 200],
    [breaking.url, 10_000],
    [nowhere, 10_000],
  ] as const)
    whys.push(await channel(url, ms).send(silent));
  expect(whys).toEqual([
    {kind: "later", why: expect.stringContaining("no answer in time")},
    {kind: "later", why: expect.stringContaining("ECONNRESET")},
    {kind: "later", why: expect.stringContaining("ECONNREFUSED")},
  ]);
});

test("neither secret nor path is told where it fails", async () => {
  const outcome = await channel(`http://127.0.0.1:${await freePort()}/services/T0KEN`).send(silent);
  expect(JSON.stringify(outcome)).not.toMatch(/T0KEN|whsec|MfKQ/);
  expect(channel("https://hooks.example/services/T0KEN").name).toBe("webhook:hooks.example");
});

test("only an address that nobody on the way can read is taken", () => {
  for (const url of [
    "http://hooks.example/",
    "ftp://hooks.example/",
    "https://user:sec-ret@hooks.example/",
    "hooks.example",
    "http://127.0.0.1.example/",
  ])
    expect(() => channel(url), url).toThrow(UsageError);
  for (const url of ["https://hooks.example/a", "http://localhost:8080/", "http://[::1]/"])
    expect(() => channel(url), url).not.toThrow();
});
