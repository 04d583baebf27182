import {type Kysely, sql} from "kysely";
import type {Log} from "../../model/log.ts";
import {type Answer, postSigned} from "../../outbound/postSigned.ts";
import type {Tables} from "../../store/tables.ts";
import {bodyOf} from "./body.ts";
import type {Hook} from "./hooks.ts";

export interface HookDelivery {
  readonly db: Kysely<Tables>;
  readonly log: Log;
  readonly now: () => Date;
  /** In [0, 1). */
  readonly random: () => number;
  /** For one attempt; 15 s by default. */
  readonly timeoutMs?: number;
}

/** Longer than an attempt takes: whoever has not settled it by then has died. */
const lease = "2 minutes";
/** What could not be told for so long is told no more. */
const patienceMs = 86_400_000;
const firstMs = 30_000;
const longestMs = 3_600_000;

/** Tells the hook what is due, the oldest first, until all is told or it does not take it. */
export async function deliverTo(delivery: HookDelivery, hook: Hook): Promise<void> {
  while (await deliverOne(delivery, hook));
}

interface Claimed {
  readonly id: string;
  readonly seq: number;
  readonly attempts: number;
  readonly made_at: Date;
}

/** Whether the hook took it. */
async function deliverOne(delivery: HookDelivery, hook: Hook): Promise<boolean> {
  const {db, now, timeoutMs = 15_000} = delivery;
  const claimed = await claim(db, hook.name);
  if (!claimed) return false;
  const body = await bodyOf(db, claimed.seq);
  const {url, key} = hook;
  const answer = await postSigned({id: claimed.id, body}, {url, key, now, timeoutMs});
  return settle(delivery, hook, claimed, answer);
}

/** The oldest that is due, ours for as long as an attempt takes. */
async function claim(db: Kysely<Tables>, hook: string): Promise<Claimed | undefined> {
  const {rows} = await sql<Claimed>`
    update assay.hook_deliveries set
      attempts = attempts + 1,
      tried_at = clock_timestamp(),
      not_before = clock_timestamp() + ${lease}::interval
    where id = (
      select id from assay.hook_deliveries
      where hook = ${hook} and state = 'waiting' and not_before <= clock_timestamp()
      order by seq limit 1 for update skip locked)
    returning id, seq, attempts, made_at`.execute(db);
  return rows[0];
}

async function settle(
  {db, log, now, random}: HookDelivery,
  {name, host}: Hook,
  {id, attempts, made_at}: Claimed,
  answer: Answer,
): Promise<boolean> {
  const status = answer.status ?? null;
  // Whoever came after our time was up has it now.
  const ours = db
    .updateTable("hook_deliveries")
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .where("attempts", "=", attempts);
  if (status !== null && status >= 200 && status <= 299) {
    const sent_at = sql<Date>`clock_timestamp()`;
    await ours.set({state: "sent", status, reason: null, sent_at}).execute();
    return true;
  }
  const why = answer.status === undefined ? answer.why : `${host} answered ${answer.status}`;
  const final = finalReason(name, status);
  const late = now().getTime() - made_at.getTime() > patienceMs;
  if (final !== undefined || late) {
    const reason = `${why}${final ?? ` (tried ${attempts} times in a day)`}`;
    log.error({hook: name, delivery: id, reason}, "a hook was not told, and is tried no more");
    await ours.set({state: "refused", status, reason}).execute();
    return false;
  }
  const backOff = Math.min(longestMs, firstMs * 2 ** (attempts - 1)) * (0.5 + random() / 2);
  const asked = Math.min(patienceMs, (answer.status !== undefined && answer.afterMs) || 0);
  const after = sql<Date>`clock_timestamp() + make_interval(secs => ${Math.max(asked, backOff) / 1000})`;
  log.warn({hook: name, delivery: id, reason: why}, "a hook was not told yet");
  await ours.set({status, reason: why, not_before: after}).execute();
  // Who asks to wait means all that is on its way.
  if (asked > 0)
    await sql`
      update assay.hook_deliveries
      set not_before = greatest(not_before, clock_timestamp() + make_interval(secs => ${asked / 1000}))
      where hook = ${name} and state = 'waiting'`.execute(db);
  return false;
}

/** Why trying again would change nothing; undefined where it may. */
function finalReason(name: string, status: number | null): string | undefined {
  if (status === 410) return `, gone for good: set hooks.${name}.url anew, or take the hook out`;
  if (status !== null && status >= 300 && status <= 399)
    return `, a redirect, which is not followed: set hooks.${name}.url to where it leads`;
  return undefined;
}
