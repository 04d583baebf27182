import {spawn} from "node:child_process";
import {once} from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import {basename, join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {onEnd, sweep, temporaryFolder, temporaryPath} from "../../src/disk/temporaryFolder.ts";
import {root, temporary} from "../cli/support.ts";

const module = new URL("../../src/disk/temporaryFolder.ts", import.meta.url).href;
let place: ReturnType<typeof temporary>;
beforeEach(() => {
  place = temporary();
});
afterEach(() => place[Symbol.dispose]());

const left = () => readdirSync(place.path).toSorted();
const hour = 3_600_000;

/** A folder with something in it, last touched so long ago. */
function lay(name: string, age = 0): string {
  const path = join(place.path, name);
  mkdirSync(join(path, "inside"), {recursive: true});
  writeFileSync(join(path, "inside", "file"), "half");
  const then = new Date(Date.now() - age);
  utimesSync(path, then, then);
  return name;
}

/** The parts of a name that this process gives. */
const ours = () =>
  /^assay-browser-(?<where>[0-9a-f]{8})-(?<pid>\d+)-(?<started>\d+)-(?<random>[0-9a-f]+)$/.exec(
    basename(temporaryPath(place.path, "assay-browser-")),
  )!.groups!;

/** The folder that another process makes, before `end` ends it. */
async function madeBy(end: (child: ReturnType<typeof spawn>) => void): Promise<string> {
  const script = `import {temporaryFolder} from ${JSON.stringify(module)};
    console.log(temporaryFolder(${JSON.stringify(place.path)}, "assay-browser-").path);
    setTimeout(() => {}, 60_000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
  const [said] = await once(child.stdout, "data");
  const exit = once(child, "exit");
  end(child);
  await exit;
  return String(said).trim();
}

test("a folder is private, goes when it is disposed of, and may have been renamed by then", async () => {
  {
    await using folder = temporaryFolder(place.path, "assay-fonts-");
    expect(statSync(folder.path).mode & 0o777).toBe(0o700);
    writeFileSync(join(folder.path, "font"), "x");
  }
  expect(left()).toEqual([]);
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s takes it along", async signal => {
  expect(existsSync(await madeBy(child => child.kill(signal)))).toBe(false);
});

test("what a killed process left is swept, what a living one uses is not", async () => {
  const killed = await madeBy(child => child.kill("SIGKILL"));
  expect(existsSync(killed)).toBe(true);
  await using mine = temporaryFolder(place.path, "assay-browser-");
  await sweep(place.path);
  expect(left()).toEqual([basename(mine.path)]);
});

test("what is read-only in it does not keep it", async () => {
  // Nothing is read-only for root.
  const nobody = root ? {uid: 65534, gid: 65534} : {};
  chmodSync(place.path, 0o777);
  const script = `import {chmodSync, mkdirSync, readdirSync, writeFileSync} from "node:fs";
    import {sweep, temporaryFolder} from ${JSON.stringify(module)};
    const folder = temporaryFolder(${JSON.stringify(place.path)}, ".assay-");
    mkdirSync(folder.path + "/charts/deep", {recursive: true});
    writeFileSync(folder.path + "/charts/deep/file", "x");
    for (const path of ["/charts/deep", "/charts", ""]) chmodSync(folder.path + path, 0o500);
    await folder[Symbol.asyncDispose]();
    console.log(JSON.stringify(readdirSync(${JSON.stringify(place.path)})));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: "/",
    ...nobody,
  });
  const [said] = await once(child.stdout, "data");
  expect(JSON.parse(String(said))).toEqual([]);
});

test("a process that was given the number of another does not keep what that one left", async () => {
  const {where, pid, started} = ours();
  lay(`assay-unpacking-${where}-${pid}-${Number(started) - 1}-00`);
  await sweep(place.path);
  expect(left()).toEqual([]);
});

test("a dead process that nobody has counted out keeps nothing", async () => {
  const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 60"]);
  const [said] = await once(parent.stdout, "data");
  try {
    await new Promise(resolve => setTimeout(resolve, 300));
    const {where} = ours();
    lay(`.assay-${where}-${String(said).trim()}-1234-00`);
    await sweep(place.path);
    expect(left()).toEqual([]);
  } finally {
    parent.kill("SIGKILL");
  }
});

test.each([".assay-", "assay-browser-", "assay-fonts-", "assay-unpacking-"])(
  "%s of another machine goes by its age, whatever its process number means here",
  async prefix => {
    const {pid} = ours();
    const young = lay(`${prefix}0badcafe-${pid}-12-00`, hour / 2);
    lay(`${prefix}0badcafe-${pid}-12-01`, 2 * hour);
    lay(`${prefix}0badcafe-999999999-12-02`, 24 * hour);
    await sweep(place.path);
    expect(left()).toEqual([young]);
  },
);

test("what is not ours is left alone, however old, and so is a folder that is not there", async () => {
  const names = [
    "note",
    ".assay",
    "assay-browser-x",
    ".assay-0badcafe-1",
    "assay-data-0badcafe-1-2-3",
  ];
  for (const name of names) lay(name, 1_000 * hour);
  await sweep(place.path);
  await sweep(join(place.path, "none"));
  expect(left()).toEqual(names.toSorted());
});

test("many at once need no more listeners than one", () => {
  const before = process.listenerCount("SIGTERM");
  const released = Array.from({length: 50}, () => onEnd(() => {}));
  expect(process.listenerCount("SIGTERM")).toBe(before + 1);
  for (const release of released) release();
  expect(process.listenerCount("SIGTERM")).toBe(before);
});
