import {type Kysely, sql} from "kysely";
import type {HookSettings} from "../../model/hook.ts";
import type {Tables} from "../../store/tables.ts";
import type {HookDeliveries, HookSummary} from "../api/hooksShapes.ts";
import type {HistoryQuery} from "../api/reviewShapes.ts";
import {instantText} from "./instant.ts";

/** The hooks that the configuration names. Of their addresses the host alone: the rest may let somebody in. */
export async function listHooks(
  db: Kysely<Tables>,
  settings: Readonly<Record<string, HookSettings>>,
): Promise<HookSummary[]> {
  const {rows} = await sql<{hook: string; waiting: number; refused: number; sent_at: Date | null}>`
    select hook, count(*) filter (where state = 'waiting') as waiting,
      count(*) filter (where state = 'refused') as refused, max(sent_at) as sent_at
    from assay.hook_deliveries group by hook`.execute(db);
  const counts = new Map(rows.map(row => [row.hook, row]));
  return Object.entries(settings).map(([name, {url, on}]) => {
    const {waiting = 0, refused = 0, sent_at} = counts.get(name) ?? {};
    return {
      name,
      host: new URL(url).host,
      on: [...on],
      waiting,
      refused,
      ...(sent_at && {lastSentAt: instantText(sent_at)}),
    };
  });
}

/** What a hook was told or is to be told, newest event first; undefined where there never was one of the name. */
export async function listHookDeliveries(
  db: Kysely<Tables>,
  settings: Readonly<Record<string, HookSettings>>,
  name: string,
  {limit, before}: HistoryQuery,
): Promise<HookDeliveries | undefined> {
  let query = db
    .selectFrom("hook_deliveries")
    .innerJoin("events", "events.seq", "hook_deliveries.seq")
    .select([
      "hook_deliveries.id",
      "hook_deliveries.seq",
      "kind",
      "subject",
      "state",
      "attempts",
      "status",
      "reason",
      "made_at",
      "tried_at",
      "sent_at",
      "not_before",
    ])
    .where("hook", "=", name)
    .orderBy("hook_deliveries.seq", "desc")
    .limit(limit);
  if (before !== undefined) query = query.where("hook_deliveries.seq", "<", before);
  const rows = await query.execute();
  if (rows.length === 0 && !Object.hasOwn(settings, name)) return undefined;
  return {
    deliveries: rows.map(({id, seq, kind, subject, state, attempts, ...row}) => ({
      id,
      event: {seq, kind, subject},
      state,
      attempts,
      ...(row.status !== null && {status: row.status}),
      ...(row.reason !== null && {reason: row.reason}),
      madeAt: instantText(row.made_at),
      ...(row.tried_at && {triedAt: instantText(row.tried_at)}),
      ...(row.sent_at && {sentAt: instantText(row.sent_at)}),
      ...(state === "waiting" && {nextAt: instantText(row.not_before)}),
    })),
  };
}
