import {type Kysely, sql} from "kysely";
import {alarmSchema} from "../../model/alarm.ts";
import type {Tables} from "../../store/tables.ts";
import type {Alarms} from "../api/alarmsShapes.ts";
import {instantText} from "./instant.ts";

const mostAlarms = 100;

/** Alarms that nothing has mended, and receivers that they do not reach. */
export async function listAlarms(db: Kysely<Tables>): Promise<Alarms> {
  const [open, channels] = await Promise.all([openAlarms(db), deadChannels(db)]);
  // One that a newer program has raised, that program tells.
  return {alarms: open.flatMap(({body}) => alarmSchema.safeParse(body).data ?? []), channels};
}

/** A budget is mended by the next midnight of UTC. */
const openAlarms = (db: Kysely<Tables>) =>
  db
    .selectFrom("alarms")
    .select("body")
    .where(({eb, or, and}) =>
      or([
        eb("cleared_at", "is", null),
        and([
          eb("kind", "=", "budget"),
          eb(
            "raised_at",
            ">=",
            sql<Date>`date_trunc('day', clock_timestamp() at time zone 'UTC') at time zone 'UTC'`,
          ),
        ]),
      ]),
    )
    .orderBy("raised_at", "desc")
    .orderBy("id")
    .limit(mostAlarms)
    .execute();

/** Those whose newest alarm of the week was tried and has not arrived. */
async function deadChannels(db: Kysely<Tables>): Promise<Alarms["channels"]> {
  const {rows} = await sql<{
    channel: string;
    state: "refused" | "waiting";
    since: Date;
    untold: number;
  }>`
    with tried as (
      select channel, state, raised_at from assay.deliveries join assay.alarms on alarms.id = alarm
      where attempts > 0 and (state <> 'waiting' or reason is not null)
        and raised_at > clock_timestamp() - interval '7 days'),
    newest as (select distinct on (channel) channel, state from tried order by channel, raised_at desc)
    select newest.channel, newest.state, min(raised_at) as since, count(*)::int as untold
    from newest join tried using (channel)
    where newest.state <> 'sent' and tried.state <> 'sent' and raised_at > coalesce(
      (select max(raised_at) from tried as told where told.channel = newest.channel and told.state = 'sent'),
      '-infinity')
    group by newest.channel, newest.state
    order by since`.execute(db);
  return rows.map(({channel, state, since, untold}) => ({
    kind: channel.split(":")[0] ?? channel,
    state,
    since: instantText(since),
    untold,
  }));
}
