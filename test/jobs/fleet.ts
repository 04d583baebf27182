import {type ChildProcess, spawn} from "node:child_process";
import {randomUUID} from "node:crypto";
import {chmodSync, mkdirSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {fileURLToPath} from "node:url";
import type {Observation} from "../../src/jobs/context.ts";

/** Where worker processes work. */
export interface Place {
  /** The folder of the store; `url` names a PostgreSQL that runs elsewhere. */
  readonly store: string;
  readonly url?: string;
  readonly blobs: string;
  readonly data: string;
  /** Their folder for temporary files. */
  readonly temporary: string;
}

export interface ProcessWish extends Omit<Place, "temporary"> {
  readonly id: string;
  readonly concurrency: number;
  /** The name of a data set that ends whoever looks it up. */
  readonly deadly?: string;
}

/** A worker as a process of its own. */
export interface WorkerProcess {
  readonly pid: number;
  /** Its id in the ledger. */
  readonly id: string;
  readonly said: readonly (Observation | {kind: "ready"})[];
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  readonly isOver: () => boolean;
  signal(name: NodeJS.Signals): void;
}

const script = fileURLToPath(new URL("workerProcess.ts", import.meta.url));

export function startProcess(
  {temporary, ...place}: Place,
  {concurrency = 2, deadly}: {concurrency?: number; deadly?: string} = {},
): WorkerProcess {
  mkdirSync(temporary, {recursive: true});
  chmodSync(temporary, 0o755);
  const id = randomUUID();
  const wish: ProcessWish = {...place, id, concurrency, ...(deadly !== undefined && {deadly})};
  const child: ChildProcess = spawn(process.execPath, [script, JSON.stringify(wish)], {
    env: {...process.env, TMPDIR: temporary, XDG_CACHE_HOME: join(temporary, "cache")},
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said: WorkerProcess["said"][number][] = [];
  const ready = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  if (child.stdout)
    createInterface(child.stdout).on("line", line => {
      said.push(JSON.parse(line));
      if (said.at(-1)?.kind === "ready") ready.resolve();
    });
  let over = false;
  child.once("close", () => {
    over = true;
    ready.resolve();
    ended.resolve();
  });
  return {
    pid: child.pid ?? 0,
    id,
    said,
    ready: ready.promise,
    ended: ended.promise,
    isOver: () => over,
    signal: name => void child.kill(name),
  };
}

/** The processes of this machine whose environment names the temporary folder, such as browsers. */
export function processesOf({temporary}: Pick<Place, "temporary">): number[] {
  return readdirSync("/proc")
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      try {
        return readFileSync(`/proc/${pid}/environ`, "utf8").includes(`TMPDIR=${temporary}`);
      } catch {
        return false; // it is gone
      }
    })
    .map(Number);
}
