import {sql} from "kysely";
import pg from "pg";
import type {Store} from "../store/open.ts";

/** One who would plan. */
export interface Candidate {
  /**
   * Undefined where it is the one who plans; otherwise who does.
   *
   * @throws where the database is away: then it no longer plans
   */
  stand(): Promise<string | undefined>;
  leave(): Promise<void>;
}

/** Any number that nobody else in the database locks. */
const plannerLock = 7_221_011;
const silentMs = 60_000;

/** On a connection of its own: with it goes the right to plan. */
export async function openCandidate(
  {db, pool}: Pick<Store, "db" | "pool">,
  worker: string,
): Promise<Candidate> {
  const client = new pg.Client({...pool.options, application_name: "assay planner"});
  client.on("error", () => {}); // the next question fails
  await client.connect();
  // A planner that stands still, or whose machine is gone, makes room for another.
  await client.query("select set_config(name, $2, false) from pg_settings where name = $1", [
    "idle_session_timeout",
    `${silentMs}`,
  ]);
  await client.query("set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5");
  let plans = false;

  async function claim(): Promise<boolean> {
    const {rows} = await client.query<{held: boolean}>("select pg_try_advisory_lock($1) as held", [
      plannerLock,
    ]);
    return rows[0]?.held ?? false;
  }

  return {
    async stand() {
      if (plans) await client.query("select 1");
      else plans = await claim();
      if (!plans) return planning();
      const isMe = sql<boolean>`(id = ${worker})`;
      await db.updateTable("workers").set({plans: isMe}).where("plans", "!=", isMe).execute();
      return undefined;
    },
    async leave() {
      await client.end().catch(() => {}); // it is down
    },
  };

  async function planning(): Promise<string> {
    const row = await db
      .selectFrom("workers")
      .select(["host", "pid", "version"])
      .where("plans", "=", true)
      .executeTakeFirst();
    return row ? `${row.host}, process ${row.pid}, Assay ${row.version}` : "it did not say who";
  }
}
