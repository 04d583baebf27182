import type {Transaction} from "kysely";
import {fromKysely, PgBoss} from "pg-boss";
import {mayPass, type Store} from "../store/open.ts";
import type {Tables} from "../store/tables.ts";
import type {Job} from "./job.ts";

/** A job that somebody waits for to be done. */
export interface Entry {
  readonly job: Job;
  readonly priority: number;
  /** Not before so long from now, by the clock of the database. */
  readonly afterMs?: number;
}

/** A job in hand: it is ours as long as we hold on to it. */
export interface Taken {
  readonly id: string;
  /** How often the worker that had it fell silent. */
  readonly retryCount: number;
  readonly priority: number;
  readonly data: unknown;
}

/** Carries jobs from whoever orders to whoever does: pg-boss, on the store's own connections. */
export interface Queue {
  /** Together with the rows that the jobs name. */
  add(transaction: Transaction<Tables>, entries: readonly Entry[]): Promise<void>;
  /** The next that is due; the urgent first, then the oldest. */
  take(): Promise<Taken | undefined>;
  /** One whose workers fell silent again and again. */
  takeDead(): Promise<Taken | undefined>;
  hold(taken: readonly Taken[]): Promise<void>;
  /** Together with what was done of it; false where it is no longer ours. */
  finish(transaction: Transaction<Tables>, taken: Taken): Promise<boolean>;
  finishDead(taken: Taken): Promise<void>;
  /** Gives it back as it is, for after so long. */
  defer(taken: Taken, afterMs: number): Promise<void>;
  /** Due jobs by priority. */
  depth(): Promise<number>;
  close(): Promise<void>;
}

const work = "work";
const dead = "dead";
/** As short as pg-boss allows. */
const heartbeatSeconds = 10;
/** When so many have died over one job, they have died of it, and not only beside it. */
const mostDeaths = 16;
/** A scan of many coins without a key takes long; a worker that has died is noticed by its heartbeat. */
const longestSeconds = 12 * 60 * 60;

export const queueSchema = "assay_queue";

/** Opens the queue of the store, which is made where it is missing; `notify` is told what does not pass. */
export async function openQueue({pool, db}: Store, notify: (error: Error) => void): Promise<Queue> {
  const boss = new PgBoss({
    db: {executeSql: (text, values) => pool.query(text, values)},
    schema: queueSchema,
    schedule: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    queueCacheIntervalSeconds: 60,
    registerInstance: false,
    openTelemetry: {enabled: false},
  });
  boss.on("error", error => {
    if (!mayPass(error)) notify(error); // it comes again by itself
  });
  await boss.start();
  const kept = {retentionSeconds: 90 * 86_400, deleteAfterSeconds: 3600};
  await boss.createQueue(dead, {...kept, retryLimit: 1000, heartbeatSeconds});
  await boss.createQueue(work, {
    ...kept,
    retryLimit: mostDeaths,
    // At different times again: those that died with the one that kills are not always with it.
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    heartbeatSeconds,
    expireInSeconds: longestSeconds,
    deadLetter: dead,
  });
  const take = async (queue: string): Promise<Taken | undefined> => {
    const [job] = await boss.fetch<unknown>(queue, {batchSize: 1, includeMetadata: true});
    return job && {id: job.id, retryCount: job.retryCount, priority: job.priority, data: job.data};
  };
  const attempt = ({id, retryCount}: Taken) => ({id, retryCount});
  return {
    async add(transaction, entries) {
      const jobs = entries.map(({job, priority, afterMs = 0}) => ({
        data: job,
        priority,
        startAfter: Math.ceil(afterMs / 1000),
      }));
      if (jobs.length > 0) await boss.insert(work, jobs, {db: fromKysely(transaction)});
    },
    take: () => take(work),
    takeDead: () => take(dead),
    async hold(taken) {
      if (taken.length > 0) await boss.touch(work, taken.map(attempt));
    },
    async finish(transaction, taken) {
      const options = {db: fromKysely(transaction)};
      const done: {affected?: number} = await boss.complete(work, [attempt(taken)], null, options);
      return done.affected === 1;
    },
    async finishDead(taken) {
      await boss.complete(dead, [attempt(taken)]);
    },
    async defer(taken, afterMs) {
      const {priority, data} = taken;
      await db.transaction().execute(async transaction => {
        const inTransaction = fromKysely(transaction);
        const done: {affected?: number} = await boss.complete(work, [attempt(taken)], null, {
          db: inTransaction,
        });
        if (done.affected !== 1) return;
        const again = {data: data as object, priority, startAfter: Math.ceil(afterMs / 1000)};
        await boss.insert(work, [again], {db: inTransaction});
      });
    },
    async depth() {
      const {count} = await db
        .withSchema(queueSchema)
        .selectFrom("job" as never)
        .select(({fn}) => fn.countAll<number>().as("count"))
        .where("name" as never, "=", work as never)
        .where("state" as never, "<", "active" as never)
        .executeTakeFirstOrThrow();
      return count;
    },
    close: () => boss.stop({graceful: false, close: false}),
  };
}
