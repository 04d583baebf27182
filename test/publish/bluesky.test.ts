import {beforeAll, expect, test} from "vitest";
import {TargetRefused, TargetUnavailable, UsageError} from "../../src/model/errors.ts";
import {decide} from "../../src/publish/decide.ts";
import type {Release} from "../../src/publish/release.ts";
import {openTarget} from "../../src/publish/targets.ts";
import {type BlueskyServer, startBlueskyServer} from "../servers/bluesky.ts";
import {type Fault, startFaultyProxy} from "../servers/faultyProxy.ts";
import {anew, beside, publish, releaseOf, variant} from "./releases.ts";

let note: Release;
beforeAll(async () => {
  note = {...(await releaseOf("bittensor")), home: "https://blog.example/2026-03-21-bittensor/"};
}, 60_000);

const open = (
  {url, handle, password}: Pick<BlueskyServer, "url" | "handle" | "password">,
  home: string | undefined = "blog",
) =>
  openTarget(
    "sky",
    {kind: "bluesky", url, handle, passwordFrom: "BLUESKY_PASSWORD", ...(home && {home})},
    {
      env: {BLUESKY_PASSWORD: password},
      house: {name: "Assay", disclosures: {}},
      folder: "/",
      now: () => new Date(),
      timeoutMs: 4000,
    },
  );
const failure = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => expect.unreachable("it was done"),
    (error: Error) => error,
  );
const postsOf = ({records}: BlueskyServer) => [...records.values()].map(({value}) => value);
const leave = {again: false, overwrite: false};
const at = "2026-03-22T08:00:00Z";
const corrected = (release: Release, version = 2) =>
  variant(release, {
    version,
    kind: "corrected",
    corrections: [{at, wrong: "3.64%", right: "3.65%", version}],
  });

test("a teaser has the title, a sentence, a link where its bytes are, and the card", async () => {
  await using server = await startBlueskyServer();
  const title = `\u{1F4C9} Şöyle: Bittensor fell 3.64%`;
  const release = {...note, about: {...note.about, title}};
  const receipt = await publish(open(server), release);
  const [post] = postsOf(server);
  expect(post?.text).toBe(
    `${title}\n\nTAO stands at $270.68.\n\nblog.example/2026-03-21-bittensor`,
  );
  const [facet] = post?.facets ?? [];
  const {byteStart = 0, byteEnd = 0} = facet?.index ?? {};
  expect(
    Buffer.from(post?.text ?? "")
      .subarray(byteStart, byteEnd)
      .toString(),
  ).toBe("blog.example/2026-03-21-bittensor");
  expect(facet?.features[0]?.uri).toBe(note.home);
  expect(post?.embed?.external).toMatchObject({uri: note.home, title});
  expect(post?.embed?.external.thumb?.size).toBe(note.files.get("card.png")?.length);
  expect(receipt.address).toMatch(/^https:\/\/bsky\.app\/profile\/assay\.example\/post\/\w{13}$/);
  expect(await publish(open(server), release, {receipt})).toEqual(receipt);
  expect(server.commits).toHaveLength(1);
  const {stored, composed} = await beside(open(server), release, receipt);
  expect(composed).toBe(stored);
});

test("a correction and a retraction answer the first post, once; a typo is no post", async () => {
  await using server = await startBlueskyServer();
  const target = open(server);
  const first = await publish(target, note);
  const second = await publish(target, corrected(note), {receipt: first});
  await publish(target, corrected(note), {receipt: first});
  expect(second.id).not.toBe(first.id);
  const refiled = variant(corrected(note), {version: 3, kind: "refiled"});
  const third = await publish(target, refiled, {receipt: second});
  expect(third).toMatchObject({id: second.id, digest: refiled.digest});
  const retraction = {at, reason: "The series was another coin's."};
  const gone = variant(note, {version: 4, kind: "retracted", retraction});
  await publish(target, gone, {receipt: third});
  const posts = postsOf(server);
  expect(posts.map(({text}) => text.split("\n\n").slice(0, 2))).toEqual([
    ["Bittensor fell 3.64% in a day", "TAO stands at $270.68."],
    [
      "Corrected: Bittensor fell 3.64% in a day",
      "Corrected on 22 March 2026: was “3.64%”, is “3.65%”.",
    ],
    ["Retracted: Bittensor fell 3.64% in a day", "The series was another coin's."],
  ]);
  expect(posts.slice(1).map(({reply}) => reply?.root.uri.endsWith(first.id))).toEqual([true, true]);
  expect(posts[2]?.embed?.external.thumb).toBeUndefined();
});

test("a post that was changed is not written over, and one that was removed is asked about", async () => {
  await using server = await startBlueskyServer();
  const target = open(server);
  const receipt = await publish(target, note);
  const [key = "", record] = [...server.records][0] ?? [];
  if (!record) throw new Error("nothing was posted");
  const text = "My own words";
  server.records.set(key, {cid: "bafyother", value: {...record.value, text}});
  const standing = await target.look(note, receipt);
  expect(decide(standing, note, {receipt, begun: new Set()}, leave)).toMatchObject({
    do: "ask",
    for: "overwrite",
    over: {receipt: {stored: text}},
  });
  server.records.clear();
  expect(await target.look(corrected(note), receipt)).toEqual({state: "gone"});
});

const faults: Fault[] = ["lost", "unanswered", "cut", "doubled", "late", {status: 502}];
test.each(faults)(
  "whatever becomes of a call (%s), one post stands in the end",
  async fault => {
    await using server = await startBlueskyServer();
    await using proxy = await startFaultyProxy(server.url);
    const calls = 6;
    for (let nth = 1; nth <= calls; nth += 1) {
      const release = anew(note);
      proxy.calls.splice(0);
      proxy.fault = (_, n) => (n === nth ? fault : undefined);
      server.records.clear();
      // Another process each time.
      for (let attempts = 0; ; attempts += 1) {
        const target = open({...server, url: proxy.url});
        const done = await publish(target, release).catch((error: Error) => error);
        await proxy.arrive();
        if (!(done instanceof Error)) break;
        expect(done).toBeInstanceOf(TargetUnavailable);
        expect(attempts).toBeLessThan(3);
      }
      expect(server.records.size).toBe(1);
    }
  },
  60_000,
);

test("two at once leave one post, and a session that is over is begun again", async () => {
  await using server = await startBlueskyServer();
  const target = open(server);
  const absent = {state: "absent"} as const;
  const journal = {
    once: () => Promise.reject(new Error("none")),
    hold: async () => {},
    past: async () => [],
  };
  const both = await Promise.allSettled([
    target.put(note, absent, journal),
    open(server).put(note, absent, journal),
  ]);
  expect(both.some(({status}) => status === "fulfilled")).toBe(true);
  expect(server.records.size).toBe(1);
  server.expire();
  const receipt = await publish(target, note);
  expect(receipt.digest).toBe(note.digest);
});

test("a long title is cut between words, and a long address is shown by its host", async () => {
  await using server = await startBlueskyServer();
  const title = `Bittensor fell 3.64% ${"and then again ".repeat(25)}12%`;
  const home = `https://blog.example/${"long/".repeat(40)}`;
  await publish(open(server), {...note, home, about: {...note.about, title}});
  const [post] = postsOf(server);
  expect(post?.text).toMatch(/^Bittensor fell 3\.64% and .*[a-z] …\n\nblog\.example\/…$/);
  expect(post?.facets?.[0]?.features[0]?.uri).toBe(home);
});

test("a wrong password and a target without a home are told with what to do", async () => {
  await using server = await startBlueskyServer();
  const wrong = open({...server, password: "abcd-efgh-ijkl-mnop"});
  const error = await failure(wrong.prove());
  expect(error).toBeInstanceOf(TargetRefused);
  expect(error.message).toMatch(/401.*BLUESKY_PASSWORD/);
  expect(error.message).not.toContain("abcd-efgh");
  expect(() => open(server, "")).toThrow(UsageError);
  expect(await open(server).prove()).toBe(
    "writes, reads back and deletes a record that nobody shows",
  );
  expect(server.records.size).toBe(0);
});
