import type {ChildProcess} from "node:child_process";
import {subscribe} from "node:diagnostics_channel";
import fs from "node:fs/promises";
import {syncBuiltinESMExports} from "node:module";
import {createInterface} from "node:readline";
import {setTimeout as sleep} from "node:timers/promises";
import {startPublisher} from "../../src/jobs/publishing/publisher.ts";
import {plainHouse} from "../../src/model/house.ts";
import type {Journal, Target} from "../../src/publish/target.ts";
import type {TargetSet} from "../../src/publish/targetSet.ts";
import {openBlobs} from "../../src/store/blobs/open.ts";
import {openStore} from "../../src/store/open.ts";
import type {PublisherWish, Telling} from "./publisherFleet.ts";

/** A publisher as a process of its own: it says in lines of JSON how far it is, and may end itself there. */
const wish = JSON.parse(process.argv[2] ?? "{}") as PublisherWish;
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

let dieAt: number | undefined;
let passed = 0;
/** Counts what it comes by, and dies at the point that was asked for. */
function point(name: string): void {
  passed += 1;
  if (passed !== dieAt) return;
  say({kind: "dies", at: name});
  process.kill(process.pid, "SIGKILL");
}

const journalled = (journal: Journal): Journal => ({
  async once(step, schema, act) {
    point(`before ${step}`);
    const result = await journal.once(step, schema, async begunBefore => {
      const done = await act(begunBefore);
      point(`${step} done and not on record`);
      return done;
    });
    point(`after ${step}`);
    return result;
  },
  hold: () => journal.hold(),
  past: () => journal.past(),
});

let atWork = 0;
async function during<T>(step: string, act: () => Promise<T>): Promise<T> {
  point(`before ${step}`);
  atWork += 1;
  try {
    return await act();
  } finally {
    atWork -= 1;
    point(`after ${step}`);
  }
}

const pointed = (target: Target): Target => ({
  ...target,
  look: (release, receipt) => during("look", () => target.look(release, receipt)),
  put: (release, standing, journal) =>
    during("put", () => target.put(release, standing, journalled(journal))),
  read: (release, receipt) => during("read", () => target.read(release, receipt)),
});

// Whatever speaks HTTP: as a call is made, and as its answer is there.
const calls = [
  ["http.client.request.start", "call"],
  ["http.client.response.finish", "answer"],
  ["undici:request:create", "call"],
  ["undici:request:headers", "answer"],
] as const;
for (const [channel, name] of calls) subscribe(channel, () => point(name));

// Whatever is done by another program: it goes on where its caller is dead.
subscribe("child_process", message => {
  const {process: child} = message as {process: ChildProcess};
  const name = () =>
    child.spawnargs
      .filter(one => !one.startsWith("-"))
      .slice(0, 2)
      .join(" ");
  if (atWork === 0) return;
  child.once("spawn", () => point(`${name()} runs`));
  child.once("exit", () => point(`${name()} has ended`));
});

// Whatever changes the disk.
const changing = ["writeFile", "rename", "link", "copyFile", "mkdir", "rm", "rmdir"] as const;
if (wish.onDisk) {
  for (const name of changing) {
    const real = fs[name] as (...args: unknown[]) => Promise<unknown>;
    Object.assign(fs, {
      [name]: (...args: unknown[]) => {
        if (atWork > 0) point(`${name} ${args[0]}`);
        return real(...args);
      },
    });
  }
  syncBuiltinESMExports();
}

const {targetsOf} = (await import(wish.module)) as {
  targetsOf(settings: unknown): TargetSet;
};
const targets = targetsOf(wish.settings);
const opened = new Map<string, Target>();
const store = await openStore({
  folder: wish.store,
  ...(wish.url !== undefined && {url: wish.url}),
  notify: () => {},
});
const blobs = await openBlobs({folder: wish.blobs}, process.env, {
  now: () => new Date(),
  sleep: (ms: number) => sleep(ms),
  random: Math.random,
});
const log = {
  info() {},
  warn(fields: object, message: string) {
    say({kind: "trouble", message, ...fields});
  },
  error(fields: {error?: unknown}, message: string) {
    say({kind: "trouble", message, why: String(fields.error)});
  },
};
const publish = () =>
  startPublisher({
    db: store.db,
    blobs,
    targets: {
      ...targets,
      open(name) {
        const target = opened.get(name) ?? pointed(targets.open(name));
        opened.set(name, target);
        return target;
      },
    },
    workspace: {house: plainHouse},
    log,
    random: Math.random,
    leaseMs: wish.leaseMs,
    worker: wish.id,
    everyMs: 50,
    concurrency: wish.concurrency,
  });

say({kind: "ready"});
let publisher: ReturnType<typeof publish> | undefined;
for await (const line of createInterface(process.stdin)) {
  const telling = JSON.parse(line) as Telling;
  if (telling.to === "publish") {
    dieAt = telling.dieAt;
    publisher = publish();
  } else {
    await publisher?.stop();
    say({kind: "rests"});
  }
}
// Whoever started us is gone.
process.exit(1);
