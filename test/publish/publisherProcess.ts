import {subscribe} from "node:diagnostics_channel";
import {setTimeout as sleep} from "node:timers/promises";
import {startPublisher} from "../../src/jobs/publishing/publisher.ts";
import {plainHouse} from "../../src/model/house.ts";
import type {Journal, Target} from "../../src/publish/target.ts";
import type {TargetSet} from "../../src/publish/targetSet.ts";
import {openBlobs} from "../../src/store/blobs/open.ts";
import {openStore} from "../../src/store/open.ts";
import type {PublisherWish} from "./killing.ts";

/** A publisher as a process of its own: it says in lines of JSON how far it is, and may end itself there. */
const wish = JSON.parse(process.argv[2] ?? "{}") as PublisherWish;
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

let passed = 0;
/** Counts what it comes by, and dies at the point that was asked for. */
function point(name: string): void {
  passed += 1;
  if (passed !== wish.dieAt) return;
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
  past: () => journal.past(),
});

const pointed = (target: Target): Target => ({
  ...target,
  async look(release, receipt) {
    point("before look");
    const standing = await target.look(release, receipt);
    point(`after look: ${standing.state}`);
    return standing;
  },
  async put(release, standing, journal) {
    point("before put");
    const receipt = await target.put(release, standing, journalled(journal));
    point("after put");
    return receipt;
  },
  async read(release, receipt) {
    point("before read");
    const reading = await target.read(release, receipt);
    point("after read");
    return reading;
  },
});

// Whatever speaks HTTP: as a call is made, and as its answer is there.
const calls = [
  ["http.client.request.start", "call"],
  ["http.client.response.finish", "answer"],
  ["undici:request:create", "call"],
  ["undici:request:headers", "answer"],
] as const;
for (const [channel, name] of calls) subscribe(channel, () => point(name));

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
const publisher = startPublisher({
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
process.once("SIGTERM", async () => {
  await publisher.stop();
  await store.close();
  process.exit(0);
});
