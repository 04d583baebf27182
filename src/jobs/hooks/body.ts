import type {Kysely} from "kysely";
import {seconds} from "../../model/order.ts";
import {eventsAfter} from "../../store/events.ts";
import type {Tables} from "../../store/tables.ts";

/**
 * What is sent of an event: type, time and data, as Standard Webhooks has it. It holds nothing that
 * changes, so that it is the same at each attempt.
 */
export async function bodyOf(db: Kysely<Tables>, number: number): Promise<string> {
  const [event] = await eventsAfter(db, number - 1, 1);
  if (event?.seq !== number) throw new Error(`there is no event ${number}`);
  const {seq, at, actor, kind, subject, data: details} = event;
  const draft = /^(?:draft|comment|publication|correction)\./.test(kind)
    ? await draftOf(db, subject)
    : undefined;
  return JSON.stringify({
    type: kind,
    timestamp: at.toISOString(),
    data: {seq, subject, by: actor, ...(draft && {draft}), details},
  });
}

async function draftOf(db: Kysely<Tables>, id: string) {
  const row = await db
    .selectFrom("drafts")
    .select(["id", "note_id", "asset", "locale", "as_of"])
    .where("id", "=", id)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      noteId: row.note_id,
      asset: row.asset,
      locale: row.locale,
      asOf: seconds(row.as_of),
    }
  );
}
