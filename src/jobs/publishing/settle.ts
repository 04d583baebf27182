import {type Kysely, sql, type Transaction} from "kysely";
import type {
  Difference,
  PostConflict,
  PublicationQuestion,
  Receipt,
  ReleaseKind,
} from "../../model/publication.ts";
import type {PublicationReason} from "../../model/publicationReason.ts";
import {append, type Event} from "../../store/events.ts";
import type {Tables} from "../../store/tables.ts";
import {type Claimed, LostPublication, requireHeld} from "./claim.ts";
import {endPut} from "./journal.ts";

/** What came of carrying a publication. */
export interface Settlement {
  readonly state: "planned" | "unknown" | "published" | "differs" | "refused";
  readonly asks?: PublicationQuestion;
  readonly reason?: PublicationReason;
  readonly conflict?: PostConflict;
  readonly differences?: readonly Difference[];
  /** Where it stands: what, and by which receipt. */
  readonly receipt?: Receipt;
  readonly version?: number;
  readonly kind?: ReleaseKind;
  readonly digest?: string;
  /** When it is read once more. */
  readonly readAgainMs?: number;
  /** When it is tried once more. */
  readonly retryMs?: number;
}

/**
 * Writes down at once that the release stands there, before anything else is done, and that whoever
 * put it there has ended: from now on what is found otherwise is somebody else's change.
 *
 * @throws LostPublication where it is no longer ours
 */
export const recordReceipt = (
  db: Kysely<Tables>,
  claimed: Claimed,
  receipt: Receipt,
): Promise<void> =>
  db.transaction().execute(async transaction => {
    await requireHeld(transaction, claimed);
    await transaction
      .updateTable("publications")
      .set({
        receipt: JSON.stringify(receipt),
        standing: claimed.wanted,
        published_at: sql<Date>`coalesce(published_at, clock_timestamp())`,
      })
      .where("id", "=", claimed.id)
      .execute();
    await endPut(transaction, claimed, receipt);
  });

/** Writes down what came of it, with the event that tells of it and the state of its draft. */
export async function settle(
  {db}: {readonly db: Kysely<Tables>},
  claimed: Claimed,
  settlement: Settlement,
): Promise<void> {
  const {id, attempt, draft, target} = claimed;
  const {state, asks, reason, conflict, differences, receipt, version, kind, digest} = settlement;
  await db.transaction().execute(async transaction => {
    // Drafts are locked before their publications, by whoever changes both.
    await transaction
      .selectFrom("drafts")
      .select("id")
      .where("id", "=", draft)
      .forUpdate()
      .execute();
    const now = await transaction
      .selectFrom("publications")
      .select(["wanted", "state", "asks", "reason"])
      .where("id", "=", id)
      .where("attempt", "=", attempt)
      .forUpdate()
      .executeTakeFirst();
    if (!now) throw new LostPublication(`publication ${id} was taken up by another`);
    const later = (ms: number | undefined) =>
      ms === undefined ? null : sql<Date>`clock_timestamp() + make_interval(secs => ${ms / 1000})`;
    const stands = receipt !== undefined;
    // Something newer was approved meanwhile.
    const outdated = stands && version !== undefined && now.wanted > version;
    const isRead = claimed.todo === "read";
    if (isRead && now.state !== claimed.state) {
      // It was corrected while it was read: that is what holds.
      await transaction
        .updateTable("publications")
        .set({worker: null, lease_until: null})
        .where("id", "=", id)
        .execute();
      return;
    }
    await transaction
      .updateTable("publications")
      .set({
        state: outdated ? "planned" : state,
        asks: outdated ? null : (asks ?? null),
        reason: reason ? JSON.stringify(reason) : null,
        conflict: conflict ? JSON.stringify(conflict) : null,
        worker: null,
        lease_until: null,
        ...(stands
          ? {
              differences: differences ? JSON.stringify(differences) : null,
              failures: 0,
              not_before: null,
              again: false,
              overwrite: false,
              read_at: differences ? sql<Date>`clock_timestamp()` : null,
              read_again_at: later(settlement.readAgainMs),
            }
          : isRead
            ? {failures: sql<number>`failures + 1`, read_again_at: later(settlement.retryMs)}
            : {
                failures: settlement.retryMs === undefined ? 0 : sql<number>`failures + 1`,
                not_before: later(settlement.retryMs),
              }),
      })
      .where("id", "=", id)
      .execute();
    const data = {
      publication: id,
      noteId: claimed.note_id,
      target,
      version: version ?? claimed.wanted,
      ...(digest !== undefined && {digest}),
      ...(receipt && {address: receipt.address, id: receipt.id, stamp: receipt.stamp}),
      ...(asks && {asks}),
      ...(reason && {reason}),
      ...(differences && differences.length > 0 && {differences: differences.length}),
    };
    const said = isRead && state === claimed.state && asks === undefined;
    // That an attempt is made again later is told once.
    const passing = settlement.retryMs !== undefined && claimed.failures > 0;
    const events: Event[] =
      said || passing || state === "planned"
        ? []
        : [{actor: "worker", kind: `publication.${state}`, subject: draft, data}];
    if (stands && !isRead) events.push(...(await follow(transaction, {draft, kind})));
    await append(transaction, events);
  });
}

/** The state of a draft follows what stands of it. */
async function follow(
  transaction: Transaction<Tables>,
  {draft, kind}: {readonly draft: string; readonly kind: ReleaseKind | undefined},
): Promise<Event[]> {
  const row = await transaction
    .selectFrom("drafts")
    .select(["state", "revision"])
    .where("id", "=", draft)
    .executeTakeFirstOrThrow();
  const to = stateAfter(row.state, kind);
  if (to === row.state) return [];
  await transaction
    .updateTable("drafts")
    .set({state: to, updated_at: sql<Date>`clock_timestamp()`})
    .where("id", "=", draft)
    .execute();
  const data = {from: row.state, revision: row.revision};
  return [{actor: "worker", kind: `draft.${to}`, subject: draft, data}];
}

function stateAfter(state: string, kind: ReleaseKind | undefined): string {
  if (kind === "retracted" || state === "retracted") return "retracted";
  if (kind === "corrected" || state === "corrected") return "corrected";
  return "published";
}
