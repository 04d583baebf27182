import {beforeAll, expect, test} from "vitest";
import {TargetRefused, TargetUnavailable, UsageError} from "../../src/model/errors.ts";
import {signingKey, verifySignature} from "../../src/outbound/signature.ts";
import type {Release} from "../../src/publish/release.ts";
import {openTarget} from "../../src/publish/targets.ts";
import {startHookServer} from "../servers/hookServer.ts";
import {publish, releaseOf, variant} from "./releases.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const now = () => new Date("2026-11-28T12:00:00Z");
let note: Release;
beforeAll(async () => {
  note = await releaseOf("bittensor");
}, 60_000);

const open = (url: string, env: Record<string, string> = {HOOK_SECRET: secret}) =>
  openTarget(
    "hook",
    {kind: "webhook", url, secretFrom: "HOOK_SECRET"},
    {env, house: {name: "Assay", disclosures: {}}, folder: "/", now, timeoutMs: 500},
  );
const failure = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => expect.unreachable("it was done"),
    (error: Error) => error,
  );

test("a note, a correction and a retraction are told, signed, each with an id of its own", async () => {
  await using server = await startHookServer();
  const target = open(server.url);
  const receipt = await publish(target, {...note, home: "https://example.org/a/"});
  await publish(target, note, {receipt});
  const at = "2026-03-22T08:00:00Z";
  const corrections = [{at, wrong: "3.64%", right: "3.65%", version: 2}];
  const corrected = variant(note, {version: 2, kind: "corrected", corrections});
  const second = await publish(target, corrected, {receipt});
  const retraction = {at, reason: "Another coin's series."};
  const gone = variant(note, {version: 3, kind: "retracted", retraction});
  await publish(target, gone, {receipt: second});
  expect(server.seen).toHaveLength(3);
  const key = signingKey(secret, "HOOK_SECRET");
  for (const {headers, body} of server.seen)
    expect(verifySignature(headers, body, key, now())).toBe(true);
  expect(server.seen.map(({headers}) => headers["webhook-id"])).toEqual([
    `${note.id}-v1`,
    `${note.id}-v2`,
    `${note.id}-v3`,
  ]);
  const [first, , last] = server.seen.map(({body}) => JSON.parse(body));
  expect(first).toMatchObject({
    type: "note.published",
    data: {title: note.about.title, text: note.text, address: "https://example.org/a/"},
  });
  expect(last).toMatchObject({type: "note.retracted", data: {retraction}});
  expect(last.data.text).toBeUndefined();
});

test("a second attempt at a version has the same id and the same body", async () => {
  let answers = 0;
  await using server = await startHookServer((_, response) => {
    answers += 1;
    if (answers === 1) response.socket?.destroy();
    else if (answers === 2) response.writeHead(503, {"retry-after": "120"}).end();
    else response.writeHead(204).end();
  });
  const target = open(server.url);
  const cut = await failure(publish(target, note));
  expect(cut).toBeInstanceOf(TargetUnavailable);
  const busy = await failure(publish(target, note));
  expect(busy).toMatchObject({passing: {afterMs: 120_000}});
  await publish(target, note);
  expect(new Set(server.seen.map(({body}) => body)).size).toBe(1);
  expect(new Set(server.seen.map(({headers}) => headers["webhook-id"])).size).toBe(1);
});

test.each([
  [302, TargetRefused, "set targets.hook.url"],
  [401, TargetRefused, "HOOK_SECRET"],
  [410, TargetRefused, "targets.hook.url"],
  [429, TargetUnavailable, "later"],
  [500, TargetUnavailable, "later"],
] as const)("an answer of %i is not taken for one that was taken", async (status, kind, says) => {
  await using server = await startHookServer((_, response) =>
    response.writeHead(status, {location: "https://elsewhere.example/"}).end(),
  );
  for (const work of [() => open(server.url).prove(), () => publish(open(server.url), note)]) {
    const error = await failure(work());
    expect(error).toBeInstanceOf(kind);
    expect(error.message).toContain(says);
  }
});

test("a secret that is none, and an address that others can read, are refused by their names", () => {
  for (const [url, env] of [
    ["http://example.org/hook", {HOOK_SECRET: secret}],
    ["https://example.org/hook", {HOOK_SECRET: "pass-word-77"}],
    ["https://example.org/hook", {}],
  ] as const) {
    const opened = () => open(url, env as Record<string, string>);
    expect(opened).toThrow(UsageError);
    expect(opened).toThrow(/HOOK_SECRET|targets\.hook\.url/);
    expect(opened).not.toThrow("pass-word-77");
  }
});
