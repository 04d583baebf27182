import {setTimeout as sleep} from "node:timers/promises";
import {openSignals} from "../../src/cli/signals.ts";
import {plainWorkspace} from "../../src/config/workspace.ts";
import {openQueue} from "../../src/jobs/queue.ts";
import {startWorker} from "../../src/jobs/worker.ts";
import {openBlobs} from "../../src/store/blobs/open.ts";
import {openStore} from "../../src/store/open.ts";
import type {ProcessWish} from "./fleet.ts";

/** A worker as a process of its own: it says in lines of JSON what it does, and ends at SIGTERM. */
const wish = JSON.parse(process.argv[2] ?? "{}") as ProcessWish;
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

const {store: folder, url, blobs: blobsFolder, data, concurrency, deadly} = wish;
const store = await openStore({
  folder,
  ...(url !== undefined && {url}),
  notify: why => say({kind: "trouble", what: "postgres", why}),
});
const blobs = await openBlobs({folder: blobsFolder}, process.env, {
  now: () => new Date(),
  sleep: (ms: number) => sleep(ms),
  random: Math.random,
});
const queue = await openQueue(store, ({message}) =>
  say({kind: "trouble", what: "queue", why: message}),
);
const datasets: Record<string, string> = {recorded: data};
// A worker that meets the name dies of it.
if (deadly !== undefined)
  Object.defineProperty(datasets, deadly, {enumerable: true, get: () => process.exit(9)});
const worker = startWorker({
  store,
  blobs,
  queue,
  workspace: {...plainWorkspace, datasets},
  env: process.env,
  budgets: {},
  random: Math.random,
  worker: wish.id,
  observe: say,
  concurrency,
});
const signals = openSignals();
say({kind: "ready"});
await signals.next();
await worker.stop(20_000);
await queue.close();
await store.close();
process.exit(0);
