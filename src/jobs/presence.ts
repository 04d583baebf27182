import {randomUUID} from "node:crypto";
import {hostname} from "node:os";
import {sql} from "kysely";
import type {Store} from "../store/open.ts";

/** This process among those that work on the store. */
export interface Presence {
  readonly id: string;
  /** From now on it takes nothing new. */
  leaving(): Promise<void>;
  /** It is gone, and not missed. */
  left(): Promise<void>;
}

const seenMs = 10_000;

/** Enters this process among the workers, and says again and again that it lives. */
export async function enter(
  {db}: Pick<Store, "db">,
  {version, concurrency}: {readonly version: string; readonly concurrency: number},
): Promise<Presence> {
  const id = randomUUID();
  let stopping = false;

  const say = () =>
    db
      .insertInto("workers")
      .values({
        id,
        host: hostname(),
        pid: process.pid,
        version,
        plans: false,
        concurrency,
        stopping,
      })
      .onConflict(conflict =>
        conflict.column("id").doUpdateSet({seen_at: sql<Date>`clock_timestamp()`, stopping}),
      )
      .execute();

  await say();
  // While the store is away, who works tells so.
  const saying = setInterval(() => say().catch(() => {}), seenMs);
  return {
    id,
    async leaving() {
      stopping = true;
      await say().catch(() => {});
    },
    async left() {
      clearInterval(saying);
      await db
        .deleteFrom("workers")
        .where("id", "=", id)
        .execute()
        .catch(() => {});
    },
  };
}
