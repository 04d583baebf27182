import {execFileSync} from "node:child_process";
import {existsSync, globSync, readFileSync, statSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {lexer, type Token, walkTokens} from "marked";
import {expect, test} from "vitest";
import {z} from "zod";
import {beside} from "../src/cli/init/texts.ts";
import {configSchema, defineConfig} from "../src/config/schema.ts";
import * as helperModule from "../src/render/helpers.ts";
import {datasetSchema} from "../src/sources/dataset.ts";
import {draftOf} from "./walk.ts";

const root = resolve(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const find = (...patterns: string[]) => globSync(patterns, {cwd: root}).toSorted();
const documents = find("*.md", "docs/**/*.md", "samples/**/*.md");
const commandLine = read("docs/cli.md");
const sources = find("src/**/*.ts").map(path => ({path, text: read(path)}));

const help = (...command: string[]) =>
  execFileSync(process.execPath, [join(root, "src/cli/main.js"), ...command, "--help"], {
    encoding: "utf8",
  });

const commands = [...help().matchAll(/^ {2}([a-z]+) (?:\[|<)/gm)]
  .map(([, name]) => name!)
  .filter(name => name !== "help");

/** What a document says under the heading. */
function section(markdown: string, heading: string): string {
  const found = markdown.split(/^(?=## )/m).find(part => part.startsWith(`## ${heading}\n`));
  if (found === undefined) throw new Error(`no section "${heading}"`);
  return found;
}

test("there are commands", () => expect(commands).toContain("note"));

test.each(commands)("docs/cli.md has every option of %s, and no other", name => {
  const said = section(commandLine, `assay ${name}`);
  const options = (text: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, option]) => option!).toSorted();
  const real = options(help(name), /^ {2}(?:-[a-z], )?(--[a-z-]+)/gm).filter(
    one => one !== "--help",
  );
  expect(options(said, /^\| `(--[a-z-]+)/gm)).toEqual(real);
});

test("docs/cli.md has every environment variable that src speaks of", () => {
  const words = sources.flatMap(({text}) => [
    ...text.matchAll(/(?<![A-Z_.])(?:env\.)?([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b|env\.([A-Z]+)\b/g),
  ]);
  const names = new Set(words.map(([, long, short]) => (long ?? short)!));
  // Given to a child, codes of errors, files of git, and the one by which PostgreSQL tells its version.
  for (const name of names)
    if (/^(NODE_OPTIONS$|PG_VERSION$|ERR_|EAI_|GIT_|GCM_|SSH_ASKPASS|LC_ALL$)|_HEAD$/.test(name))
      names.delete(name);
  expect(names.size).toBeGreaterThan(10);
  const said = section(commandLine, "Environment variables");
  expect([...names].filter(name => !said.includes(`\`${name}\``))).toEqual([]);
});

test.each(["README.md", "docs/cli.md"])("%s has every exit code", path => {
  const errors = read("src/model/errors.ts");
  const codes = new Set([...errors.matchAll(/exitCode\D*= (\d)/g)].map(([, code]) => code!));
  const table = /^#+ Exit codes\n([\s\S]*?)(?=^#)/m.exec(read(path))![1]!;
  const rows = [...table.matchAll(/^\| (\d) \|/gm)].map(([, code]) => code!);
  expect(rows).toEqual(["0", ...[...codes].toSorted()]);
});

interface Linked {
  readonly from: string;
  readonly to: string;
}

function linksOf(from: string): Linked[] {
  const links: Linked[] = [];
  const take = (token: Token) => {
    if (token.type === "link" || token.type === "image") links.push({from, to: token.href});
  };
  walkTokens(lexer(read(from)), take);
  return links;
}

/** GitHub's rule. */
const anchors = (markdown: string) =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );

test("links within the documents lead somewhere", () => {
  const inner = documents.flatMap(linksOf).filter(({to}) => !/^[a-z]+:/.test(to));
  expect(inner.length).toBeGreaterThan(20);
  const dead = inner.filter(({from, to}) => {
    const [path, anchor] = to.split("#");
    const target = path ? join(root, dirname(from), path) : join(root, from);
    if (!existsSync(target) || relative(root, target).startsWith("..")) return true;
    return anchor !== undefined && !anchors(readFileSync(target, "utf8")).includes(anchor);
  });
  expect(dead).toEqual([]);
});

test("docs/README.md leads to every document and every schema", () => {
  const index = "docs/README.md";
  const listed = new Set(linksOf(index).map(({to}) => join("docs", to.split("#")[0]!)));
  const all = find("docs/*.md", "docs/schemas/*.json").filter(path => path !== index);
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter(path => !listed.has(path))).toEqual([]);
});

test("whoever does not see a picture is told what it shows", () => {
  const mute = documents.filter(path => read(path).includes("![]("));
  expect(mute).toEqual([]);
});

test("every npm script that the documents name is there, here or in a project that init begins", () => {
  const begun = beside("/project", {order: "note x", coin: "x", data: "data/x", isOwn: true});
  const [own, projects] = [read("package.json"), begun.get("package.json") ?? ""].map(
    text => (JSON.parse(text) as {scripts: Record<string, string>}).scripts,
  );
  const scripts = {...projects, ...own};
  const named = documents.flatMap(path =>
    [...read(path).matchAll(/npm (?:run (?:-s |--silent )?([a-zA-Z:]+)|(test|pack)\b)/g)].map(
      ([, script, own]) => ({path, script: script ?? own!}),
    ),
  );
  expect(named.filter(({script}) => script !== "pack" && !(script in scripts))).toEqual([]);
});

test("the README begins with the two commands that do everything", () => {
  const blocks = [...read("README.md").matchAll(/```sh\n(.*?)\n```/gs)].map(([, code]) => code);
  expect(blocks.slice(0, 2)).toEqual(["npm ci && npm run demo", "npm ci && npm test"]);
});

test("the README's picture shows who imports whom", () => {
  const shown = [...read("README.md").matchAll(/^ +(\w+) -\.-> (.+)$/gm)].flatMap(([, here, all]) =>
    all!.split(" & ").map(there => `${here} imports ${there}`),
  );
  const real = sources.flatMap(({path, text}) => {
    const here = path.split("/")[1]!;
    if (here === "cli" || here.endsWith(".ts")) return [];
    return [...text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)]
      .map(([, target]) => relative(root, resolve(root, dirname(path), target!)).split("/")[1]!)
      .filter(there => there !== here)
      .map(there => `${here} imports ${there}`);
  });
  expect(shown.toSorted()).toEqual([...new Set(real)].toSorted());
});

test("pictures are small", () => {
  const pictures = find("docs/pictures/*.png");
  expect(pictures.length).toBeGreaterThan(3);
  for (const path of pictures) expect(statSync(join(root, path)).size, path).toBeLessThan(150_000);
});

const codeIn = (path: string, language: string) =>
  [...read(path).matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)]
    .filter(([, found]) => found === language)
    .map(([, , code]) => code!);

test.each(["files", "own-data"])("the manifest in docs/%s.md follows its own format", name => {
  const [example] = codeIn(`docs/${name}.md`, "json");
  const parsed = z.safeParse(datasetSchema, JSON.parse(example!));
  expect(parsed.error).toBeUndefined();
});

test("the configuration in docs/config.md is one", () => {
  const [example] = codeIn("docs/config.md", "ts");
  const code = example!.replace(/^import .*$/m, "").replace("export default", "return");
  const config: unknown = new Function("defineConfig", code)(defineConfig);
  expect(z.safeParse(configSchema, config).error).toBeUndefined();
});

test("docs/config.md has every field, and docs/templates.md every helper and file", () => {
  const fields = Object.keys(configSchema.shape).filter(field => field !== "$schema");
  const said = section(read("docs/config.md"), "Fields");
  expect(fields.filter(field => !said.includes(`\`${field}\``))).toEqual([]);
  const templates = read("docs/templates.md");
  const called = [...templates.matchAll(/^\| `[{(]+([a-z]+) .*?` \|/gm)].map(([, name]) => name!);
  const {escapeMarkdown: _, shown: __, ...helpers} = helperModule;
  expect(called.toSorted()).toEqual(Object.keys(helpers).toSorted());
  const files = find("templates/*").map(path => path.split("/")[1]!);
  expect(files.filter(file => !templates.includes(`[${file}]`))).toEqual([]);
});

test("the number that docs/evidence.md traces is in the evidence, and in the answer", async () => {
  const data = join(root, "samples/simulated");
  const {draft, snapshot} = await draftOf({coin: "tessilith", data, asOf: "2025-07-02T00:00:00Z"});
  const {evidence} = draft;
  const traced = codeIn("docs/evidence.md", "json").map(code => JSON.parse(code));
  expect(traced.map(one => evidence.figures.find(({id}) => id === one.id))).toEqual(traced);
  const {file, pointer} = traced.at(-1).origin;
  const line = Number(/^#cell=(\d+),/.exec(pointer)![1]);
  const answer = snapshot.answers.find(({path}) => path === file)!;
  const [quoted] = codeIn("docs/evidence.md", "csv");
  expect(`${answer.body.toString().split("\n")[line - 1]}\n`).toBe(quoted);
});

test("every function that docs/walkthrough.md names stands in the file that it names", () => {
  const named = [
    ...read("docs/walkthrough.md").matchAll(/`(\w+)` in \[(src\/[\w/.]+)\]\(\.\.\/\2\)/g),
  ];
  expect(named.length).toBeGreaterThan(20);
  const missing = named.filter(
    ([, name, file]) =>
      !new RegExp(`^export (?:async )?(?:function|const) ${name}\\b`, "m").test(read(file ?? "")),
  );
  expect(missing.map(([words]) => words)).toEqual([]);
});

test("the figure that docs/walkthrough.md follows is printed and computed as it says", async () => {
  const {draft} = await draftOf({
    coin: "tessilith",
    data: join(root, "samples/simulated"),
    asOf: "2025-07-02T00:00:00Z",
  });
  const figure = draft.evidence.figures.find(({id}) => id === "turnover");
  expect(figure).toMatchObject({origin: {inputs: ["volume24h.usd", "marketCap.usd"]}});
  expect(figure?.value).toBeCloseTo(0.0841, 4);
  expect(figure?.printed).toContain("8.4%");
  expect(read("docs/walkthrough.md")).toContain("**8.4%**");
});

test("the numbers of docs/glossary.md are those of the note that it speaks of", async () => {
  const {draft} = await draftOf({
    coin: "tessilith",
    data: join(root, "samples/simulated"),
    asOf: "2025-07-02T00:00:00Z",
  });
  const numbers = [...read("docs/glossary.md").matchAll(/\*\*(.+?)\*\*/g)].map(([, one]) => one!);
  expect(numbers.length).toBeGreaterThan(15);
  expect(numbers.filter(one => !draft.markdown.includes(one))).toEqual([]);
});
