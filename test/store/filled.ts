import {randomUUID} from "node:crypto";
import {join} from "node:path";
import {sql} from "kysely";
import {addAnswers} from "../../src/store/answers.ts";
import {type Blobs, digestOf} from "../../src/store/blobs/blobs.ts";
import {keepBlobs} from "../../src/store/blobs/keep.ts";
import {openBlobs} from "../../src/store/blobs/open.ts";
import {append} from "../../src/store/events.ts";
import type {Store} from "../../src/store/open.ts";
import {fakeTime} from "../servers/fakeTime.ts";
import {type TestStore, testStore} from "./testStore.ts";

/** A store of a test with its blobs. */
export interface Room extends AsyncDisposable {
  readonly store: Store;
  readonly blobs: Blobs;
  readonly place: TestStore;
  /** For files of the test's own. */
  readonly folder: string;
}

/** @param server as `testServer` gives it: then it takes a fraction of the time */
export async function emptyRoom(server?: string): Promise<Room> {
  const place = await testStore(server);
  const store = await place.open();
  const {folder} = place.wish;
  const blobs = await openBlobs({folder: join(folder, "blobs")}, {}, fakeTime());
  return {
    store,
    blobs,
    place,
    folder,
    async [Symbol.asyncDispose]() {
      await store.close();
      await place.remove();
    },
  };
}

const nominal = new Date("2026-03-20T04:30:00Z");

/** Runs of one schedule that are over, each with a task, a snapshot of two answers and a draft. */
export async function addRuns(
  {store, blobs}: Pick<Room, "store" | "blobs">,
  from: number,
  until: number,
): Promise<void> {
  const {db} = store;
  await db
    .insertInto("schedules")
    .values({name: "morning", definition: "{}", since: nominal, through: nominal})
    .onConflict(conflict => conflict.doNothing())
    .execute();
  for (let i = from; i < until; i++) await addRun({store, blobs}, i);
}

async function addRun({store: {db}, blobs}: Pick<Room, "store" | "blobs">, i: number) {
  const [run, task, draft] = [randomUUID(), randomUUID(), randomUUID()];
  const answers = await keepBlobs(db, blobs, ["what all answer", `answer ${i}`]);
  const manifest = JSON.stringify({answers: answers.map(sha256 => ({sha256}))});
  const [snapshot, content, text, pdf] = await keepBlobs(db, blobs, [
    manifest,
    `draft ${i}`,
    `The ${i}th text, “çok güzel” \u{1f4c8}`,
    `%PDF-${"x".repeat(200)} ${i}`,
  ]);
  await db.transaction().execute(async transaction => {
    const at = sql<Date>`clock_timestamp()`;
    await transaction
      .insertInto("snapshots")
      .values({sha256: snapshot, asset: "gadget", as_of: nominal, bytes: 20})
      .execute();
    await addAnswers(transaction, snapshot, answers);
    await transaction
      .insertInto("runs")
      .values({
        id: run,
        schedule: "morning",
        nominal: new Date(nominal.getTime() + i * 86_400_000),
        asked_by: "planner",
        definition: JSON.stringify({by: "schedule", i}),
        priority: 0,
        state: "done",
        began_at: at,
        ended_at: at,
      })
      .execute();
    await transaction
      .insertInto("tasks")
      .values({id: task, run, kind: "note", key: "gadget", order: "{}", state: "done", snapshot})
      .execute();
    await transaction
      .insertInto("steps")
      .values({task, attempt: 1, name: "gather", worker: randomUUID(), began_at: at})
      .execute();
    await transaction
      .insertInto("drafts")
      .values({
        id: draft,
        task,
        note_id: `2026-03-20-gadget-${i}`,
        asset: "gadget",
        symbol: "GDG",
        locale: "en",
        as_of: nominal,
        state: "draft",
        title: 'A "quoted" title\nof two lines \\ and a slash',
        revision: 1,
        snapshot,
        content,
        newsworthiness: 0.1 + i / 3,
        faults: 0,
      })
      .execute();
    await transaction
      .insertInto("revisions")
      .values({
        draft,
        number: 1,
        text,
        kind: "written",
        author: "assay",
        faults: "[]",
        content,
        snapshot,
      })
      .execute();
    await transaction
      .insertInto("files")
      .values({draft, revision: 1, path: "note.pdf", sha256: pdf, bytes: 200})
      .execute();
    const approval = {
      text,
      snapshot,
      revision: 1,
      style: pdf,
      accepted: [{fault: "0", reason: "“a”"}],
    };
    await transaction
      .insertInto("approvals")
      .values({
        id: run,
        draft,
        ...approval,
        accepted: JSON.stringify(approval.accepted),
        approved_by: "emil",
      })
      .execute();
    const remark = `Why “${i}”?`;
    await transaction
      .insertInto("comments")
      .values({id: task, draft, revision: 1, anchor: "{}", text: remark, author: "edna"})
      .execute();
    const said = {comment: task, revision: 1, text: digestOf(Buffer.from(remark))};
    await append(transaction, [
      {actor: "worker", kind: "draft.written", subject: draft, data: {text, snapshot}},
      {actor: "emil", kind: "draft.approved", subject: draft, data: {...approval, approval: run}},
      {actor: "edna", kind: "comment.added", subject: draft, data: said},
    ]);
  });
}

/** Every row of every table that a backup has, as PostgreSQL writes it. */
export async function everyRow({db}: Store): Promise<Record<string, string[]>> {
  const tables = await sql<{name: string}>`
    select table_name as name from information_schema.tables where table_schema = 'assay'
      and table_type = 'BASE TABLE' and table_name not like 'kysely%'
      and table_name not in ('workers', 'condemned', 'sessions', 'verifications', 'invitations')`.execute(
    db,
  );
  const found: Record<string, string[]> = {};
  for (const {name} of tables.rows) {
    const {rows} = await sql<{row: string}>`
      select row_to_json(one)::text as row from ${sql.table(`assay.${name}`)} one order by 1`.execute(
      db,
    );
    found[name] = rows.map(({row}) => row);
  }
  return found;
}
