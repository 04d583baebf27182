import type {Kysely, Transaction} from "kysely";
import {asUnread} from "../../check/authorship.ts";
import {onlySuggestions} from "../../check/taken.ts";
import {loadDraft} from "../../jobs/loadDraft.ts";
import {Conflict} from "../../model/errors.ts";
import {unsettled} from "../../model/merge.ts";
import {takesEdits} from "../../model/review.ts";
import {aboutOf} from "../../render/about.ts";
import {type Blobs, digestOf} from "../../store/blobs/blobs.ts";
import {keepBlobs} from "../../store/blobs/keep.ts";
import {append} from "../../store/events.ts";
import type {Tables} from "../../store/tables.ts";
import {Problem, wrongField} from "../api/problem.ts";
import type {Revision} from "../api/reviewShapes.ts";
import type {Save} from "../api/services.ts";
import type {Checker} from "../checker/checker.ts";
import {canonicalText} from "./canonicalText.ts";
import {isCorrecting} from "./drafts.ts";
import {isId} from "./id.ts";
import {findRevision, revisionColumns, revisionOf} from "./revisions.ts";
import {stateOf} from "./state.ts";

interface SaveRoom {
  readonly db: Kysely<Tables>;
  readonly blobs: Blobs;
  readonly checker: Checker;
}

/**
 * Keeps a text as the newest revision of a draft, in its canonical form and with a true disclosure.
 * The newest text over again is no new revision, whatever it was written on: a save whose answer was
 * lost may be sent again.
 *
 * @throws Conflict where the draft takes no edits
 * @throws Problem 412 with base, theirs and yours where there is a newer revision than the base
 */
export async function saveText(room: SaveRoom, save: Save): Promise<Revision | undefined> {
  const {db, blobs} = room;
  const {id, base, by} = save;
  if (!isId(id)) return undefined;
  const row = await newest(db, id).executeTakeFirst();
  if (!row) return undefined;
  requireEditable(id, row);
  const draft = await loadDraft(blobs, row.content);
  const theirs = await newestOf(room, id, row.revision);
  const isUnread = theirs.text === asUnread(draft.markdown, draft.evidence.authorship);
  // Whoever saves it has read it.
  const unread = isUnread && canonicalText(save.text) === canonicalText(theirs.text);
  const typed = unread ? canonicalText(draft.markdown) : canonicalText(save.text);
  requireStorable(typed);
  // Where the program's own text is in another form of Unicode, it is no change to bring it into ours.
  const asKept = (unread ? [draft.markdown] : [theirs.text, draft.markdown]).find(
    text => canonicalText(text) === typed,
  );
  const revised = await room.checker.revise({digest: row.content, draft}, asKept ?? typed);
  const digest = digestOf(Buffer.from(revised.text));
  const merge = theirs.merge && unsettled(theirs.merge, revised.text, new Set(save.settled));
  const settles = (save.settled ?? []).some(one => idsOf(theirs.merge).includes(one));
  if (digest === theirs.sha256 && !settles) return theirs;
  if (base !== theirs.number) throw await newer(room, save, theirs);
  const suggested = unread || onlySuggestions(theirs.text, theirs.found, typed);
  const title = aboutOf(draft, revised.text).title;
  const [text] = await keepBlobs(db, blobs, [revised.text]);
  const number = theirs.number + 1;
  const saved = await db.transaction().execute(async transaction => {
    const now = await newest(transaction, id).forUpdate("drafts").executeTakeFirstOrThrow();
    requireEditable(id, now);
    if (now.revision !== base) return undefined;
    const kept = await transaction
      .insertInto("revisions")
      .values({
        draft: id,
        number,
        text,
        kind: now.correcting ? "corrected" : settles ? "merged" : "edited",
        author: by.name,
        parent: base,
        faults: JSON.stringify(revised.faults),
        suggested,
        content: row.content,
        snapshot: row.snapshot,
        merge: merge ? JSON.stringify(merge) : null,
      })
      .returning(revisionColumns)
      .executeTakeFirstOrThrow();
    await touch(transaction, id, {revision: number, title, faults: revised.faults.length});
    const data = {
      revision: number,
      parent: base,
      text,
      faults: revised.faults.length,
      suggested,
      ...(settles && {settled: [...(save.settled ?? [])]}),
    };
    await append(transaction, [{actor: by.name, kind: "draft.edited", subject: id, data}]);
    return kept;
  });
  // Another save came between: what is newest now decides, once more.
  if (!saved) return saveText(room, save);
  return revisionOf(saved, revised.text, draft);
}

const idsOf = (merge: Revision["merge"]) =>
  [...(merge?.again ?? []), ...(merge?.conflicts ?? [])].map(({id}) => id);

const newest = (db: Kysely<Tables>, id: string) =>
  db
    .selectFrom("drafts")
    .select([
      "drafts.content",
      "drafts.snapshot",
      "drafts.revision",
      "drafts.state",
      isCorrecting.as("correcting"),
    ])
    .where("drafts.id", "=", id);

const touch = (
  transaction: Transaction<Tables>,
  id: string,
  change: {readonly revision: number; readonly title: string; readonly faults: number},
) =>
  transaction
    .updateTable("drafts")
    .set(({fn}) => ({...change, updated_at: fn<Date>("clock_timestamp")}))
    .where("id", "=", id)
    .execute();

async function newestOf({db, blobs}: SaveRoom, id: string, number: number): Promise<Revision> {
  const found = await findRevision(db, blobs, {id, number});
  if (!found) throw new Error(`draft ${id} has no revision ${number}`);
  return found;
}

interface Held {
  readonly state: string;
  readonly correcting: boolean;
}

function requireEditable(id: string, {state: stored, correcting}: Held): void {
  const state = stateOf(stored);
  if (takesEdits(state, correcting)) return;
  throw new Conflict(
    `draft ${id} is ${state}, and its text is not edited any more: a note that is out is corrected`,
  );
}

/** PostgreSQL keeps no NUL, and no reader sees a control character. */
function requireStorable(text: string): void {
  const control = /[^\P{Cc}\t\n]/u.exec(text);
  if (!control) return;
  const code = control[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  const line = text.slice(0, control.index).split("\n").length;
  throw wrongField("the body", `has the control character U+${code} in line ${line}: take it out`);
}

async function newer(room: SaveRoom, {id, base, text}: Save, theirs: Revision): Promise<Problem> {
  const before = await findRevision(room.db, room.blobs, {id, number: base});
  return new Problem(
    412,
    `${theirs.author} has saved revision ${theirs.number} since ${base}: yours is not saved. Put the two together and save on ${theirs.number}.`,
    {
      headers: {ETag: `"${theirs.number}"`},
      conflict: {...(before && {base: before}), theirs, yours: text},
    },
  );
}
