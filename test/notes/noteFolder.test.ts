import {spawn} from "node:child_process";
import {once} from "node:events";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {basename, dirname, join} from "node:path";
import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {thisProcess} from "../../src/disk/temporaryFolder.ts";
import {Conflict} from "../../src/model/errors.ts";
import {editedFiles, type Writing, writeNote} from "../../src/notes/noteFolder.ts";
import {writtenFile} from "../../src/notes/written.ts";
import {digests, filesBelow, temporary} from "../cli/support.ts";

const module = new URL("../../src/notes/noteFolder.ts", import.meta.url).href;
const owner = {asset: "gadget", locale: "en"};
const files = {
  "note.md": "one",
  "note.html": "<p>one",
  "charts/a.svg": "<a>",
  "evidence.json": "{}",
};

let place: ReturnType<typeof temporary>;
let folder: string;
beforeEach(() => {
  place = temporary();
  folder = join(place.path, "2026-03-20-gadget");
});
afterEach(() => place[Symbol.dispose]());

const write = (
  some: Readonly<Record<string, string>> = files,
  {force = false, ...more}: {force?: boolean} & Partial<Pick<Writing, "owner" | "text">> = {},
) => writeNote(folder, {owner, files: new Map(Object.entries(some)), ...more}, {force});
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), {recursive: true});
  writeFileSync(join(folder, path), text);
};
const read = (path: string) => readFileSync(join(folder, path), "utf8");
const there = () => filesBelow(folder).filter(path => path !== writtenFile);

describe("a note made again", () => {
  test.each([
    ["charts", "charts"],
    [".assay", ".assay"],
    ["note.md", "note.md"],
    ["note.html", "page.html"],
    ["charts/a.svg", "a.svg"],
  ])("is not written through a link at %s, not even by force", async (link, name) => {
    await write();
    const elsewhere = join(place.path, "elsewhere", name);
    mkdirSync(dirname(elsewhere));
    renameSync(join(folder, link), elsewhere);
    symlinkSync(elsewhere, join(folder, link));
    const before = digests(dirname(elsewhere));
    for (const some of [files, {...files, "charts/a.svg": "<b>", "evidence.json": "[]"}])
      for (const force of [false, true]) {
        const failed = await write(some, {force}).catch(error => error);
        expect(failed).toBeInstanceOf(Conflict);
        expect(failed.message).toContain(`${join(folder, link)} is a symbolic link`);
      }
    expect(digests(dirname(elsewhere))).toEqual(before);
  });

  test("keeps files that it did not write, wherever they lie", async () => {
    await write();
    put("remarks.txt", "mine");
    put("charts/mine.svg", "mine");
    put("pictures/deep/own.png", "mine");
    symlinkSync("remarks.txt", join(folder, "link"));
    await write({...files, "note.md": "two", "evidence.json": "[]"});
    expect(read("note.md")).toBe("two");
    for (const path of ["remarks.txt", "charts/mine.svg", "pictures/deep/own.png", "link"])
      expect(read(path)).toBe("mine");
    expect(await editedFiles(folder)).toEqual([]);
  });

  test.each(["note.md", "note.html", "charts/a.svg", "evidence.json"])(
    "refuses to overwrite %s that a person has changed, and overwrites it by force",
    async path => {
      await write();
      put(path, "by hand");
      const next = {...files, [path]: "new"};
      const refused = await write(next).catch(error => error);
      expect(refused).toBeInstanceOf(Conflict);
      expect(refused.exitCode).toBe(6);
      expect(refused.message).toContain(join(folder, path));
      expect(refused.message).toMatch(/--force/);
      expect(read(path)).toBe("by hand");
      expect(await editedFiles(folder)).toEqual([path]);
      await write(next, {force: true});
      expect(read(path)).toBe("new");
      expect(await editedFiles(folder)).toEqual([]);
    },
  );

  test("does not print beside a text that a person has changed, in whatever form", async () => {
    await write();
    put("note.md", "by hand");
    const {"note.md": _, ...pages} = files;
    await expect(write(pages)).rejects.toThrow(/note\.md was changed/);
  });

  test("of the same draft, leaves the forms that are not made now where they are", async () => {
    await write();
    await write({"note.md": "one", "evidence.json": "{}", "charts/a.svg": "<a>"});
    expect(there()).toEqual(Object.keys(files).toSorted());
  });

  test("of another draft, takes away the forms that would belie it", async () => {
    await write();
    await write({"note.md": "two", "evidence.json": "[2]"});
    expect(there()).toEqual(["evidence.json", "note.md"]);
  });

  test("of another draft, does not take away what a person has changed", async () => {
    await write();
    put("note.html", "by hand");
    await expect(write({"note.md": "two", "evidence.json": "[2]"})).rejects.toThrow(/note\.html/);
    expect(read("note.html")).toBe("by hand");
  });

  test("makes again what a person has removed", async () => {
    await write();
    rmSync(join(folder, "note.html"));
    await write();
    expect(read("note.html")).toBe("<p>one");
  });

  test("overwrites nothing where the record is gone, damaged or false", async () => {
    for (const record of ["", "{", '{"schema":"assay/written@1","owner":{},"files":{}}']) {
      await write(files, {force: true});
      put(writtenFile, record);
      await expect(write({...files, "note.md": "two"})).rejects.toThrow(Conflict);
      expect(read("note.md")).toBe("one");
    }
  });

  test("removes nothing outside its folder, whatever the record says", async () => {
    await write();
    const outside = join(place.path, "precious");
    writeFileSync(outside, "x");
    const record = JSON.parse(read(writtenFile));
    for (const path of ["../precious", outside, "charts/../../precious", "..\\precious"]) {
      put(
        writtenFile,
        JSON.stringify({...record, files: {...record.files, [path]: record.files["note.md"]}}),
      );
      await write({...files, "evidence.json": "[3]"}, {force: true});
      expect(readFileSync(outside, "utf8")).toBe("x");
    }
  });

  test("removes no folder of a person's, whatever the record says", async () => {
    await write();
    put("mine/remarks.txt", "x");
    for (const digest of ["no plain file", "", "undefined"]) {
      const record = JSON.parse(read(writtenFile));
      put(writtenFile, JSON.stringify({...record, files: {...record.files, mine: digest}}));
      await write({...files, "evidence.json": "[3]"}, {force: true});
      expect(read("mine/remarks.txt")).toBe("x");
    }
  });

  test.each([
    {asset: "gadget-morning", locale: "en"},
    {asset: "gadget", edition: "morning", locale: "en"},
    {asset: "gadget", locale: "tr"},
  ])("does not take the place of another note, not even by force: %o", async other => {
    await write();
    for (const force of [false, true])
      await expect(write(files, {owner: other, force})).rejects.toThrow(
        /holds the note on gadget, in en/,
      );
    expect(read("note.md")).toBe("one");
  });
});

test("a text that a person has changed is put back with its disclosure, and stays theirs", async () => {
  await write();
  put("note.md", "by hand");
  const printed = {...files, "note.md": "by hand, disclosed", "note.html": "<p>by hand"};
  await write(printed, {text: {path: "note.md", read: "by hand", edited: true}});
  expect(read("note.md")).toBe("by hand, disclosed");
  expect(await editedFiles(folder)).toEqual(["note.md"]);
  await expect(write()).rejects.toThrow(/note\.md was changed/);
  // Changed again after it was read: it is not overwritten.
  put("note.md", "and again");
  const late = write(printed, {text: {path: "note.md", read: "by hand, disclosed", edited: true}});
  await expect(late).rejects.toThrow(/note\.md was changed/);
});

test("a run that was killed between its two renames has lost nothing", async () => {
  await write();
  put("remarks.txt", "mine");
  const gone = thisProcess().replace(/-\d+-/, "-999999999-");
  renameSync(folder, join(place.path, `.assay-aside-${gone}-0f~2026-03-20-gadget`));
  await write({...files, "note.md": "two"});
  expect(read("note.md")).toBe("two");
  expect(read("remarks.txt")).toBe("mine");
  expect(filesBelow(place.path).filter(path => path.includes("aside"))).toEqual([]);
});

test("whatever is written, edited, removed and written again, nobody's words are lost", async () => {
  const path = fc.constantFrom("note.md", "note.html", "charts/a.svg", "evidence.json", "own.txt");
  const step = fc.oneof(
    fc.record({
      kind: fc.constant("write" as const),
      version: fc.nat(3),
      forms: fc.subarray(Object.keys(files)),
    }),
    fc.record({kind: fc.constant("edit" as const), path, words: fc.string()}),
    fc.record({kind: fc.constant("remove" as const), path}),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, {maxLength: 8}), async steps => {
      rmSync(folder, {recursive: true, force: true});
      const mine = new Map<string, string>();
      for (const [i, one] of steps.entries()) {
        if (one.kind === "write") {
          const some = new Map(one.forms.map(form => [form, `${form} ${one.version}`]));
          await writeNote(folder, {owner, files: some}).catch(error => {
            if (!(error instanceof Conflict)) throw error;
          });
        } else if (one.kind === "edit") {
          const words = `mine ${i} ${one.words}`;
          put(one.path, words);
          mine.set(one.path, words);
        } else {
          rmSync(join(folder, one.path), {force: true});
          mine.delete(one.path);
        }
        for (const [edited, words] of mine) expect(read(edited)).toBe(words);
      }
    }),
    {numRuns: 60},
  );
}, 60_000);

test("many processes at once into one folder all succeed, and take nothing of a person's along", async () => {
  await write();
  put("remarks.txt", "mine");
  const script = `import {writeNote} from ${JSON.stringify(module)};
    for (let i = 0; i < 40; i++) {
      const version = (i * Number(process.argv[1])) % 5;
      const files = new Map([["note.md", "# " + version], ["evidence.json", "[" + version + "]"]]);
      await writeNote(${JSON.stringify(folder)}, {owner: ${JSON.stringify(owner)}, files});
    }`;
  const ended = ["1", "2", "3", "4"].map(async seed => {
    const run = spawn(process.execPath, ["--input-type=module", "-e", script, seed], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    const said = run.stderr.setEncoding("utf8").toArray();
    await once(run, "close");
    return (await said).join("");
  });
  expect(await Promise.all(ended)).toEqual(["", "", "", ""]);
  expect(read("remarks.txt")).toBe("mine");
  expect(read("evidence.json")).toBe(`[${read("note.md").slice(2)}]`);
  expect(await editedFiles(folder)).toEqual([]);
  expect(readdirSync(place.path)).toEqual([basename(folder)]);
}, 120_000);

test("many runs at once into one folder all succeed, and leave what others put there", async () => {
  await write();
  put("remarks.txt", "mine");
  const runs = Array.from({length: 6}, (_, i) =>
    write({...files, "note.md": `version ${i}`, "evidence.json": `[${i}]`}),
  );
  await Promise.all(runs);
  expect(read("note.md")).toMatch(/^version \d$/);
  expect(read("evidence.json")).toBe(`[${read("note.md").slice(-1)}]`);
  expect(read("remarks.txt")).toBe("mine");
  expect(await editedFiles(folder)).toEqual([]);
  expect(filesBelow(place.path).filter(path => path.startsWith(".assay-"))).toEqual([]);
});

test("a person who saves while the note is made again loses nothing", async () => {
  await write();
  for (let i = 0; i < 30; i++) {
    const running = write({...files, "note.html": `<p>${i}`}).catch(error => {
      if (!(error instanceof Conflict)) throw error;
    });
    await new Promise(resolve => setTimeout(resolve, i % 10));
    const saved = (() => {
      try {
        writeFileSync(join(folder, "remarks.txt"), `mine ${i}`);
        return true;
      } catch {
        return false; // in the moment in which there is no folder, and the editor says so
      }
    })();
    await running;
    if (saved) expect(read("remarks.txt")).toBe(`mine ${i}`);
  }
});
