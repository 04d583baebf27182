import {rmSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {sql} from "kysely";
import {openQueue, queueSchema} from "../../src/jobs/queue.ts";
import {openBlobs} from "../../src/store/blobs/open.ts";
import {openStore, type Store} from "../../src/store/open.ts";
import {lay, madeUp} from "../cli/madeUpData.ts";
import {chance} from "../stats/random.ts";
import {temporary} from "../store/testStore.ts";
import {type Audit, audit, leftBehind} from "./audit.ts";
import {type Place, startProcess, type WorkerProcess} from "./fleet.ts";
import {open, planPlenty} from "./plenty.ts";
import {childrenOf, readOr} from "./server.ts";

export interface Campaign {
  readonly kills: number;
  /** Processes at once. */
  readonly workers: number;
  /** Every so many kills the server goes as well, or alone in between; never where it is 0. */
  readonly serverEach: number;
  readonly seed: number;
  /** A process lives so long at most. */
  readonly longestMs: number;
  readonly notes: number;
  /** Whoever has a job counts as silent for long at each kill: the dead, and the living as well. */
  readonly hurried?: boolean;
}

export interface Toll extends Audit {
  readonly kills: number;
  readonly serverKills: number;
  readonly runs: number;
  readonly seconds: number;
  /** Tasks that more than one worker has begun. */
  readonly takenAgain: number;
  readonly leftBehind: readonly string[];
}

/**
 * Kills workers at random instants while there is work, and starts others; then lets one finish, and
 * another sweep. The store is our own PostgreSQL, which only the workers start.
 */
export async function killAtRandom({
  kills,
  workers,
  serverEach,
  seed,
  longestMs,
  notes,
  hurried = false,
}: Campaign): Promise<Toll> {
  const random = chance(seed).uniform;
  const folder = temporary();
  const place: Place = {
    store: folder,
    blobs: join(folder, "blobs"),
    data: join(folder, "data"),
    temporary: join(folder, "tmp"),
  };
  lay(place.data, madeUp());
  const began = performance.now();
  const fleet: WorkerProcess[] = [startProcess(place)];
  await fleet[0]?.ready;
  const store = await openStore({url: socketOf(folder), folder, notify: () => {}});
  const queue = await openQueue(store, () => {});
  let planned = 0;
  const plan = async (runs: number) => {
    await planPlenty(store, queue, {runs, notes, name: `plenty-${planned}`});
    planned += runs;
  };
  await plan(workers * 3);
  while (fleet.length < workers) fleet.push(startProcess(place));
  let serverKills = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const k = Math.floor(random() * fleet.length);
    // Most die at work, some while they begin.
    if (random() < 0.8) await fleet[k]?.ready;
    await sleep(100 + random() * longestMs);
    fleet[k]?.signal("SIGKILL");
    if (serverEach > 0 && kill % serverEach === 0) {
      serverKills += 1;
      if (random() < 0.5) await sleep(random() * 300);
      killServer(folder);
    }
    await fleet[k]?.ended;
    fleet[k] = startProcess(place);
    await patiently(async () => {
      // What the dead have in hand comes back later: meanwhile there is to be work for the living.
      if ((await queue.depth()) < workers * 2) await plan(workers * 2);
      if (hurried) await silence(store);
    });
  }
  const end = performance.now() + 300_000;
  while ((await patiently(() => open(store))) > 0 && performance.now() < end) await sleep(200);
  await Promise.all(fleet.map(stop));
  const last = startProcess(place);
  await last.ready;
  await sleep(1500); // it sweeps while it starts
  const again = await store.db.selectFrom("tasks").select("id").where("attempt", ">", 1).execute();
  const blobs = await openBlobs({folder: place.blobs}, {}, persistence);
  const found = await audit(store, blobs, planned);
  await stop(last);
  await queue.close();
  await store.close();
  const strays = leftBehind(place);
  rmSync(folder, {recursive: true, force: true});
  return {
    ...found,
    leftBehind: strays,
    kills,
    serverKills,
    runs: planned,
    seconds: Math.round((performance.now() - began) / 1000),
    takenAgain: again.length,
  };
}

/** As if each worker had been silent for long. */
export const silence = ({db}: Store) =>
  sql`update ${sql.table(`${queueSchema}.job`)} set heartbeat_on = now() - interval '1 hour'
      where state = 'active'`.execute(db);

async function stop(one: WorkerProcess): Promise<void> {
  await one.ready;
  one.signal("SIGTERM");
  await one.ended;
}

const persistence = {now: () => new Date(), sleep: (ms: number) => sleep(ms), random: Math.random};

/** The address of our own server, for who takes no share in it. */
const socketOf = (folder: string) =>
  `postgres://assay@localhost/assay?host=${encodeURIComponent(join(folder, "pg"))}`;

/** Again until the server answers. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 600; ; left--)
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
      await sleep(100);
    }
}

/** The PostgreSQL of our own below the folder, and each of its processes. */
export function killServer(folder: string): void {
  const text = readOr(join(folder, "pg", "postmaster.pid"));
  const pid = Number.parseInt(text, 10);
  if (!(pid > 1) || !readOr(`/proc/${pid}/cmdline`).includes(folder)) return;
  for (const one of [pid, ...childrenOf(pid)])
    try {
      process.kill(one, "SIGKILL");
    } catch {
      // It went with the others.
    }
}
