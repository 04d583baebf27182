import {sql, type Transaction} from "kysely";
import {Conflict} from "../../model/errors.ts";
import type {TargetSet} from "../../publish/targetSet.ts";
import {append, type Event} from "../../store/events.ts";
import type {Store} from "../../store/open.ts";
import type {Tables} from "../../store/tables.ts";
import {begunDigests, forgetPut} from "./journal.ts";
import {instantOf} from "./wallClock.ts";

interface Which {
  readonly draft: string;
  readonly target: string;
  readonly by: string;
}

/**
 * Takes back what was ordered and does not stand there yet; undefined where nothing was ordered. Once
 * nothing of a draft is on its way or out, it is approved and no more.
 *
 * @throws Conflict where it stands there, or is being sent
 */
export async function cancelPublication(
  {db}: Pick<Store, "db">,
  {draft, target, by}: Which,
): Promise<true | undefined> {
  return db.transaction().execute(async transaction => {
    await lockDraft(transaction, draft);
    const row = await publicationAt(transaction, draft, target);
    if (!row) return undefined;
    if (row.state === "withdrawn") return true;
    const isBusy = row.state === "sending" || (row.state === "unknown" && row.asks !== "outcome");
    if (isBusy || row.receipt !== null)
      throw new Conflict(
        isBusy
          ? `it is being sent to ${target} just now, and what becomes of it is not known yet: wait until it is, then retract it`
          : `the note stands at ${target}: it is retracted or corrected there, not cancelled`,
      );
    // Whoever is asked what became of it has looked there.
    if (row.asks === "outcome") await forgetPut(transaction, row.id);
    if ((await begunDigests(transaction, row.id)).size > 0) throw mayStand(target);
    await withdraw(transaction, row.id);
    const events = [cancelled({draft, target, by, publication: row.id})];
    await unschedule(transaction, draft);
    await append(transaction, events);
    return true;
  });
}

/**
 * Takes back all that is on its way for a draft that is dropped, in the transaction that drops it.
 *
 * @throws Conflict where something of it is being sent
 */
export async function cancelAll(
  transaction: Transaction<Tables>,
  {draft, by}: Omit<Which, "target">,
): Promise<Event[]> {
  const rows = await transaction
    .selectFrom("publications")
    .select(["id", "target", "state"])
    .where("draft", "=", draft)
    .where("state", "!=", "withdrawn")
    .forUpdate()
    .execute();
  const busy = rows.find(({state}) => state === "sending" || state === "unknown");
  if (busy)
    throw new Conflict(
      `it is being sent to ${busy.target} just now, and what becomes of it is not known yet: wait until it is`,
    );
  for (const {id, target} of rows) {
    if ((await begunDigests(transaction, id)).size > 0) throw mayStand(target);
    await withdraw(transaction, id);
  }
  return rows.map(({id, target}) => cancelled({draft, target, by, publication: id}));
}

const mayStand = (target: string) =>
  new Conflict(
    `somebody began to put it at ${target}, and it may stand there: give the same order again, which looks first`,
  );

const cancelled = ({
  draft,
  target,
  by,
  publication,
}: Which & {readonly publication: string}): Event => ({
  actor: by,
  kind: "publication.cancelled",
  subject: draft,
  data: {publication, target},
});

const withdraw = (transaction: Transaction<Tables>, id: string) =>
  transaction
    .updateTable("publications")
    .set({state: "withdrawn", asks: null, not_before: null, reason: null})
    .where("id", "=", id)
    .execute();

/** A draft of which nothing is on its way or out is approved, and waits for an order. */
async function unschedule(transaction: Transaction<Tables>, draft: string): Promise<void> {
  await sql`
    update assay.drafts set state = 'approved', updated_at = clock_timestamp()
    where id = ${draft} and state = 'scheduled' and not exists (
      select from assay.publications where draft = ${draft} and state <> 'withdrawn')`.execute(
    transaction,
  );
}

/**
 * Puts another hour to what was ordered; undefined where nothing was.
 *
 * @throws Conflict where it is under way or there already
 * @throws UsageError for what is no instant
 */
export async function reschedule(
  {db, targets}: Pick<Store, "db"> & {readonly targets: TargetSet},
  {draft, target, by, at}: Which & {readonly at: string},
): Promise<true | undefined> {
  const due = instantOf(at, targets.names.includes(target) ? targets.zoneOf(target) : "UTC");
  return db.transaction().execute(async transaction => {
    await lockDraft(transaction, draft);
    const row = await publicationAt(transaction, draft, target);
    if (!row) return undefined;
    if (row.state !== "planned" || row.receipt !== null)
      throw new Conflict(
        `the note is ${row.state} at ${target}, and only what is planned is put at another hour`,
      );
    await transaction
      .updateTable("publications")
      .set({at: due, not_before: null, asks: null, failures: 0, reason: null})
      .where("id", "=", row.id)
      .execute();
    const data = {publication: row.id, target, at: due.toISOString()};
    await append(transaction, [{actor: by, kind: "publication.rescheduled", subject: draft, data}]);
    return true;
  });
}

const lockDraft = (transaction: Transaction<Tables>, draft: string) =>
  transaction.selectFrom("drafts").select("id").where("id", "=", draft).forUpdate().execute();

const publicationAt = (transaction: Transaction<Tables>, draft: string, target: string) =>
  transaction
    .selectFrom("publications")
    .select(["id", "state", "receipt", "asks"])
    .where("draft", "=", draft)
    .where("target", "=", target)
    .forUpdate()
    .executeTakeFirst();
