import {existsSync, readdirSync, rmSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openQueue} from "../../src/jobs/queue.ts";
import {orderNote} from "../../src/jobs/runs.ts";
import {pathOf} from "../../src/store/blobs/blobs.ts";
import {openBlobs} from "../../src/store/blobs/open.ts";
import {fakeTime} from "../servers/fakeTime.ts";
import {startS3Server} from "../servers/s3Server.ts";
import {addRuns} from "../store/filled.ts";
import {type TestStore, testStore} from "../store/testStore.ts";
import {assay, expectRefusal, start, temporary as temporaryFolder, until} from "./support.ts";

let place: TestStore;
let folder: string;
let env: NodeJS.ProcessEnv;
let blob: string;
/** A store with ten runs that are over and one that waits; nobody has it open. */
beforeAll(async () => {
  place = await testStore();
  folder = place.wish.folder;
  env = place.wish.url === undefined ? {ASSAY_STORE: folder} : {DATABASE_URL: place.wish.url};
  env.ASSAY_BLOBS = join(folder, "blobs");
  const store = await place.open();
  const blobs = await openBlobs({folder: env.ASSAY_BLOBS}, {}, fakeTime());
  await addRuns({store, blobs}, 0, 10);
  const queue = await openQueue(store, () => {});
  await orderNote(store, queue, {spec: {coin: "bittensor"}, askedBy: "ada"});
  await queue.close();
  const {text} = await store.db.selectFrom("revisions").select("text").executeTakeFirstOrThrow();
  blob = text;
  await store.close();
});
afterAll(() => place?.remove());

/** A new place for a store, with what names it. */
async function elsewhere() {
  const other = await testStore();
  const named = other.wish.url === undefined ? {} : {DATABASE_URL: other.wish.url};
  return {
    folder: other.wish.folder,
    args: other.wish.url === undefined ? ["--store", other.wish.folder] : [],
    env: {...named, ASSAY_BLOBS: join(other.wish.folder, "blobs")},
    [Symbol.asyncDispose]: () => other.remove(),
  };
}

test("a store is backed up, restored elsewhere with its open work queued again, and verified", async () => {
  const backedUp = await assay(folder, ["store", "backup", "b.tar.gz", "--json", "-q"], env);
  expect(backedUp).toMatchObject({code: 0, stderr: ""});
  expect(JSON.parse(backedUp.stdout)).toMatchObject({
    file: "b.tar.gz",
    tables: {runs: 11, drafts: 10},
    blobs: 51,
    faults: [],
  });
  await using other = await elsewhere();
  const file = join(folder, "b.tar.gz");
  const args = [...other.args, "--json", "-q"];
  const restored = await assay(other.folder, ["store", "restore", file, ...args], other.env);
  expect(restored).toMatchObject({code: 0, stderr: ""});
  expect(JSON.parse(restored.stdout)).toMatchObject({blobs: 51, requeued: 1, faults: []});
  const verified = await assay(other.folder, ["store", "verify", "-q", ...other.args], other.env);
  expect(verified).toMatchObject({code: 0, stderr: ""});
  expect(verified.stdout).toMatch(/32 events, 10 snapshots, 10 drafts, 51 blobs: no faults found/);
  const again = await assay(other.folder, ["store", "restore", file, ...other.args], other.env);
  expectRefusal(again, 2, /is not empty \(it has snapshots\)/);
});

test("a backup that is killed half-way leaves no file, and the next one sweeps what it left", async () => {
  await using server = await startS3Server();
  const bucket = {...env, ...server.env, ASSAY_BLOBS: `s3://${server.bucket}/desk`};
  const [from, into] = await Promise.all([
    openBlobs({folder: join(folder, "blobs")}, {}, fakeTime()),
    openBlobs({url: bucket.ASSAY_BLOBS}, server.env, fakeTime()),
  ]);
  for await (const sha256 of from.list()) await into.put(await from.get(sha256));
  using there = temporaryFolder();
  const asked = server.seen.length;
  server.fail(...Array.from({length: 20}, () => undefined));
  server.failAlways("hang");
  const {child, ended} = start(there.path, ["store", "backup", "b.tar.gz"], bucket);
  await until(() => server.seen.length > asked);
  child.kill("SIGKILL");
  await ended;
  server.failAlways(undefined);
  expect(readdirSync(there.path)).toEqual([expect.stringMatching(/^\.assay-/)]);
  const again = await assay(there.path, ["store", "backup", "b.tar.gz", "-q"], bucket);
  expect(again).toMatchObject({code: 0, stderr: ""});
  expect(readdirSync(there.path)).toEqual(["b.tar.gz"]);
});

test("verify tells what is damaged, and leaves with 5; so does a backup, which is written", async () => {
  const path = join(folder, "blobs", pathOf(blob));
  writeFileSync(path, "other bytes");
  const verified = await assay(folder, ["store", "verify"], env);
  expect(verified.code).toBe(5);
  expect(verified.stderr).toMatch(new RegExp(`revision 1 of draft .*blob ${blob} .*other bytes`));
  expect(verified.stdout).toMatch(/1 faults?, see stderr/);
  const backedUp = await assay(folder, ["store", "backup", "damaged.tar.gz", "--json"], env);
  expect(backedUp.code).toBe(5);
  expect(JSON.parse(backedUp.stdout).faults).toHaveLength(1);
  expect(existsSync(join(folder, "damaged.tar.gz"))).toBe(true);
  rmSync(path);
  const missing = await assay(folder, ["store", "verify", "--json"], env);
  expect(missing.code).toBe(5);
  expect(JSON.parse(missing.stdout).faults).toHaveLength(1);
});

test("a store that is not there is not backed up, and what a restore cannot use is refused", async () => {
  await using other = await elsewhere();
  const run = (file: string) =>
    assay(other.folder, ["store", "restore", file, ...other.args], other.env);
  const none = await assay(other.folder, ["store", "backup", "b", ...other.args], other.env);
  expectRefusal(none, 2, /there was no store at/);
  expectRefusal(await run("nowhere.tar.gz"), 2, /there is no backup/);
  writeFileSync(join(other.folder, "thesis.txt"), "words");
  expectRefusal(await run("thesis.txt"), 2, /is no backup/);
  await assay(folder, ["store", "backup", join(other.folder, "cut.tar.gz")], env);
  truncateSync(join(other.folder, "cut.tar.gz"), 5_000);
  expectRefusal(await run("cut.tar.gz"), 5, /was cut off/);
  const migrated = await assay(other.folder, ["store", "migrate", "-q", ...other.args], other.env);
  expect(migrated).toMatchObject({code: 0, stderr: ""});
  const [newest] = readdirSync(join(import.meta.dirname, "../../src/store/migrations"))
    .sort()
    .reverse();
  expect(migrated.stdout).toContain(`at ${newest?.replace(".ts", "")} already`);
  expect(readdirSync(other.folder).filter(name => name.startsWith(".assay-"))).toEqual([]);
});

test.each([
  [["store", "bakup"], /there is no "store bakup".*Did you mean backup/],
  [["store", "backup"], /store backup needs a file/],
  [["store", "verify", "b.tar.gz"], /store verify takes no file/],
])("%j is refused with what was meant", async (args, told) => {
  expectRefusal(await assay(folder, args, env), 2, told);
});
