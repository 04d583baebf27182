import {readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {z} from "zod";
import {layProject} from "../desk/process.ts";
import {temporary as storeFolder} from "../store/testStore.ts";
import {asOf} from "./madeUpData.ts";
import {assay, expectRefusal, filesBelow, temporary} from "./support.ts";

const place = temporary();
let store: string;
let note: string;
beforeAll(async () => {
  store = storeFolder();
  layProject(place.path, {
    targets: {
      site: {kind: "site", out: "public", url: "https://notes.example"},
      blog: {kind: "ghost", url: "https://blog.example", keyFrom: "GHOST_ADMIN_KEY"},
    },
  });
  const made = await assay(place.path, ["note", "gadget", "--as-of", asOf, "--json"]);
  expect(made.stderr).not.toContain("error:");
  const [folder = ""] = readdirSync(join(place.path, "output"));
  note = join("output", folder);
});
afterAll(() => {
  place[Symbol.dispose]();
  rmSync(store, {recursive: true, force: true});
});

const run = (...args: string[]) => assay(place.path, [...args, "--store", store]);
const answer = z.object({
  draft: z.string(),
  publications: z.array(
    z.object({
      target: z.string(),
      state: z.string(),
      standing: z.int().optional(),
      address: z.string().optional(),
      reason: z.unknown().optional(),
      differences: z.array(z.unknown()).optional(),
    }),
  ),
});
const publicPages = () => filesBelow(join(place.path, "public"));
const isPage = (path: string) => /^[^/]*gadget\/index\.html$/.test(path);
const page = () => {
  const path = publicPages().find(isPage) ?? "";
  return readFileSync(join(place.path, "public", path), "utf8");
};

test("what cannot be done is refused before anything is kept", async () => {
  expectRefusal(await run("publish", note, "--to", "sight", "--yes"), 2, "there are site, blog");
  expectRefusal(await run("publish", note, "--to", "blog", "--yes"), 2, "GHOST_ADMIN_KEY");
  expectRefusal(await run("publish", note, "--to", "site"), 2, "--yes");
  expectRefusal(
    await run("publish", note, "--to", "site", "--at", "tomorrow", "--yes"),
    2,
    "is no instant",
  );
  expectRefusal(await run("correct", note, "--refile", "--yes"), 2, "never published");
});

test("a text with faults goes out only with a reason for each", async () => {
  const file = join(place.path, note, "note.md");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("## Method", "It rose by 77.7% in a day.\n\n## Method"));
  const publish = (...accept: string[]) =>
    run("publish", note, "--to", "site", "--dry-run", ...accept.flatMap(one => ["--accept", one]));
  const refused = await publish();
  expectRefusal(refused, 5, "77.7%", "--accept");
  const ids = [...refused.stderr.matchAll(/^ {2}(\S+) {2}.*note\.md:\d+/gm)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(0);
  expectRefusal(await publish("nothing=so"), 2, "no such fault");
  expectRefusal(await publish(`${ids[0]}=`), 2, "why it stands");
  expect(await publish(...ids.map(id => `${id}=The exchange says so`))).toMatchObject({code: 0});
  writeFileSync(file, text);
});

test("a rehearsal shows each part, and writes nothing", async () => {
  const shown = await run("publish", note, "--to", "site", "--dry-run");
  expect(shown).toMatchObject({code: 0});
  expect(shown.stdout).toContain("index.html");
  expect(() => publicPages()).toThrow();
});

test("a note is published and corrected by one person, each once", async () => {
  const first = await run("publish", note, "--to", "site", "--yes", "--json");
  expect(first.stderr).not.toContain("error:");
  expect(first.code).toBe(0);
  const published = answer.parse(JSON.parse(first.stdout));
  expect(published.publications).toMatchObject([
    {target: "site", state: "published", standing: 1, differences: []},
  ]);
  // The same command again finds it done.
  const again = await run("publish", note, "--to", "site", "--yes", "--json");
  expect(answer.parse(JSON.parse(again.stdout))).toEqual(published);
  const file = join(place.path, note, "note.md");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("## Method", "## How it was made"));
  expectRefusal(await run("publish", note, "--to", "site", "--yes"), 6, "assay correct");
  const told = (wrong: string, right: string) =>
    run("correct", note, "--wrong", wrong, "--right", right, "--yes");
  expectRefusal(
    await told("A method of mine", "How it was made"),
    2,
    "--wrong “A method of mine” must",
  );
  expectRefusal(await told("Method", "How it is made"), 2, "nearest stand there “How it was made”");
  const words = ["--wrong", "Method", "--right", "How it was made"];
  const corrected = await run("correct", note, ...words, "--yes", "--json");
  expect(corrected.stderr).not.toContain("error:");
  expect(answer.parse(JSON.parse(corrected.stdout))).toMatchObject({
    draft: published.draft,
    publications: [{state: "published", standing: 2}],
  });
  expect(page()).toContain("How it was made");
});

test("what somebody has edited there is let be, until that is written over", async () => {
  const path = join(place.path, "public", publicPages().find(isPage) ?? "");
  writeFileSync(path, page().replace("</h1>", "!</h1>"));
  const file = join(place.path, note, "note.md");
  writeFileSync(file, readFileSync(file, "utf8").replace("## How it", "## The way it"));
  const asked = await run("correct", note, "--refile", "--yes");
  expect(asked).toMatchObject({code: 6});
  expect(asked.stdout).toMatch(/^site: refused.*somebody has changed it.*--overwrite.*--leave/);
  expectRefusal(await run("publish", note, "--to", "site", "--leave", "--again"), 2, "alone");
  const left = await run("publish", note, "--to", "site", "--leave");
  expect(left).toMatchObject({code: 0});
  expect(left.stdout).toMatch(/^site: left/);
  expect((await run("publish", note, "--to", "site", "--overwrite", "--yes")).code).toBe(0);
  expect(page()).toContain("The way it");
});

test("a note is retracted, and a notice stands in its place", async () => {
  const retracted = await run("retract", note, "--reason", "It was of another coin", "--yes");
  expect(retracted).toMatchObject({code: 0});
  expect(retracted.stdout).toContain("site: published, version 4");
  expect(page()).toContain("It was of another coin");
  expect(page()).not.toContain("The way it");
});
