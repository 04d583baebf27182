import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {expect, test} from "vitest";
import {locales} from "../src/model/locale.ts";

/** Who may import whom; the folders stand in the order of the walk. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  stats: [],
  format: [],
  markdown: [],
  disk: [],
  sources: ["model", "stats", "format"],
  snapshots: ["model"],
  findings: ["model", "stats"],
  scan: ["model", "stats", "findings"],
  narrative: ["model", "format"],
  languages: ["model", "format", "narrative", "check"],
  evidence: ["model"],
  render: ["model", "format", "markdown", "disk", "languages"],
  check: ["model", "format", "markdown", "languages"],
  merge: ["model", "check"],
  notes: ["model", "disk"],
  store: ["model", "disk"],
  config: ["model"],
  outbound: ["model", "format"],
  publish: [
    "model",
    "config",
    "format",
    "markdown",
    "check",
    "render",
    "disk",
    "notes",
    "outbound",
    "languages",
  ],
  desk: [
    "model",
    "format",
    "markdown",
    "store",
    "check",
    "evidence",
    "render",
    "jobs",
    "publish",
    "languages",
  ],
};

const source = resolve(import.meta.dirname, "../src");
const files = readdirSync(source, {recursive: true, encoding: "utf8"}).filter(name =>
  name.endsWith(".ts"),
);
const folderOf = (path: string) => relative(source, path).split("/")[0]!;

const imports = files.flatMap(name => {
  const path = join(source, name);
  const text = readFileSync(path, "utf8");
  const found = text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g);
  return [...found].map(([, target]) => ({from: path, to: resolve(dirname(path), target!)}));
});

test("stages know the nouns and not each other", () => {
  const stray = imports
    .map(({from, to}) => ({from, to, here: folderOf(from), there: folderOf(to)}))
    .filter(({here, there}) => here !== there && allowed[here]?.includes(there) === false)
    // The one place where a folder of answers is both a source and a snapshot.
    .filter(({from}) => !from.endsWith("sources/gather.ts"))
    .map(({from, to}) => `${relative(source, from)} imports ${relative(source, to)}`);
  expect(stray).toEqual([]);
});

test("of the languages nobody knows more than their registers", () => {
  const stray = imports
    .filter(({from, to}) => folderOf(to) === "languages" && folderOf(from) !== "languages")
    .filter(({to}) => relative(join(source, "languages"), to).includes("/"))
    .map(({from, to}) => `${relative(source, from)} imports ${relative(source, to)}`);
  expect(stray).toEqual([]);
});

test("a browser that checks a text is not sent the words of notes", () => {
  const reached = new Set<string>();
  const reach = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const {from, to} of imports) if (from === path) reach(to);
  };
  reach(join(source, "check/marks.ts"));
  const folders = new Set([...reached].map(folderOf));
  expect([...folders].toSorted()).toEqual(["check", "format", "languages", "markdown", "model"]);
});

test("nobody imports the ways in", () => {
  const stray = imports
    .filter(({from, to}) => ["desk", "cli"].includes(folderOf(to)) && folderOf(from) !== "cli")
    .filter(({from, to}) => folderOf(from) !== folderOf(to))
    .map(({from, to}) => `${relative(source, from)} imports ${relative(source, to)}`);
  expect(stray).toEqual([]);
});

test("what a browser is to run as well imports nothing of Node", () => {
  const portable = ["check", "format", "markdown"];
  const stray = files
    .filter(name => portable.includes(name.split("/")[0] ?? ""))
    .filter(name => /(?:from|import\() ?"node:/.test(readFileSync(join(source, name), "utf8")));
  expect(stray).toEqual([]);
});

test("no file imports itself by a way round", () => {
  const next = Map.groupBy(imports, ({from}) => from);
  const cycles: string[] = [];
  const walk = (path: string, above: readonly string[]): void => {
    if (above.includes(path)) {
      cycles.push(
        [...above.slice(above.indexOf(path)), path].map(one => relative(source, one)).join(" → "),
      );
      return;
    }
    if (seen.has(path)) return;
    seen.add(path);
    for (const {to} of next.get(path) ?? []) walk(to, [...above, path]);
  };
  const seen = new Set<string>();
  for (const name of files) walk(join(source, name), []);
  expect(cycles).toEqual([]);
});

/** Where a code stands for something else than a language of notes, and why. */
const otherCodes: Readonly<Record<string, string>> = {
  "model/locale.ts": "the list of the languages of notes",
  "model/deskLocale.ts": "the list of the languages that the desk speaks",
  "desk/web/": "the desk's own interface, in the languages that it speaks",
  "cli/deskDemo.ts": "one note of the demonstration is in another language",
  "publish/readingOf.ts": "a row of an HTML table",
  "sources/coingeckoCoin.ts": "a field of CoinGecko's answers",
};

test("no language is named but in its folder and in the registers", () => {
  const code = new RegExp(`["'](?:${locales.join("|")})["']|\\b(?:${locales.join("|")}):`);
  const named = readdirSync(source, {recursive: true, encoding: "utf8"})
    .filter(name => /\.tsx?$/.test(name) && !name.startsWith("languages/"))
    .filter(name => {
      const lines = readFileSync(join(source, name), "utf8").split("\n");
      return lines.some(line => !line.includes("@example") && code.test(line));
    });
  const known = Object.keys(otherCodes);
  expect(named.filter(name => !known.some(one => name.startsWith(one)))).toEqual([]);
  // Whatever has moved is taken off the list.
  expect(known.filter(one => !named.some(name => name.startsWith(one)))).toEqual([]);
});
