import type {Kysely} from "kysely";
import {loadDraft} from "../../jobs/loadDraft.ts";
import type {Blobs} from "../../store/blobs/blobs.ts";
import type {Tables} from "../../store/tables.ts";
import type {Checked} from "../api/reviewShapes.ts";
import type {Checker} from "../checker/checker.ts";
import {isId} from "./id.ts";

interface CheckRoom {
  readonly db: Kysely<Tables>;
  readonly blobs: Blobs;
  readonly checker: Checker;
}

/** What the check says of a text of the draft; places are those of the text as it was sent. */
export async function checkText(
  {db, blobs, checker}: CheckRoom,
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
  const known = {digest: row.content, draft: await loadDraft(blobs, row.content)};
  const {faults, marks} = await checker.examine(known, text);
  return {faults: [...faults], marks: [...marks]};
}
