import {execFileSync, spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {delimiter, join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";

const main = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));

/** Nodes of this machine that are too old. */
const old = (process.env.PATH ?? "")
  .split(delimiter)
  .map(folder => join(folder, "node"))
  .filter(existsSync)
  .map(path => ({path, version: execFileSync(path, ["--version"], {encoding: "utf8"}).trim()}))
  .filter(({version}) => Number.parseInt(version.slice(1), 10) < 24);

test.skipIf(old.length === 0)(
  `a Node that is too old is told so in two lines, and nothing else is loaded${old.length ? "" : " (SKIPPED: no Node below 24 in PATH)"}`,
  () => {
    for (const {path, version} of old)
      for (const args of [["--help"], ["note", "bitcoin"], []]) {
        const {status, stdout, stderr} = spawnSync(path, [main, ...args], {encoding: "utf8"});
        expect({status, stdout}).toEqual({status: 2, stdout: ""});
        const lines = stderr.trimEnd().split("\n");
        expect(lines).toHaveLength(2);
        expect(lines[0]).toContain(`needs Node 24 or newer, and this is ${version.slice(1)}`);
        expect(lines[1]).toContain("nvm install 24");
      }
  },
);
