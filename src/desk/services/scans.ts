import {type Kysely, sql} from "kysely";
import {requireBudget} from "../../jobs/limits.ts";
import {orderScan} from "../../jobs/runs.ts";
import type {Caller} from "../../model/person.ts";
import {scanListSchema} from "../../model/scanList.ts";
import {sources, universeKinds} from "../../model/source.ts";
import type {Tables} from "../../store/tables.ts";
import {wrongField} from "../api/problem.ts";
import type {Scan, ScanQuery, ScanRequest, Scans} from "../api/scansShapes.ts";
import type {Ordered} from "../api/services.ts";
import {isId} from "./id.ts";
import {instantText} from "./instant.ts";
import {why} from "./ledger.ts";
import {dataOf, instantFor, needsData, type OrderDesk, sourceOf} from "./orders.ts";

/**
 * Orders a list of the coins of a market, ranked by what changed.
 *
 * @throws Problem that names the field that is wrong
 * @throws BudgetSpent where today's calls to its source are all made
 */
export async function orderScanAtDesk(
  desk: OrderDesk,
  asked: ScanRequest,
  {by, key}: {readonly by: Caller; readonly key: string | undefined},
): Promise<Ordered> {
  const {workspace, defaults} = desk;
  const source = asked.source ?? sourceOf(asked.data, defaults.source);
  if (!sources[source].universe)
    throw wrongField(
      "source",
      `is ${source}, which cannot be scanned: there are ${universeKinds.join(" and ")}`,
    );
  const data = dataOf(source, asked.data ?? defaults.data, asked.data !== undefined, workspace);
  const asOf = await instantFor({source, data, asOf: asked.asOf}, workspace);
  await requireBudget(desk, source);
  const spec = {
    source,
    ...(data !== undefined && {data}),
    ...(asOf !== undefined && {asOf}),
    earlier: false,
  };
  // All that a live source lists are too many to ask for.
  const top = asked.top ?? (needsData(source) ? undefined : defaultTop);
  const run = await orderScan(desk.store, desk.queue, {
    scan: {spec, ...(top !== undefined && {top})},
    askedBy: by.name,
    ...(key !== undefined && {key}),
  });
  return {run};
}

const defaultTop = 200;
const mostScans = 20;

/** The newest scans of schedules and people, without their lists. */
export async function listScans(db: Kysely<Tables>): Promise<Scans> {
  const rows = await scanRows(db)
    .orderBy("runs.nominal", "desc")
    .orderBy("runs.id", "desc")
    .limit(mostScans)
    .execute();
  return {scans: rows.map(summary)};
}

/**
 * The scan of a run, with so many of the first coins of its list where it has come to one; undefined
 * where the run has none.
 */
export async function findScan(
  db: Kysely<Tables>,
  run: string,
  {limit}: ScanQuery,
): Promise<Scan | undefined> {
  if (!isId(run)) return undefined;
  const row = await scanRows(db).where("runs.id", "=", run).executeTakeFirst();
  if (!row) return undefined;
  const kept = await db
    .selectFrom("scans")
    .select("found")
    .where("task", "=", row.task)
    .executeTakeFirst();
  if (!kept) return summary(row);
  const list = scanListSchema.parse(kept.found);
  return {...summary(row), list: {...list, rows: list.rows.slice(0, limit)}};
}

const scanRows = (db: Kysely<Tables>) =>
  db
    .selectFrom("tasks")
    .innerJoin("runs", "runs.id", "tasks.run")
    .leftJoin("scans", "scans.task", "tasks.id")
    .select([
      "runs.id as run",
      "runs.schedule",
      "runs.nominal",
      "runs.asked_by",
      "tasks.id as task",
      "tasks.state",
      "tasks.outcome",
      "tasks.reason",
      sql<string | null>`scans.found->>'asOf'`.as("as_of"),
    ])
    .where("tasks.kind", "=", "scan");

type ScanRow = Awaited<ReturnType<ReturnType<typeof scanRows>["execute"]>>[number];

const summary = ({run, schedule, nominal, asked_by, as_of, state, outcome, reason}: ScanRow) => ({
  run,
  ...(schedule !== null && {schedule}),
  nominal: instantText(nominal),
  by: asked_by,
  ...(as_of !== null && {asOf: as_of}),
  state,
  ...(outcome !== null && {outcome}),
  ...why(reason),
});
