import {execFile} from "node:child_process";
import {cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, delimiter, dirname, join, normalize, relative, resolve} from "node:path";
import {promisify} from "node:util";
import {afterAll, beforeAll, expect, test} from "vitest";
import {brokerTable} from "./cli/brokerTable.ts";

/** The package as somebody gets it: packed from the checkout and installed in an empty folder. */
const root = resolve(import.meta.dirname, "..");
const left = new Set(["node_modules", "dist", "page", "output", ".git", "test", "bench"]);

let folder: string;
let packed: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-package-"));
  const checkout = join(folder, "checkout");
  // From a copy, so that packing does not touch a dist/ that is in use.
  await cp(root, checkout, {
    recursive: true,
    filter: path => !left.has(relative(root, path)),
  });
  await symlink(join(root, "node_modules"), join(checkout, "node_modules"));
  const [{filename, files}] = JSON.parse(
    await run("npm", ["pack", "--json", "--pack-destination", folder], checkout),
  );
  packed = files.map(({path}: {path: string}) => path);
  await mkdir(join(folder, "user"));
  await writeFile(join(folder, "user/package.json"), '{"private": true}\n');
  const quietly = ["--omit=dev", "--prefer-offline", "--no-audit", "--no-fund"];
  await run("npm", ["install", ...quietly, join(folder, basename(filename))], join(folder, "user"));
}, 300_000);

afterAll(() => rm(folder, {recursive: true, force: true}));

async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const env = {
    ...process.env,
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    PUPPETEER_SKIP_DOWNLOAD: "1",
  };
  const running = promisify(execFile)(program, [...args], {cwd, env, maxBuffer: 2 ** 24});
  const {stdout} = await running.catch(error => {
    throw new Error(`${error.message}\n${error.stdout}`, {cause: error});
  });
  return stdout;
}

const assay = (...args: string[]) => {
  const user = join(folder, "user");
  return run(join(user, "node_modules/.bin/assay"), args, user);
};

test("the package holds the program and what it reads, and nothing else", () => {
  const tops = new Set(packed.map(path => path.split("/")[0]));
  expect([...tops].toSorted()).toEqual(
    "CHANGELOG.md CONTRIBUTING.md LICENSE README.md SECURITY.md dist docs package.json page profiles samples templates"
      .split(" ")
      .sort(),
  );
  expect(packed.filter(path => path.endsWith(".ts") && !path.endsWith(".d.ts"))).toEqual([]);
});

const inPackage = (path: string) =>
  packed.includes(path) || packed.some(one => one.startsWith(`${path.replace(/\/$/, "")}/`));
const textsIn = (ending: string) =>
  Promise.all(
    packed
      .filter(path => path.endsWith(ending))
      .map(async path => ({
        path,
        text: await readFile(join(folder, "user/node_modules/assay", path), "utf8"),
      })),
  );

test("every document that the program names is in the package", async () => {
  const programs = await textsIn(".js");
  const named = programs.flatMap(({text}) =>
    [...text.matchAll(/(?<![\w/.-])docs\/[\w/.-]*\w/g)].map(([path]) => path),
  );
  expect(named).toContain("docs/files.md");
  expect(named.filter(path => !inPackage(path))).toEqual([]);
});

test("a link in the package leads within it, or into the source of the program", async () => {
  const documents = await textsIn(".md");
  const links = documents.flatMap(({path, text}) =>
    [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
      .filter(([, to]) => !/^[a-z]+:/.test(to!))
      .map(([, to]) => normalize(join(dirname(path), to!))),
  );
  expect(links.length).toBeGreaterThan(100);
  const source = /^(?:src|test|bench)\b/;
  expect(links.filter(to => !source.test(to) && !inPackage(to))).toEqual([]);
});

test("the installed program tells how it is used", async () => {
  expect(await assay("--help")).toContain("note [options] <coin>");
});

test("the installed program finds its browser", async () => {
  const {ok, findings} = JSON.parse(await assay("doctor", "--json"));
  expect(findings.filter((finding: {ok: boolean}) => !finding.ok)).toEqual([]);
  expect(ok).toBe(true);
});

test("the installed program writes the notes that the checkout writes", async () => {
  await assay("demo", "--quiet", "--out", "notes");
  const here = join(folder, "here");
  await run(process.execPath, [join(root, "src/cli/main.js"), "demo", "--out", here], folder);
  for (const note of ["2025-07-02-tessilith", "2026-03-21-bittensor"])
    for (const file of ["note.md", "note.html", "note.pdf", "evidence.json"]) {
      const made = await readFile(join(folder, "user/notes", note, file));
      expect(made.equals(await readFile(join(here, note, file))), `${note}/${file}`).toBe(true);
    }
  const pdf = await readFile(join(folder, "user/notes/2025-07-02-tessilith/note.pdf"));
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
}, 180_000);

test("init begins a project beside the installed program, and an editor knows its configuration", async () => {
  const user = join(folder, "user");
  const before = await readFile(join(user, "package.json"), "utf8");
  await writeFile(join(user, "prices.csv"), brokerTable());
  expect(await assay("init", "--from", "prices.csv", "--name", "Acme")).toContain(
    "\n  npx assay note acme\n",
  );
  expect(await readFile(join(user, "package.json"), "utf8")).toBe(before);
  await assay("note", "acme", "--format", "md", "--quiet");
  expect(await readFile(join(user, "output/2025-11-29-acme/note.md"), "utf8")).toContain("# Acme ");
  const config = join(user, "assay.config.ts");
  const types = () =>
    run(
      join(root, "node_modules/.bin/tsc"),
      ["--noEmit", "--skipLibCheck", "--module", "nodenext", config],
      user,
    );
  expect(await types()).toBe("");
  const text = await readFile(config, "utf8");
  await writeFile(config, text.replace('name: "My research"', 'nme: "My research"'));
  await expect(types()).rejects.toThrow(/'nme' does not exist.*Did you mean to write 'name'/);
}, 120_000);

test("a program can import the walk", async () => {
  const script = 'import("assay").then(walk => console.log(Object.keys(walk).join()))';
  const names = await run(process.execPath, ["-e", script], join(folder, "user"));
  expect(names.trim().split(",")).toContain("report");
});
