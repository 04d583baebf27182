import {randomUUID} from "node:crypto";
import {asUnread} from "../check/authorship.ts";
import type {Draft} from "../model/draft.ts";
import {UsageError} from "../model/errors.ts";
import {formats} from "../model/form.ts";
import {type NoteSpec, type Order, toOrder} from "../model/order.ts";
import type {Snapshot} from "../model/snapshot.ts";
import {type Pressed, press, styleOf, write} from "../report.ts";
import {record} from "../snapshots/record.ts";
import {gather} from "../sources/gather.ts";
import {writeScanRecord} from "../sources/scanRecord.ts";
import {keepBlobs} from "../store/blobs/keep.ts";
import {append} from "../store/events.ts";
import type {Context} from "./context.ts";
import {requireBudget, requireInTime} from "./limits.ts";
import type {NoteTask} from "./ordered.ts";
import {sleep, storeClock, storePaces} from "./paces.ts";
import {orderIn, type ReadyOrder, readyOrder} from "./publishing/order.ts";
import {keepRenewed} from "./renewal.ts";
import {keepSnapshot, loadSnapshot} from "./snapshots.ts";
import {endTask, step, type Task} from "./tasks.ts";

/**
 * Makes the draft of one note: gather, write, press, draft. What was gathered is kept at once, and
 * whoever takes the task up after us goes on from there.
 *
 * @throws what stopped it; `remedyFor` says what to do
 */
export async function doNote(context: Context, task: Task, todo: NoteTask): Promise<void> {
  if (todo.when && (await restsStill(context, task, todo.when.restMs)))
    return endTask(context, task, {
      state: "done",
      outcome: "resting",
      reason: "it was told of not long ago",
    });
  const asked = toOrder(todo.spec as NoteSpec, task.nominal);
  const snapshot = task.snapshot
    ? await loadSnapshot(context.blobs, task.snapshot)
    : await gathered(context, task, asked, todo);
  const order = {...asked, asOf: snapshot.asOf};
  const style = await styleOf(context.workspace);
  const draft = await step(context, task, "write", async () => write(order, snapshot, style));
  if (todo.draft !== undefined) {
    const renewal = {id: todo.draft, draft, snapshot};
    return step(context, task, "draft", () => keepRenewed(context, task, renewal));
  }
  const weight = draft.news?.score ?? 0;
  if (todo.when && weight < todo.when.newsworthiness)
    return endTask(context, task, {
      state: "done",
      outcome: "not-new",
      reason: `its news weighs ${weight.toFixed(2)}, and ${todo.when.newsworthiness} was asked for`,
    });
  const {renderer} = context;
  const approval = await machineApproval(context, todo, draft);
  const text = approval?.text ?? draft.markdown;
  const pressed = await step(context, task, "press", () =>
    press(draft, text, style, formats, renderer),
  );
  await step(context, task, "draft", () =>
    keepDraft(context, task, {draft, snapshot, pressed, ...(approval && {order: approval.order})}),
  );
}

/**
 * The text that says that no person has read it, and where it goes; undefined where a person is to
 * approve it: faults were found, or it cannot be ordered from here.
 */
async function machineApproval(
  {store: {db}, blobs, targets, workspace, observe}: Context,
  {publish}: NoteTask,
  draft: Draft,
): Promise<{readonly text: string; readonly order: ReadyOrder} | undefined> {
  const text = asUnread(draft.markdown, draft.evidence.authorship);
  if (!publish?.approve || draft.faults.length > 0 || !targets || text === undefined)
    return undefined;
  try {
    const place = {db, blobs, targets, workspace};
    return {text, order: await readyOrder(place, {targets: publish.targets})};
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    observe({kind: "trouble", what: "a note is left to a person to approve", why: error.message});
    return undefined;
  }
}

/** Whether the schedule has told of the coin within that time. */
async function restsStill(
  {store: {db}}: Context,
  {schedule, key, nominal}: Task,
  restMs: number,
): Promise<boolean> {
  if (schedule === null) return false;
  const told = await db
    .selectFrom("tasks")
    .innerJoin("runs", "runs.id", "tasks.run")
    .select("tasks.id")
    .where("runs.schedule", "=", schedule)
    .where("tasks.key", "=", key)
    .where("tasks.outcome", "=", "draft")
    .where("runs.nominal", ">", new Date(nominal.getTime() - restMs))
    .where("runs.nominal", "<", nominal)
    .executeTakeFirst();
  return told !== undefined;
}

async function gathered(
  context: Context,
  task: Task,
  asked: Order,
  {pick}: NoteTask,
): Promise<Snapshot> {
  const {store, blobs, workspace, env, random} = context;
  return step(context, task, "gather", async called => {
    await requireInTime(store.db, task, asked.source);
    await requireBudget(context, asked.source);
    const paces = storePaces(store, asked.source, called);
    const http = {now: await storeClock(store.db), sleep, random, paces};
    const found = await gather(asked, workspace, {env, http});
    const beside = pick ? [writeScanRecord(found.asset.id, pick)] : [];
    const snapshot = record({...found, answers: [...found.answers, ...beside]}, found.asOf);
    await keepSnapshot(store.db, blobs, snapshot);
    await store.db
      .updateTable("tasks")
      .set({snapshot: snapshot.sha256})
      .where("id", "=", task.id)
      .where("attempt", "=", task.attempt)
      .execute();
    return snapshot;
  });
}

interface Made {
  readonly draft: Draft;
  readonly snapshot: Snapshot;
  readonly pressed: Pressed;
  /** The program approves it, and orders it published. */
  readonly order?: ReadyOrder;
}

/** The draft with its first revision and its files, and the end of the task: all of it or nothing. */
async function keepDraft(
  context: Context,
  task: Task,
  {draft, snapshot, pressed, order}: Made,
): Promise<void> {
  const {blobs} = context;
  const {db} = context.store;
  const written = [`${JSON.stringify(draft)}\n`, pressed.text] as const;
  const bodies = [...written, ...pressed.files.values()] as const;
  const [content, text, ...digests] = await keepBlobs(db, blobs, bodies);
  const files = [...pressed.files].flatMap(([path, body], i) => {
    const sha256 = digests[i];
    return sha256 === undefined ? [] : [{path, sha256, bytes: Buffer.byteLength(body)}];
  });
  const {note} = draft.evidence;
  const id = randomUUID();
  await endTask(context, task, {state: "done", outcome: "draft"}, async transaction => {
    await transaction
      .insertInto("drafts")
      .values({
        id,
        task: task.id,
        note_id: note.id,
        asset: note.asset,
        symbol: snapshot.asset.symbol,
        locale: draft.order.locale,
        as_of: new Date(note.asOf),
        edition: draft.order.edition ?? null,
        title: note.title,
        state: order ? "approved" : "draft",
        revision: 1,
        snapshot: snapshot.sha256,
        content,
        newsworthiness: draft.news?.score ?? 0,
        faults: pressed.faults.length,
      })
      .execute();
    await transaction
      .insertInto("revisions")
      .values({
        draft: id,
        number: 1,
        text,
        kind: "written",
        author: note.generator,
        faults: JSON.stringify(pressed.faults),
        content,
        snapshot: snapshot.sha256,
      })
      .execute();
    await transaction
      .insertInto("files")
      .values(files.map(file => ({draft: id, revision: 1, style: note.style, ...file})))
      .execute();
    const {id: noteId} = note;
    await append(transaction, [
      {
        actor: "worker",
        kind: "draft.written",
        subject: id,
        data: {
          noteId,
          run: task.run,
          text,
          snapshot: snapshot.sha256,
          faults: pressed.faults.length,
        },
      },
    ]);
    if (!order) return;
    const approval = {
      revision: 1,
      text,
      snapshot: snapshot.sha256,
      style: note.style,
      accepted: [],
    };
    const approvalId = randomUUID();
    await transaction
      .insertInto("approvals")
      .values({
        ...approval,
        id: approvalId,
        draft: id,
        accepted: "[]",
        approved_by: "machine",
      })
      .execute();
    const data = {from: "draft", approval: approvalId, ...approval};
    await append(transaction, [{actor: "machine", kind: "draft.approved", subject: id, data}]);
    await orderIn(transaction, order, {draft: id, by: "machine", approval: approvalId});
  });
}
