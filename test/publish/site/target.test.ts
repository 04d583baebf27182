import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import type {Receipt} from "../../../src/model/publication.ts";
import {approvedReading} from "../../../src/publish/approved.ts";
import {compare} from "../../../src/publish/compare.ts";
import {decide} from "../../../src/publish/decide.ts";
import type {Release} from "../../../src/publish/release.ts";
import {recordSchema} from "../../../src/publish/site/record.ts";
import {beside, publish, releaseOf, sampleNotes, variant} from "../releases.ts";
import {corrected, furnished, never, older, retracted, siteRoom} from "./siteRoom.ts";

const decided = async ({site}: ReturnType<typeof siteRoom>, release: Release, receipt?: Receipt) =>
  decide(
    await site.look(release, receipt),
    release,
    {receipt, begun: new Set()},
    {again: false, overwrite: false},
  );

test.each(Object.keys(sampleNotes) as (keyof typeof sampleNotes)[])(
  "a note is read back as it was approved: %s",
  async name => {
    using room = siteRoom();
    const release = await releaseOf(name);
    expect(await room.site.look(release, undefined)).toEqual({state: "absent"});
    const receipt = await publish(room.site, release);
    expect(receipt).toMatchObject({
      id: release.id,
      address: `https://notes.example/blog/${release.id}/`,
      digest: release.digest,
    });
    const reading = await room.site.read(release, receipt);
    expect(reading && compare(approvedReading(release), reading)).toEqual([]);
    expect(reading?.publishedAt).toBe(new Date(release.publishedAt).toISOString());
    expect(await room.site.look(release, receipt)).toEqual({state: "ours", receipt, shown: true});
    expect(await decided(room, release, receipt)).toEqual({do: "nothing", receipt});
    const {stored, composed} = await beside(room.site, release, receipt);
    expect(composed).toBe(stored);
  },
);

test("what was approved lies there byte for byte, and no snapshot or page of the press", async () => {
  using room = siteRoom();
  const release = await releaseOf("tessilith");
  await publish(room.site, release);
  for (const [path, content] of release.files)
    if (path !== "note.html")
      expect(readFileSync(join(room.out, release.id, path)), path).toEqual(Buffer.from(content));
  expect(room.files().filter(path => /note\.html|snapshot|draft/.test(path))).toEqual([]);
  const record = recordSchema.parse(JSON.parse(room.read(`${release.id}/record.json`)));
  expect(record).toMatchObject({id: release.id, versions: [{version: 1, digest: release.digest}]});
});

test("putting a release a second time changes no file", async () => {
  using room = siteRoom();
  const release = await releaseOf("bittensor");
  await publish(room.site, release);
  const before = room.files().map(path => [path, room.read(path)]);
  await room.site.put(release, {state: "absent"}, never);
  expect(room.files().map(path => [path, room.read(path)])).toEqual(before);
});

test("a corrected note says so, and the version that had the error stays readable", async () => {
  using room = siteRoom();
  const first = await releaseOf("tessilith");
  const receipt = await publish(room.site, first);
  const release = corrected(first);
  expect(await decided(room, release, receipt)).toMatchObject({do: "put"});
  const second = await publish(room.site, release, {receipt});
  const reading = await room.site.read(release, second);
  expect(reading && compare(approvedReading(release), reading)).toEqual([]);
  const page = room.read(`${first.id}/index.html`);
  expect(page).toContain("Corrected on 4 July 2025");
  expect(page).toContain("The turnover was given as 8.4%.");
  expect(page).toContain("CorrectionComment");
  expect(room.read(`${first.id}/v1/note.md`)).toBe(first.text);
  const old = room.read(`${first.id}/v1/index.html`);
  expect(old).toContain('<meta name="robots" content="noindex">');
  expect(old).toContain('<a href="../">Read the note as it stands now</a>');
  expect(room.read("corrections/index.html")).toContain("It was 8.5%.");
  const again = corrected(release, 3);
  await publish(room.site, again, {receipt: second});
  expect(existsSync(join(room.out, first.id, "v1/index.html"))).toBe(true);
  expect(room.read(`${first.id}/v2/note.md`)).toBe(release.text);
});

test("what is only filed again is quiet: no notice, no older version, the same date in the feed", async () => {
  using room = siteRoom();
  const first = await releaseOf("bittensor");
  const receipt = await publish(room.site, first);
  const {id} = first;
  const updated = /<entry>[\s\S]*?<updated>([^<]*)/.exec(room.read("feed.xml"))?.[1];
  const release = variant(first, {version: 2, kind: "refiled", text: `${first.text}\n`});
  await publish(room.site, {...release, updatedAt: "2027-01-01T00:00:00Z"}, {receipt});
  expect(room.read(`${id}/index.html`)).not.toContain("Corrected");
  expect(room.files().filter(path => path.includes("/v1/"))).toEqual([]);
  expect(/<entry>[\s\S]*?<updated>([^<]*)/.exec(room.read("feed.xml"))?.[1]).toBe(updated);
});

test("a notice takes the place of a note that is retracted, and of all that was in its folder", async () => {
  using room = siteRoom();
  const first = await releaseOf("tessilith");
  const receipt = await publish(room.site, first);
  const second = await publish(room.site, corrected(first), {receipt});
  const release = retracted(corrected(first), 3);
  const third = await publish(room.site, release, {receipt: second});
  expect(third.address).toBe(receipt.address);
  const reading = await room.site.read(release, third);
  expect(reading && compare(approvedReading(release), reading)).toEqual([]);
  const left = room.files().filter(path => path.startsWith(first.id));
  // What was linked to goes on telling what became of it.
  expect(left.map(path => path.slice(first.id.length + 1))).toEqual([
    "evidence/index.html",
    "index.html",
    "record.json",
    "v1/evidence/index.html",
    "v1/index.html",
  ]);
  for (const path of left.filter(one => one.endsWith(".html")))
    expect(room.read(path)).toContain("The prices were those of another coin.");
  const corrections = room.read("corrections/index.html");
  expect(corrections).toContain("The prices were those of another coin.");
  expect(corrections).toContain("a notice stands in the place of each");
  expect(corrections).not.toContain("/v1/");
  expect(room.read("feed.xml")).toContain("Retracted: Tessilith");
});

test("a folder of somebody else is never taken for ours", async () => {
  using room = siteRoom();
  const release = await releaseOf("bittensor");
  mkdirSync(join(room.out, release.id), {recursive: true});
  writeFileSync(join(room.out, release.id, "index.html"), "<title>My own page</title>");
  expect(await room.site.look(release, undefined)).toMatchObject({
    state: "foreign",
    title: "My own page",
  });
});

test.each([
  ["words of the page", "index.html", (text: string) => text.replace("loosened", "tightened")],
  [
    "only what frames them",
    "index.html",
    (text: string) => text.replace("</footer>", "x</footer>"),
  ],
  ["another file", "charts/quotes.svg", (text: string) => text.replace("<svg", "<svg  ")],
])("a note that somebody has edited in the folder is a conflict: %s", async (_, path, edit) => {
  using room = siteRoom();
  const release = await releaseOf("tessilith");
  const receipt = await publish(room.site, release);
  const file = join(room.out, release.id, path);
  writeFileSync(file, edit(readFileSync(file, "utf8")));
  const next = corrected(release);
  expect(await decided(room, next, receipt)).toMatchObject({do: "ask", for: "overwrite"});
  // The publisher has decided.
  await room.site.put(next, {state: "absent"}, never);
  const now = await room.site.look(next, undefined);
  expect(now).toMatchObject({state: "ours", receipt: {digest: next.digest}, shown: true});
});

test("a note whose folder was removed is not raised from the dead unasked", async () => {
  using room = siteRoom();
  const release = await releaseOf("bittensor");
  const receipt = await publish(room.site, release);
  rmSync(join(room.out, release.id), {recursive: true});
  expect(await decided(room, release, receipt)).toEqual({do: "ask", for: "again"});
});

test("what the program did not write is never removed or written over", async () => {
  using room = siteRoom();
  const theirs = {
    CNAME: "notes.example",
    "favicon.ico": "icon",
    "index.html": "my own front page",
    "coins/mine.html": "mine",
    "2026-03-21-bittensor/extra.txt": "beside a note",
  };
  const first = await releaseOf("bittensor");
  await publish(room.site, first);
  rmSync(join(room.out, "index.html"));
  for (const [path, text] of Object.entries(theirs)) writeFileSync(join(room.out, path), text);
  const second = corrected(first);
  await publish(room.site, second);
  await room.site.put(retracted(second, 3), {state: "absent"}, never);
  await publish(room.site, await releaseOf("tessilith"));
  for (const [path, text] of Object.entries(theirs)) expect(room.read(path), path).toBe(text);
  expect(await room.site.prove()).toContain("index.html stay as somebody has made them");
  rmSync(join(room.out, "index.html"));
  await room.site.put(second, {state: "absent"}, never);
  expect(room.read("index.html")).toContain("Tessilith");
});

test("notes of one day and coin lead to each other in their languages", async () => {
  using room = siteRoom();
  const [english, turkish] = [await releaseOf("bittensor"), await releaseOf("bittensorTr")];
  await publish(room.site, english);
  expect(room.read(`${english.id}/index.html`)).not.toContain("hreflang");
  await publish(room.site, turkish);
  for (const {id} of [english, turkish]) {
    const page = room.read(`${id}/index.html`);
    for (const [locale, other] of [
      ["en", english.id],
      ["tr", turkish.id],
      ["x-default", english.id],
    ])
      expect(page).toContain(
        `<link rel="alternate" hreflang="${locale}" href="https://notes.example/blog/${other}/">`,
      );
  }
  expect(room.read(`${english.id}/index.html`)).toContain(
    `<a href="../${turkish.id}/" hreflang="tr" lang="tr" rel="alternate">Türkçe</a>`,
  );
  // The page that was made again is no edit of anybody's.
  expect(await room.site.look(english, undefined)).toMatchObject({
    receipt: {stamp: english.digest},
    shown: true,
  });
});

test("two processes that publish at once leave both notes, each listed", async () => {
  using room = siteRoom();
  const tessilith = await releaseOf("tessilith");
  const notes = [tessilith, older(tessilith), await releaseOf("bittensor")];
  await Promise.all(notes.map(note => publish(room.site, note)));
  for (const {id} of notes) expect(room.read("notes/index.html")).toContain(`../${id}/`);
});

test("a rehearsal tells each file, and writes none", async () => {
  using room = siteRoom();
  const release = await releaseOf("bittensor");
  const {parts} = await room.site.rehearse(release);
  expect(parts.map(({what}) => what)).toContain(`write public/${release.id}/index.html`);
  expect(existsSync(room.out)).toBe(false);
  await publish(room.site, release);
  const page = parts.find(({what}) => what.endsWith(`${release.id}/index.html`));
  expect(page?.body).toBe(room.read(`${release.id}/index.html`));
});

test("a template of the user's own takes the place of ours; a fault in it is named with its place", async () => {
  using room = siteRoom({templates: "templates"});
  const folder = join(room.folder, "templates");
  mkdirSync(folder);
  writeFileSync(join(folder, "item.hbs"), "<p>{{titel}}</p>");
  const release = await releaseOf("bittensor");
  await expect(publish(room.site, release)).rejects.toThrow(
    /item\.hbs:1:6: there is no field "titel"/,
  );
  writeFileSync(join(folder, "item.hbs"), "<article>Mine: {{title}}</article>");
  writeFileSync(
    join(folder, "layout.hbs"),
    "<!doctype html><html><script>alert(1)</script>{{content}}",
  );
  await expect(publish(room.site, release)).rejects.toThrow(/content security policy/);
  rmSync(join(folder, "layout.hbs"));
  await publish(room.site, release);
  expect(room.read("notes/index.html")).toContain(`Mine: ${release.about.title}`);
});

test("every kind of page is there", async () => {
  using room = siteRoom();
  await furnished(room);
  expect(room.files()).toEqual(
    expect.arrayContaining([
      ".nojekyll",
      "404.html",
      "about/index.html",
      "archive/2025-07/index.html",
      "archive/index.html",
      "coins/bittensor/index.html",
      "coins/index.html",
      "corrections/index.html",
      "feed.json",
      "feed.xml",
      "index.html",
      "method/index.html",
      "notes/index.html",
      "robots.txt",
      "search/index.html",
      "search/notes.json",
      "sitemap.xml",
      "tags/index.html",
      "tags/tao/index.html",
      "tr/feed.xml",
      "tr/index.html",
      "tr/notes/index.html",
    ]),
  );
});
