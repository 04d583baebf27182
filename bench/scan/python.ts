import {execFileSync, spawn} from "node:child_process";
import {once} from "node:events";
import {createInterface} from "node:readline";
import {fileURLToPath} from "node:url";

/** What Python took, and a number by which the same work is known. */
export interface Answer {
  readonly ms: number;
  readonly cpuMs: number;
  readonly check: number;
}

export interface Python {
  readonly versions: string;
  ask(task: string, data: {file: string; coins: number; days: number}): Promise<Answer>;
  close(): void;
}

const script = fileURLToPath(new URL("peers.py", import.meta.url));
const candidates = [process.env.ASSAY_BENCH_PYTHON, "/usr/bin/python3", "python3"];

/** A Python that has pandas, numpy and scipy, or undefined. */
export async function startPython(): Promise<Python | undefined> {
  const path = candidates.filter(one => one !== undefined).find(hasLibraries);
  if (path === undefined) return undefined;
  // One thread, as ours: OpenBLAS takes all of them otherwise.
  const env = {...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1"};
  const child = spawn(path, [script], {stdio: ["pipe", "pipe", "inherit"], env});
  const lines = createInterface({input: child.stdout});
  const answer = async () => JSON.parse((await once(lines, "line"))[0] as string);
  const {versions} = await answer();
  return {
    versions,
    async ask(task, data) {
      child.stdin.write(`${JSON.stringify({...data, task})}\n`);
      return answer();
    },
    close: () => child.stdin.end(),
  };
}

function hasLibraries(path: string): boolean {
  try {
    execFileSync(path, ["-c", "import numpy, pandas, scipy"], {stdio: "ignore"});
    return true;
  } catch {
    return false;
  }
}
