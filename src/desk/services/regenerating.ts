import {requireBudget} from "../../jobs/limits.ts";
import {loadDraft} from "../../jobs/loadDraft.ts";
import {orderNote} from "../../jobs/runs.ts";
import {Conflict} from "../../model/errors.ts";
import {takesEdits} from "../../model/review.ts";
import type {Blobs} from "../../store/blobs/blobs.ts";
import type {Ordered, Regeneration} from "../api/services.ts";
import {isId} from "./id.ts";
import {instantFor, type OrderDesk} from "./orders.ts";
import {stateOf} from "./state.ts";

/**
 * Orders a draft to be made again, as it was ordered, on the newest data or on those of an instant
 * that is given: its next revision.
 *
 * @throws Conflict where the draft takes no edits
 * @throws Problem 422 where its source does not answer for another time than now
 * @throws BudgetSpent where today's calls to its source are all made
 */
export async function regenerate(
  desk: OrderDesk & {readonly blobs: Blobs},
  {id, asOf, by}: Regeneration,
): Promise<Ordered | undefined> {
  const {db} = desk.store;
  if (!isId(id)) return undefined;
  const row = await db
    .selectFrom("drafts")
    .select(["state", "content"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const state = stateOf(row.state);
  if (!takesEdits(state))
    throw new Conflict(
      `draft ${id} is ${state}, and is not made again any more: a note that is out is corrected`,
    );
  const {order} = await loadDraft(desk.blobs, row.content);
  const {asOf: _, asOfGiven: __, ...spec} = order;
  const {source, data, coin} = spec;
  const instant = await instantFor({source, data, coin, asOf}, desk.workspace);
  await requireBudget(desk, source);
  const run = await orderNote(desk.store, desk.queue, {
    spec: {...spec, ...(instant !== undefined && {asOf: instant})},
    draft: id,
    askedBy: by.name,
  });
  return {run};
}
