import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {asOf, lay, madeUp} from "./madeUpData.ts";
import {assay, expectRefusal, filesBelow, temporary} from "./support.ts";

const order = ["note", "gadget", "--source", "files", "--data", "data", "--as-of", asOf];
const small = [...order, "--format", "md,html"];

function project(files: Readonly<Record<string, string>>) {
  const place = temporary();
  lay(join(place.path, "data"), madeUp());
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(place.path, name, ".."), {recursive: true});
    writeFileSync(join(place.path, name), text);
  }
  return place;
}

const typed = `import {type Config, defineConfig} from "assay";
import {name} from "./name.ts";
export default defineConfig({name, out: "notes"} satisfies Config);
`;
const named = "export const name: string = 'Blue Note';\n";

test.each([
  ["a module of TypeScript", {"assay.config.ts": typed, "name.ts": named}],
  [
    "the same in a CommonJS package",
    {"assay.config.ts": typed, "name.ts": named, "package.json": '{"type": "commonjs"}'},
  ],
  [
    "a module",
    {
      "assay.config.mjs": typed
        .replaceAll(/type Config, | satisfies Config/g, "")
        .replace("./name.ts", "./name.mjs"),
      "name.mjs": named.replace(": string", ""),
    },
  ],
  ["CommonJS", {"assay.config.js": 'module.exports = {name: "Blue Note", out: "notes"};'}],
  ["JSON", {"assay.config.json": '{"name": "Blue Note", "out": "notes"}'}],
])("a configuration can be %s", async (_, files) => {
  using place = project(files);
  const run = await assay(place.path, [...small, "--quiet"]);
  expect(run).toMatchObject({code: 0, stderr: ""});
  const [folder] = filesBelow(join(place.path, "notes")).map(path => path.split("/")[0]);
  const html = readFileSync(join(place.path, "notes", folder!, "note.html"), "utf8");
  expect(html).toContain('<p class="running">Blue Note · ');
});

test.each([
  ['import "./none.ts";', /assay\.config\.ts could not be run: .*none\.ts/],
  ["\nthrow new TypeError('oh');", /could not be run: TypeError: oh \(line 2, column 7\)/],
  ["export const name = 1;", /has no default export: export default defineConfig\(\{…\}\)/],
  ["export default {", /could not be run: /],
  ["export default {paper: 'A3'};", /^error: assay\.config\.ts: paper is "A3": it must be A4 or/m],
  ["export default () => ({});", /it gives function, and an object is needed/],
])("a configuration that fails is said to, with its place: %j", async (text, says) => {
  using place = project({"assay.config.ts": text});
  expectRefusal(await assay(place.path, small), 2, says);
});

test("a flag is above the environment, that above the project, that above the default", async () => {
  using place = project({
    "assay.config.json": '{"out": "project", "locale": "tr", "paper": "Letter"}',
  });
  const settings = async (args: readonly string[], env = {}) => {
    const {stdout} = await assay(place.path, ["doctor", "--json", ...args], env);
    const {findings} = JSON.parse(stdout) as {findings: {what: string; settings?: object[]}[]};
    return findings.find(({what}) => what === "configuration")?.settings;
  };
  const file = join(place.path, "assay.config.json");
  expect(await settings([])).toEqual(
    expect.arrayContaining([
      {name: "out", value: "project", origin: file},
      {name: "paper", value: "Letter", origin: file},
      {name: "template", value: "coin-note", origin: "default"},
    ]),
  );
  expect(await settings([], {ASSAY_OUT: "environment", ASSAY_LOCALE: ""})).toEqual(
    expect.arrayContaining([
      {name: "out", value: "environment", origin: "ASSAY_OUT"},
      {name: "locale", value: "tr", origin: file},
    ]),
  );
  expect(await settings(["--no-config"])).toEqual(
    expect.arrayContaining([{name: "out", value: "output", origin: "default"}]),
  );
  const run = await assay(place.path, [...small, "--locale", "en", "--out", "flag", "--json"], {
    ASSAY_OUT: "environment",
  });
  expect(JSON.parse(run.stdout).folder).toMatch(/^flag\//);
  expectRefusal(await assay(place.path, small, {ASSAY_CONFIG: "none.json"}), 2, /no configuration/);
});

test("what a command does not take is refused with who said it", async () => {
  using place = project({"assay.config.json": '{"source": "currency-api"}'});
  expectRefusal(
    await assay(place.path, ["scan"]),
    2,
    /source is "currency-api" by .*assay\.config\.json, and scan takes coingecko or files/,
  );
});

test("a replay says when the house style or a template has changed since", async () => {
  using place = project({
    "assay.config.json": '{"name": "One", "templates": "t"}',
    "t/mine.md.hbs": "# {{md title}}",
  });
  expect(await assay(place.path, small)).toMatchObject({code: 0});
  const [file] = filesBelow(join(place.path, "output"));
  const replay = () => assay(place.path, ["replay", join("output", file!.split("/")[0]!)]);
  expect(await replay()).toMatchObject({code: 0});
  writeFileSync(join(place.path, "t/mine.md.hbs"), "unused");
  expect(await replay()).toMatchObject({code: 0});
  const changed = /the house style or a template has changed since/;
  writeFileSync(join(place.path, "t/block.md.hbs"), "x");
  expectRefusal(await replay(), 5, changed);
  writeFileSync(join(place.path, "t/block.md.hbs"), "{{md titel}}");
  expectRefusal(await replay(), 2, /t\/block\.md\.hbs:1:6: there is no field "titel"/);
});
