import {spawn} from "node:child_process";
import {randomUUID} from "node:crypto";
import {createInterface} from "node:readline";
import {fileURLToPath} from "node:url";
import type {KillRoom} from "./killRoom.ts";

// Publishers as processes of their own, which can be killed.

/** What a process publishes with. */
export interface Publishing {
  /** Address of a module that exports `targetsOf(settings): TargetSet`; each process imports it. */
  readonly module: string;
  /** JSON. */
  readonly settings: unknown;
  /** Changes of the disk are points that it may die at. */
  readonly onDisk?: boolean;
}

export interface PublisherWish extends Publishing {
  readonly store: string;
  readonly url?: string;
  readonly blobs: string;
  readonly id: string;
  readonly leaseMs: number;
  readonly concurrency: number;
}

/** What it is told: to publish, or to take up nothing more. */
export type Telling =
  | {
      readonly to: "publish";
      /** The point that it ends itself at, counted from 1. */
      readonly dieAt?: number;
    }
  | {readonly to: "rest"};

export interface Publisher {
  readonly said: Readonly<Record<string, unknown>>[];
  /** It has come up and waits, or has ended. */
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  publish(dieAt?: number): void;
  /** What it has in hand it carries to its end. */
  rest(): Promise<void>;
  kill(): Promise<void>;
}

export interface How {
  readonly leaseMs?: number;
  readonly concurrency?: number;
}

const script = fileURLToPath(new URL("publisherProcess.ts", import.meta.url));

/** One that has opened all that it needs and waits until it is to begin. */
export function startPublisherProcess(
  room: KillRoom,
  {module, settings, onDisk = false}: Publishing,
  {leaseMs = 1000, concurrency = 2}: How = {},
): Publisher {
  // A store of our own has none.
  const {connectionString} = room.store.pool.options;
  const wish: PublisherWish = {
    store: room.folder,
    ...(connectionString !== undefined && {url: connectionString}),
    blobs: `${room.folder}/blobs`,
    module,
    settings,
    onDisk,
    id: randomUUID(),
    leaseMs,
    concurrency,
  };
  const child = spawn(process.execPath, [script, JSON.stringify(wish)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const said: Publisher["said"] = [];
  const ready = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let rests = Promise.withResolvers<void>();
  createInterface(child.stdout).on("line", line => {
    const told = JSON.parse(line) as Record<string, unknown>;
    said.push(told);
    if (told.kind === "ready") ready.resolve();
    if (told.kind === "rests") rests.resolve();
  });
  const tell = (telling: Telling) => void child.stdin.write(`${JSON.stringify(telling)}\n`);
  child.stdin.on("error", () => {}); // it was killed
  child.once("close", () => {
    for (const one of [ready, rests, ended]) one.resolve();
  });
  return {
    said,
    ready: ready.promise,
    ended: ended.promise,
    publish: dieAt => tell({to: "publish", ...(dieAt !== undefined && {dieAt})}),
    async rest() {
      rests = Promise.withResolvers<void>();
      tell({to: "rest"});
      await Promise.race([rests.promise, ended.promise]);
    },
    async kill() {
      child.kill("SIGKILL");
      await ended.promise;
    },
  };
}

export interface Fleet extends AsyncDisposable {
  /** One that is up already; another comes up meanwhile. */
  next(): Promise<Publisher>;
}

/** Keeps one in reserve, so that nobody waits for a program to start. */
export function fleetOf(room: KillRoom, publishing: Publishing, how: How = {}): Fleet {
  let reserve = startPublisherProcess(room, publishing, how);
  return {
    async next() {
      const one = reserve;
      await one.ready;
      reserve = startPublisherProcess(room, publishing, how);
      return one;
    },
    [Symbol.asyncDispose]: () => reserve.kill(),
  };
}
