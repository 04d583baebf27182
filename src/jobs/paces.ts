import {setTimeout} from "node:timers/promises";
import {type Kysely, sql} from "kysely";
import type {Limit, Pace, Paces} from "../sources/pace.ts";
import type {Store} from "../store/open.ts";
import type {Tables} from "../store/tables.ts";
import {now} from "./runs.ts";

const minute = 60_000;
/** Nobody stands so long in line. */
const farthest = 6 * 60 * minute;

export const sleep = (ms: number): Promise<void> => setTimeout(ms);

/** The clock of the store, whatever this machine's says: read once, and carried on by a steady one. */
export async function storeClock(db: Kysely<Tables>): Promise<() => Date> {
  const at = (await now(db)).getTime();
  const began = performance.now();
  return () => new Date(at + performance.now() - began);
}

/**
 * The pace of each source over all workers: turns are reserved in the store, by its clock, so that
 * no minute sees more of them than the source allows, whoever takes them. Each is counted for the day
 * under the name `counted`, and `called` is told.
 */
export function storePaces(
  {db}: Store,
  counted: string,
  called: () => void,
  wait: (ms: number) => Promise<void> = sleep,
): Paces {
  return limit => paceOf(limit);

  function paceOf({source, callsPerMinute, longestWaitMs}: Limit): Pace {
    const even = minute / callsPerMinute;

    /** The place in line: how long until our turn, by now and by the clock of the store. */
    const reserve = () =>
      db.transaction().execute(async transaction => {
        await transaction
          .insertInto("paces")
          .values({source})
          .onConflict(conflict => conflict.doNothing())
          .execute();
        const pace = await transaction
          .selectFrom("paces")
          .select(["next_at", "taken", "spacing_ms", sql<Date>`clock_timestamp()`.as("now")])
          .where("source", "=", source)
          .forUpdate()
          .executeTakeFirstOrThrow();
        const at = pace.now.getTime();
        // Clocks that were set back must not make us wait for them to catch up.
        const ahead = at + farthest;
        const taken = pace.taken.map(Number).filter(time => time > at - minute && time < ahead);
        const oldest = taken.length >= callsPerMinute ? taken.at(-callsPerMinute) : undefined;
        const next = Number(pace.next_at);
        const turn = Math.max(
          at,
          Number.isFinite(next) ? Math.min(next, ahead) : at,
          oldest === undefined ? at : oldest + minute,
        );
        await transaction
          .updateTable("paces")
          .set({
            taken: [...taken, turn].slice(-callsPerMinute).map(time => new Date(time)),
            next_at: new Date(turn + pace.spacing_ms),
          })
          .where("source", "=", source)
          .execute();
        await transaction
          .insertInto("calls")
          .values({
            source: counted,
            day: sql<string>`(clock_timestamp() at time zone 'UTC')::date`,
            calls: 1,
          })
          .onConflict(conflict =>
            conflict.columns(["source", "day"]).doUpdateSet(({eb}) => ({
              calls: eb("calls.calls", "+", 1),
            })),
          )
          .execute();
        return {turn, waitMs: turn - at};
      });

    return {
      async turn(waiting) {
        const {turn, waitMs} = await reserve();
        if (waitMs > 0) {
          waiting(waitMs);
          await wait(waitMs);
        }
        called();
        return turn;
      },
      async slower(startedAt, waitMs) {
        const held = Math.min(waitMs, longestWaitMs) / 1000;
        // Attempts that were under way together count as one.
        await sql`
          update assay.paces set
            spacing_ms = case when slowed_at is null or slowed_at < ${new Date(startedAt)}
              then least(${minute}, greatest(${even}, spacing_ms * 2)) else spacing_ms end,
            slowed_at = clock_timestamp(),
            next_at = greatest(next_at, clock_timestamp() + make_interval(secs => ${held}))
          where source = ${source}`.execute(db);
      },
      async faster() {
        await sql`
          update assay.paces set
            spacing_ms = case when spacing_ms * 0.9 < ${even / 4} then 0 else spacing_ms * 0.9 end
          where source = ${source} and spacing_ms > 0`.execute(db);
      },
    };
  }
}
