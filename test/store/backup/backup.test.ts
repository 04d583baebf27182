import {readdirSync, readFileSync, statSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync, gzipSync} from "node:zlib";
import {sql} from "kysely";
import {afterAll, beforeAll, expect, test} from "vitest";
import {registerHooks} from "../../../src/jobs/hooks/hooks.ts";
import {StoreDamaged, UsageError} from "../../../src/model/errors.ts";
import {readArchive, writeArchive} from "../../../src/store/backup/archive.ts";
import {backup} from "../../../src/store/backup/backup.ts";
import {tables} from "../../../src/store/backup/contents.ts";
import {restore} from "../../../src/store/backup/restore.ts";
import {pathOf} from "../../../src/store/blobs/blobs.ts";
import {append, verifyEvents} from "../../../src/store/events.ts";
import {addPerson} from "../../../src/store/people.ts";
import {verify} from "../../../src/store/verify.ts";
import {addRuns, emptyRoom, everyRow, type Room} from "../filled.ts";
import {testServer} from "../testStore.ts";

let server: Awaited<ReturnType<typeof testServer>>;
let full: Room;
let empty: Room;
let file: string;
beforeAll(async () => {
  server = await testServer();
  [full, empty] = await Promise.all([emptyRoom(server.url), emptyRoom(server.url)]);
  await addRuns(full, 0, 30);
  // As finely as the database keeps time, and as far.
  await sql`insert into assay.paces values
    ('slow', '-infinity', '{2026-03-20 04:30:00.123456+00}', 0.1, null)`.execute(full.store.db);
  await full.store.db.transaction().execute(transaction =>
    addPerson(transaction, {
      name: "Ayşe Yılmaz",
      email: "ayse@example.org",
      role: "owner",
      emailVerified: true,
      password: "salt:hash",
    }),
  );
  await sql`insert into assay.scans select id, '{"rows": [{"score": 0.1}]}' from assay.tasks`.execute(
    full.store.db,
  );
  await registerHooks(full.store.db, ["cms"]);
  await sql`insert into assay.hook_deliveries (hook, seq, state, status, reason)
    select 'cms', seq, 'waiting', 503, '“later”' from assay.events`.execute(full.store.db);
  file = join(full.folder, "backup.tar.gz");
  await backup(full.store, full.blobs, {file, generator: "assay 0"});
});
afterAll(async () => {
  await full?.[Symbol.asyncDispose]();
  await empty?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
});

const blobsOf = async ({blobs}: Room) => (await Array.fromAsync(blobs.list())).toSorted();
const to = (name: string) => ({file: join(full.folder, name), generator: "assay 0"});
const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error as Error,
  );

test("every table of the store is in a backup, or is known not to be", async () => {
  expect(Object.keys(await everyRow(full.store)).toSorted()).toEqual(
    [...tables, "compatibility"].toSorted(),
  );
});

test("a restored store has every row and every blob that was backed up, and says that it was restored", async () => {
  const before = await everyRow(full.store);
  await using room = await emptyRoom(server.url);
  const restored = await restore(room.store, room.blobs, file);
  expect(restored).toMatchObject({blobs: 1 + 30 * 5, faults: []});
  const {events = [], ...rows} = await everyRow(room.store);
  const {events: known = [], ...others} = before;
  expect(rows).toEqual(others);
  expect(events).toEqual(expect.arrayContaining(known));
  expect(events).toHaveLength(known.length + 1);
  expect(events.join()).toContain("store.restored");
  expect(await blobsOf(room)).toEqual(await blobsOf(full));
  expect((await verify(room.store, room.blobs)).faults).toEqual([]);
  const again = join(room.folder, "again.tar.gz");
  await backup(room.store, room.blobs, {file: again, generator: "assay 0"});
});

test("what others write meanwhile is in the backup wholly or not at all", async () => {
  await using room = await emptyRoom(server.url);
  await addRuns(room, 0, 20);
  let going = true;
  const writing = (async () => {
    for (let i = 20; going; i++) await addRuns(room, i, i + 1);
  })();
  const names = ["one", "two", "three"].map(name => join(room.folder, name));
  for (const name of names)
    await backup(room.store, room.blobs, {file: name, generator: "assay 0"});
  going = false;
  await writing;
  await using other = await emptyRoom(server.url);
  const {manifest} = await restore(other.store, other.blobs, names[1]!);
  const {runs = 0, events, drafts} = manifest.tables;
  expect([events, drafts]).toEqual([3 * runs, runs]);
  expect((await verify(other.store, other.blobs)).faults).toEqual([]);
});

test("a backup is never written over, and only its owner reads it", async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const bytes = readFileSync(file);
  await expect(backup(full.store, full.blobs, to("backup.tar.gz"))).rejects.toThrow(
    /is there already.*name another file/,
  );
  expect(readFileSync(file).equals(bytes)).toBe(true);
  await expect(backup(full.store, full.blobs, to("nowhere/b"))).rejects.toThrow(UsageError);
});

test("a backup that fails in the middle leaves nothing", async () => {
  const away = {...full.blobs, get: () => Promise.reject(new Error("away"))};
  const before = readdirSync(full.folder);
  await expect(backup(full.store, away, to("half"))).rejects.toThrow("away");
  expect(readdirSync(full.folder)).toEqual(before);
});

test("a damaged blob is told, and the rest is backed up and restored", async () => {
  await using room = await emptyRoom(server.url);
  await addRuns(room, 0, 3);
  const [damaged, missing] = await blobsOf(room);
  writeFileSync(join(room.folder, "blobs", pathOf(damaged!)), "other bytes");
  await room.blobs.remove(missing!);
  const target = join(room.folder, "b");
  const {faults, blobs} = await backup(room.store, room.blobs, {file: target, generator: "x"});
  expect(blobs).toBe(1 + 3 * 5 - 2);
  expect(faults.join("\n")).toMatch(new RegExp(`${damaged} .*other bytes`));
  expect(faults.join("\n")).toMatch(new RegExp(`no blob ${missing}`));
  await using other = await emptyRoom(server.url);
  const restored = await restore(other.store, other.blobs, target);
  expect(restored.faults).toHaveLength(2);
  expect((await verify(other.store, other.blobs)).faults.length).toBeGreaterThanOrEqual(2);
});

test("a chain of events that was broken before is restored as it was, and told", async () => {
  await using room = await emptyRoom(server.url);
  await addRuns(room, 0, 5);
  await sql`update assay.events set actor = 'eve' where seq = 3`.execute(room.store.db);
  const target = join(room.folder, "b");
  const {faults} = await backup(room.store, room.blobs, {file: target, generator: "x"});
  expect(faults).toEqual(["event 3 was changed: its columns differ from what it says"]);
  await using other = await emptyRoom(server.url);
  expect((await restore(other.store, other.blobs, target)).faults).toEqual(faults);
});

test("a store with anything in it is not restored into", async () => {
  await using room = await emptyRoom(server.url);
  await room.store.db
    .transaction()
    .execute(transaction => append(transaction, [{actor: "a", kind: "b", subject: "c"}]));
  await expect(restore(room.store, room.blobs, file)).rejects.toThrow(
    /not empty \(it has events\).*name a new folder with --store/,
  );
  expect(await verifyEvents(room.store.db)).toEqual([]);
});

/** The backup written anew, with some of its files changed. */
async function changed(name: string, change: (name: string, body: Buffer) => Buffer | undefined) {
  const target = join(full.folder, name);
  await writeArchive(target, async add => {
    for await (const entry of readArchive(file)) {
      const body = change(entry.name, entry.body);
      if (body) await add(entry.name, body);
    }
  });
  return target;
}

const edit = (which: string, from: string | RegExp, by: string) => (name: string, body: Buffer) =>
  name.startsWith(which) ? Buffer.from(body.toString().replace(from, by)) : body;

test.each<[string, (name: string, body: Buffer) => Buffer | undefined]>([
  ["another actor", edit("tables/events", '"worker"', '"eve"')],
  ["an event less", edit("tables/events", /^.*\n/, "")],
  ["a table less", (name, body) => (name.startsWith("tables/files") ? undefined : body)],
  ["a row that cannot be", edit("tables/runs", '"done"', '"well"')],
  ["no JSON", edit("tables/runs", /"/g, "")],
  ["another blob", edit("blobs/", "text", "Text")],
])("%s is noticed, and nothing is restored", async (name, change) => {
  const target = await changed(`${name}.tar.gz`, change);
  const error = await failure(restore(empty.store, empty.blobs, target));
  expect(error).toBeInstanceOf(StoreDamaged);
  expect(error?.message).toMatch(/was changed after it was written/);
  await expectEmpty();
});

async function expectEmpty() {
  const {compatibility: _, ...rows} = await everyRow(empty.store);
  expect(Object.values(rows).flat()).toEqual([]);
}

test.each([0.02, 0.5, 0.98])(
  "a file of which %d is there is told, and nothing restored",
  async part => {
    const target = join(full.folder, `cut-${part}`);
    writeFileSync(target, readFileSync(file));
    truncateSync(target, Math.floor(statSync(file).size * part));
    const error = await failure(restore(empty.store, empty.blobs, target));
    expect(error).toBeInstanceOf(StoreDamaged);
    expect(error?.message).toMatch(/was cut off/);
    await expectEmpty();
  },
);

test("a file with a bit turned is told, and nothing restored", async () => {
  const bytes = readFileSync(file);
  for (const part of [0.3, 0.6, 0.9]) {
    const target = join(full.folder, `bit-${part}`);
    const other = Buffer.from(bytes);
    const at = Math.floor(bytes.length * part);
    other[at] = other[at]! ^ 1;
    writeFileSync(target, other);
    expect(await failure(restore(empty.store, empty.blobs, target))).toBeInstanceOf(StoreDamaged);
    await expectEmpty();
  }
});

test.each<[string, () => Buffer | undefined, RegExp]>([
  ["nothing", () => undefined, /there is no backup/],
  ["an empty file", () => Buffer.alloc(0), /cut off|is no backup/],
  ["a text", () => Buffer.from("thesis"), /is no backup/],
  ["a packed text", () => gzipSync("thesis ".repeat(1000)), /is no backup/],
  ["a tar file that is not packed", () => gunzipSync(readFileSync(file)), /is no backup/],
])("%s is no backup", async (name, content, told) => {
  const target = join(full.folder, name);
  const bytes = content();
  if (bytes) writeFileSync(target, bytes);
  const error = await failure(restore(empty.store, empty.blobs, target));
  expect(error?.message).toMatch(told);
  expect(error?.constructor.name).toMatch(/UsageError|StoreDamaged/);
  await expectEmpty();
});

test("a backup of a newer Assay is refused", async () => {
  const target = await changed("newer", edit("manifest", /"\d{3}-\w+"/, '"900-desk"'));
  await expect(restore(empty.store, empty.blobs, target)).rejects.toThrow(
    /of a newer Assay .*900-desk.*update this Assay/,
  );
});

/** Tables that came after the first migration. */
const younger = "answers|approvals|comments|people|accounts|hooks|hook_deliveries|scans";

test("a backup of an older Assay is restored and brought up to date", async () => {
  const older = await changed("older", (name, body) =>
    name === "manifest.json"
      ? Buffer.from(
          body
            .toString()
            .replace(/"\d{3}-\w+"/, '"001-newsroom"')
            .replace(new RegExp(`"(${younger})": \\d+`, "g"), '"$1": 0'),
        )
      : new RegExp(`^tables/(${younger})/`).test(name)
        ? undefined
        : body,
  );
  await using room = await emptyRoom(server.url);
  await restore(room.store, room.blobs, older);
  const {answers} = await everyRow(room.store);
  expect(answers).toEqual((await everyRow(full.store)).answers);
  expect((await verify(room.store, room.blobs)).faults).toEqual([]);
});
