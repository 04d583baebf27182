import {fork} from "node:child_process";
import {once} from "node:events";
import {mkdirSync, readFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {orderNote} from "../src/jobs/runs.ts";
import type {NoteSpec} from "../src/model/order.ts";
import {type Place, startProcess} from "../test/jobs/fleet.ts";
import {newsroom} from "../test/jobs/newsroom.ts";
import {open} from "../test/jobs/plenty.ts";
import {atLeast, atMost, type Goal, median, type Row, report, rounded} from "./pairs.ts";
import {childrenMegabytes, cpuSeconds, machineSeconds, proportional} from "./processes.ts";
import type {Loop} from "./queue/bare.ts";
import {notesFor} from "./queue/plan.ts";

/**
 * Notes with PDF on the simulated sample, queued for one, two and four worker processes, and made by
 * the bare walk in a loop, in turns: each has so many in each round. CPU time is told beside the
 * clock's, for what else the machine does changes only the clock's.
 */
const {values} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    quick: {type: "boolean", default: false},
    notes: {type: "string"},
    rounds: {type: "string"},
    concurrency: {type: "string", default: "2"},
  },
});
const rounds = Number(values.rounds ?? (values.quick ? 2 : 4));
const notes = Math.ceil(Number(values.notes ?? (values.quick ? 40 : 1000)) / rounds);
const concurrency = Number(values.concurrency);
const data = fileURLToPath(new URL("../samples/simulated", import.meta.url));
const cores = availableParallelism();
const room = await newsroom();
const place: Place = {
  store: room.folder,
  ...(room.store.pool.options.connectionString && {url: room.store.pool.options.connectionString}),
  blobs: join(room.folder, "blobs"),
  data,
  temporary: join(room.folder, "tmp"),
};

interface Spent {
  readonly tasks: number;
  readonly seconds: number;
  /** CPU seconds of those who make notes, their browsers among them. */
  readonly makers: number;
  readonly database: number;
  /** CPU seconds of everybody else on the machine. */
  readonly others: number;
  /** MB of a worker and of its browser, after a quarter and at the end. */
  readonly memory: readonly (readonly [own: number, browser: number])[];
}

const database = postmaster();
const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);

/** What the processes spend until the work is done. */
async function spent(
  pids: readonly number[],
  tasks: number,
  work: (look: (done: number) => void) => Promise<void>,
): Promise<Spent> {
  const used = () => ({
    makers: sum(pids.map(cpuSeconds)),
    database: database ? cpuSeconds(database) : 0,
    ours: cpuSeconds(),
    all: machineSeconds(),
  });
  const memory: [number, number][] = [];
  const remember = () => memory.push([proportional(pids[0] ?? 0), childrenMegabytes(pids[0])]);
  const before = used();
  const began = performance.now();
  await work(done => {
    if (memory.length === 0 && done >= tasks / 4) remember();
  });
  const seconds = (performance.now() - began) / 1000;
  const after = used();
  remember();
  return {
    tasks,
    seconds,
    makers: after.makers - before.makers,
    database: after.database - before.database,
    others: after.all - before.all - (after.ours - before.ours),
    memory,
  };
}

async function queued(workers: number, specs: readonly NoteSpec[]): Promise<Spent> {
  const fleet = Array.from({length: workers}, () => startProcess(place, {concurrency}));
  await Promise.all(fleet.map(({ready}) => ready));
  const all = async (some: readonly NoteSpec[], look: (done: number) => void) => {
    for (const spec of some)
      await orderNote(room.store, room.queue, {spec, askedBy: "bench", priority: "routine"});
    for (let left = some.length; left > 0; await sleep(400)) {
      left = await open(room.store);
      look(some.length - left);
    }
  };
  await all(notesFor(workers * concurrency * 2), () => {}); // warm
  const found = await spent(
    fleet.map(({pid}) => pid),
    specs.length,
    look => all(specs, look),
  );
  for (const one of fleet) one.signal("SIGTERM");
  await Promise.all(fleet.map(({ended}) => ended));
  return found;
}

async function looped(specs: readonly NoteSpec[]): Promise<Spent> {
  const out = join(room.folder, "notes");
  mkdirSync(out, {recursive: true});
  const loop: Loop = {data, out, concurrency};
  const script = fileURLToPath(new URL("queue/bare.ts", import.meta.url));
  const child = fork(script, [JSON.stringify(loop)]);
  await once(child, "message");
  const all = async (some: readonly NoteSpec[]) => {
    child.send(some);
    await once(child, "message");
  };
  await all(notesFor(concurrency * 2));
  const found = await spent([child.pid ?? 0], specs.length, () => all(specs));
  child.disconnect();
  await once(child, "exit");
  return found;
}

/** The process of the PostgreSQL that comes along. */
function postmaster(): number | undefined {
  if (place.url !== undefined) return undefined;
  return Number.parseInt(readFileSync(join(room.folder, "pg", "postmaster.pid"), "utf8"), 10);
}

const makers: Readonly<Record<string, () => Promise<Spent>>> = {
  "bare walk in a loop": () => looped(notesFor(notes)),
  "one worker": () => queued(1, notesFor(notes)),
  "two workers": () => queued(2, notesFor(notes)),
  "four workers": () => queued(4, notesFor(notes)),
  "one worker, tasks of nothing": () =>
    queued(
      1,
      notesFor(notes * 2).map(spec => ({...spec, data: "nowhere"})),
    ),
};
const found = new Map<string, Spent[]>(Object.keys(makers).map(name => [name, []]));
for (let round = 0; round < rounds; round++)
  for (const [name, make] of Object.entries(makers)) {
    console.error(`round ${round + 1} of ${rounds}: ${name} …`);
    found.get(name)?.push(await make());
  }
await room.close();

const of = (name: string, value: (one: Spent) => number): number =>
  median((found.get(name) ?? []).map(value));
const rate = ({tasks, seconds}: Spent) => tasks / seconds;
const cpu = ({makers, database, tasks}: Spent) => ((makers + database) * 1000) / tasks;
const bound = (one: Spent) => (1000 * cores) / cpu(one);
const rows = Object.keys(makers).map(
  (name): Row => ({
    name,
    "a second": rounded(of(name, rate)),
    "CPU ms each, makers": rounded(of(name, one => (one.makers * 1000) / one.tasks)),
    "CPU ms each, PostgreSQL": rounded(of(name, one => (one.database * 1000) / one.tasks)),
    "a second, CPU bound": rounded(of(name, bound)),
    "of the CPU bound": rounded(of(name, one => rate(one) / bound(one))),
    "cores that others took": rounded(of(name, one => one.others / one.seconds)),
    rounds,
  }),
);
const memory = ["one worker", "two workers", "four workers"].map((name): Row => {
  const at = (k: number, part: 0 | 1) =>
    rounded(of(name, one => one.memory.at(k)?.[part] ?? Number.POSITIVE_INFINITY));
  return {
    name,
    "MB after a quarter": at(0, 0),
    "MB at the end": at(-1, 0),
    "browser's MB after a quarter": at(0, 1),
    "browser's MB at the end": at(-1, 1),
  };
});
/** Medians of the ratios of each round: both had the same neighbours. */
const against = (name: string, to: string, value: (one: Spent) => number): number =>
  median(
    (found.get(name) ?? []).map((one, k) => {
      const other = found.get(to)?.[k];
      return other ? value(one) / value(other) : Number.POSITIVE_INFINITY;
    }),
  );
const goals: Goal[] = [
  atLeast(
    "one worker to the bare walk: speed",
    0.9,
    against("one worker", "bare walk in a loop", rate),
  ),
  atLeast("from one worker to two: speed", 1.8, against("two workers", "one worker", rate)),
  atMost(
    "the queue's own cost: CPU time of a task of nothing to that of a note",
    0.03,
    against("one worker, tasks of nothing", "one worker", cpu),
  ),
  atMost(
    "memory of a worker: at the end to after a quarter",
    1.15,
    of("one worker", ({memory}) => (memory.at(-1)?.[0] ?? 0) / (memory[0]?.[0] ?? 1)),
  ),
];
report(
  [
    {title: `${notes} notes a round, ${concurrency} at once in a process, ${cores} cores`, rows},
    {title: "Memory of the first worker", rows: memory},
  ],
  goals,
  values.json,
);
