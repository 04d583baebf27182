import {execFileSync} from "node:child_process";
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {StoreDamaged, StoreUnavailable} from "../../../src/model/errors.ts";
import {type Blobs, pathOf} from "../../../src/store/blobs/blobs.ts";
import {openBlobs} from "../../../src/store/blobs/open.ts";
import {filesBelow, needsRoot, root, temporary} from "../../cli/support.ts";
import {fakeTime} from "../../servers/fakeTime.ts";
import {failure} from "./failure.ts";

let place: ReturnType<typeof temporary>;
let folder: string;
beforeEach(() => {
  place = temporary();
  folder = join(place.path, "blobs");
});
afterEach(() => place[Symbol.dispose]());

const open = (at = folder) => openBlobs({folder: at}, {}, fakeTime());
const fileOf = (sha256: string) => join(folder, pathOf(sha256));
const all = async (blobs: Blobs) => (await Array.fromAsync(blobs.list())).toSorted();

test.each([
  ["changed", (path: string) => writeFileSync(path, "Bittensor fell")],
  ["longer", (path: string) => appendFileSync(path, "!")],
  ["empty", (path: string) => writeFileSync(path, "")],
])(
  "a file that is %s is refused by its digest, and mended by putting it again",
  async (_, harm) => {
    const blobs = await open();
    const sha256 = await blobs.put("Bittensor rose");
    harm(fileOf(sha256));
    const error = await failure(blobs.get(sha256));
    expect(error).toBeInstanceOf(StoreDamaged);
    expect(error.message).toContain(`blob ${sha256} in the folder ${folder} has other bytes`);
    await blobs.put("Bittensor rose");
    expect((await blobs.get(sha256)).toString()).toBe("Bittensor rose");
  },
);

test("what is there is not written again", async () => {
  const blobs = await open();
  const path = fileOf(await blobs.put("Bittensor rose"));
  const before = lstatSync(path, {bigint: true});
  await blobs.put("Bittensor rose");
  const after = lstatSync(path, {bigint: true});
  expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
});

test("no symbolic link is followed out, to be read, written, removed or listed", async () => {
  const blobs = await open();
  const sha256 = await blobs.put("Bittensor rose");
  const [path, outside] = [fileOf(sha256), join(place.path, "outside")];

  renameSync(path, outside);
  symlinkSync(outside, path);
  expect((await failure(blobs.get(sha256))).message).toContain("symbolic link");
  expect(await blobs.has(sha256)).toBe(false);
  expect(await all(blobs)).toEqual([]);
  await blobs.put("Bittensor rose");
  expect(lstatSync(path).isFile()).toBe(true);
  expect(readFileSync(outside, "utf8")).toBe("Bittensor rose");

  const shelf = join(path, "..");
  const elsewhere = join(place.path, "elsewhere");
  renameSync(shelf, elsewhere);
  symlinkSync(elsewhere, shelf);
  const calls = [() => blobs.put("Bittensor rose"), () => blobs.get(sha256)];
  for (const call of [...calls, () => blobs.has(sha256), () => blobs.remove(sha256)])
    expect(await failure(call())).toBeInstanceOf(StoreUnavailable);
  expect(await all(blobs)).toEqual([]);
  expect(readdirSync(elsewhere)).toHaveLength(1);
});

test("what is no blob is not listed", async () => {
  const blobs = await open();
  const sha256 = await blobs.put("Bittensor rose");
  mkdirSync(join(folder, "lost+found"));
  mkdirSync(join(folder, "ab", "c".repeat(62)), {recursive: true});
  writeFileSync(join(folder, "ab", ".DS_Store"), "");
  writeFileSync(join(folder, "README"), "mine");
  writeFileSync(join(folder, "cd"), "");
  expect(await all(blobs)).toEqual([sha256]);
});

test("a folder in a place that is not there is not made up, as that of a disk that is not mounted", async () => {
  const error = await failure(open(join(place.path, "disk", "blobs")));
  expect(error).toBeInstanceOf(StoreUnavailable);
  expect(error.message).toContain("mount its disk");
  expect(existsSync(join(place.path, "disk"))).toBe(false);
});

test("nothing is said to be missing from a folder that is gone", async () => {
  const blobs = await open();
  const sha256 = await blobs.put("Bittensor rose");
  renameSync(folder, `${folder}-aside`);
  for (const call of [
    () => blobs.get(sha256),
    () => blobs.has(sha256),
    () => all(blobs),
    () => blobs.put("x"),
  ])
    expect(await failure(call())).toBeInstanceOf(StoreUnavailable);
  renameSync(`${folder}-aside`, folder);
  expect((await blobs.get(sha256)).toString()).toBe("Bittensor rose");
});

test("a shelf that was removed meanwhile is made again", async () => {
  const blobs = await open();
  const sha256 = await blobs.put("Bittensor rose");
  rmSync(join(fileOf(sha256), ".."), {recursive: true});
  expect(await blobs.put("Bittensor rose")).toBe(sha256);
  expect(await blobs.has(sha256)).toBe(true);
});

test("a file where the folder should be is told as such and stays", async () => {
  writeFileSync(folder, "mine");
  const error = await failure(open());
  expect(error).toBeInstanceOf(StoreUnavailable);
  expect(error.message).toContain("a file stands where a folder should be");
  expect(readFileSync(folder, "utf8")).toBe("mine");
});

/** A small disk of its own, as `folder`. */
async function onDisk(use: (remount: (options: string) => void) => Promise<void>): Promise<void> {
  mkdirSync(folder);
  const mount = (options: string) =>
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
  mount("size=256k");
  try {
    await use(options => mount(`remount,${options}`));
  } finally {
    execFileSync("umount", ["-l", folder]);
  }
}

/** Containers may forbid it even to root. */
const canMount = root && mounts();
function mounts(): boolean {
  using trial = temporary();
  try {
    execFileSync("mount", ["-t", "tmpfs", "tmpfs", trial.path], {stdio: "ignore"});
    execFileSync("umount", [trial.path]);
    return true;
  } catch {
    return false;
  }
}
const needsMount = canMount ? "" : needsRoot || " (SKIPPED: mounting is forbidden here)";

test.skipIf(!canMount)(
  `on a full disk nothing is half-written, what was there stays, and it goes on when there is room${needsMount}`,
  () =>
    onDisk(async remount => {
      const blobs = await open();
      const sha256 = await blobs.put("Bittensor rose");
      const large = Buffer.alloc(1_000_000, "x");
      const error = await failure(blobs.put(large));
      expect(error).toBeInstanceOf(StoreUnavailable);
      expect(error.message).toMatch(/the disk is full: free some space$/);
      expect(filesBelow(folder)).toEqual([pathOf(sha256)]);
      expect((await blobs.get(sha256)).toString()).toBe("Bittensor rose");
      remount("size=4m");
      expect((await blobs.get(await blobs.put(large))).equals(large)).toBe(true);
    }),
);

test.skipIf(!canMount)(
  `a read-only disk can be read, and says why it is not written${needsMount}`,
  () =>
    onDisk(async remount => {
      const sha256 = await (await open()).put("Bittensor rose");
      remount("ro");
      const blobs = await open();
      expect((await blobs.get(sha256)).toString()).toBe("Bittensor rose");
      const error = await failure(blobs.put("Ethereum fell"));
      expect(error).toBeInstanceOf(StoreUnavailable);
      expect(error.message).toContain("the disk is read-only");
    }),
);
