import {spawn} from "node:child_process";
import {once} from "node:events";
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {FaultsFound, RenderingFailed} from "../../src/model/errors.ts";
import {replaceFolder, writeFiles} from "../../src/notes/folder.ts";
import {digests, filesBelow, temporary} from "../cli/support.ts";

const module = new URL("../../src/notes/folder.ts", import.meta.url).href;
let place: ReturnType<typeof temporary>;
let target: string;
beforeEach(() => {
  place = temporary();
  target = join(place.path, "output", "note");
});
afterEach(() => place[Symbol.dispose]());

const filled = (text: string) => (folder: string) =>
  writeFiles(
    folder,
    new Map([
      ["note.md", text],
      ["charts/a.svg", text],
    ]),
  );

test("a folder and those above it are made; a second writing replaces the whole of it", async () => {
  await replaceFolder(target, filled("one"));
  writeFileSync(join(target, "old.txt"), "old");
  await replaceFolder(target, filled("two"));
  expect(filesBelow(place.path)).toEqual(["output/note/charts/a.svg", "output/note/note.md"]);
  expect(readFileSync(join(target, "note.md"), "utf8")).toBe("two");
});

test("a writing that fails leaves what was there, and its own error stands", async () => {
  await replaceFolder(target, filled("one"));
  const before = digests(place.path);
  const fail = (error: Error) => async (folder: string) => {
    await filled("two")(folder);
    throw error;
  };
  const bug = new TypeError("mine");
  await expect(replaceFolder(target, fail(bug))).rejects.toBe(bug);
  const fault = new FaultsFound("found");
  await expect(replaceFolder(target, fail(fault))).rejects.toBe(fault);
  expect(digests(place.path)).toEqual(before);
  expect(readdirSync(join(place.path, "output"))).toEqual(["note"]);
});

test.each([
  ["file/note", "a file stands where a folder should be"],
  ["file/below/note", "a file stands where a folder should be"],
  ["output/file", "a file stands where a folder should be"],
  [`output/${"x".repeat(300)}`, "ENAMETOOLONG"],
  ["/proc/assay/note", "cannot be made"],
])("%s cannot be written: the message says why and what to do", async (path, says) => {
  writeFileSync(join(place.path, "file"), "mine");
  mkdirSync(join(place.path, "output"));
  writeFileSync(join(place.path, "output/file"), "mine");
  const before = digests(place.path);
  const failed = await replaceFolder(
    join(path.startsWith("/") ? "" : place.path, path),
    filled("x"),
  )
    .then(() => undefined)
    .catch(error => error);
  expect(failed).toBeInstanceOf(RenderingFailed);
  expect(failed.message).toContain(says);
  expect(failed.message).toContain("give another place with --out");
  expect(digests(place.path)).toEqual(before);
});

test("many writings at once all succeed, and one whole folder is left", async () => {
  const texts = Array.from({length: 8}, (_, i) => String(i));
  await Promise.all(texts.map(text => replaceFolder(target, filled(text))));
  expect(readdirSync(join(place.path, "output"))).toEqual(["note"]);
  const written = ["note.md", "charts/a.svg"].map(path => readFileSync(join(target, path), "utf8"));
  expect(texts).toContain(written[0]);
  expect(written[1]).toBe(written[0]);
});

test.each(["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const)(
  "ended by %s in the middle, the old folder stays; what a kill leaves, the next run sweeps",
  async signal => {
    await replaceFolder(target, filled("one"));
    const script = `import {replaceFolder, writeFiles} from ${JSON.stringify(module)};
      await replaceFolder(${JSON.stringify(target)}, async folder => {
        await writeFiles(folder, new Map([["note.md", "half"]]));
        console.log("half");
        await new Promise(resolve => setTimeout(resolve, 60_000));
      });`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
    await once(child.stdout, "data");
    const left = () => readdirSync(join(place.path, "output")).filter(name => name !== "note");
    // A run at the same time leaves it alone.
    await replaceFolder(target, filled("two"));
    expect(left()).toHaveLength(1);
    child.kill(signal);
    expect((await once(child, "exit"))[1]).toBe(signal);
    expect(left()).toHaveLength(signal === "SIGKILL" ? 1 : 0);
    await replaceFolder(join(place.path, "output", "note"), filled("three"));
    expect(left()).toEqual([]);
    expect(readFileSync(join(target, "note.md"), "utf8")).toBe("three");
  },
);
