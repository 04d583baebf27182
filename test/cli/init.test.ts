import {execFile} from "node:child_process";
import {mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {basename, delimiter, join} from "node:path";
import {promisify} from "node:util";
import {expect, test} from "vitest";
import {quoted} from "../../src/cli/thisProgram.ts";
import {brokerTable} from "./brokerTable.ts";
import {assay, digests, expectRefusal, filesBelow, temporary} from "./support.ts";

const parts = [
  ".gitignore",
  "README.md",
  "assay.config.ts",
  "package.json",
  "samples/simulated/dataset.json",
  "templates/coin-note.md.hbs",
];

/** What a reader's shell finds: nothing that our own package brought. */
const readersEnv = {
  ...process.env,
  PATH: (process.env.PATH ?? "")
    .split(delimiter)
    .filter(folder => !folder.includes("node_modules"))
    .join(delimiter),
};

/** As npm puts the package `node` into a project. */
function bringNode(folder: string): void {
  const commands = join(folder, "node_modules/.bin");
  mkdirSync(commands, {recursive: true});
  symlinkSync(process.execPath, join(commands, "node"));
}

const npmRun = (cwd: string, script: string, given: readonly string[]) =>
  promisify(execFile)("npm", ["run", "-s", script, "--", ...given], {cwd, env: readersEnv});

const json = (path: string) => JSON.parse(readFileSync(path, "utf8"));

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
  if (what.includes("other")) expect(json(join(place.path, "package.json")).name).toBe("x");
  const command = run.stdout.split("Next, ")[1]!.split("\n").slice(1).join("\n");
  const once = command.trim().replaceAll(/\n\s*/g, " && ");
  const shell = `${once} --format md --quiet`;
  const {stderr} = await promisify(execFile)("sh", ["-c", shell], {cwd: place.path});
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

/** The configuration with all that it offers: what is not prose, and names no file of a designer. */
const uncommented = (config: string) =>
  config.replace(/^ {2}\/\/ (?!logo|fonts)(?=\w+: | {2}\w+: |\},$)/gm, "  ");

test.each([
  ["a simulated market", [], "tessilith"],
  ["a table of one's own", ["--from", "Über 2.csv", "--name", "2 Ores"], "2-ores"],
])("all that a new configuration on %s offers to uncomment holds", async (_, from, coin) => {
  using place = temporary();
  writeFileSync(join(place.path, "Über 2.csv"), brokerTable());
  await assay(place.path, ["init", ...from]);
  const path = join(place.path, "assay.config.ts");
  const offered = uncommented(readFileSync(path, "utf8"));
  for (const field of ["disclosures", "feedback", "site", "datasets", "sectors", "schedules"])
    expect(offered).toMatch(new RegExp(`^ {2}${field}: `, "m"));
  expect(offered).toMatch(/^ {2}targets: \{/m);
  writeFileSync(path, offered);
  const list = await assay(place.path, ["schedule", "list", "--json"]);
  expect(list).toMatchObject({code: 0});
  expect(list.stdout).toContain("morning");
  const {order} = json(join(place.path, "package.json")).scripts.note.match(
    /main\.js'? note (?<order>.*)/,
  ).groups;
  const note = await assay(place.path, ["note", ...order.split(" "), "--format", "md"]);
  expect(note).toMatchObject({code: 0});
  expect(note.stdout).toContain(`${coin}/note.md`);
  const looked = JSON.parse((await assay(place.path, ["doctor", "--json"])).stdout);
  const bad = looked.findings.filter((one: {ok: boolean}) => !one.ok);
  expect(bad).toEqual([]);
});

test("the package of a new project is this very program, and its scripts are commands of it", async () => {
  using place = temporary();
  await assay(place.path, ["init", "Research 2026"]);
  const project = join(place.path, "Research 2026");
  const {name, scripts, dependencies} = json(join(project, "package.json"));
  expect(name).toBe("research-2026");
  const own = join(project, dependencies.assay.replace("file:", ""), "package.json");
  expect(json(own).name).toBe("assay");
  const help = (await assay(place.path, ["--help"])).stdout;
  const {assay: program, ...others} = scripts;
  for (const script of Object.values<string>(others)) {
    const [command] = script.slice(program.length + 1).split(" ");
    expect(script.startsWith(program)).toBe(true);
    expect(help).toMatch(new RegExp(`^ +${command} `, "m"));
  }
});

test("the scripts of a new project run by the Node that its package names, whichever is the machine's", async () => {
  using place = temporary();
  await assay(place.path, ["init"]);
  const {devDependencies, allowScripts} = json(join(place.path, "package.json"));
  const ours = json(join(import.meta.dirname, "../../package.json"));
  expect({devDependencies, allowScripts}).toEqual({
    devDependencies: {node: ours.devDependencies.node},
    allowScripts: {node: true},
  });
  bringNode(place.path);
  for (const [script, ...given] of [
    ["note", "--format", "md"],
    ["assay", "doctor"],
  ])
    expect((await npmRun(place.path, script!, given)).stdout).toMatch(/note\.md|Node 24/);
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

/**
 * The commands of the page, one after the other, in the shell that a reader has, who may have an old
 * Node. What `npm install` brings is put where it puts it.
 */
test("every command of docs/own-data.md does what it says", async () => {
  using place = temporary();
  const page = readFileSync(join(import.meta.dirname, "../../docs/own-data.md"), "utf8");
  const commands = [...page.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, code]) =>
    code!.trim().split("\n"),
  );
  expect(commands.length).toBeGreaterThan(5);
  writeFileSync(join(place.path, "prices.csv"), `\uFEFF${brokerTable()}`);
  writeFileSync(
    join(place.path, "gold.csv"),
    brokerTable().replace("Datum;Schluss;Stück", "Datum;settlement;Kontrakte"),
  );
  const clone = join(place.path, "clone");
  mkdirSync(clone);
  const main = join(import.meta.dirname, "../../src/cli/main.js");
  const scripts = {assay: `node ${quoted(main)}`};
  writeFileSync(join(clone, "package.json"), JSON.stringify({name: "clone", scripts}));
  bringNode(clone);
  const project = join(place.path, "research");
  let said = "";
  const toInstall = commands.indexOf("npm install");
  for (const some of [commands.slice(0, toInstall), commands.slice(toInstall + 1)]) {
    const isFirst = some[0] === commands[0];
    if (!isFirst) bringNode(project);
    const script = `set -e\nexec 2>&1\n${some.join("\n")}\n`;
    const {stdout} = await promisify(execFile)("bash", ["-c", script], {
      cwd: isFirst ? clone : project,
      env: {...readersEnv, HOME: place.path},
    });
    said += stdout;
  }
  expect(said).toContain("days as DD.MM.YYYY");
  expect(said).toContain("Acme (acme), taken for a share");
  expect(said).toContain("note.md: no faults found");
  const notes = filesBelow(join(place.path, "research/output")).map(path => basename(path));
  expect(notes.filter(name => name === "note.pdf")).toHaveLength(1);
  expect(notes.filter(name => name === "note.md")).toHaveLength(3);
});

test("a table is added to a project that is there", async () => {
  using place = temporary();
  writeFileSync(join(place.path, "a.csv"), brokerTable());
  await assay(place.path, ["init"]);
  const config = readFileSync(join(place.path, "assay.config.ts"), "utf8");
  const run = await assay(place.path, ["init", "--from", "a.csv", "--json"]);
  expect(JSON.parse(run.stdout)).toMatchObject({files: ["data/a"], assets: [{id: "a"}]});
  expect(readFileSync(join(place.path, "assay.config.ts"), "utf8")).toBe(config);
  const again = await assay(place.path, ["init", "--from", "a.csv"]);
  expectRefusal(again, 2, /data\/a is there already/);
});

test("a table that is none begins nothing", async () => {
  using place = temporary();
  writeFileSync(join(place.path, "a.csv"), "date,close\n2025-01-01,1\n2025-02-31,2\n");
  const run = await assay(place.path, ["init", "new", "--from", "a.csv"]);
  expectRefusal(run, 3, /a\.csv, line 3: "2025-02-31" is no day/);
  expect(filesBelow(place.path)).toEqual(["a.csv"]);
  rmSync(join(place.path, "a.csv"));
  expectRefusal(await assay(place.path, ["init", "--from", "a.csv"]), 3, /cannot read a\.csv/);
});
