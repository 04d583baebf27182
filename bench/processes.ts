import {readdirSync, readFileSync} from "node:fs";

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

/** The process and all that it started, as Linux tells it. */
function tree(root = process.pid): Process[] {
  const all = readdirSync("/proc")
    .filter(name => /^\d+$/.test(name))
    .flatMap(read);
  const members = new Set([root]);
  for (let size = 0; size < members.size; ) {
    size = members.size;
    for (const {pid, parent} of all) if (members.has(parent)) members.add(pid);
  }
  return all.filter(({pid}) => members.has(pid));
}

function read(name: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, "utf8");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    // With the time of children that ended: a browser for each note ends with the note.
    const ticks = fields.slice(11, 15).reduce((a, b) => a + b, 0);
    return [{pid: Number(name), parent: fields[1]!, ticks}];
  } catch {
    return [];
  }
}

/** CPU seconds used so far, by the process, this one where none is named, and its children. */
export function cpuSeconds(root?: number): number {
  return tree(root).reduce((sum, {ticks}) => sum + ticks, 0) / 100;
}

/** CPU seconds that this machine has spent on anything at all. */
export function machineSeconds(): number {
  const [, user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = readFileSync(
    "/proc/stat",
    "utf8",
  )
    .split("\n", 1)
    .join()
    .split(/\s+/)
    .map(Number);
  return (user + nice + system + irq + softirq) / 100;
}

/** Memory of the children, shared pages counted in parts, in MB. */
export function childrenMegabytes(root = process.pid): number {
  return tree(root)
    .filter(({pid}) => pid !== root)
    .map(({pid}) => proportional(pid))
    .reduce((a, b) => a + b, 0);
}

/** Memory of the process, shared pages counted in parts, in MB. */
export function proportional(pid: number): number {
  try {
    const found = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
    return Number(found?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

export function children(): number {
  return tree().length - 1;
}

/** Ends what others left running: jsreport's pool outlives its `close`. */
export function endChildren(): void {
  for (const {pid} of tree()) {
    if (pid === process.pid) continue;
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended with its parent.
    }
  }
}
