import {execFileSync, spawn} from "node:child_process";
import {once} from "node:events";
import {chmodSync, existsSync, mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {afterEach, beforeEach, expect, test} from "vitest";
import {temporaryPath} from "../../../src/disk/temporaryFolder.ts";
import {type Blobs, digestOf} from "../../../src/store/blobs/blobs.ts";
import {openBlobs} from "../../../src/store/blobs/open.ts";
import {filesBelow, root, temporary} from "../../cli/support.ts";
import {fakeTime} from "../../servers/fakeTime.ts";

let place: ReturnType<typeof temporary>;
let folder: string;
beforeEach(() => {
  place = temporary();
  folder = join(place.path, "blobs");
});
afterEach(() => place[Symbol.dispose]());

const open = () => openBlobs({folder}, {}, fakeTime());
const all = async (blobs: Blobs) => (await Array.fromAsync(blobs.list())).toSorted();

const module = new URL("../../../src/store/blobs/open.ts", import.meta.url).href;
const temporaryFolderModule = new URL("../../../src/disk/temporaryFolder.ts", import.meta.url).href;

/** A process that puts such bodies, number by number, and prints the digest of each once it is kept. */
function putting(body: string, count: number, user = {}) {
  const script = `import {openBlobs} from ${JSON.stringify(module)};
    const blobs = await openBlobs({folder: ${JSON.stringify(folder)}}, {}, {});
    console.log("ready");
    for (let i = 0; i < ${count}; i++) console.log(await blobs.put(${body}));`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: "/",
    ...user,
  });
}

/** How often a process is killed; ASSAY_KILLS=200 asks for a night's worth. */
const kills = Number(process.env.ASSAY_KILLS ?? 20);

test(`${kills} kills in the middle of puts leave no wrong blob, lose none that was acknowledged, and what is left is swept`, async () => {
  const acknowledged = new Set<string>();
  // A few kilobytes to a few megabytes, so that the kill comes in each part of a put.
  const body = 'String(i).padStart(8, "0").repeat(500 * 4 ** (i % 6)) + Math.random()';
  for (let kill = 0; kill < kills; kill += 1) {
    const child = putting(body, 10_000);
    const gone = once(child, "exit");
    const lines = createInterface({input: child.stdout});
    lines.on("line", line => {
      if (line !== "ready") acknowledged.add(line);
    });
    await once(lines, "line");
    await new Promise(resolve => setTimeout(resolve, 60 * Math.random()));
    child.kill("SIGKILL");
    await gone;
  }
  const blobs = await open();
  const found = await all(blobs);
  for (const sha256 of found) expect(digestOf(await blobs.get(sha256))).toBe(sha256);
  expect([...acknowledged].filter(sha256 => !found.includes(sha256))).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(0);
  expect(filesBelow(folder).filter(path => !/^[0-9a-f]{2}\/[0-9a-f]{62}$/.test(path))).toEqual([]);
}, 600_000);

test("what a killed process left half-written is no blob, and what a living one writes is not swept", async () => {
  const blobs = await open();
  const mine = temporaryPath(folder, ".assay-");
  const script = `import {temporaryPath} from ${JSON.stringify(temporaryFolderModule)};
    console.log(temporaryPath(${JSON.stringify(folder)}, ".assay-"));`;
  const theirs = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  }).trim();
  for (const path of [mine, theirs]) writeFileSync(path, "half");
  expect(await all(blobs)).toEqual([]);
  await open();
  expect([existsSync(mine), existsSync(theirs)]).toEqual([true, false]);
});

test("four processes that put the same at once leave one of each", async () => {
  mkdirSync(folder);
  const body = '"the same ".repeat(20_000) + i';
  const children = Array.from({length: 4}, () => putting(body, 40));
  const codes = await Promise.all(children.map(child => once(child.stdout.resume(), "close")));
  expect(codes).toHaveLength(4);
  const expected = Array.from({length: 40}, (_, i) =>
    digestOf(Buffer.from("the same ".repeat(20_000) + i)),
  );
  const blobs = await open();
  expect(await all(blobs)).toEqual(expected.toSorted());
  for (const sha256 of expected) await blobs.get(sha256);
  expect(filesBelow(folder)).toHaveLength(40);
});

test("a folder of somebody else's is told as such", async () => {
  const mine = mkdtempSync(join(place.path, "mine-"));
  folder = join(mine, "blobs");
  mkdirSync(folder);
  chmodSync(place.path, 0o755);
  chmodSync(mine, 0o555);
  chmodSync(folder, 0o555);
  // Root may write everywhere.
  const child = putting('"Bittensor rose"', 1, root ? {uid: 65534, gid: 65534} : {});
  let said = "";
  child.stderr.setEncoding("utf8").on("data", text => {
    said += text;
  });
  const [code] = await once(child, "close");
  expect(code).not.toBe(0);
  expect(said).toContain("StoreUnavailable");
  expect(said).toContain("no right to do that there");
  chmodSync(mine, 0o755);
});
