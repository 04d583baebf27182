import {execFileSync} from "node:child_process";
import {cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {asOf, lay, madeUp} from "./madeUpData.ts";
import {assay, digests, expectRefusal, temporary} from "./support.ts";

const place = temporary();
const note = join(place.path, "output", "2026-03-20-gadget");
beforeAll(async () => {
  lay(join(place.path, "data"), madeUp());
  const source = ["--source", "files", "--data", "data", "--as-of", asOf];
  expect(await assay(place.path, ["note", "gadget", ...source])).toMatchObject({code: 0});
});
afterAll(() => place[Symbol.dispose]());

const replay = (folder: string, args: readonly string[] = [], env = {}) =>
  assay(place.path, ["replay", folder, ...args], env);

/** A copy of the note, without its PDF for speed; `change` spoils it. */
function copyOf(name: string, change: (folder: string) => void): string {
  const folder = join(place.path, name);
  cpSync(note, folder, {recursive: true});
  rmSync(join(folder, "note.pdf"));
  rmSync(join(folder, "note.html"));
  change(folder);
  return folder;
}
const flip = (path: string, at = 100) => {
  const bytes = readFileSync(path);
  bytes[at]! ^= 1;
  writeFileSync(path, bytes);
};

test("the note comes out the same in another time zone and language, PDF and all", async () => {
  const before = digests(place.path);
  const env = {TZ: "Asia/Kathmandu", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8"};
  const run = await replay(note, ["--json", "--quiet"], env);
  expect(run).toMatchObject({code: 0, stderr: ""});
  const {files, differing} = JSON.parse(run.stdout);
  expect(differing).toEqual([]);
  expect(files).toEqual(expect.arrayContaining(["note.md", "note.html", "note.pdf"]));
  expect(digests(place.path)).toEqual(before);
});

const clock = ["/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"].find(path =>
  existsSync(path),
);
test.skipIf(!clock)(
  `the note comes out the same at another clock time${clock ? "" : " (SKIPPED: no libfaketime)"}`,
  async () => {
    const env = {LD_PRELOAD: clock, FAKETIME: "+400d", TZ: "America/St_Johns"};
    const year = execFileSync("date", ["+%s"], {env: {...process.env, ...env}}).toString();
    expect(Number(year) * 1000).toBeGreaterThan(Date.now() + 300 * 86_400_000);
    expect(
      await replay(
        copyOf("later", () => {}),
        [],
        env,
      ),
    ).toMatchObject({code: 0});
  },
);

test("one byte of the note changed is found, and the file named", async () => {
  const folder = copyOf("flipped", at => flip(join(at, "note.md")));
  expectRefusal(await replay(folder), 6, `${folder}: note.md was changed or removed by a person`);
});

test("without a record of what was written, nobody can say who changed it", async () => {
  const folder = copyOf("unrecorded", at => {
    flip(join(at, "note.md"));
    rmSync(join(at, ".assay"), {recursive: true});
  });
  const says = "does not come out the same: note.md differs; who changed it cannot be told";
  expectRefusal(await replay(folder), 5, says, folder);
});

test("a chart changed and a chart gone are found; with --json on stdout too", async () => {
  const folder = copyOf("charts", at => {
    const [first, second] = readdirSync(join(at, "charts"));
    flip(join(at, "charts", first!));
    rmSync(join(at, "charts", second!));
  });
  const gone = readdirSync(join(note, "charts")).slice(0, 2);
  const run = await replay(folder, ["--json"]);
  expect(run.code).toBe(6);
  expect(JSON.parse(run.stdout).edited.toSorted()).toEqual(gone.map(file => `charts/${file}`));
});

const answer = (folder: string) =>
  join(folder, "snapshot/answers", readdirSync(join(folder, "snapshot/answers"))[0]!);

test.each([
  [
    "an answer with one byte changed",
    (at: string) => flip(answer(at)),
    3,
    /was changed after.*SHA-256/,
  ],
  [
    "evidence cut short",
    (at: string) => cut(join(at, "evidence.json")),
    3,
    /evidence\.json is not JSON/,
  ],
  [
    "evidence of another kind",
    (at: string) => writeFileSync(join(at, "evidence.json"), "[]"),
    3,
    /is not evidence of a note/,
  ],
])("%s is refused and named", async (what, spoil, code, says) => {
  expectRefusal(await replay(copyOf(what, spoil)), code, says);
});

function cut(path: string): void {
  writeFileSync(path, readFileSync(path).subarray(0, 200));
}

test.each([
  [
    "snapshot",
    /it is a snapshot, of the note in .*assay note gadget --source snapshot --data \S+$/m,
  ],
  ["note.md", /it is a file of one. Name the folder: assay replay \S+2026-03-20-gadget$/m],
  ["..", /there is one below it, the newest of them:\n {2}assay replay \S+2026-03-20-gadget$/m],
  ["../2026-03-20-gadge", /Did you mean: assay replay \S+2026-03-20-gadget$/m],
  ["charts", /no note in \S+: there is no evidence\.json$/m],
])("what is no note's folder is told with what was meant: %s", async (path, says) => {
  expectRefusal(await replay(join(note, path)), 2, /no note in/, says);
});
