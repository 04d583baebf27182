import {execFileSync} from "node:child_process";
import {mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {asOf, lay, madeUp} from "./madeUpData.ts";
import {assay, digests, expectRefusal, filesBelow, temporary} from "./support.ts";

const place = temporary();
const folder = join(place.path, "output", "2026-03-20-gadget");
const source = ["--source", "files", "--data", "data", "--as-of", asOf, "--quiet"];
const note = (...args: string[]) => assay(place.path, ["note", "gadget", ...source, ...args]);
const run = (...args: string[]) => assay(place.path, [...args, folder]);
const path = join(folder, "note.md");
const read = (name = "note.md") => readFileSync(join(folder, name), "utf8");

let written: string;
let pages: Record<string, string>;
beforeAll(async () => {
  lay(join(place.path, "data"), madeUp());
  expect(await note()).toMatchObject({code: 0});
  written = read();
  pages = {html: read("note.html"), pdf: readFileSync(join(folder, "note.pdf"), "latin1")};
});
afterAll(() => place[Symbol.dispose]());

test("a note that nobody has changed is printed to the same bytes", async () => {
  const before = digests(folder);
  const {code, stdout} = await run("render", "--json", "--quiet");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({edited: false, faults: []});
  expect(digests(folder)).toEqual(before);
});

test("one that a person has changed is checked and printed, and says so in text, page and PDF", async () => {
  const edited = written.replace(/^# (.*)$/m, "# A quiet week for the gadget");
  writeFileSync(path, edited);
  writeFileSync(join(folder, "remarks.txt"), "mine");
  const {code, stdout} = await run("render", "--json", "--quiet");
  const {faults} = JSON.parse(stdout);
  expect(code).toBe(faults.length > 0 ? 5 : 0);
  expect(read()).toContain("a person has changed it since");
  expect(read("note.html")).toContain("a person has changed it since");
  expect(read("note.html")).toContain("<title>A quiet week for the gadget</title>");
  expect(read("note.html")).toContain('property="og:title" content="A quiet week for the gadget"');
  expect(readFileSync(join(folder, "note.pdf"), "latin1")).not.toBe(pages.pdf);
  expect(read("remarks.txt")).toBe("mine");
  const again = digests(folder);
  await run("render", "--quiet");
  expect(digests(folder)).toEqual(again);
});

test("the note is not made again over it, in no form, and the refusal says what to do", async () => {
  const before = digests(folder);
  for (const format of ["md", "html", "md,html,pdf"])
    expectRefusal(
      await note("--format", format),
      6,
      "note.md was changed",
      "assay render",
      "--force",
    );
  expect(digests(folder)).toEqual(before);
});

test("a replay tells the edit from a difference of the program", async () => {
  const same = await run("replay", "--json", "--quiet");
  expect(same.code).toBe(6);
  expect(JSON.parse(same.stdout)).toMatchObject({edited: ["note.md"], differing: []});
  expect(same.stderr).toMatch(/note\.md was changed .* comes out the same/);
});

test("a change that is taken back is forgotten, and the pages say so", async () => {
  const [changed, before] = [read(), digests(folder)];
  writeFileSync(path, changed.replace(/^# .*$/m, written.match(/^# .*$/m)?.[0] ?? ""));
  const {code, stdout} = await run("render", "--json", "--quiet");
  expect({code, ...JSON.parse(stdout)}).toMatchObject({code: 0, edited: false});
  expect({text: read(), html: read("note.html")}).toEqual({text: written, html: pages.html});
  expect(await run("replay", "--quiet")).toMatchObject({code: 0});
  writeFileSync(path, changed);
  await run("render", "--quiet");
  expect(digests(folder)).toEqual(before);
});

test("a text that is not UTF-8 is refused, and not a byte of it changed, not even by force", async () => {
  const whole = readFileSync(path);
  const latin = Buffer.concat([whole, Buffer.from("\nS\xe3o Tom\xe9\n", "latin1")]);
  writeFileSync(path, latin);
  for (const more of [[], ["--force"]])
    expectRefusal(await run("render", ...more), 2, "note.md is not UTF-8");
  expect(readFileSync(path)).toEqual(latin);
  writeFileSync(path, whole);
});

test("an empty text is refused, and the pages stay", async () => {
  const whole = readFileSync(path);
  for (const text of ["", whole.subarray(0, whole.indexOf("\n---\n") + 5)]) {
    writeFileSync(path, text);
    const before = digests(folder);
    expectRefusal(await run("render"), 2, "is empty, and there is nothing to print");
    expect(digests(folder)).toEqual(before);
  }
  writeFileSync(path, whole);
});

test.skipIf(process.platform === "win32")(
  "what is no file is not read in a text's place, nor waited for",
  async () => {
    const whole = readFileSync(path);
    rmSync(path);
    const others: [string, () => void][] = [
      ["a pipe", () => execFileSync("mkfifo", [path])],
      ["a device", () => symlinkSync("/dev/zero", path)],
      ["a directory", () => mkdirSync(path)],
    ];
    for (const [kind, lay] of others) {
      lay();
      for (const command of ["render", "replay"])
        expectRefusal(await run(command), 2, `note.md is ${kind}`);
      expectRefusal(await assay(place.path, ["check", path]), 2, `note.md is ${kind}`);
      rmSync(path, {recursive: true});
    }
    writeFileSync(path, whole);
  },
);

test("a folder is printed from within it and by a link to it, as by its name", async () => {
  const before = digests(folder);
  const link = join(place.path, "link");
  symlinkSync(folder, link);
  await assay(place.path, ["render", link, "--quiet"]);
  expect(digests(folder)).toEqual(before);
  expect(digests(link)).toEqual(before);
  const within = await assay(folder, ["render", ".", "--quiet"]);
  expect(within.stderr).not.toContain("error:");
  expect(digests(folder)).toEqual(before);
});

test("with --force it is made again, and what is not the program's stays", async () => {
  expect(await note("--force")).toMatchObject({code: 0});
  expect(read()).toBe(written);
  expect(read("note.html")).toBe(pages.html);
  expect(read("remarks.txt")).toBe("mine");
  expect(await run("replay", "--quiet")).toMatchObject({code: 0});
});

test("--format md leaves page and PDF of the same draft where they are", async () => {
  const before = digests(folder);
  expect(await note("--format", "md")).toMatchObject({code: 0});
  expect(digests(folder)).toEqual(before);
});

test("a page that a person has changed is not printed over", async () => {
  writeFileSync(join(folder, "note.html"), `${pages.html}<!-- mine -->`);
  expectRefusal(await run("render"), 6, "note.html was changed");
  expect(read("note.html")).toContain("<!-- mine -->");
  expect(await run("render", "--force", "--quiet")).toMatchObject({code: 0});
});

test("what was gathered is kept beside a note that could not be written, and serves to make it", async () => {
  writeFileSync(path, "mine");
  const refused = await assay(place.path, [
    "note",
    "gadget",
    ...source.slice(0, -1),
    "--format",
    "md",
  ]);
  expect(refused.code).toBe(6);
  const [, kept] = /--data (\S+) goes on/.exec(refused.stderr) ?? [];
  expect(filesBelow(join(place.path, kept ?? ""))).toContain("manifest.json");
  expect(await note("--format", "md", "--edition", "snapshot")).toMatchObject({code: 0});
  const on = ["note", "gadget", "--source", "snapshot", "--data", kept ?? "", "--format", "md"];
  expect(await assay(place.path, [...on, "--force", "--quiet"])).toMatchObject({code: 0});
  expect(read()).toBe(written);
});

test.each([
  ["a folder that is none", () => join(place.path, "nowhere")],
  ["a bare snapshot", () => join(folder, "snapshot")],
])("%s is refused, and what is needed said", async (_, where) => {
  expectRefusal(await assay(place.path, ["render", where()]), 2, "no note in");
});

test("a damaged draft is refused by its name", async () => {
  const draft = join(folder, ".assay", "draft.json");
  const whole = readFileSync(draft, "utf8");
  writeFileSync(draft, whole.slice(0, 200));
  expectRefusal(await run("render"), 3, "draft.json is not JSON");
  writeFileSync(draft, "{}");
  expectRefusal(await run("render"), 3, "draft.json is not a draft of a note");
  writeFileSync(draft, whole);
  rmSync(path);
  expectRefusal(await run("render"), 2, "note.md cannot be read");
});

test("editions, locales and coins never take each other's place", async () => {
  const made = [
    ["--edition", "morning"],
    ["--locale", "tr"],
    ["--edition", "morning", "--locale", "tr"],
  ];
  for (const more of made) expect(await note("--format", "md", ...more)).toMatchObject({code: 0});
  for (const id of ["-morning", "-tr", "-morning-tr"])
    expect(filesBelow(join(place.path, "output", `2026-03-20-gadget${id}`))).toContain("note.md");
  expectRefusal(
    await note("--format", "md", "--edition", "tr"),
    6,
    "holds the note on gadget, in tr",
  );
  expectRefusal(await note("--edition", "../x"), 2, "not an edition's name");
  // Printed where the record is gone, it is still the note of its edition.
  const morning = join(place.path, "output", "2026-03-20-gadget-morning");
  rmSync(join(morning, ".assay", "written.json"));
  expect(await assay(place.path, ["render", morning, "--quiet"])).toMatchObject({code: 0});
  expect(await note("--format", "md", "--edition", "morning")).toMatchObject({code: 0});
});
