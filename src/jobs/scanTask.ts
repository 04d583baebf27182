import {randomUUID} from "node:crypto";
import {UsageError} from "../model/errors.ts";
import {type NoteSpec, toOrder} from "../model/order.ts";
import {type UniverseKind, universeKinds} from "../model/source.ts";
import {scanListOf} from "../scan/list.ts";
import {leadingRows, pickRecord} from "../scan/pick.ts";
import {type Scan, scan} from "../scan/scan.ts";
import {readUniverse} from "../sources/universe.ts";
import type {Context} from "./context.ts";
import {doTask} from "./job.ts";
import {requireBudget, requireInTime} from "./limits.ts";
import type {NoteTask, ScanTask} from "./ordered.ts";
import {sleep, storeClock, storePaces} from "./paces.ts";
import {endTask, step, type Task} from "./tasks.ts";

/** Ranks the coins of a universe, keeps the list, and adds to the run a note on each of the first few. */
export async function doScan(context: Context, task: Task, todo: ScanTask): Promise<void> {
  const found = await step(context, task, "scan", called => scanned(context, task, todo, called));
  const tested = leadingRows(found).filter(({adjustedP}) => adjustedP !== null);
  const picked = tested.slice(0, todo.write);
  const notes = picked.map(({asset}) => ({
    id: randomUUID(),
    key: asset,
    order: noteOf(todo, asset, found),
  }));
  await endTask(
    context,
    task,
    tested.length === 0
      ? {
          state: "done",
          outcome: "nothing-to-say",
          reason: "no coin has closes enough to be tested",
        }
      : todo.write === 0
        ? {state: "done", outcome: "ranked"}
        : {state: "done", outcome: "picked", reason: notes.map(({key}) => key).join(", ")},
    async transaction => {
      await transaction
        .insertInto("scans")
        .values({task: task.id, found: JSON.stringify(scanListOf(found))})
        .execute();
      if (notes.length === 0) return;
      await transaction
        .insertInto("tasks")
        .values(
          notes.map(({id, key, order}) => ({
            id,
            run: task.run,
            kind: "note" as const,
            key,
            order: JSON.stringify(order),
            state: "waiting" as const,
          })),
        )
        .execute();
      await context.queue.add(
        transaction,
        notes.map(({id}) => ({job: doTask(id), priority: task.priority})),
      );
    },
  );
}

const noteOf = ({spec, when, publish}: ScanTask, coin: string, found: Scan): NoteTask => ({
  kind: "note",
  spec: {...spec, coin},
  pick: pickRecord(found, coin),
  ...(when && {when}),
  ...(publish && {publish}),
});

async function scanned(
  context: Context,
  task: Task,
  {spec, top}: ScanTask,
  called: () => void,
): Promise<Scan> {
  const {store, workspace, env, random} = context;
  const {source, data, asOf, asOfGiven} = toOrder(
    {...spec, coin: "every"} as NoteSpec,
    task.nominal,
  );
  const kind = universeKinds.find(one => one === source);
  if (kind === undefined)
    throw new UsageError(`${source} cannot be scanned: there are ${universeKinds.join(" and ")}`);
  await requireInTime(store.db, task, source);
  await requireBudget(context, source);
  const http = {
    now: await storeClock(store.db),
    sleep,
    random,
    paces: storePaces(store, source, called),
  };
  const universe = await readUniverse(
    {
      source: kind,
      asOf,
      asOfGiven,
      ...(top !== undefined && {top}),
      ...folderOf(kind, data, workspace.datasets),
    },
    {env, http},
  );
  return scan(universe);
}

function folderOf(
  kind: UniverseKind,
  data: string | undefined,
  datasets: Readonly<Record<string, string>>,
): {data?: string} {
  if (kind !== "files") return {};
  const folder = data !== undefined && Object.hasOwn(datasets, data) ? datasets[data] : undefined;
  if (folder === undefined)
    throw new UsageError(`no data set "${data}" on this machine: name it in datasets`);
  return {data: folder};
}
