import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {readFrontMatter} from "../../src/markdown/frontMatter.ts";
import {TargetRefused, UsageError} from "../../src/model/errors.ts";
import type {Flavour} from "../../src/model/form.ts";
import {flavours} from "../../src/model/form.ts";
import {approvedReading} from "../../src/publish/approved.ts";
import {compare} from "../../src/publish/compare.ts";
import {decide} from "../../src/publish/decide.ts";
import {openFiles} from "../../src/publish/files.ts";
import type {Release} from "../../src/publish/release.ts";
import type {Journal, Ours, Target} from "../../src/publish/target.ts";
import {filesBelow} from "../cli/support.ts";
import {releaseOf, sampleNote} from "./sampleRelease.ts";

let release: Release;
let corrected: Release;
let retracted: Release;

beforeAll(async () => {
  const note = await sampleNote();
  release = releaseOf(note);
  corrected = releaseOf(note, {
    version: 2,
    kind: "corrected",
    text: note.text.replace("##", "A sentence more.\n\n##"),
    corrections: [{at: "2025-07-03T10:00:00Z", wrong: "4 %", right: "5 %", version: 2}],
    updatedAt: "2025-07-03T10:00:00.000Z",
  });
  retracted = releaseOf(note, {
    version: 3,
    kind: "retracted",
    retraction: {at: "2025-07-04T10:00:00Z", reason: "The data were another coin's."},
  });
});

/** Where each generator has its posts, below its project. */
const folders: Record<Flavour, string> = {
  hugo: "content/notes",
  eleventy: "notes",
  astro: "src/content/notes",
  jekyll: "notes",
};
const journal: Journal = {
  once: (_, __, act) => act(false),
  hold: async () => {},
  past: async () => [],
};

function project(flavour: Flavour) {
  const root = mkdtempSync(join(tmpdir(), "assay-posts-"));
  const target = openFiles(
    "blog",
    {kind: "files", flavour, out: folders[flavour]},
    {env: process.env, house: release.house, folder: root, now: () => new Date()},
  );
  return {root, target, [Symbol.dispose]: () => rmSync(root, {recursive: true, force: true})};
}

/** As the publisher does where nothing is in the way. */
async function publish(target: Target, one: Release) {
  const standing = await target.look(one, undefined);
  if (standing.state === "foreign") throw new Error(`taken: ${standing.address}`);
  return target.put(one, standing, journal);
}

const visible = (root: string) => filesBelow(root).filter(path => !path.includes(".assay/"));

describe.each(flavours)("%s", flavour => {
  test("finds its post, its pictures and what is linked, and nothing raw beside them", async () => {
    using at = project(flavour);
    expect(await at.target.look(release, undefined)).toEqual({state: "absent"});
    const receipt = await publish(at.target, release);
    const paths = visible(at.root);
    // A generator shows one drawing of each chart; that for a phone and the data stay behind.
    const beside = [...release.files.keys()].filter(
      path =>
        /^charts\/.*(?<!-narrow)\.svg$/.test(path) ||
        /^(?:note\.pdf|evidence\.json|card\.png)$/.test(path),
    );
    expect(beside.length).toBe(5 + 3);
    expect(paths).toHaveLength(beside.length + 1);
    for (const path of beside) expect(paths.some(one => one.endsWith(path))).toBe(true);
    expect(paths.join()).not.toMatch(/note\.html|note\.md|snapshot|answers/);
    const post = readFileSync(
      join(at.root, paths.find(path => path.endsWith(".md")) ?? ""),
      "utf8",
    );
    const {data, body, problems} = readFrontMatter(post);
    expect(problems).toEqual([]);
    expect(data).toMatchObject({
      title: release.about.title,
      description: release.about.description,
      slug: release.id,
      lang: "en",
      tags: release.about.tags,
      assay: {id: release.id, version: 1, digest: release.digest},
    });
    expect(body).not.toMatch(/^# /m);
    expect(receipt).toMatchObject({id: release.id, digest: release.digest, stored: post});
    expect(await at.target.look(release, receipt)).toEqual({state: "ours", receipt, shown: true});
    const read = await at.target.read(release, receipt);
    expect(compare(approvedReading(release), read!)).toEqual([]);
  });

  test("is given a correction in its place, and a notice in place of a note that is retracted", async () => {
    using at = project(flavour);
    const first = await publish(at.target, release);
    const again = await publish(at.target, corrected);
    expect(again.address).toBe(first.address);
    expect(again.stored).toContain("> **Corrected on 3 July 2025:** was “4 %”, is “5 %”.");
    expect(compare(approvedReading(corrected), (await at.target.read(corrected, again))!)).toEqual(
      [],
    );
    const last = await publish(at.target, retracted);
    expect(visible(at.root)).toHaveLength(1);
    expect(last.stored).toContain("This note was retracted on 4 July 2025");
    expect(last.stored).not.toContain("##");
    expect(compare(approvedReading(retracted), (await at.target.read(retracted, last))!)).toEqual(
      [],
    );
  });

  test("says of a post that a person has changed that it was, and does not write over it unseen", async () => {
    using at = project(flavour);
    const receipt = await publish(at.target, release);
    const path = visible(at.root).find(one => one.endsWith(".md")) ?? "";
    writeFileSync(join(at.root, path), `${receipt.stored}\nMine.\n`);
    const standing = (await at.target.look(corrected, receipt)) as Ours;
    expect(await at.target.compose(release, standing)).toBe(receipt.stored);
    expect(standing.receipt.stamp).not.toBe(receipt.stamp);
    expect(standing.receipt.stored).toContain("Mine.");
    // Seen before it was changed.
    const before = {state: "ours" as const, receipt, shown: true};
    await expect(at.target.put(corrected, before, journal)).rejects.toThrow(TargetRefused);
    expect(readFileSync(join(at.root, path), "utf8")).toContain("Mine.");
    // Seen, and ordered all the same.
    await at.target.put(corrected, standing, journal);
    expect(readFileSync(join(at.root, path), "utf8")).not.toContain("Mine.");
  });

  test("says of a file beside the post that a person has changed or removed that it was", async () => {
    using at = project(flavour);
    const receipt = await publish(at.target, release);
    const beside = visible(at.root).filter(one => !one.endsWith(".md"));
    expect(beside.length).toBeGreaterThan(1);
    const [changed = "", removed = ""] = beside;
    writeFileSync(join(at.root, changed), "theirs");
    rmSync(join(at.root, removed));
    const standing = await at.target.look(corrected, receipt);
    const record = {receipt, begun: new Set<string>()};
    const leave = {again: false, overwrite: false};
    const decision = decide(standing, corrected, record, leave);
    expect(decision).toMatchObject({do: "ask", for: "overwrite"});
    const theirs =
      "over" in decision && "receipt" in decision.over ? decision.over.receipt.stored : "";
    expect(theirs).toContain(`${basename(changed)}: now `);
    expect(theirs).toContain(`${basename(removed)}: removed)`);
  });

  test("keeps what is not ours: another's post, another's file, a link, and files that a person added", async () => {
    using at = project(flavour);
    const receipt = await publish(at.target, release);
    const paths = visible(at.root);
    const post = paths.find(one => one.endsWith(".md")) ?? "";
    for (const path of paths) {
      using other = project(flavour);
      mkdirSync(dirname(join(other.root, path)), {recursive: true});
      writeFileSync(join(other.root, path), "---\ntitle: Theirs\n---\n");
      const standing = await other.target.look(release, undefined);
      expect(standing).toMatchObject({state: "foreign", address: join(other.root, path)});
      await expect(other.target.put(release, {state: "absent"}, journal)).rejects.toThrow(path);
      expect(visible(other.root)).toEqual([path]);
    }
    {
      using other = project(flavour);
      mkdirSync(join(other.root, "elsewhere"));
      const way = post.split("/").slice(0, -1).join("/");
      mkdirSync(dirname(join(other.root, way)), {recursive: true});
      symlinkSync(join(other.root, "elsewhere"), join(other.root, way));
      await expect(publish(other.target, release)).rejects.toThrow("symbolic link");
      expect(filesBelow(join(other.root, "elsewhere"))).toEqual([]);
    }
    const card = paths.find(one => one.endsWith("card.png")) ?? "";
    const own = join(dirname(join(at.root, card)), "own.png");
    writeFileSync(own, "mine");
    await publish(at.target, retracted);
    expect(readFileSync(own, "utf8")).toBe("mine");
    rmSync(join(at.root, post));
    expect(await at.target.look(release, receipt)).toEqual({state: "gone"});
  });
});

test("a folder that a generator has no posts in is refused with one that it would have them in", () => {
  const open = (flavour: Flavour, out: string) => () =>
    openFiles(
      "blog",
      {kind: "files", flavour, out},
      {env: {}, house: release.house, folder: "/blog", now: () => new Date()},
    );
  expect(open("astro", "content/notes")).toThrow(UsageError);
  expect(open("jekyll", "_posts")).toThrow("name the folder above it");
});

test("a rehearsal tells each file, and writes none", async () => {
  using at = project("hugo");
  const {parts} = await at.target.rehearse(release);
  expect(parts.find(({what}) => what.endsWith("index.md"))?.body).toContain(release.digest);
  expect(parts.every(({bytes}) => bytes > 0)).toBe(true);
  expect(existsSync(join(at.root, "content"))).toBe(false);
});
