import {type ChildProcess, spawn} from "node:child_process";
import {randomUUID} from "node:crypto";
import {createInterface} from "node:readline";
import {setTimeout as sleep} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {sql} from "kysely";
import {loadRelease} from "../../src/jobs/publishing/releases.ts";
import type {Release} from "../../src/publish/release.ts";
import type {TargetSet} from "../../src/publish/targetSet.ts";
import type {ReviewRoom} from "../desk/reviewRoom.ts";
import {until} from "../jobs/newsroom.ts";
import {chance} from "../stats/random.ts";

// kill -9 of those who publish, at each step and at random, whatever the target.

/** Where notes are published while their publishers are killed. */
export interface Killing {
  /** Address of a module that exports `targetsOf(settings): TargetSet`; each process imports it. */
  readonly module: string;
  /** JSON. */
  readonly settings: unknown;
  readonly target: string;
  /** Hears of each kill. */
  readonly told?: (line: string) => void;
  /** What is wrong with what stands of the release, which is to stand there once; none where it does. */
  readonly audit: (release: Release) => Promise<readonly string[]>;
}

export interface PublisherWish {
  readonly store: string;
  readonly url?: string;
  readonly blobs: string;
  readonly module: string;
  readonly settings: unknown;
  readonly id: string;
  readonly leaseMs: number;
  readonly concurrency: number;
  /** The point that it ends itself at, counted from 1. */
  readonly dieAt?: number;
}

/** What it came to: all lists but `points` are to be empty. */
export interface KillToll {
  readonly kills: number;
  readonly notes: number;
  readonly seconds: number;
  /** Where it died, in the order of the protocol. */
  readonly points: readonly string[];
  /** Ordered, and not published in the end. */
  readonly lost: readonly string[];
  /** What `audit` found: twice there, hidden leftovers, half of it. */
  readonly wrong: readonly string[];
}

const script = fileURLToPath(new URL("publisherProcess.ts", import.meta.url));

/** The room's notes are published by processes of their own, which are killed. */
export interface KillRoom
  extends Pick<ReviewRoom, "store" | "blobs" | "folder" | "fresh" | "open"> {
  /** Of its store, where it is not the one in the folder. */
  readonly url?: string;
}

interface Publisher {
  readonly said: Readonly<Record<string, unknown>>[];
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  signal(name: NodeJS.Signals): void;
}

function startPublisherProcess(
  room: KillRoom,
  {module, settings}: Killing,
  dieAt?: number,
): Publisher {
  // A store of our own has none.
  const {connectionString} = room.store.pool.options;
  const wish: PublisherWish = {
    store: room.folder,
    ...(connectionString !== undefined && {url: connectionString}),
    blobs: `${room.folder}/blobs`,
    module,
    settings,
    id: randomUUID(),
    leaseMs: 1500,
    concurrency: 2,
    ...(dieAt !== undefined && {dieAt}),
  };
  const child: ChildProcess = spawn(process.execPath, [script, JSON.stringify(wish)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said: Publisher["said"] = [];
  const ready = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  if (child.stdout)
    createInterface(child.stdout).on("line", line => {
      const told = JSON.parse(line) as Record<string, unknown>;
      said.push(told);
      if (told.kind === "ready") ready.resolve();
    });
  child.once("close", () => {
    ready.resolve();
    ended.resolve();
  });
  return {
    said,
    ready: ready.promise,
    ended: ended.promise,
    signal: name => void child.kill(name),
  };
}

let notes = 0;

/** Approves another note and orders it; gives the draft. */
async function ordered(room: KillRoom, killing: Killing, targets: TargetSet): Promise<string> {
  const ask = room.open({targets, solo: true});
  const id = await room.fresh();
  notes += 1;
  await room.store.db
    .updateTable("drafts")
    .set({note_id: `2026-03-20-gadget-k${process.pid}-${notes}`})
    .where("id", "=", id)
    .execute();
  const body = {to: "approved", send: true, publish: {targets: [killing.target]}};
  const answer = await ask("paul", `/api/drafts/${id}/transitions`, {body});
  if (!answer.ok) throw new Error(await answer.text());
  return id;
}

const stateOf = async ({store}: KillRoom, draft: string) =>
  store.db
    .selectFrom("publications")
    .select(["state", "reason", "note_id", "wanted"])
    .where("draft", "=", draft)
    .executeTakeFirstOrThrow();

/** What failed and is to be tried later is tried now. */
const hurry = ({store}: KillRoom) =>
  sql`update assay.publications set not_before = null where not_before is not null`.execute(
    store.db,
  );

const open = async ({store}: KillRoom): Promise<number> =>
  (
    await store.db
      .selectFrom("publications")
      .select("id")
      .where("state", "in", ["planned", "sending", "unknown"])
      .execute()
  ).length;

/** Holds what stands of each note against what was ordered. */
async function toll(room: KillRoom, killing: Killing, drafts: readonly string[]) {
  const lost: string[] = [];
  const wrong: string[] = [];
  for (const draft of drafts) {
    const {state, reason, note_id: noteId, wanted: version} = await stateOf(room, draft);
    if (state !== "published") lost.push(`${noteId} is ${state}: ${JSON.stringify(reason)}`);
    const sent = {publishedAt: new Date()};
    const release = await loadRelease(
      {db: room.store.db, blobs: room.blobs},
      {noteId, version},
      sent,
    );
    for (const fault of await killing.audit(release)) wrong.push(`${noteId}: ${fault}`);
  }
  return {lost, wrong, notes: drafts.length};
}

/** One process carries all that is left to its end. */
async function finish(room: KillRoom, killing: Killing): Promise<void> {
  const last = startPublisherProcess(room, killing);
  await last.ready;
  await until(async () => {
    await hurry(room);
    return (await open(room)) === 0;
  }, 120_000).catch(() => {}); // what is left is told as lost
  last.signal("SIGTERM");
  await last.ended;
}

/** A note for each point that a publisher comes by; the publisher is killed there, and another goes on. */
export async function killAtEachStep(
  room: KillRoom,
  killing: Killing,
  targets: TargetSet,
  {from = 1, most = 1000}: {readonly from?: number; readonly most?: number} = {},
): Promise<KillToll> {
  const began = performance.now();
  const drafts: string[] = [];
  const points: string[] = [];
  for (let dieAt = from; dieAt < from + most; dieAt++) {
    const draft = await ordered(room, killing, targets);
    drafts.push(draft);
    const doomed = startPublisherProcess(room, killing, dieAt);
    await doomed.ready;
    const over = await Promise.race([
      doomed.ended.then(() => true),
      until(async () => (await open(room)) === 0, 120_000).then(() => false),
    ]);
    const death = doomed.said.find(({kind}) => kind === "dies");
    if (over && death) {
      points.push(String(death.at));
      killing.told?.(`${dieAt}. ${death.at}`);
    }
    doomed.signal(over ? "SIGKILL" : "SIGTERM");
    await doomed.ended;
    await finish(room, killing);
    if (!over) break;
  }
  return {
    ...(await toll(room, killing, drafts)),
    points,
    kills: points.length,
    seconds: Math.round((performance.now() - began) / 1000),
  };
}

export interface RandomCampaign {
  readonly kills: number;
  readonly seed: number;
  /** A publisher lives so long at most, once it is there. */
  readonly longestMs: number;
}

/** Two publishers at once, of which one or the other is killed at random instants while there is work. */
export async function killAtRandom(
  room: KillRoom,
  killing: Killing,
  targets: TargetSet,
  {kills, seed, longestMs}: RandomCampaign,
): Promise<KillToll> {
  const began = performance.now();
  const random = chance(seed).uniform;
  const drafts: string[] = [];
  const fleet = [startPublisherProcess(room, killing), startPublisherProcess(room, killing)];
  for (let kill = 0; kill < kills; kill++) {
    const k = Math.floor(random() * fleet.length);
    await fleet[k]?.ready;
    // So that whoever dies has something in hand, however quick they are.
    for (let i = 0; i < 3; i++) drafts.push(await ordered(room, killing, targets));
    await hurry(room);
    await sleep(random() * longestMs);
    fleet[k]?.signal("SIGKILL");
    await fleet[k]?.ended;
    killing.told?.(`kill ${kill + 1} of ${kills}`);
    fleet[k] = startPublisherProcess(room, killing);
  }
  await Promise.all(
    fleet.map(async one => {
      await one.ready;
      one.signal("SIGTERM");
      await one.ended;
    }),
  );
  await finish(room, killing);
  return {
    ...(await toll(room, killing, drafts)),
    points: [],
    kills,
    seconds: Math.round((performance.now() - began) / 1000),
  };
}
