import {execFileSync} from "node:child_process";
import {cpSync, readdirSync, readlinkSync, renameSync, rmSync} from "node:fs";
import {dirname, isAbsolute, join} from "node:path";
import {afterEach, expect, test} from "vitest";
import {binaries, copyBinaries} from "../../src/store/binaries.ts";
import {temporary} from "./testStore.ts";

const place = temporary();
afterEach(() => rmSync(place, {recursive: true, force: true}));

test("a copy of PostgreSQL runs where the original is out of reach, whoever copies it meanwhile", async () => {
  const {postgres} = await binaries({}, place);
  const original = join(place, "original", "native");
  cpSync(join(dirname(postgres), ".."), original, {recursive: true, verbatimSymlinks: true});
  const copies = Array.from({length: 3}, () => copyBinaries(original, join(place, "copy")));
  const [copy] = await Promise.all(copies);
  renameSync(original, `${original}-gone`);
  const links = readdirSync(copy!, {recursive: true, withFileTypes: true}).filter(one =>
    one.isSymbolicLink(),
  );
  expect(links.length).toBeGreaterThan(5);
  expect(links.map(one => readlinkSync(join(one.parentPath, one.name))).filter(isAbsolute)).toEqual(
    [],
  );
  for (const program of ["initdb", "postgres"])
    expect(execFileSync(join(copy!, "bin", program), ["--version"], {encoding: "utf8"})).toMatch(
      /PostgreSQL\) 18/,
    );
  expect(readdirSync(place).toSorted()).toEqual(["copy", "original"]);
});
