import type {Kysely} from "kysely";
import {z} from "zod";
import {withNewestRevision} from "../../store/newestRevision.ts";
import type {Tables} from "../../store/tables.ts";
import {wrongField} from "../api/problem.ts";
import {type Accepted, type Approvals, acceptedSchema} from "../api/reviewShapes.ts";
import type {NamedFault} from "./faults.ts";
import {isId} from "./id.ts";
import {instantText} from "./instant.ts";
import {ownWords} from "./ownWords.ts";

/** The approvals of a draft, newest first, and which of them hold of what it is now. */
export async function listApprovals(
  db: Kysely<Tables>,
  styles: ReadonlySet<string>,
  id: string,
): Promise<Approvals | undefined> {
  if (!isId(id)) return undefined;
  const now = await withNewestRevision(db)
    .select(["revisions.text", "drafts.snapshot"])
    .where("drafts.id", "=", id)
    .executeTakeFirst();
  if (!now) return undefined;
  const rows = await db
    .selectFrom("approvals")
    .selectAll()
    .where("draft", "=", id)
    .orderBy("approved_at", "desc")
    .execute();
  return {
    approvals: rows.map(row => ({
      id: row.id,
      revision: row.revision,
      text: row.text,
      snapshot: row.snapshot,
      style: row.style,
      by: row.approved_by,
      at: instantText(row.approved_at),
      accepted: z.array(acceptedSchema).parse(row.accepted),
      holds:
        row.withdrawn_at === null &&
        row.text === now.text &&
        row.snapshot === now.snapshot &&
        styles.has(row.style),
      ...(row.withdrawn_at !== null && {withdrawnAt: instantText(row.withdrawn_at)}),
      ...(row.withdrawn_by !== null && {withdrawnBy: row.withdrawn_by}),
    })),
  };
}

/**
 * Each accepted fault in the order of the text.
 *
 * @returns the faults that are open, with what was accepted of them
 * @throws Problem 422 where one is accepted that is not there, or twice
 */
export function weigh(
  found: readonly NamedFault[],
  accepted: readonly Accepted[],
): {readonly open: readonly NamedFault[]; readonly accepted: readonly Accepted[]} {
  const reasons = new Map(accepted.map(({fault, reason}) => [fault, reason]));
  const stray = accepted.find(({fault}) => !found.some(({id}) => id === fault));
  if (stray) throw wrongField("accepted", `names the fault ${stray.fault}, and there is none`);
  if (reasons.size < accepted.length) throw wrongField("accepted", "names a fault twice");
  return {
    open: found.filter(({id}) => !reasons.has(id)),
    accepted: found.flatMap(({id}) => {
      const reason = reasons.get(id);
      return reason === undefined ? [] : [{fault: id, reason}];
    }),
  };
}

/** The revisions with which somebody has written in the newest text what no other has approved. */
export async function ownRevisions(
  db: Kysely<Tables>,
  {id, who}: {readonly id: string; readonly who: string},
): Promise<number[]> {
  const revisions = await db
    .selectFrom("revisions")
    .select(["number", "text", "kind", "author", "suggested"])
    .where("draft", "=", id)
    .orderBy("number")
    .execute();
  const approved = await db
    .selectFrom("approvals")
    .select("text")
    .where("draft", "=", id)
    .where("approved_by", "!=", who)
    .where("withdrawn_at", "is", null)
    .execute();
  return ownWords(revisions, new Set(approved.map(({text}) => text)), who);
}
