import {readdirSync} from "node:fs";
import type {Blobs} from "../../src/store/blobs/blobs.ts";
import type {Store} from "../../src/store/open.ts";
import {type Place, processesOf} from "./fleet.ts";

/** What faults have cost the store; all but the orphans are to be empty. */
export interface Audit {
  /** Runs and tasks that have not ended, or not well. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly halfWritten: readonly string[];
  /** Blobs that nothing refers to. */
  readonly orphans: readonly string[];
  /** How many there are. */
  readonly blobs: number;
  readonly drafts: number;
}

const everyFile = ["charts/", "evidence.json", "note.html", "note.md", "note.pdf"] as const;

/** Holds the store against what is never to be broken, where so many runs were planned. */
export async function audit({db}: Store, blobs: Blobs, runs: number): Promise<Audit> {
  const ledger = await db.selectFrom("runs").selectAll().execute();
  const tasks = await db.selectFrom("tasks").selectAll().execute();
  const drafts = await db.selectFrom("drafts").selectAll().execute();
  const revisions = await db.selectFrom("revisions").selectAll().execute();
  const files = await db.selectFrom("files").selectAll().execute();
  const snapshots = await db.selectFrom("snapshots").selectAll().execute();
  const lost = [
    ...(ledger.length === runs ? [] : [`${runs} runs planned, ${ledger.length} in the ledger`]),
    ...ledger.filter(({state}) => state !== "done").map(({id, state}) => `run ${id}: ${state}`),
    ...tasks
      .filter(({state}) => state !== "done")
      .map(({id, state, reason}) => `task ${id}: ${state}, ${reason}`),
    ...tasks
      .filter(({id, outcome}) => outcome === "draft" && !drafts.some(({task}) => task === id))
      .map(({id}) => `task ${id} has no draft`),
  ];
  const doubled = [
    ...more(drafts.map(({task}) => `draft of task ${task}`)),
    ...more(tasks.map(({run, kind, key}) => `${kind} ${key} of run ${run}`)),
    ...more(ledger.map(({id, schedule, nominal}) => `${schedule ?? id} ${nominal.toISOString()}`)),
  ];
  const halfWritten: string[] = [];
  const referred = new Set<string>();
  const whole = async (sha256: string, whose: string): Promise<Buffer | undefined> => {
    if (referred.has(sha256)) return undefined;
    referred.add(sha256);
    return blobs.get(sha256).catch((error: Error) => {
      halfWritten.push(`${whose}: ${error.message}`);
      return undefined;
    });
  };
  for (const {sha256} of snapshots) {
    const manifest = await whole(sha256, `snapshot ${sha256}`);
    if (!manifest) continue;
    const {answers} = JSON.parse(manifest.toString()) as {answers: {sha256: string}[]};
    for (const answer of answers) await whole(answer.sha256, `answer of ${sha256}`);
  }
  for (const {id, content} of drafts) {
    await whole(content, `draft ${id}`);
    const mine = files.filter(({draft}) => draft === id).map(({path}) => path);
    for (const path of everyFile)
      if (!mine.some(one => one.startsWith(path))) halfWritten.push(`draft ${id} has no ${path}`);
    if (revisions.filter(({draft}) => draft === id).length !== 1)
      halfWritten.push(`draft ${id} has not one revision`);
  }
  for (const {text, draft} of revisions) await whole(text, `text of ${draft}`);
  for (const {sha256, path, draft} of files) await whole(sha256, `${path} of ${draft}`);
  const orphans: string[] = [];
  let count = 0;
  for await (const sha256 of blobs.list()) {
    count += 1;
    if (!referred.has(sha256)) orphans.push(sha256);
  }
  return {
    lost,
    doubled,
    halfWritten,
    orphans,
    blobs: count,
    drafts: drafts.length,
  };
}

const more = (keys: readonly string[]): string[] =>
  [...Map.groupBy(keys, key => key)].flatMap(([key, all]) =>
    all.length > 1 ? [`${all.length} times ${key}`] : [],
  );

/** Where no worker runs: files that are nobody's, and processes that somebody left. */
export function leftBehind(place: Place): string[] {
  const strays = (folder: string) =>
    readdirSync(folder)
      .filter(name => name !== "cache" && !/^[0-9a-f]{2}$/.test(name))
      .map(name => `${folder}/${name}`);
  return [
    ...strays(place.temporary),
    ...strays(place.blobs),
    ...readdirSync(place.store)
      .filter(name => name.startsWith("pg."))
      .map(name => `${place.store}/${name}`),
    ...processesOf(place).map(pid => `process ${pid}`),
  ];
}
