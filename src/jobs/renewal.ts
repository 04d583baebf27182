import {revise} from "../check/revise.ts";
import {type MergeConflict, mergeByStatement} from "../merge/merge.ts";
import type {Draft} from "../model/draft.ts";
import {type Merge, mergeSchema} from "../model/merge.ts";
import {type DraftState, takesEdits} from "../model/review.ts";
import type {Snapshot} from "../model/snapshot.ts";
import {aboutOf} from "../render/about.ts";
import {keepBlobs} from "../store/blobs/keep.ts";
import {append} from "../store/events.ts";
import {withNewestRevision} from "../store/newestRevision.ts";
import type {Context} from "./context.ts";
import {loadDraft} from "./loadDraft.ts";
import {endTask, type Task} from "./tasks.ts";

interface Renewal {
  /** Of the draft that is made again. */
  readonly id: string;
  readonly draft: Draft;
  readonly snapshot: Snapshot;
}

/** Somebody has saved a text meanwhile. */
class Moved extends Error {}

/**
 * Makes the draft's next revision of an editor's words and newer data, and ends the task: the draft
 * rests on the new data from now on, or stays as it was where it is not edited any more. A text that
 * is saved meanwhile is merged as well.
 */
export async function keepRenewed(context: Context, task: Task, renewal: Renewal): Promise<void> {
  for (;;)
    try {
      return await renewed(context, task, renewal);
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
    }
}

async function renewed(
  context: Context,
  task: Task,
  {id, draft, snapshot}: Renewal,
): Promise<void> {
  const {blobs} = context;
  const {db} = context.store;
  const before = await withNewestRevision(db)
    .select([
      "drafts.state",
      "drafts.revision",
      "drafts.content",
      "revisions.text",
      "revisions.merge",
    ])
    .where("drafts.id", "=", id)
    .executeTakeFirst();
  if (!before || !takesEdits(before.state as DraftState))
    return endTask(context, task, {
      state: "done",
      outcome: "not-edited",
      reason: before ? `the draft is ${before.state}` : "there is no such draft",
    });
  const base = await loadDraft(blobs, before.content);
  const edited = (await blobs.get(before.text)).toString("utf8");
  const merged = mergeByStatement({text: base.markdown, evidence: base.evidence}, edited, {
    text: draft.markdown,
    evidence: draft.evidence,
  });
  const revised = revise(draft, merged.text);
  const [content, text] = await keepBlobs(db, blobs, [
    `${JSON.stringify(draft)}\n`,
    revised.text,
  ] as const);
  const number = before.revision + 1;
  const open = withEarlier(merged, before.merge, number);
  const {note} = draft.evidence;
  await endTask(context, task, {state: "done", outcome: "draft"}, async transaction => {
    const now = await transaction
      .selectFrom("drafts")
      .select("revision")
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (now.revision !== before.revision) throw new Moved();
    await transaction
      .insertInto("revisions")
      .values({
        draft: id,
        number,
        text,
        kind: "regenerated",
        author: note.generator,
        parent: before.revision,
        faults: JSON.stringify(revised.faults),
        content,
        snapshot: snapshot.sha256,
        merge: open && JSON.stringify(open),
      })
      .execute();
    await transaction
      .updateTable("drafts")
      .set(({fn}) => ({
        revision: number,
        content,
        snapshot: snapshot.sha256,
        note_id: note.id,
        as_of: new Date(note.asOf),
        title: aboutOf(draft, revised.text).title,
        newsworthiness: draft.news?.score ?? 0,
        faults: revised.faults.length,
        updated_at: fn<Date>("clock_timestamp"),
      }))
      .where("id", "=", id)
      .execute();
    const data = {
      revision: number,
      parent: before.revision,
      run: task.run,
      text,
      snapshot: snapshot.sha256,
      faults: revised.faults.length,
      again: open?.again.length ?? 0,
      conflicts: open?.conflicts.length ?? 0,
      suggested: false,
    };
    await append(transaction, [{actor: "worker", kind: "draft.regenerated", subject: id, data}]);
  });
}

/** With the conflicts that nobody has settled yet: their words are nowhere else. */
function withEarlier(
  {again, conflicts}: ReturnType<typeof mergeByStatement>,
  stored: unknown,
  number: number,
): Merge | null {
  const earlier = stored === null ? [] : mergeSchema.parse(stored).conflicts;
  const named = <T extends {readonly id: string}>(one: T) => ({...one, id: `${number}${one.id}`});
  const own: MergeConflict[] = conflicts.map(named);
  const all = {again: again.map(named), conflicts: [...earlier, ...own]};
  return all.again.length + all.conflicts.length > 0 ? all : null;
}
