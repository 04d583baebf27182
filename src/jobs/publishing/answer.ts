import {type Kysely, type Selectable, sql} from "kysely";
import {Conflict} from "../../model/errors.ts";
import type {PublicationAnswer} from "../../model/publication.ts";
import {append} from "../../store/events.ts";
import type {PublicationsTable, Tables} from "../../store/tables.ts";

/** What a person says of a note at a target, where nothing is sent for it. */
export interface Answering {
  readonly draft: string;
  readonly target: string;
  readonly answer: PublicationAnswer;
  readonly by: string;
}

/**
 * Writes the answer down. One that is given again changes nothing. Undefined where nothing was ordered
 * there.
 *
 * @throws Conflict where nothing is asked that it would answer
 */
export async function answerIn(
  db: Kysely<Tables>,
  {draft, target, answer, by}: Answering,
): Promise<true | undefined> {
  return db.transaction().execute(async transaction => {
    await transaction
      .selectFrom("drafts")
      .select("id")
      .where("id", "=", draft)
      .forUpdate()
      .execute();
    const row = await transaction
      .selectFrom("publications")
      .selectAll()
      .where("draft", "=", draft)
      .where("target", "=", target)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return undefined;
    const {state, isGiven} = answers[answer];
    if (isGiven(row)) return true;
    requireAsked(row, answer);
    await transaction
      .updateTable("publications")
      .set({
        state,
        asks: null,
        reason: null,
        not_before: null,
        read_again_at: null,
        failures: 0,
        // Who reads it just now finds that it is theirs no more.
        attempt: sql<number>`attempt + 1`,
        worker: null,
        lease_until: null,
        ...(answer === "arrived" && {arrived_at: sql<Date>`clock_timestamp()`}),
      })
      .where("id", "=", row.id)
      .execute();
    const {id, note_id: noteId, standing, wanted} = row;
    const data = {publication: id, noteId, target, version: standing ?? wanted};
    await append(transaction, [{actor: by, kind: `publication.${answer}`, subject: draft, data}]);
    return true;
  });
}

type Row = Selectable<PublicationsTable>;

const answers: Readonly<
  Record<PublicationAnswer, {readonly state: Row["state"]; readonly isGiven: (row: Row) => boolean}>
> = {
  // What is put there later finds the post other than it was left, and asks anew.
  left: {state: "left", isGiven: ({state}) => state === "left"},
  // The target writes its receipt.
  arrived: {
    state: "planned",
    isGiven: ({arrived_at, asks}) => arrived_at !== null && asks === null,
  },
};

/** @throws Conflict */
function requireAsked({state, target, asks, receipt}: Row, answer: PublicationAnswer): void {
  if (state === "sending" || (state === "unknown" && asks === null))
    throw new Conflict(
      `it is being sent to ${target} just now, and what becomes of it is not known yet: wait until it is`,
    );
  if (answer === "arrived" && asks !== "outcome")
    throw new Conflict(
      `the note is ${state} at ${target}, and nobody asks whether it arrived there: only what was sent and cannot be looked up is said to have arrived`,
    );
  const isOther = asks === "overwrite" || asks === "again" || (state === "differs" && !asks);
  if (answer === "left" && !(isOther && receipt !== null))
    throw new Conflict(
      `the note is ${state} at ${target}, and nothing there is known to be other than it was left: what does not stand there yet is cancelled, and what does is corrected or retracted`,
    );
}
