import {execFile} from "node:child_process";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {promisify} from "node:util";
import {expect, test} from "vitest";
import {assay, digests, expectRefusal, filesBelow, temporary} from "./support.ts";

const parts = ["assay.config.ts", "samples/simulated/dataset.json", "templates/coin-note.md.hbs"];

test.each([
  ["a folder that is not there", "new/my project"],
  ["an empty folder", "."],
  ["a folder with other files", "."],
])("init begins a project in %s, and the command that it prints works there", async (what, to) => {
  using place = temporary();
  if (what.includes("other")) {
    writeFileSync(join(place.path, "package.json"), '{"name": "x", "type": "commonjs"}');
    mkdirSync(join(place.path, "samples"));
  }
  const run = await assay(place.path, ["init", to]);
  expect(run).toMatchObject({code: 0, stderr: ""});
  expect(filesBelow(join(place.path, to))).toEqual(expect.arrayContaining(parts));
  const command = run.stdout.split("Next, ")[1]!.split("\n").slice(1).join("\n");
  const once = command.replace(" --watch", " --format md").replaceAll(/\n\s*/g, " && ");
  const shell = once.replace(/( && )+$/, "").trim();
  const {stderr} = await promisify(execFile)("sh", ["-c", `${shell} --quiet`], {cwd: place.path});
  expect(stderr).toBe("");
  const out = join(place.path, to, "output/2025-07-02-tessilith/note.md");
  expect(readFileSync(out, "utf8")).toContain("# Tessilith ");
});

test("a note by a new project is ours but for the house's name", async () => {
  using place = temporary();
  await assay(place.path, ["init"]);
  const order = ["note", "tessilith", "--source", "files", "--data", "samples/simulated"];
  const when = ["--as-of", "2025-07-02T00:00:00Z", "--format", "md"];
  await assay(place.path, [...order, ...when, "--out", "theirs"]);
  await assay(place.path, [...order, ...when, "--out", "ours", "--no-config"]);
  const note = (out: string) =>
    readFileSync(join(place.path, out, "2025-07-02-tessilith/note.md"), "utf8");
  expect(note("theirs")).toBe(note("ours"));
});

test.each(["assay.config.ts", "assay.config.json", "templates/mine.md.hbs"])(
  "init writes over nothing: %s",
  async name => {
    using place = temporary();
    mkdirSync(join(place.path, "templates"), {recursive: true});
    writeFileSync(join(place.path, name), "mine");
    const before = digests(place.path);
    expectRefusal(await assay(place.path, ["init"]), 2, /there already, and nothing is written/);
    expect(digests(place.path)).toEqual(before);
  },
);

test("init where nothing can be written says so", async () => {
  using place = temporary();
  writeFileSync(join(place.path, "file"), "");
  expectRefusal(await assay(place.path, ["init", "file/x"]), 2, /cannot be/);
});
