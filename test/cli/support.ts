import {type ChildProcess, execFileSync, spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, vi} from "vitest";

// A run takes a second or two, and many times that where the machine has other work.
if (process.env.VITEST) vi.setConfig({testTimeout: 180_000}); // benches start it as well

const main = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));

/** How a run of the command line ended. */
export interface Ended {
  /** The exit code, or the signal that ended it. */
  readonly code: number | NodeJS.Signals;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** A folder that is removed at the end of the test: `using place = temporary()`. */
export function temporary(): Disposable & {readonly path: string} {
  const path = mkdtempSync(join(tmpdir(), "assay-cli-"));
  return {path, [Symbol.dispose]: () => rmSync(path, {recursive: true, force: true})};
}

/** Starts `assay <args>` in a folder, with nothing of our own configuration around it. */
export function start(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: {...plainEnvironment(), XDG_CACHE_HOME: process.env.XDG_CACHE_HOME, ...env},
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = {stdout: "", stderr: ""};
  for (const name of ["stdout", "stderr"] as const)
    child[name]!.setEncoding("utf8").on("data", text => {
      said[name] += text;
    });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({code: signal ?? code!, ...said}));
  });
  return {child, ended};
}

/** Runs `assay <args>` to its end. */
export const assay = (cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  start(cwd, args, env).ended;

/** The environment without keys, proxies, colours and whatever vitest brings. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = ["PATH", "HOME", "TMPDIR", "CHROME_PATH", "PUPPETEER_EXECUTABLE_PATH", "LANG"];
  return Object.fromEntries(
    kept.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
}

/**
 * An expected failure: the code, one clear message, nothing on stdout but the same as JSON where it
 * was asked for, no trace of our insides.
 */
export function expectRefusal(run: Ended, code: number, ...says: readonly (string | RegExp)[]) {
  expect(run.code).toBe(code);
  if (run.stdout !== "") {
    const {error} = JSON.parse(run.stdout);
    expect(error.code).toBe(code);
    expect(run.stderr).toContain(`error: ${error.message}`);
  }
  expect(run.stderr).toMatch(/^error: \S/m);
  for (const words of says) expect(run.stderr).toMatch(words);
  expect(run.stderr).not.toMatch(
    /^ +at |node:internal|this is a bug|\bNaN\b|(?<!received )undefined|\[object/m,
  );
}

/** Every file below the folder, as "path sha256". */
export function digests(folder: string): string[] {
  return filesBelow(folder).map(path => {
    const content = readFileSync(join(folder, path));
    return `${path} ${createHash("sha256").update(content).digest("hex")}`;
  });
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** What was gathered for a note that was not written: whoever makes the note takes it away. */
export const isKept = (name: string) => /^\d{4}-\d\d-\d\d-.*\.snapshot$/.test(name);

/**
 * The folder has whole notes, and what was gathered for others, and nothing else, or is not there at
 * all. Returns the names of the notes.
 */
export function expectWhole(out: string, files = ["note.md"]): string[] {
  const all = statSync(out, {throwIfNoEntry: false}) ? readdirSync(out) : [];
  for (const name of all.filter(isKept))
    expect(filesBelow(join(out, name))).toContain("manifest.json");
  const names = all.filter(name => !isKept(name));
  for (const name of names) {
    const all = [...files, "evidence.json", "snapshot/manifest.json"];
    expect(filesBelow(join(out, name))).toEqual(expect.arrayContaining(all));
    expect(name).not.toMatch(/^\.assay-/);
  }
  return names;
}

/** Folders that runs leave while they write. */
export const unfinished = (out: string) =>
  statSync(out, {throwIfNoEntry: false})
    ? readdirSync(out).filter(name => name.startsWith(".assay-"))
    : [];

/** Processes whose command line has the word. */
export function processesWith(word: string): string[] {
  return execFileSync("ps", ["-eo", "pid,args"], {encoding: "utf8", maxBuffer: 2 ** 24})
    .split("\n")
    .filter(line => line.includes(word) && !line.includes("ps -eo"));
}

/** Waits until the condition holds, at most ten seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries++)
    await new Promise(resolve => setTimeout(resolve, 50));
  expect(holds()).toBe(true);
}

export const root = process.platform === "linux" && process.getuid?.() === 0;
/** For the name of a test that mounts a file system. */
export const needsRoot = root ? "" : " (SKIPPED: only root on Linux can mount a file system)";
