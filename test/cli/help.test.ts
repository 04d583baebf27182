import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {assay, temporary} from "./support.ts";

const commands = async (cwd: string) =>
  [...(await assay(cwd, ["--help"])).stdout.matchAll(/^ {2}([a-z]+) (?:\[|<)/gm)]
    .map(([, name]) => name!)
    .filter(name => name !== "help");

/** Options as the help lists them, short and long. */
const optionsIn = (help: string) =>
  new Set([...help.matchAll(/^ {2}(?:(-[a-z]), )?(--[a-z-]+)/gm)].flatMap(([, a, b]) => [a, b]));

test("each command's help has two examples that it takes, its exit codes, and its page", async () => {
  using place = temporary();
  const names = await commands(place.path);
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    const {code, stdout} = await assay(place.path, [name, "-h"]);
    expect(code, name).toBe(0);
    const options = optionsIn(stdout);
    const examples = [...stdout.matchAll(new RegExp(`^ {2}assay ${name}\\b(.*)$`, "gm"))];
    expect(examples.length, name).toBeGreaterThanOrEqual(2);
    for (const [line, rest] of examples) {
      expect(line.length, line).toBeLessThan(100);
      for (const [, option] of rest!.split("|")[0]!.matchAll(/ (--?[a-z-]+)/g))
        expect(options, line).toContain(option);
    }
    expect(stdout, name).toMatch(/^Exit codes:\n {2}0 {2}done\n {2}1 {2}a bug/m);
    const [, page, heading] = /^More: (.+)#(assay-[a-z]+)$/m.exec(stdout) ?? [];
    expect(readFileSync(page!, "utf8"), name).toContain(`\n## ${heading!.replace("-", " ")}\n`);
  }
});

test("what people try first is understood: -v, -h, -o, -q, and words in capitals or not", async () => {
  using place = temporary();
  expect(await assay(place.path, ["-v"])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^assay \d/),
  });
  expect((await assay(place.path, ["-h"])).stdout).toMatch(/^Usage: assay/);
  const {code, stderr} = await assay(place.path, [
    ...["note", "tessilith", "--source", "FILES", "--data", "nowhere", "--paper", "letter"],
    ...["--format", "MD,pdf", "-o", "notes", "-q"],
  ]);
  expect({code, stderr}).toEqual({
    code: 2,
    stderr: expect.stringContaining("no dataset.json in nowhere"),
  });
});

test.each([
  ["an option that there is not", ["note", "gadget", "--sorce", "files"], 2],
  ["a command that there is not", ["nte"], 2],
  ["a choice that there is not", ["note", "gadget", "--paper", "A3"], 2],
  ["what the command finds wrong", ["note", "gadget", "--source", "files"], 2],
])("with --json the error is JSON on stdout too: %s", async (_, args, code) => {
  using place = temporary();
  const run = await assay(place.path, [...args, "--json"]);
  expect(run.code).toBe(code);
  const {error} = JSON.parse(run.stdout);
  expect(error).toEqual({code, message: expect.any(String)});
  expect(run.stderr).toContain(`error: ${error.message}`);
  expect((await assay(place.path, [...args, "--", "--json"])).stdout).toBe("");
});
