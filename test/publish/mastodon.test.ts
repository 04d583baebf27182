import {beforeAll, expect, test} from "vitest";
import {TargetRefused, TargetUnavailable, UsageError} from "../../src/model/errors.ts";
import {decide} from "../../src/publish/decide.ts";
import type {Release} from "../../src/publish/release.ts";
import {openTarget} from "../../src/publish/targets.ts";
import {type Fault, startFaultyProxy} from "../servers/faultyProxy.ts";
import {type MastodonServer, startMastodonServer} from "../servers/mastodon.ts";
import {anew, beside, memoryJournal, publish, releaseOf, variant} from "./releases.ts";

let note: Release;
beforeAll(async () => {
  note = {
    ...(await releaseOf("bittensor")),
    home: "https://blog.example/2026-03-21-bittensor/?a=b",
  };
}, 60_000);

const open = ({url, token}: Pick<MastodonServer, "url" | "token">) =>
  openTarget(
    "toots",
    {kind: "mastodon", url, tokenFrom: "MASTODON_TOKEN", home: "blog"},
    {
      env: {MASTODON_TOKEN: token},
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
const leave = {again: false, overwrite: false};
const at = "2026-03-22T08:00:00Z";
const corrected = (release: Release) =>
  variant(release, {
    version: 2,
    kind: "corrected",
    corrections: [{at, wrong: "3.64%", right: "3.65%", version: 2}],
  });

test("a teaser has the title, a sentence, the address and the card with words for it", async () => {
  await using server = await startMastodonServer();
  const target = open(server);
  const receipt = await publish(target, note);
  expect(server.statuses).toHaveLength(1);
  const [status] = server.statuses;
  expect(status).toMatchObject({
    text: `Bittensor fell 3.64% in a day\n\nTAO stands at $270.68.\n\n${note.home}`,
    language: "en",
    visibility: "public",
  });
  expect(receipt).toMatchObject({
    address: `${server.url}/@assay/${status?.id}`,
    digest: note.digest,
  });
  const [picture] = server.media.values();
  expect(picture?.description).toMatch(/^Bittensor fell 3\.64% in a day\. TAO stands at \$270\.68/);
  expect(await publish(target, note, {receipt})).toEqual(receipt);
  expect(server.statuses).toHaveLength(1);
  const {stored, composed} = await beside(target, note, receipt);
  expect(composed).toBe(stored);
});

test("a correction and a retraction change the same post, and a typo nothing", async () => {
  await using server = await startMastodonServer();
  const target = open(server);
  const first = await publish(target, note);
  const second = await publish(target, corrected(note), {receipt: first});
  expect(second.id).toBe(first.id);
  expect(server.statuses[0]?.text).toMatch(
    /^Corrected: Bittensor fell 3\.64% in a day\n\nCorrected on 22 March 2026: was “3\.64%”, is “3\.65%”\.\n\nhttps:/,
  );
  expect(server.statuses[0]?.media).toHaveLength(1);
  const refiled = variant(corrected(note), {version: 3, kind: "refiled"});
  const writes = server.writes.length;
  const standing = await target.look(refiled, second);
  expect(decide(standing, refiled, {receipt: second, begun: new Set()}, leave).do).toBe("nothing");
  expect(server.writes).toHaveLength(writes);
  const retracted = variant(note, {
    version: 4,
    kind: "retracted",
    retraction: {at, reason: "The series was another coin's. We are sorry."},
  });
  await publish(target, retracted, {receipt: second});
  expect(server.statuses).toHaveLength(1);
  expect(server.statuses[0]).toMatchObject({
    text: `Retracted: Bittensor fell 3.64% in a day\n\nThe series was another coin's.\n\n${note.home}`,
    media: [],
  });
});

test("a post that somebody has written by hand to the same address is nobody's concern", async () => {
  await using server = await startMastodonServer();
  server.byHand(`Look: ${note.home}`);
  await publish(open(server), note);
  expect(server.statuses.map(({text}) => text.slice(0, 9))).toEqual(["Look: htt", "Bittensor"]);
});

test("a post that was changed by hand is not written over, and one that was removed is asked about", async () => {
  await using server = await startMastodonServer();
  const target = open(server);
  const receipt = await publish(target, note);
  const [status] = server.statuses;
  if (!status) throw new Error("nothing was posted");
  status.text = `My own words ${note.home}`;
  status.edited = new Date().toISOString();
  const release = corrected(note);
  const standing = await target.look(release, receipt);
  expect(decide(standing, release, {receipt, begun: new Set()}, leave)).toMatchObject({
    do: "ask",
    for: "overwrite",
    over: {receipt: {stored: status.text}},
  });
  server.statuses.splice(0);
  expect(await target.look(release, receipt)).toEqual({state: "gone"});
  // Within the hour the first key still stands for it: another is used.
  await target.put(note, {state: "gone"}, memoryJournal());
  expect(server.statuses).toHaveLength(1);
});

const faults: Fault[] = ["lost", "unanswered", "cut", "doubled", {status: 502}];
test.each(faults)(
  "whatever becomes of a call (%s), one post stands in the end",
  async fault => {
    await using server = await startMastodonServer();
    await using proxy = await startFaultyProxy(server.url);
    const target = open({url: proxy.url, token: server.token});
    const clean = anew(note);
    await publish(open(server), clean);
    const calls = 12;
    for (let nth = 1; nth <= calls; nth += 1) {
      const release = anew(note, {home: `https://blog.example/${nth}/`});
      const journal = memoryJournal();
      proxy.calls.splice(0);
      proxy.fault = (_, n) => (n === nth ? fault : undefined);
      for (let attempts = 0; ; attempts += 1) {
        const done = await publish(target, release, {journal}).catch((error: Error) => error);
        if (!(done instanceof Error)) break;
        expect(done).toBeInstanceOf(TargetUnavailable);
        expect(attempts).toBeLessThan(3);
      }
      const found = server.statuses.filter(({text}) => text.includes(`/${nth}/`));
      expect(found).toHaveLength(1);
    }
  },
  60_000,
);

test("a title that is long, or calls somebody, or has an emoji, is cut at no number and calls nobody", async () => {
  await using server = await startMastodonServer({longest: 100});
  const title = `@everyone \u{1F4C9}\u{1F1F9}\u{1F1F7} şöyle düştü 3.64% and ${"then again ".repeat(25)}12%`;
  const odd = {...note, about: {...note.about, title}};
  await publish(open(server), odd);
  const [status] = server.statuses;
  expect(status?.text).toMatch(/^@\u200beveryone .*3\.64% and then again.* …\n\nhttps:/u);
  const figures = {...note, about: {...note.about, title: "9 ".repeat(150)}};
  expect(await failure(publish(open(server), figures))).toBeInstanceOf(TargetRefused);
});

test("a wrong token and a target without a home are told with what to do", async () => {
  await using server = await startMastodonServer();
  const wrong = open({url: server.url, token: "not-the-token"});
  for (const work of [() => wrong.prove(), () => publish(wrong, note)]) {
    const error = await failure(work());
    expect(error).toBeInstanceOf(TargetRefused);
    expect(error.message).toMatch(/401.*MASTODON_TOKEN/);
    expect(error.message).not.toContain("not-the-token");
  }
  expect(() =>
    openTarget(
      "toots",
      {kind: "mastodon", url: server.url, tokenFrom: "T"},
      {env: {T: "x"}, house: {name: "", disclosures: {}}, folder: "/", now: () => new Date()},
    ),
  ).toThrow(UsageError);
  expect(await open(server).prove()).toMatch(/^Mastodon 4\.4\.8, @assay: writes, reads back/);
  expect(server.statuses).toEqual([]);
});
