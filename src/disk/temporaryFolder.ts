import {createHash, randomBytes} from "node:crypto";
import {mkdirSync, readFileSync, readlinkSync, renameSync, rmSync} from "node:fs";
import {chmod, readdir, rm, stat, utimes} from "node:fs/promises";
import {hostname} from "node:os";
import {join} from "node:path";

/** What a folder is for: `.assay-` stands beside notes. */
const prefixes = [".assay-", "assay-browser-", "assay-fonts-", "assay-unpacking-"] as const;
export type Prefix = (typeof prefixes)[number];

/** A folder that goes when it is disposed of, or when a signal or the end of this process comes first. */
export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
}

const owner = "(?<owner>[0-9a-f]{8}-\\d+-[0-9a-f]+)";
const name = new RegExp(`^(?:${prefixes.map(RegExp.escape).join("|")})${owner}-[0-9a-f-]+$`);

const minute = 60_000;
/** A folder of another machine that nobody has touched for so long belongs to nobody. */
const longest = 60 * minute;
/** A folder in use is touched as often. */
const touch = 10 * minute;

/**
 * A new folder whose name says whose it is, so that a later run can tell whether it is still in use.
 * Its owner may rename it.
 */
export function temporaryFolder(
  parent: string,
  prefix: Prefix,
  {mode = 0o700} = {},
): TemporaryFolder {
  const path = temporaryPath(parent, prefix);
  // First, or a signal that comes in between leaves it.
  const release = onEnd(() => removeNow(path));
  try {
    mkdirSync(path, {mode});
  } catch (error) {
    release();
    throw error;
  }
  const inUse = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {}); // moved to its place
  }, touch).unref();
  return {
    path,
    async [Symbol.asyncDispose]() {
      clearInterval(inUse);
      await remove(path);
      release();
    },
  };
}

/** This process, as names of folders say it. */
export const thisProcess = (): string => `${place}-${process.pid}-${startOf(process.pid) ?? 0}`;

/** Whether the process of that name is gone; one of another machine is, when its folder is old. */
export async function isGone(owner: string, folder: string): Promise<boolean> {
  const [where, pid, started] = owner.split("-");
  if (where === place) return !lives(Number(pid), started);
  const there = await stat(folder).catch(() => undefined);
  return there !== undefined && Date.now() - there.mtimeMs > longest;
}

/** A path that no other run uses, of a name that `sweep` knows. */
export function temporaryPath(parent: string, prefix: Prefix): string {
  const random = randomBytes(6).toString("hex");
  return join(parent, `${prefix}${thisProcess()}-${random}`);
}

/**
 * Removes what runs left that were killed: folders of processes that are gone, and old ones of
 * other machines. What cannot be removed, another run's or another user's, is no reason to fail.
 */
export async function sweep(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  const left = await Promise.all(
    names
      .filter(one => name.test(one))
      .map(async one => ((await isLeft(parent, one)) ? [one] : [])),
  );
  await Promise.all(left.flat().map(one => remove(join(parent, one))));
}

function isLeft(parent: string, folder: string): Promise<boolean> {
  const {owner = ""} = name.exec(folder)?.groups ?? {};
  return isGone(owner, join(parent, folder));
}

let signals: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];
const cleanUps = new Set<() => void>();

/**
 * Calls `cleanUp` when this process ends, by itself or by a signal, unless it is released before.
 * Of several, the last to come is called first.
 */
export function onEnd(cleanUp: () => void): () => void {
  if (cleanUps.size === 0) {
    process.once("exit", cleanUpAll);
    for (const signal of signals) process.once(signal, onSignal);
  }
  cleanUps.add(cleanUp);
  return () => {
    cleanUps.delete(cleanUp);
    if (cleanUps.size === 0) release();
  };
}

/** From now on signals are the caller's affair: what is to be called at the end is called on exit. */
export function leaveSignals(): void {
  for (const signal of signals) process.off(signal, onSignal);
  signals = [];
}

function onSignal(signal: NodeJS.Signals): void {
  release();
  cleanUpAll();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function release(): void {
  process.off("exit", cleanUpAll);
  for (const signal of signals) process.off(signal, onSignal);
}

function cleanUpAll(): void {
  for (const cleanUp of [...cleanUps].reverse()) cleanUp();
  cleanUps.clear();
}

/** Whoever is just being killed may still write for a moment. */
const retried = {recursive: true, force: true, maxRetries: 5, retryDelay: 20} as const;

async function remove(path: string): Promise<void> {
  await rm(path, retried)
    .catch(async () => {
      await makeWritable(path);
      await rm(path, retried);
    })
    .catch(() => {}); // the next run sweeps it
}

/** A copy of what a person has made read-only is read-only, too. */
async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, {withFileTypes: true}))
    if (entry.isDirectory()) await makeWritable(join(folder, entry.name));
}

/** Under another name first: what is being written or moved into its place finds nothing any more. */
function removeNow(path: string): void {
  const doomed = `${path}-0`;
  try {
    renameSync(path, doomed);
    rmSync(doomed, retried);
  } catch {
    // The next run sweeps it.
  }
}

/**
 * Where a process number means something: on this machine, since it was started, among the processes
 * that see each other. Two containers on one machine are two places.
 */
const place = createHash("sha256")
  .update(hostname())
  .update(readOr("", () => readFileSync("/proc/sys/kernel/random/boot_id", "utf8")))
  .update(readOr("", () => readlinkSync("/proc/self/ns/pid")))
  .digest("hex")
  .slice(0, 8);

/** Numbers are given again: where the machine says when a process started, that tells two apart. */
function lives(pid: number, started: string | undefined): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const start = startOf(pid);
  return start === undefined || start === started;
}

/** When a process started, as Linux counts it; `dead` for one that only waits to be counted out. */
function startOf(pid: number): string | undefined {
  const status = readOr(undefined, () => readFileSync(`/proc/${pid}/stat`, "utf8"));
  if (status === undefined) return undefined;
  const [state, ...fields] = status.slice(status.lastIndexOf(")") + 2).split(" ");
  return state === "Z" || state === "X" ? "dead" : fields[18];
}

function readOr<T, U>(other: U, read: () => T): T | U {
  try {
    return read();
  } catch {
    return other;
  }
}
