import {appendFileSync, cpSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {faultsSchema} from "../../src/model/fault.ts";
import {asOf, lay, madeUp} from "./madeUpData.ts";
import {assay, digests, expectRefusal, temporary} from "./support.ts";

const place = temporary();
const folder = join("output", "2026-03-20-gadget");
const note = join(folder, "note.md");
const at = (path: string) => join(place.path, path);
beforeAll(async () => {
  lay(at("data"), madeUp());
  const source = ["--source", "files", "--data", "data", "--as-of", asOf, "--format", "md"];
  expect(await assay(place.path, ["note", "gadget", ...source])).toMatchObject({code: 0});
});
afterAll(() => place[Symbol.dispose]());

const check = (...args: string[]) => assay(place.path, ["check", ...args]);
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(at(name), content);
  return name;
};

test("a note as it was written has no fault, by its evidence and by its snapshot; nothing changes", async () => {
  const before = digests(place.path);
  expect(await check(note)).toEqual({code: 0, stdout: "", stderr: `${note}: no faults found\n`});
  expect(await check(note, "--snapshot", folder, "--quiet")).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
  expect(await check(note, "--snapshot", join(folder, "snapshot"), "--json", "--quiet")).toEqual({
    code: 0,
    stdout: '{"faults":[]}\n',
    stderr: "",
  });
  expect(digests(place.path)).toEqual(before);
});

test("faults are told with file, line, column, kind, words, reason and suggestion, and it leaves with 5", async () => {
  cpSync(at(folder), at("edited"), {recursive: true});
  const edited = join("edited", "note.md");
  appendFileSync(at(edited), "\nThe coin has a 7% correlation with gold.\n");
  const line = readFileSync(at(edited), "utf8").split("\n").length - 1;
  const told = await check(edited);
  expect(told.code).toBe(5);
  expect(told.stdout).toContain(
    `${edited}:${line}:16  miscalled  “7% correlation with gold”  a percentage is no correlation`,
  );
  expect(told.stdout).toContain("→ 7% change with gold\n");
  expect(told.stderr).toMatch(/^edited\/note\.md: \d faults? \(.*1 miscalled/);
  const machine = await check(edited, "--json", "--quiet");
  expect(machine).toMatchObject({code: 5, stderr: ""});
  expect(faultsSchema.parse(JSON.parse(machine.stdout)).faults).toContainEqual({
    line,
    column: 16,
    text: "7% correlation with gold",
    kind: "miscalled",
    reason: expect.stringContaining("a percentage is no correlation"),
    suggestion: "7% change with gold",
  });
});

test("line and column are those of the file with CRLF and a byte order mark", async () => {
  const evidence = join(folder, "evidence.json");
  put("windows.md", "\ufeff# A day\r\n\r\nIt was calm.\r\nWe recommend patience.\r\n");
  const run = await check("windows.md", "--evidence", evidence, "--json");
  expect(JSON.parse(run.stdout).faults).toMatchObject([
    {line: 4, column: 1, kind: "recommendation"},
  ]);
});

test("an empty file has no fault", async () => {
  expect(await check(put("empty.md", ""), "--snapshot", folder)).toMatchObject({code: 0});
});

test.each([
  ["nowhere.md", /nowhere\.md cannot be read: there is no such file/],
  [folder, /is a directory: name a text in it, as with assay check .*note\.md/],
  ["binary.md", /binary\.md is no text: it is binary/],
  ["latin.md", /latin\.md is not UTF-8/],
  ["alone.md", /nothing to hold alone\.md against.*--evidence FILE or --snapshot DIR/],
])("%s is a usage error that says what to do", async (name, says) => {
  put("binary.md", new Uint8Array([35, 32, 0, 1, 2]));
  put("latin.md", new Uint8Array([35, 32, 0xe9, 0xe8]));
  put("alone.md", "# Alone\n");
  expectRefusal(await check(name), 2, says);
});

test.each([
  [["--evidence", "nowhere.json"], 2, /nowhere\.json cannot be read/],
  [["--snapshot", "nowhere"], 2, /no snapshot in nowhere/],
  [["--snapshot", "x", "--evidence", "y"], 2, /exclude each other/],
  [["--evidence", "torn.json"], 3, /torn\.json is not JSON/],
  [["--evidence", "other.json"], 3, /other\.json is not evidence of a note/],
])("%j is refused with %i", async (args, code, says) => {
  put("text.md", "# Text\n");
  put("torn.json", '{"schema": "assay/evi');
  put("other.json", '{"schema": "assay/evidence@1"}');
  expectRefusal(await check("text.md", ...args), code, says);
});

test("a damaged snapshot is refused with 3", async () => {
  cpSync(at(folder), at("spoiled"), {recursive: true});
  rmSync(at("spoiled/snapshot/manifest.json"));
  put("spoiled/snapshot/manifest.json", "{}");
  expectRefusal(await check(note, "--snapshot", "spoiled"), 3, /not a snapshot's manifest/);
});

test("escapes of the terminal, tags and endless lines in a text do no harm", async () => {
  const hostile = [
    "# \u001b[31m Buy the dip\u001b[0m <script>alert(1)</script>",
    "*".repeat(5000),
    "[".repeat(5000),
    `|${"a|".repeat(5000)}`,
    `> ${"> ".repeat(500)}deep`,
    `${"We recommend it ".repeat(3000)}.`,
  ].join("\n\n");
  const run = await check(put("hostile.md", hostile), "--snapshot", folder);
  expect(run).toMatchObject({code: 5});
  expect(run.stdout).toContain("recommendation  “Buy the dip");
  expect(run.stdout).not.toContain("\u001b");
});

test.each([
  ["in lines", 100],
  ["in one line", Number.POSITIVE_INFINITY],
])("ten megabytes of junk %s come to an end", async (_, width) => {
  const word = "k3Jx9/+aQ";
  const line = width === 100 ? `${word.repeat(11)}\n` : word;
  const run = await check(
    put("junk.md", line.repeat(Math.ceil(1e7 / line.length))),
    "--snapshot",
    folder,
    "--json",
  );
  expect([0, 5]).toContain(run.code);
  expect(() => JSON.parse(run.stdout)).not.toThrow();
});
