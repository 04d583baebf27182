import {readdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {expect, test} from "vitest";

const source = resolve(import.meta.dirname, "../src");
const files = readdirSync(source, {recursive: true, encoding: "utf8"})
  .filter(name => /\.tsx?$/.test(name))
  .map(name => ({name, text: readFileSync(join(source, name), "utf8")}));

const holding = (pattern: RegExp) =>
  files.flatMap(({name, text}) => (pattern.test(text) ? [name] : [])).sort();

test("no words become a program", () => {
  expect(holding(/\beval\(|\bnew Function\b|\bset(?:Timeout|Interval)\("|node:vm"/)).toEqual([]);
});

test("no words become elements of the desk's page", () => {
  const sinks =
    /\.(?:inner|outer)HTML\s*[+]?=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|createContextualFragment|setHTML|DOMParser|srcDoc/;
  // It parses what somebody has made of a post, to show its text, and puts none of it into the page.
  expect(holding(sinks)).toEqual(["desk/web/draft/publish/readable.ts"]);
});

test("other programs are started with their arguments one by one, by no shell", () => {
  const starting = files.filter(({text}) => text.includes("node:child_process"));
  expect(starting.map(({name}) => name).sort()).toEqual([
    "publish/git/command.ts",
    "render/browser.ts",
    "render/chrome.ts",
    "store/postgres.ts",
  ]);
  for (const {text} of starting) {
    const [, names = ""] = /import \{([^}]*)\} from "node:child_process"/.exec(text) ?? [];
    expect(names.replace(/type \w+/g, "").match(/\w+/g)).toEqual([
      expect.stringMatching(/^(?:spawn|execFile)$/),
    ]);
    expect(text).not.toMatch(/\bshell:/);
  }
});

test("whatever is asked of the database goes beside the statement, not into it", () => {
  const raw = holding(/\bsql\.raw\(/);
  expect(raw.filter(name => !name.startsWith("store/migrations/"))).toEqual([]);
  // The size of a page; PostgreSQL takes none beside the statement there.
  expect(holding(/\bsql\.lit\(/)).toEqual(["store/cursor.ts"]);
  // Constants of the program.
  expect(holding(/\bquery\(\s*`[^`]*\$\{/)).toEqual(["desk/stream/listen.ts", "store/open.ts"]);
});

test("what is installed is what was locked: one version of each, from the registry, by its digest", () => {
  const read = (name: string) => JSON.parse(readFileSync(join(source, "..", name), "utf8"));
  const {packages} = read("package-lock.json") as {
    packages: Record<string, {version?: string; integrity?: string; resolved?: string}>;
  };
  for (const [name, {version, integrity, resolved}] of Object.entries(packages)) {
    if (name === "") continue;
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+/)]);
    expect([name, integrity]).toEqual([name, expect.stringMatching(/^sha512-/)]);
    // An address of another place than the registry.
    expect([name, resolved]).toEqual([name, undefined]);
  }
  const {dependencies, devDependencies} = read("package.json") as Record<string, object>;
  for (const wanted of Object.values({...dependencies, ...devDependencies}))
    expect(wanted).toMatch(/^\d+\.\d+\.\d+[\w.-]*$/);
});

test("digests are SHA-256, nothing is ciphered by us, and what nobody may guess is the system's randomness", () => {
  const digests = files.flatMap(({text}) =>
    [...text.matchAll(/\bcreate(?:Hash|Hmac)\(([^,)]*)/g)].map(([, algorithm]) => algorithm),
  );
  expect(new Set(digests)).toEqual(new Set(['"sha256"']));
  expect(
    holding(/\bcreate(?:Cipheriv|Decipheriv|Sign|Verify|DiffieHellman|ECDH)\(|\bmd5\b|sha-?1\b/i),
  ).toEqual([]);
  // Pauses are of any length; secrets, their ids, nonces and files are not.
  expect(holding(/\bMath\.random\b/).filter(name => /^(?:store|desk|jobs)\//.test(name))).toEqual(
    [],
  );
  for (const name of ["store/tokens.ts", "store/invitations.ts"])
    expect(files.find(one => one.name === name)?.text).toContain("randomBytes(32)");
});
