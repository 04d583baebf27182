import {spawn} from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {serialize} from "node:v8";
import {approvedReading} from "../../../src/publish/approved.ts";
import {compare} from "../../../src/publish/compare.ts";
import type {Release} from "../../../src/publish/release.ts";
import {recordSchema} from "../../../src/publish/site/record.ts";
import {sha256} from "../../../src/publish/site/style.ts";
import {filesIn, siteRoom} from "./siteRoom.ts";

const script = fileURLToPath(new URL("siteProcess.ts", import.meta.url));

/** What it came to; both lists are to be empty. */
export interface SiteToll {
  readonly kills: number;
  /** Changes of the disk that one release takes. */
  readonly steps: number;
  /** What readers would have found broken between a kill and what came after it. */
  readonly broken: readonly string[];
  /** What was not whole once another process had gone on. */
  readonly wrong: readonly string[];
}

interface Campaign {
  /** What stands there before; none for a new site. */
  readonly before: readonly Release[];
  readonly release: Release;
  /** Dies at each of these changes of the disk, or at the n-th part of a second where they are below 1. */
  readonly at: (steps: number) => readonly number[];
  /** Hears of each kill and of what was wrong after it. */
  readonly told?: (line: string) => void;
}

/** Kills whoever puts a release on a site, each time on a copy of the same site, and has another go on. */
export async function killSites({before, release, at, told}: Campaign): Promise<SiteToll> {
  const scratch = mkdtempSync(join(tmpdir(), "assay-kill-"));
  const file = join(scratch, "release");
  writeFileSync(file, serialize({...release, files: new Map(release.files)}));
  using start = siteRoom();
  for (const one of before)
    await start.site.put(
      one,
      {state: "absent"},
      {once: () => Promise.reject(), hold: async () => {}, past: async () => []},
    );
  const [broken, wrong] = [[] as string[], [] as string[]];
  const fresh = (name: string) => {
    const folder = join(scratch, name);
    cpSync(start.folder, folder, {recursive: true});
    return folder;
  };
  try {
    const steps = Number((await run(fresh("whole"), file, 0)).said.at(-1));
    const deaths = at(steps);
    for (const [i, death] of deaths.entries()) {
      const folder = fresh(`run-${i}`);
      const {killed} = await run(folder, file, death);
      const at = (one: string) => `killed at ${death}: ${one}`;
      const half = killed ? brokenIn(join(folder, "public")).map(at) : [];
      await run(folder, file, 0);
      const left = (await wrongIn(folder, release)).map(at);
      broken.push(...half);
      wrong.push(...left);
      told?.([`${i + 1} of ${deaths.length}`, ...half, ...left].join("\n"));
      rmSync(folder, {recursive: true, force: true});
    }
    return {kills: deaths.length, steps, broken, wrong};
  } finally {
    rmSync(scratch, {recursive: true, force: true});
  }
}

async function run(folder: string, file: string, death: number) {
  const step = death >= 1 ? death : 0;
  const child = spawn(process.execPath, [script, folder, file, String(step)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  const ready = Promise.withResolvers<void>();
  child.stdout.on("data", chunk => {
    said += chunk;
    ready.resolve();
  });
  const ended = new Promise<NodeJS.Signals | null>(resolve => {
    child.once("close", (_, signal) => resolve(signal));
  });
  if (death > 0 && death < 1) {
    await Promise.race([ready.promise, ended]);
    await sleep(death * 1000);
    child.kill("SIGKILL");
  }
  const signal = await ended;
  return {killed: signal === "SIGKILL", said: said.trim().split("\n")};
}

/** What is half there: a note's folder without one of its files or with another's, a page without its end. */
function brokenIn(out: string): string[] {
  if (!existsSync(out)) return [];
  const notes = readdirSync(out).filter(name => /^\d{4}-/.test(name));
  const files = filesIn(out).filter(path => !path.startsWith(".assay"));
  return [
    ...notes.flatMap(name => halfNote(join(out, name))),
    ...files
      .filter(
        path =>
          path.endsWith(".html") && !/<\/html>\s*$/.test(readFileSync(join(out, path), "utf8")),
      )
      .map(path => `${path} is cut off`),
  ];
}

function halfNote(folder: string): string[] {
  const file = join(folder, "record.json");
  if (!existsSync(file)) return [`${folder} has no record`];
  const {files} = recordSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return Object.entries(files)
    .filter(
      ([path, digest]) =>
        !existsSync(join(folder, path)) || sha256(readFileSync(join(folder, path))) !== digest,
    )
    .map(([path]) => `${folder}/${path} is not the one of its record`);
}

/** What is not as it should be once somebody has gone on. */
async function wrongIn(folder: string, release: Release): Promise<string[]> {
  const out = join(folder, "public");
  using room = siteRoom({folder});
  const standing = await room.site.look(release, undefined);
  const receipt = standing.state === "ours" ? standing.receipt : undefined;
  const reading = receipt && (await room.site.read(release, receipt));
  const left = filesIn(out).filter(path => /^\.assay-/.test(path));
  const twice = readdirSync(out).filter(name => name.includes(release.id)).length;
  return [
    ...brokenIn(out),
    ...(standing.state === "ours" && standing.shown ? [] : [`the note is ${standing.state}`]),
    ...(receipt?.digest === release.digest ? [] : ["another version stands there"]),
    ...(reading ? compare(approvedReading(release), reading).map(one => JSON.stringify(one)) : []),
    ...(twice === 1 ? [] : [`${twice} folders of the note`]),
    ...left.map(path => `${path} was left`),
    ...(readFileSync(join(out, "notes/index.html"), "utf8").includes(`../${release.id}/`)
      ? []
      : ["it is not listed"]),
  ];
}
