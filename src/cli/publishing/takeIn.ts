import {randomUUID} from "node:crypto";
import {join} from "node:path";
import {ownChecker} from "../../desk/checker/checker.ts";
import {findDraft, textOf} from "../../desk/services/drafts.ts";
import {saveText} from "../../desk/services/saving.ts";
import {keepSnapshot} from "../../jobs/snapshots.ts";
import {Conflict} from "../../model/errors.ts";
import {takesEdits} from "../../model/review.ts";
import {aboutOf} from "../../render/about.ts";
import {readSnapshot} from "../../snapshots/folder.ts";
import {keepBlobs} from "../../store/blobs/keep.ts";
import {append} from "../../store/events.ts";
import type {FolderNote} from "./folder.ts";
import type {OwnRoom} from "./room.ts";

/** The draft that the folder's note was taken in as; undefined where it was not. */
export async function draftOf({db}: OwnRoom, {digest}: FolderNote): Promise<string | undefined> {
  const row = await db
    .selectFrom("drafts")
    .select("id")
    .where("content", "=", digest)
    .where("state", "!=", "dropped")
    .orderBy("created_at", "desc")
    .executeTakeFirst();
  return row?.id;
}

/**
 * Takes the folder's note into the store: once, however often it is asked. A text that was changed
 * since is its next revision.
 *
 * @throws Conflict where the note is armed or out with another text
 */
export async function takeIn(room: OwnRoom, note: FolderNote): Promise<string> {
  const id = (await draftOf(room, note)) ?? (await keep(room, note));
  await bringText(room, note, id);
  return id;
}

/** Makes the folder's text the newest of the draft. */
export async function bringText(
  {db, blobs, pressing, me}: OwnRoom,
  {folder, revised}: FolderNote,
  id: string,
): Promise<void> {
  const newest = await textOf(db, blobs, id);
  const draft = await findDraft(db, await pressing.styles(), id);
  if (!newest || !draft || newest.text === revised.text) return;
  if (!takesEdits(draft.state, draft.correcting))
    throw new Conflict(
      draft.state === "scheduled"
        ? `${folder}/note.md was changed since it was approved and ordered: cancel that at the desk, or put the text back`
        : `${folder}/note.md is another text than the one that is out: assay correct ${folder} sends it, with what was wrong`,
    );
  await saveText(
    {db, blobs, checker: ownChecker},
    {id, base: newest.revision, text: revised.text, by: me},
  );
}

async function keep({db, blobs}: OwnRoom, {folder, draft, content}: FolderNote): Promise<string> {
  const snapshot = await readSnapshot(join(folder, "snapshot"));
  await keepSnapshot(db, blobs, snapshot);
  const [digest, text] = await keepBlobs(db, blobs, [content, draft.markdown] as const);
  const {note} = draft.evidence;
  const id = randomUUID();
  await db.transaction().execute(async transaction => {
    await transaction
      .insertInto("drafts")
      .values({
        id,
        task: null,
        note_id: note.id,
        asset: note.asset,
        symbol: note.symbol,
        locale: draft.order.locale,
        as_of: new Date(note.asOf),
        edition: draft.order.edition ?? null,
        title: aboutOf(draft, draft.markdown).title,
        state: "draft",
        revision: 1,
        snapshot: snapshot.sha256,
        content: digest,
        newsworthiness: draft.news?.score ?? 0,
        faults: draft.faults.length,
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
        faults: JSON.stringify(draft.faults),
        content: digest,
        snapshot: snapshot.sha256,
      })
      .execute();
    const data = {
      noteId: note.id,
      text,
      snapshot: snapshot.sha256,
      faults: draft.faults.length,
    };
    await append(transaction, [{actor: "assay", kind: "draft.written", subject: id, data}]);
  });
  return id;
}
