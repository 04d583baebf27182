import {beforeAll, expect, test} from "vitest";
import {TargetRefused, TargetUnavailable} from "../../src/model/errors.ts";
import {approvedReading} from "../../src/publish/approved.ts";
import {compare} from "../../src/publish/compare.ts";
import {decide} from "../../src/publish/decide.ts";
import {tagsOf} from "../../src/publish/dev/article.ts";
import {chartAlts} from "../../src/publish/pictures.ts";
import type {Release} from "../../src/publish/release.ts";
import type {Target} from "../../src/publish/target.ts";
import {openTarget} from "../../src/publish/targets.ts";
import {type Fault, startFaultyProxy} from "../servers/faultyProxy.ts";
import {type ForemServer, startForemServer} from "../servers/forem.ts";
import {anew, beside, publish, releaseOf, variant} from "./releases.ts";

let note: Release;
beforeAll(async () => {
  note = await releaseOf("bittensor");
}, 60_000);

const open = ({url, key}: Pick<ForemServer, "url" | "key">) =>
  openTarget(
    "dev",
    {kind: "dev", url, keyFrom: "DEV_KEY"},
    {
      env: {DEV_KEY: key},
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
function atHome({url, pages}: ForemServer, release: Release): Release {
  const images = chartAlts(release).map(
    (alt, i) => `<img alt="${alt}" src="/${release.id}/${i}.png">`,
  );
  pages.set(
    `/${release.id}/`,
    `<meta property="og:image" content="${url}/card.png"><div data-assay-note="${release.id}">${images.join("")}</div>`,
  );
  return {...release, home: `${url}/${release.id}/`};
}
const differences = async (target: Target, release: Release, receipt: {address: string}) => {
  const found = await target.read(release, receipt as never);
  return found && compare(approvedReading(release), found);
};

test.each(["bittensor", "bittensorTr", "tessilith"] as const)(
  "%s stands there whole, with the charts of its home and its canonical address",
  async name => {
    await using server = await startForemServer();
    const release = atHome(server, await releaseOf(name));
    const target = open(server);
    const receipt = await publish(target, release);
    expect(server.articles).toHaveLength(1);
    const [article] = server.articles;
    expect(article).toMatchObject({published: true, canonical_url: release.home});
    expect(article?.main_image).toBe(`${server.url}/card.png`);
    expect(article?.body_markdown).not.toMatch(/^# /m);
    expect(await differences(target, release, receipt)).toEqual([]);
    expect(await publish(target, release, {receipt})).toEqual(receipt);
    const {stored, composed} = await beside(target, release, receipt);
    expect(composed).toBe(stored);
  },
);

test("a correction stands on top, and a retraction in its place", async () => {
  await using server = await startForemServer();
  const target = open(server);
  const release = atHome(server, note);
  const receipt = await publish(target, release);
  const corrections = [{at, wrong: "3.64%", right: "3.65%", version: 2}];
  const corrected = variant(release, {version: 2, kind: "corrected", corrections});
  const second = await publish(target, corrected, {receipt});
  expect(second.id).toBe(receipt.id);
  expect(server.articles[0]?.body_markdown).toMatch(
    /^> \*\*Corrected on 22 March 2026:\*\* was “3\.64%”, is “3\.65%”\.\n\n/,
  );
  const retraction = {at, reason: "The series was another coin's."};
  const gone = variant(release, {version: 3, kind: "retracted", retraction});
  const third = await publish(target, gone, {receipt: second});
  expect(await differences(target, gone, third)).toEqual([]);
  expect(server.articles).toHaveLength(1);
  expect(server.articles[0]?.body_markdown).not.toContain("270.68");
});

test("what Forem would read as its own is told as it stands, and nobody is called", async () => {
  await using server = await startForemServer();
  const target = open(server);
  const text = note.text.replace(
    "## What changed hands",
    "A {% user everyone %} and {{ site.key }} for @everyone, mail to desk@example.org.\n\n## What changed hands",
  );
  const release = atHome(server, variant(note, {text}));
  const receipt = await publish(target, release);
  expect(await differences(target, release, receipt)).toEqual([]);
  expect(tagsOf(["TAO", "Proof of work", "İş gücü", "tao", "a-b", "c", "d"])).toEqual([
    "tao",
    "proofofwork",
    "isgucu",
    "ab",
  ]);
});

test("an article that was changed, taken from view, or is another's is not written over", async () => {
  await using server = await startForemServer();
  const target = open(server);
  const release = atHome(server, note);
  const receipt = await publish(target, release);
  const [article] = server.articles;
  if (!article) throw new Error("nothing was published");
  article.title = "My own title";
  const standing = await target.look(release, receipt);
  expect(decide(standing, release, {receipt, begun: new Set()}, leave)).toMatchObject({
    do: "ask",
    for: "overwrite",
  });
  article.published = false;
  expect(await target.look(release, receipt)).toEqual({state: "gone"});
  article.body_markdown = "Somebody else's copy.";
  article.published = true;
  expect(await target.look(release, undefined)).toMatchObject({
    state: "foreign",
    title: "My own title",
  });
});

const faults: Fault[] = [
  "lost",
  "unanswered",
  "cut",
  {status: 502},
  {status: 429, headers: {"retry-after": "30"}},
];
test.each(faults)(
  "whatever becomes of a call (%s), one article stands in the end",
  async fault => {
    let time = Date.now();
    await using server = await startForemServer({now: () => time});
    await using proxy = await startFaultyProxy(server.url);
    const target = open({url: proxy.url, key: server.key});
    for (let nth = 1; nth <= 6; nth += 1) {
      time += 600_000;
      const release = anew(note);
      proxy.calls.splice(0);
      proxy.fault = (_, n) => (n === nth ? fault : undefined);
      for (let attempts = 0; ; attempts += 1) {
        const done = await publish(target, release).catch((error: Error) => error);
        if (!(done instanceof Error)) break;
        expect(done).toBeInstanceOf(TargetUnavailable);
        expect(attempts).toBeLessThan(3);
      }
      expect(server.articles).toHaveLength(nth);
      expect(server.articles.every(({published}) => published)).toBe(true);
    }
  },
  60_000,
);

test("a create that arrives twice is refused the second time, and the first one is used", async () => {
  await using server = await startForemServer();
  await using proxy = await startFaultyProxy(server.url);
  proxy.fault = ({method}) => (method === "POST" ? "doubled" : undefined);
  await publish(open({url: proxy.url, key: server.key}), note);
  expect(server.articles.map(({published}) => published)).toEqual([true]);
});

test("a title that is too long, and a wrong key, are told with what to do", async () => {
  await using server = await startForemServer();
  const long = {...note, about: {...note.about, title: "T".repeat(300)}};
  const refused = await failure(publish(open(server), long));
  expect(refused).toBeInstanceOf(TargetRefused);
  expect(refused.message).toMatch(/422, Title is too long/);
  const wrong = await failure(open({url: server.url, key: "not-the-key"}).prove());
  expect(wrong.message).toMatch(/401.*DEV_KEY/);
  expect(wrong.message).not.toContain("not-the-key");
  for (let times = 0; times < 2; times += 1)
    expect(await open(server).prove()).toMatch(/^assay: writes, changes and reads back a draft/);
  expect(server.articles.map(({published}) => published)).toEqual([false]);
});
