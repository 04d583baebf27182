import {mkdirSync, readdirSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {asOf, lay, madeUp} from "./madeUpData.ts";
import {
  assay,
  digests,
  expectWhole,
  isKept,
  processesWith,
  start,
  temporary,
  unfinished,
  until,
} from "./support.ts";

const name = "2026-03-20-gadget";
const args = ["--source", "files", "--data", "data", "--as-of", asOf, "--quiet"];
let place: ReturnType<typeof temporary>;
let out: string;
beforeEach(() => {
  place = temporary();
  out = join(place.path, "output");
  lay(join(place.path, "data"), madeUp());
});
afterEach(() => place[Symbol.dispose]());

const noteOf = (format: string) => ["note", "gadget", ...args, "--format", format];
/** Browsers keep their profiles where we say, so theirs can be told from those of others. */
const env = () => ({TMPDIR: place.path});
const browsers = () => processesWith(`--user-data-dir=${place.path}`);
const sleep = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));

/** Starts a note, waits for the moment, and ends it by the signal. */
async function killed(signal: NodeJS.Signals, format: string, moment: () => Promise<void>) {
  const {child, ended} = start(place.path, noteOf(format), env());
  const over = ended.then(() => {});
  await Promise.race([moment(), over]);
  child.kill(signal);
  return ended;
}

/** Left by another machine, a day ago. */
const leftover = ".assay-0badcafe-1-1234-0000";
const yesterday = new Date(Date.now() - 86_400_000);

test("killed at any moment there is a whole note or none; the next run sweeps and works", async () => {
  const whole = await assay(place.path, noteOf("md"), env());
  expect(whole).toMatchObject({code: 0});
  const expected = digests(out);
  const writing = () => untilSeen(() => unfinished(out).length > 0);
  const moments = [() => sleep(400), writing, writing];
  for (const moment of moments) {
    await killed("SIGKILL", "md", moment);
    const names = readdirSync(out).filter(entry => !entry.startsWith(".assay-") && !isKept(entry));
    expect(names.length).toBeLessThanOrEqual(1);
    if (names.length) expect(digests(join(out, name))).toHaveLength(expected.length);
  }
  mkdirSync(join(out, leftover));
  writeFileSync(join(out, leftover, "note.md"), "half");
  utimesSync(join(out, leftover), yesterday, yesterday);
  expect(await assay(place.path, noteOf("md"), env())).toMatchObject({code: 0, stderr: ""});
  expect(digests(out)).toEqual(expected);
});

test("ended by a signal while it writes, a run takes its unfinished folder along", async () => {
  const {code, stderr} = await killed("SIGTERM", "md", () =>
    untilSeen(() => unfinished(out).length > 0),
  );
  expect(["SIGTERM", 0]).toContain(code);
  expect(stderr).toBe("");
  expectWhole(out);
});

test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
  "no browser outlives %s while the PDF is printed, and there is no note",
  async signal => {
    const {code} = await killed(signal, "pdf", () => untilSeen(() => browsers().length > 0));
    expect(code).toBe(signal);
    await until(() => browsers().length === 0);
    expect(expectWhole(out, ["note.pdf"])).toEqual([]);
  },
);

/** Kills at so many moments, spread evenly over a run. */
const kills = 20;

test(`${2 * kills} kills at any moment, the first in an empty cache, leave no litter after the next run`, async () => {
  const [temporaryFiles, cache] = [join(place.path, "tmp"), join(place.path, "cache")];
  mkdirSync(temporaryFiles);
  const surroundings = {TMPDIR: temporaryFiles, XDG_CACHE_HOME: cache};
  const runs = ["pdf", "md,html"].flatMap(format =>
    Array.from({length: kills}, (_, i) => ({format, after: (i * 2_500) / kills})),
  );
  for (const {format, after} of runs) {
    const {child, ended} = start(place.path, noteOf(format), surroundings);
    const over = ended.then(() => {});
    await Promise.race([sleep(after), over]);
    child.kill("SIGKILL");
    await over;
  }
  await until(() => processesWith(`--user-data-dir=${temporaryFiles}`).length === 0);
  expect(await assay(place.path, noteOf("md"), surroundings)).toMatchObject({code: 0, stderr: ""});
  expect(readdirSync(temporaryFiles)).toEqual([]);
  expect(unfinished(out)).toEqual([]);
  const unpacked = readdirSync(join(cache, "assay")).filter(
    entry => !/^(?:chromium-[\d.]+|compiled|http|\.held)$/.test(entry),
  );
  expect(unpacked).toEqual([]);
}, 600_000);

/** Looks as often as it can: what is waited for may last a few milliseconds only. */
async function untilSeen(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end && !holds(); )
    await new Promise(resolve => setImmediate(resolve));
}
