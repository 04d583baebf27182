import {randomUUID} from "node:crypto";
import {once} from "node:events";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {Worker} from "node:worker_threads";
import {serve} from "@hono/node-server";
import {plainWorkspace} from "../src/config/workspace.ts";
import {deskApp} from "../src/desk/api/app.ts";
import {openChecker} from "../src/desk/checker/checker.ts";
import {deskServices} from "../src/desk/services.ts";
import {openFeed} from "../src/desk/stream/feed.ts";
import {openQueue} from "../src/jobs/queue.ts";
import {keepSnapshot} from "../src/jobs/snapshots.ts";
import type {Log} from "../src/model/log.ts";
import {keepBlobs} from "../src/store/blobs/keep.ts";
import {openBlobs} from "../src/store/blobs/open.ts";
import {createToken} from "../src/store/tokens.ts";
import {here} from "../test/desk/newsroom.ts";
import {access} from "../test/desk/reviewRoom.ts";
import {testStore} from "../test/store/testStore.ts";
import {draftOf} from "../test/walk.ts";

/**
 * So many editors save at once, each their own draft, every few seconds: how long each save takes, and
 * whether any was lost. The editors are in a thread of their own.
 */
const {values} = parseArgs({
  options: {
    editors: {type: "string", default: "50"},
    seconds: {type: "string", default: "20"},
    every: {type: "string", default: "3"},
    own: {type: "boolean", default: false},
  },
});
const log: Log = {info() {}, warn() {}, error: console.error, child: () => log};

const place = await testStore();
const store = await place.open();
const {db} = store;
const effects = {now: () => new Date(), random: Math.random, sleep: async () => {}, patienceMs: 0};
const blobs = await openBlobs({folder: join(place.wish.folder, "blobs")}, {}, effects);
const queue = await openQueue(store, () => {});
const wish = {coin: "tessilith", source: "files", data: "samples/simulated"} as const;
const {draft, snapshot} = await draftOf({...wish, asOf: "2025-07-02T00:00:00Z"});
await keepSnapshot(db, blobs, snapshot);
const bodies = [`${JSON.stringify(draft)}\n`, draft.markdown] as const;
const [content, text] = await keepBlobs(db, blobs, bodies);
const {note} = draft.evidence;
const ids = Array.from({length: Number(values.editors)}, () => randomUUID());
const drafts = ids.map(id => ({
  id,
  note_id: note.id,
  asset: note.asset,
  symbol: note.symbol,
  locale: note.locale,
  as_of: new Date(note.asOf),
  title: note.title,
  state: "draft",
  revision: 1,
  snapshot: snapshot.sha256,
  content,
  newsworthiness: 0,
  faults: 0,
}));
await db.insertInto("drafts").values(drafts).execute();
const first = {text, content, snapshot: snapshot.sha256, kind: "written" as const, faults: "[]"};
const revisions = ids.map(id => ({draft: id, number: 1, author: note.generator, ...first}));
await db.insertInto("revisions").values(revisions).execute();
const tokens = await Promise.all(
  ids.map((_, i) => createToken(db, {name: `editor-${i}`, role: "writer", by: "bench"})),
);
const services = deskServices({
  store,
  queue,
  blobs,
  workspace: plainWorkspace,
  defaults: {},
  budgets: {},
  solo: false,
  feed: openFeed({store, log}),
  env: {},
  hooks: {},
  access: {...access, log},
  metrics: {read: async () => ({contentType: "", text: ""})},
  ...(values.own ? {} : {checker: openChecker()}),
});
const app = deskApp(services, {
  place: here,
  addressOf: () => "127.0.0.1",
  log,
  generator: "a 1",
});
const server = serve({fetch: app.fetch, port: 0, hostname: "127.0.0.1"});
await once(server, "listening");
const {port} = server.address() as AddressInfo;
const before = process.threadCpuUsage();
const editors = new Worker(new URL("./saves/editors.ts", import.meta.url), {
  workerData: {
    ids,
    tokens,
    text: draft.markdown,
    address: `http://127.0.0.1:${port}`,
    seconds: Number(values.seconds),
    everyMs: Number(values.every) * 1000,
  },
});
const [{took, lost, refused}] = (await once(editors, "message")) as [
  {took: number[]; lost: number; refused: number},
];
const {user, system} = process.threadCpuUsage(before);
const sorted = took.toSorted((a, b) => a - b);
const at = (share: number) => `${(sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(0)} ms`;
console.log(
  `${ids.length} editors, each saving every ${values.every} s: ${took.length} saves, p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}; ${lost} lost, ${refused} refused; ${((user + system) / 1000 / took.length).toFixed(1)} ms of the desk's own thread each`,
);
server.close();
await queue.close();
await store.close();
await place.remove();
process.exit();
