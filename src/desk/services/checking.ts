import type {Kysely} from "kysely";
import {examine} from "../../check/marks.ts";
import {loadDraft} from "../../jobs/loadDraft.ts";
import type {Blobs} from "../../store/blobs/blobs.ts";
import type {Tables} from "../../store/tables.ts";
import type {Checked} from "../api/reviewShapes.ts";
import {isId} from "./id.ts";

/** What the check says of a text of the draft; places are those of the text as it was sent. */
export async function checkText(
  {db, blobs}: {readonly db: Kysely<Tables>; readonly blobs: Blobs},
  id: string,
  text: string,
): Promise<Checked | undefined> {
  if (!isId(id)) return undefined;
  const row = await db
    .selectFrom("drafts")
    .select("content")
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const {faults, marks} = examine(text, (await loadDraft(blobs, row.content)).evidence);
  return {faults: [...faults], marks: [...marks]};
}
