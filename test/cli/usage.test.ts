import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {asOf, lay, madeUp} from "./madeUpData.ts";
import {assay, expectRefusal, expectWhole, temporary} from "./support.ts";

const files = ["--source", "files", "--data", "data", "--as-of", asOf, "--format", "md"];

test.each([
  [["nte", "gadget"], /unknown command 'nte'.*Did you mean note\?/s],
  [["replai", "x"], /Did you mean replay\?/],
  [["note", "gadget", "--sorce", "files"], /unknown option '--sorce'.*Did you mean .*--source/s],
  [["note", "gadget", "--fromat", "md"], /Did you mean --format\?/],
  [["note"], /missing required argument 'coin'/],
  [["note", "gadget", "bitcoin"], /too many arguments.*gadget, bitcoin/],
  [
    ["note", "gadget", "--source", "file"],
    /'file' is invalid.*coingecko, files, currency-api, snapshot/,
  ],
  [["note", "gadget", "--paper", "A3"], /'A3' is invalid.*A4, Letter/],
  [["note", "gadget", "--format", "md,doc"], /"doc" is none of md, html, pdf/],
  [["note", "gadget", "--format", ""], /"" is none of md, html, pdf/],
  [["note", "gadget", "--as-of", "yesterday"], /not an instant: "yesterday".*2026-03-20T02:00:00Z/],
  [["note", "gadget", "--as-of", "2026-03-20T02:00:00"], /not an instant.*with its zone/],
  [["note", "gadget", "--as-of", asOf], /CoinGecko answers for now only.*--source files/],
  [["note", "gadget", "--source", "files"], /needs a folder.*--data DIR/],
  [["note", "gadget", "--source", "snapshot"], /needs a folder.*--data DIR/],
  [["note", "gadget", "--source", "files", "--data", "nowhere"], /no dataset\.json in nowhere/],
  [["note", "gadget", "--source", "snapshot", "--data", "nowhere"], /no snapshot in nowhere/],
  [["replay", "nowhere"], /no note in nowhere/],
])("%j is a usage error that says what to do, and leaves nothing", async (args, says) => {
  using place = temporary();
  expectRefusal(await assay(place.path, args), 2, says);
  expect(expectWhole(join(place.path, "output"))).toEqual([]);
});

// Open in model/order.ts: JavaScript reads 30 February as 2 March, and so do we.
test("an as-of on a day that is in no calendar is a usage error", async () => {
  using place = temporary();
  lay(join(place.path, "data"), madeUp());
  const when = ["--source", "files", "--data", "data", "--as-of", "2026-02-30", "--format", "md"];
  expectRefusal(await assay(place.path, ["note", "gadget", ...when]), 2, /not an instant/);
});

test("without a command the help is shown, and it is a usage error", async () => {
  using place = temporary();
  expect(await assay(place.path, [])).toMatchObject({code: 2, stderr: /Usage: assay/});
  expect(await assay(place.path, ["--help"])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/note .* snapshot .* replay .* doctor .* demo/s),
    stderr: "",
  });
});

test("stdout holds the result, stderr the progress; --json parses; --quiet is silent", async () => {
  using place = temporary();
  lay(join(place.path, "data"), madeUp());
  const told = await assay(place.path, ["note", "gadget", ...files]);
  expect(told).toMatchObject({code: 0});
  expect(told.stdout).toMatch(/^Gadget .*\n {2}output\/2026-03-20-gadget\/note\.md\n$/);
  expect(told.stderr).toMatch(/Gadget \(gadget, GDT\): \d answers/);
  expect(told.stderr).toMatch(/^Open output\/2026-03-20-gadget\/note\.md in an editor\.$/m);

  const json = await assay(place.path, ["note", "gadget", "--json", "--quiet", ...files]);
  expect(json).toMatchObject({code: 0, stderr: ""});
  expect(JSON.parse(json.stdout)).toMatchObject({
    asset: "gadget",
    asOf,
    folder: "output/2026-03-20-gadget",
    files: expect.arrayContaining(["note.md", "evidence.json"]),
  });
  expect(expectWhole(join(place.path, "output"))).toEqual(["2026-03-20-gadget"]);
});

test("no colour and no line is written over where nobody looks, and none with NO_COLOR", async () => {
  using place = temporary();
  const run = ["note", "gadget", "--source", "files"];
  expect((await assay(place.path, run)).stderr).not.toContain("\u001b");
  expect((await assay(place.path, run, {FORCE_COLOR: "1"})).stderr).toContain("\u001b[31merror:");
  const bare = await assay(place.path, run, {NO_COLOR: "1"});
  expect(bare.stderr).not.toContain("\u001b[3");
});

test("a reader that has seen enough ends nothing with a trace", () => {
  using place = temporary();
  const main = new URL("../../src/cli/main.js", import.meta.url).pathname;
  const line = `"${process.execPath}" "${main}" --help | true; exit \${PIPESTATUS[0]}`;
  const {status, stderr} = spawnSync("bash", ["-c", line], {cwd: place.path, encoding: "utf8"});
  expect({status, stderr}).toEqual({status: 0, stderr: ""});
});

test("an unknown template is told with those there are", async () => {
  using place = temporary();
  lay(join(place.path, "data"), madeUp());
  const template = await assay(place.path, ["note", "gadget", "--template", "nope", ...files]);
  expectRefusal(template, 2, /no template "nope"/);
  expect(expectWhole(join(place.path, "output"))).toEqual([]);
});

test("a snapshot is recorded, is the same as the note's, and makes the same note", async () => {
  using place = temporary();
  lay(join(place.path, "data"), madeUp());
  const source = ["--source", "files", "--data", "data", "--as-of", asOf];
  const recorded = await assay(place.path, ["snapshot", "gadget", "--json", ...source]);
  const {folder, sha256} = JSON.parse(recorded.stdout);
  const from = ["--source", "snapshot", "--data", folder, "--format", "md", "--json"];
  const again = await assay(place.path, ["note", "gadget", ...from]);
  expect(JSON.parse(again.stdout)).toMatchObject({snapshot: sha256, asOf});

  writeFileSync(join(place.path, folder, "manifest.json"), "{");
  const cut = await assay(place.path, ["note", "gadget", ...from]);
  expectRefusal(cut, 3, /manifest\.json is not JSON/);
});
