import {beforeAll, expect, test} from "vitest";
import {TargetRefused, TargetUnavailable} from "../../src/model/errors.ts";
import {approvedReading} from "../../src/publish/approved.ts";
import {compare} from "../../src/publish/compare.ts";
import {decide} from "../../src/publish/decide.ts";
import {chartAlts} from "../../src/publish/pictures.ts";
import type {Release} from "../../src/publish/release.ts";
import {openTarget} from "../../src/publish/targets.ts";
import {type ButtondownServer, startButtondownServer} from "../servers/buttondown.ts";
import {type Fault, startFaultyProxy} from "../servers/faultyProxy.ts";
import {anew, beside, publish, releaseOf, variant} from "./releases.ts";

let note: Release;
beforeAll(async () => {
  note = await releaseOf("bittensor");
}, 60_000);

const open = ({url, key}: Pick<ButtondownServer, "url" | "key">) =>
  openTarget(
    "news",
    {kind: "buttondown", url, keyFrom: "BUTTONDOWN_KEY"},
    {
      env: {BUTTONDOWN_KEY: key},
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

/** The note as it stands first, with its charts; gives the release that knows of it. */
function atHome({url, pages}: ButtondownServer, release: Release): Release {
  const images = chartAlts(release).map((alt, i) => `<img alt="${alt}" src="/${i}.png">`);
  pages.set("/home/", `<div data-assay-note="${release.id}">${images.join("")}</div>`);
  return {...release, home: `${url}/home/`};
}

test.each(["bittensor", "tessilith"] as const)("%s is sent whole, once", async name => {
  await using server = await startButtondownServer();
  const release = atHome(server, await releaseOf(name));
  const target = open(server);
  const receipt = await publish(target, release);
  expect(server.sent).toEqual([release.about.title]);
  expect(server.emails[0]).toMatchObject({slug: release.id, canonical_url: release.home});
  const found = await target.read(release, receipt);
  expect(found && compare(approvedReading(release), found)).toEqual([]);
  expect(await publish(target, release, {receipt})).toEqual(receipt);
  expect(server.sent).toHaveLength(1);
  const {stored, composed} = await beside(target, release, receipt);
  expect(composed).toBe(stored);
});

test("a correction and a retraction are e-mails of their own, and a typo changes the archive alone", async () => {
  await using server = await startButtondownServer();
  const target = open(server);
  const first = await publish(target, note);
  const typo = variant(note, {
    version: 2,
    kind: "refiled",
    text: note.text.replace("## What changed hands", "## What was traded"),
  });
  const second = await publish(target, typo, {receipt: first});
  expect(second.id).toBe(first.id);
  expect(server.emails[0]?.body).toContain("What was traded");
  const corrections = [{at, wrong: "3.64%", right: "3.65%", version: 3}];
  const corrected = variant(typo, {version: 3, kind: "corrected", corrections});
  const third = await publish(target, corrected, {receipt: second});
  const retraction = {at, reason: "Another coin's series."};
  const gone = variant(note, {version: 4, kind: "retracted", retraction});
  await publish(target, gone, {receipt: third});
  expect(server.sent).toEqual([
    "Bittensor fell 3.64% in a day",
    "Corrected: Bittensor fell 3.64% in a day",
    "Retracted: Bittensor fell 3.64% in a day",
  ]);
});

test("what Buttondown would fill in for each receiver is sent as it stands", async () => {
  await using server = await startButtondownServer();
  const text = note.text.replace("What changed hands", "For {{ subscriber.email }} {% if a %}");
  await publish(open(server), variant(note, {text}));
  expect(server.emails[0]?.body).not.toMatch(/\{[{%]/);
});

test("an e-mail that was changed in the archive is not written over, and one that was removed is asked about", async () => {
  await using server = await startButtondownServer();
  const target = open(server);
  const receipt = await publish(target, note);
  const [email] = server.emails;
  if (!email) throw new Error("nothing was sent");
  email.body += "<p>My own words</p>";
  const standing = await target.look(note, receipt);
  expect(decide(standing, note, {receipt, begun: new Set()}, leave)).toMatchObject({
    do: "ask",
    for: "overwrite",
  });
  server.emails.splice(0);
  expect(await target.look(note, receipt)).toEqual({state: "gone"});
});

const faults: Fault[] = ["lost", "unanswered", "cut", "doubled", "late", {status: 502}];
test.each(faults)(
  "whatever becomes of a call (%s), one e-mail is sent in the end",
  async fault => {
    await using server = await startButtondownServer({perPage: 100});
    await using proxy = await startFaultyProxy(server.url);
    const target = open({url: proxy.url, key: server.key});
    for (let nth = 1; nth <= 7; nth += 1) {
      const release = anew(note);
      proxy.calls.splice(0);
      server.sent.splice(0);
      proxy.fault = (_, n) => (n === nth ? fault : undefined);
      for (let attempts = 0; ; attempts += 1) {
        const done = await publish(target, release).catch((error: Error) => error);
        // A call that comes late comes after the next attempt has begun anew.
        if (!(done instanceof Error)) break;
        expect(done).toBeInstanceOf(TargetUnavailable);
        expect(attempts).toBeLessThan(3);
      }
      await proxy.arrive();
      expect(server.sent).toHaveLength(1);
    }
  },
  60_000,
);

test("a wrong key is told with what to do, and a proof sends nothing", async () => {
  await using server = await startButtondownServer();
  const error = await failure(open({url: server.url, key: "not-the-key"}).prove());
  expect(error).toBeInstanceOf(TargetRefused);
  expect(error.message).toMatch(/403.*BUTTONDOWN_KEY/);
  expect(error.message).not.toContain("not-the-key");
  expect(await open(server).prove()).toMatch(/^writes, changes, reads back and deletes a draft/);
  expect([server.emails, server.sent]).toEqual([[], []]);
});
