import {execFileSync} from "node:child_process";
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {SourceChanged, SourceUnavailable, UsageError} from "../../src/model/errors.ts";
import {readRegularFile} from "../../src/model/regularFile.ts";
import {temporary} from "../cli/support.ts";

const read = (path: string, mostBytes = 100) =>
  readRegularFile(path, mostBytes, ({code}) => new UsageError(`${path}: ${code}`)).catch(
    error => error,
  );

test("a file is read whole; one over the bound is refused with both sizes", async () => {
  using place = temporary();
  const path = join(place.path, "file");
  writeFileSync(path, "x".repeat(100));
  expect((await read(path)).toString()).toBe("x".repeat(100));
  const failed = await read(path, 99);
  expect(failed).toBeInstanceOf(SourceChanged);
  expect(failed.message).toBe(`${path} has 100 bytes, and no more than 99 are expected of it`);
});

test.skipIf(process.platform === "win32")("a pipe is refused at once, by its name", async () => {
  using place = temporary();
  const path = join(place.path, "pipe");
  execFileSync("mkfifo", [path]);
  const failed = await read(path);
  expect(failed).toBeInstanceOf(SourceUnavailable);
  expect(failed.message).toBe(`${path} is a pipe (FIFO), and a file is expected there`);
});

test("so is a directory, and a device", async () => {
  using place = temporary();
  const path = join(place.path, "folder");
  mkdirSync(path);
  expect((await read(path)).message).toContain("folder is a directory");
  if (process.platform !== "win32")
    expect((await read("/dev/zero")).message).toContain("is a device");
});

test("a file that is missing is told in the words of whoever asked", async () => {
  using place = temporary();
  const failed = await read(join(place.path, "none"));
  expect(failed).toBeInstanceOf(UsageError);
  expect(failed.message).toContain("none: ENOENT");
});
