import {spawnSync} from "node:child_process";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {temporary} from "./support.ts";

const main = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));
const data = fileURLToPath(new URL("../../samples/simulated", import.meta.url));
const note = `note tessilith --source files --data "${data}" --as-of 2025-07-02T00:00:00Z`;
const linux = process.platform === "linux";

/** Runs a line of the shell in which `assay` is this program. */
function shell(line: string) {
  using place = temporary();
  const script = `assay() { "${process.execPath}" "${main}" "$@"; }; ${line}`;
  const run = spawnSync("bash", ["-c", script], {cwd: place.path, encoding: "utf8"});
  return {code: run.status, stdout: run.stdout, stderr: run.stderr};
}

const trace = /^ +at |node:internal|this is a bug/m;

test.skipIf(!linux).each(["--help", "--version", "doctor", `${note} --format md`])(
  "a result that cannot be written to stdout is told, and leaves with 2: %s",
  args => {
    const {code, stderr} = shell(`assay ${args} > /dev/full`);
    expect(stderr).toMatch(/^error: stdout cannot be written \(ENOSPC.*\): send it elsewhere$/m);
    expect(stderr).not.toMatch(trace);
    expect(code).toBe(2);
  },
);

test.each([
  ["--help >&-", 0],
  ["--help | true; exit $PIPESTATUS", 0],
  ["nonsense 2>&-", 2],
  ["nonsense 2> /dev/full", 2],
  ["nonsense 2>&1 | true; exit $PIPESTATUS", 2],
])("whoever does not listen changes no exit code: assay %s", (rest, code) => {
  const run = shell(`assay ${rest}`);
  expect(run).toEqual({code, stdout: "", stderr: ""});
});

test.skipIf(!linux).each([26, 32, 36])(
  "with %i open files a command does its work or says what lacks",
  files => {
    for (const args of ["--help", "doctor", `${note} --format md`, note]) {
      const {code, stderr} = shell(`ulimit -n ${files}; assay ${args}`);
      expect(stderr, args).not.toMatch(trace);
      expect([0, 2, 3], `${args}: ${stderr}`).toContain(code);
      if (code !== 0) expect(stderr).toMatch(/error: |LACK/);
    }
  },
);

test.skipIf(!linux)("in a folder that is gone a command says so", () => {
  using place = temporary();
  const {code, stderr} = shell(`cd ${place.path} && rmdir ${place.path} && assay render .`);
  expect(stderr).toMatch(/^error: the folder that this was called in is gone/);
  expect(stderr).not.toMatch(trace);
  expect(code).toBe(2);
});
