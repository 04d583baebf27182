import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {UsageError} from "../../../src/model/errors.ts";
import {type House, plainHouse} from "../../../src/model/house.ts";
import type {Release} from "../../../src/publish/release.ts";
import {filesBelow} from "../../../src/publish/site/disk.ts";
import {shelve} from "../../../src/publish/site/shelve.ts";
import {siteStyle} from "../../../src/publish/site/style.ts";
import {releaseOf, variant} from "../releases.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-many-"));
afterAll(() => rmSync(folder, {recursive: true}));

/** More than are made in our own thread alone. */
const count = 26;
const days = Array.from({length: count}, (_, i) =>
  new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10),
);
const bittensor = await releaseOf("bittensor");
const notes = days.map((day): Release => {
  const [id, at] = [`${day}-bittensor`, `${day}T07:30:00Z`];
  const about = {...bittensor.about, asOf: at};
  return {...variant(bittensor, {id, about, publishedAt: at}), updatedAt: at};
});

const styleOf = (house: House, templates?: string) =>
  siteStyle({house, url: "https://notes.example", main: "en", templates});

async function contentsOf(out: string): Promise<Map<string, string>> {
  const paths = await filesBelow(out);
  return new Map(paths.map(path => [path, readFileSync(join(out, path), "hex")]));
}

/** One by one, without knowing of those that come. */
async function* each(some: readonly Release[]) {
  yield* some;
}

test("a site is the same whether its notes came at once or one by one", async () => {
  const [once, single] = [join(folder, "once"), join(folder, "single")];
  const style = await styleOf(plainHouse);
  await shelve(once, style, each(notes));
  for (const note of notes) await shelve(single, style, [note]);
  const contents = await contentsOf(once);
  expect(contents.size).toBeGreaterThan(5 * count);
  expect(await contentsOf(single)).toEqual(contents);
}, 120_000);

test("all pages of a site get another form, each as if it had been made in it", async () => {
  const [changed, fresh] = [join(folder, "changed"), join(folder, "fresh")];
  const after = await styleOf({...plainHouse, feedback: "desk@notes.example"});
  await shelve(changed, await styleOf(plainHouse), each(notes));
  await shelve(changed, after, []);
  await shelve(fresh, after, each(notes));
  expect(await contentsOf(changed)).toEqual(await contentsOf(fresh));
}, 120_000);

test("a template that fails at one of many is named with its place, and those before are there", async () => {
  const [out, templates] = [join(folder, "failing"), join(folder, "templates")];
  mkdirSync(templates);
  const fails = `{{#if (is id "${notes[23]?.id}")}}{{titel}}{{/if}}`;
  const note = readFileSync("templates/site/note.hbs", "utf8");
  writeFileSync(join(templates, "note.hbs"), `${fails}${note}`);
  const shelved = shelve(out, await styleOf(plainHouse, templates), each(notes));
  await expect(shelved).rejects.toThrow(UsageError);
  await expect(shelved).rejects.toThrow(/note\.hbs:1:\d+: there is no field "titel"/);
  const there = notes.map(({id}) => existsSync(join(out, id, "index.html")));
  expect(there).toEqual(notes.map((_, i) => i < 23));
}, 120_000);
