import {execFileSync} from "node:child_process";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {asOf, lay, madeUp} from "./madeUpData.ts";
import {
  assay,
  digests,
  expectRefusal,
  expectWhole,
  filesBelow,
  isKept,
  needsRoot,
  root,
  temporary,
} from "./support.ts";

const name = "2026-03-20-gadget";
let place: ReturnType<typeof temporary>;
beforeEach(() => {
  place = temporary();
  lay(join(place.path, "data"), madeUp());
});
afterEach(() => place[Symbol.dispose]());

const noteInto = (out: string) => {
  const source = ["--source", "files", "--data", "data", "--as-of", asOf];
  return assay(place.path, ["note", "gadget", ...source, "--format", "md", "--out", out]);
};

/** A small disk of its own; `use` gets its folder. */
async function onDisk(options: string, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = join(place.path, "disk");
  mkdirSync(folder);
  execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
  try {
    await use(folder);
  } finally {
    execFileSync("umount", ["-l", folder]);
  }
}

/** Containers may forbid it even to root. */
const canMount = root && mounts();
function mounts(): boolean {
  using folder = temporary();
  try {
    execFileSync("mount", ["-t", "tmpfs", "tmpfs", folder.path], {stdio: "ignore"});
    execFileSync("umount", [folder.path]);
    return true;
  } catch {
    return false;
  }
}
const needsMount = canMount ? "" : needsRoot || " (SKIPPED: mounting is forbidden here)";

test.skipIf(!canMount)(
  `on a full disk there is no half note, and what was there stays${needsMount}`,
  () =>
    onDisk("size=64k", async folder => {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "remarks.md"), "mine");
      expectRefusal(await noteInto(folder), 2, "the disk is full", "--out", `${folder}/${name}`);
      const left = filesBelow(folder).filter(path => !isKept(path.split("/")[0] ?? ""));
      expect(left).toEqual([`${name}/remarks.md`]);
    }),
);

test.skipIf(!canMount)(`a read-only disk is told as such${needsMount}`, () =>
  onDisk("ro", async folder => {
    expectRefusal(await noteInto(folder), 2, "the disk is read-only", "--out");
  }),
);

test("a file where the output folder should be is told as such and stays", async () => {
  writeFileSync(join(place.path, "file"), "mine");
  expectRefusal(await noteInto("file"), 2, "a file stands where a folder should be", "--out");
  expect(readFileSync(join(place.path, "file"), "utf8")).toBe("mine");
});

test("three runs at once into one folder all succeed, with the bytes of one alone", async () => {
  const runs = await Promise.all(["output", "output", "output", "alone"].map(noteInto));
  expect(runs.map(({code, stderr}) => [code, stderr.includes("error")])).toEqual(
    Array(4).fill([0, false]),
  );
  expect(expectWhole(join(place.path, "output"))).toEqual([name]);
  expect(digests(join(place.path, "output"))).toEqual(digests(join(place.path, "alone")));
});
