import {type Kysely, sql, type Transaction} from "kysely";
import {type Alarm, alarmSchema} from "../../model/alarm.ts";
import type {Log} from "../../model/log.ts";
import type {Tables} from "../../store/tables.ts";
import {now} from "../runs.ts";
import type {Channel, Outcome} from "./channel.ts";
import type {Receivers} from "./channels.ts";
import {headline} from "./message.ts";
import {raise} from "./raise.ts";

export interface Delivery {
  readonly db: Kysely<Tables>;
  readonly receivers: Pick<Receivers, "channel">;
  readonly log: Log;
  /** In [0, 1). */
  readonly random: () => number;
}

/** Mails of their own to one address in an hour; what is more goes into one mail each quarter of an hour. */
export const mostMails = 10;
const hour = "1 hour";
const betweenBundles = "15 minutes";
/** Longer than an attempt takes: whoever has not told by then has died. */
const lease = "2 minutes";
/** What could not be told for so long is told no more. */
const patienceMs = 86_400_000;
const firstMs = 30_000;
const longestMs = 3_600_000;

/** Tells what waits to be told to those who can be reached from here, until nothing is due. */
export async function deliver(delivery: Delivery): Promise<void> {
  const due = await delivery.db
    .selectFrom("deliveries")
    .select("channel")
    .distinct()
    .where("state", "=", "waiting")
    .where("not_before", "<=", sql<Date>`clock_timestamp()`)
    .execute();
  await Promise.all(
    due.map(async ({channel: name}) => {
      const channel = delivery.receivers.channel(name);
      if (channel) while (await deliverOne(delivery, channel));
    }),
  );
}

interface Claimed {
  readonly id: string;
  readonly body: unknown;
  readonly attempts: number;
  readonly raised_at: Date;
}

/** False where nothing is due for the channel. */
async function deliverOne(delivery: Delivery, channel: Channel): Promise<boolean> {
  const claimed = await delivery.db
    .transaction()
    .execute(transaction => claim(transaction, channel.name));
  if (!claimed) return false;
  const alarm = alarmSchema.safeParse(claimed.body);
  const outcome: Outcome = alarm.success
    ? await channel.send(alarm.data)
    : {kind: "later", why: "it was raised by another version of Assay"};
  await settle(delivery, channel.name, claimed, outcome);
  return true;
}

/** The next to be told, ours for as long as an attempt takes. One claims at a time for each channel. */
async function claim(
  transaction: Transaction<Tables>,
  channel: string,
): Promise<Claimed | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${channel}, 7221021))`.execute(
    transaction,
  );
  if (channel.startsWith("mail:") && (await isFlooded(transaction, channel)))
    await bundle(transaction, channel);
  const {rows} = await sql<Claimed>`
    update assay.deliveries set
      attempts = attempts + 1,
      not_before = clock_timestamp() + ${lease}::interval
    from assay.alarms
    where alarms.id = deliveries.alarm and deliveries.channel = ${channel} and alarms.id = (
      select alarm from assay.deliveries join assay.alarms on alarms.id = alarm
      where channel = ${channel} and state = 'waiting' and not_before <= clock_timestamp()
      order by raised_at limit 1)
    returning alarms.id, body, attempts, raised_at`.execute(transaction);
  return rows[0];
}

/** Whether an address has had its mails of the hour, those under way and to be tried again included. */
async function isFlooded(transaction: Transaction<Tables>, channel: string): Promise<boolean> {
  const {rows} = await sql<{mails: number}>`
    select count(*) as mails from assay.deliveries join assay.alarms on alarms.id = alarm
    where channel = ${channel} and kind <> 'bundle' and attempts > 0
      and (sent_at > clock_timestamp() - ${hour}::interval or state = 'waiting')`.execute(
    transaction,
  );
  return (rows[0]?.mails ?? 0) >= mostMails;
}

/** Puts one alarm in the place of all that wait for a first attempt, or makes them wait. */
async function bundle(transaction: Transaction<Tables>, channel: string): Promise<void> {
  const {rows} = await sql<{id: string; body: unknown}>`
    select alarms.id, body from assay.deliveries join assay.alarms on alarms.id = alarm
    where channel = ${channel} and state = 'waiting' and attempts = 0 and kind <> 'bundle'
      and not_before <= clock_timestamp()
    order by raised_at`.execute(transaction);
  const [first] = rows;
  if (!first) return;
  const ids = rows.map(({id}) => id);
  const untilNext = await sql<{at: Date | null}>`
    select max(raised_at) + ${betweenBundles}::interval as at
    from assay.alarms join assay.deliveries on alarms.id = alarm
    where channel = ${channel} and kind = 'bundle'`.execute(transaction);
  const at = await now(transaction);
  const next = untilNext.rows[0]?.at;
  const waiting = transaction
    .updateTable("deliveries")
    .where("channel", "=", channel)
    .where("alarm", "in", ids);
  if (next && next > at) {
    await waiting.set({not_before: next}).execute();
    return;
  }
  const alarms = rows.flatMap(({body}) => alarmSchema.safeParse(body).data ?? []);
  await raise(
    transaction,
    at,
    [channel],
    [{key: `bundle:${channel}:${first.id}`, about: bundled(alarms)}],
  );
  await waiting.set({state: "sent", sent_at: at, reason: "told together with others"}).execute();
}

function bundled(alarms: readonly Alarm[]): Omit<Alarm, "id" | "at"> {
  const kinds = Map.groupBy(alarms, ({kind}) => kind);
  const counts = [...kinds].map(([kind, {length}]) => `${length} ${kind}`).join(", ");
  const shown = alarms.slice(0, 10).map(headline).join("; ");
  const rest = alarms.length > 10 ? "; and so on" : "";
  return {
    kind: "bundle",
    subject: alarms.length === 1 ? "1 more alarm" : `${alarms.length} more alarms`,
    reason: `${counts}: ${shown}${rest}`,
    next: "see the ledger: assay schedule history, or GET /api/runs?state=failed",
  };
}

async function settle(
  {db, log, random}: Delivery,
  channel: string,
  {id, attempts, raised_at}: Claimed,
  outcome: Outcome,
): Promise<void> {
  // Whoever came after our time was up has it now.
  const ours = db
    .updateTable("deliveries")
    .where("alarm", "=", id)
    .where("channel", "=", channel)
    .where("state", "=", "waiting")
    .where("attempts", "=", attempts);
  const refuse = (reason: string) => {
    log.error({alarm: id, channel, reason}, "an alarm was not told, and is tried no more");
    return ours.set({state: "refused", reason}).execute();
  };
  switch (outcome.kind) {
    case "sent":
      log.info({alarm: id, channel}, "an alarm was told");
      await ours.set({state: "sent", reason: null, sent_at: sql`clock_timestamp()`}).execute();
      return;
    case "refused":
      await refuse(outcome.why);
      return;
    case "later": {
      const {why, afterMs = 0} = outcome;
      if ((await now(db)).getTime() - raised_at.getTime() > patienceMs) {
        await refuse(`${why} (tried ${attempts} times in a day)`);
        return;
      }
      const backOff = Math.min(longestMs, firstMs * 2 ** (attempts - 1)) * (0.5 + random() / 2);
      const seconds = Math.max(afterMs, backOff) / 1000;
      log.warn({alarm: id, channel, reason: why, seconds}, "an alarm was not told yet");
      await ours
        .set({
          reason: why,
          not_before: sql<Date>`clock_timestamp() + make_interval(secs => ${seconds})`,
        })
        .execute();
    }
  }
}
