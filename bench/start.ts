import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {atMost, type Contender, inPairs, median, readOptions, report, section} from "./pairs.ts";

const {json, quick} = readOptions();
const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
const empty = join(folder, "empty.mjs");
writeFileSync(empty, "");

const start = (name: string, ...args: string[]): Contender => ({
  name,
  // A refused command leaves with a code of its own; its time counts all the same.
  run() {
    try {
      execFileSync(process.execPath, args, {stdio: "ignore"});
    } catch (error) {
      if ((error as {status?: number}).status === null) throw error;
    }
  },
});

const times = await inPairs(
  [
    start("an empty process", empty),
    start("assay --help", main, "--help"),
    start("assay --version", main, "--version"),
    start("assay note --help", main, "note", "--help"),
    start("assay nonsense", main, "nonsense"),
  ],
  quick ? 5 : 41,
);
rmSync(folder, {recursive: true});

const over = (name: string) => median(times.get(name)!) - median(times.get("an empty process")!);
report(
  [section("Start, the whole process", times)],
  [atMost("--help: milliseconds over an empty process", 25, over("assay --help"))],
  json,
);
