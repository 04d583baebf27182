import {execFileSync} from "node:child_process";
import {copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {atMost, type Contender, inPairs, median, readOptions, report, section} from "./pairs.ts";

const {json, quick} = readOptions();
const root = fileURLToPath(new URL("..", import.meta.url));
const checkout = join(root, "src/cli/main.js");
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

/** The program compiled, as a package has it. */
function compiled(): string {
  const place = join(folder, "package");
  const tsc = join(root, "node_modules/.bin/tsc");
  execFileSync(tsc, ["-p", "tsconfig.build.json", "--outDir", join(place, "dist")], {cwd: root});
  copyFileSync(join(root, "package.json"), join(place, "package.json"));
  symlinkSync(join(root, "node_modules"), join(place, "node_modules"));
  return join(place, "dist/cli/main.js");
}

const packed = compiled();
const times = await inPairs(
  [
    start("an empty process", empty),
    start("packed: assay --help", packed, "--help"),
    start("checkout: assay --help", checkout, "--help"),
    start("checkout: assay --version", checkout, "--version"),
    start("checkout: assay note --help", checkout, "note", "--help"),
    start("checkout: assay nonsense", checkout, "nonsense"),
  ],
  quick ? 5 : 41,
);
rmSync(folder, {recursive: true});

/** Milliseconds over an empty process: the median of the differences of runs beside each other. */
function over(name: string): number {
  const bare = times.get("an empty process") ?? [];
  return median((times.get(name) ?? []).map((time, round) => time - (bare[round] ?? Number.NaN)));
}
report(
  [section("Start, the whole process", times)],
  [
    atMost("packed: --help, ms over an empty process", 25, over("packed: assay --help")),
    atMost("checkout: --help, ms over an empty process", 50, over("checkout: assay --help")),
  ],
  json,
);
