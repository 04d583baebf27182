import {mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {expect, test} from "vitest";
import {holdToLimit, holdToLimitDaily, keptBytes} from "../../src/disk/keptFiles.ts";

const now = new Date("2026-11-29T00:00:00Z");
const hours = (count: number) => new Date(now.getTime() - count * 3_600_000);

function lay(files: readonly {readonly bytes: number; readonly age: number}[]) {
  const path = mkdtempSync(join(tmpdir(), "assay-kept-"));
  files.forEach(({bytes, age}, i) => {
    const folder = join(path, i % 2 ? "http/ab" : "compiled");
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, `${i}`), Buffer.alloc(bytes));
    utimesSync(join(folder, `${i}`), hours(age), hours(age));
  });
  return {path, [Symbol.dispose]: () => rmSync(path, {recursive: true, force: true})};
}

/** Numbers of the files that are there. */
const standing = (path: string) =>
  readdirSync(path, {recursive: true, encoding: "utf8"})
    .map(name => name.split("/").at(-1)!)
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .toSorted((a, b) => a - b);

test("what is above the limit goes, the oldest first, and nothing else", async () => {
  const file = fc.record({
    bytes: fc.integer({min: 0, max: 3000}),
    age: fc.integer({min: 0, max: 99}),
  });
  const files = fc.uniqueArray(file, {selector: ({age}) => age, maxLength: 12});
  await fc.assert(
    fc.asyncProperty(files, fc.integer({min: 0, max: 20_000}), async (files, most) => {
      using place = lay(files);
      await holdToLimit(place.path, most, now);
      const left = standing(place.path);
      const total = files.reduce((sum, {bytes}) => sum + bytes, 0);
      const kept = left.reduce((sum, i) => sum + files[i]!.bytes, 0);
      expect(await keptBytes(place.path)).toEqual({limited: kept, browsers: 0});
      if (total <= most) expect(left).toHaveLength(files.length);
      else expect(kept).toBeLessThanOrEqual(most * 0.9);
      const gone = files.flatMap((one, i) => (left.includes(i) ? [] : [one]));
      const youngestGone = Math.min(...gone.map(({age}) => age));
      for (const i of left) expect(files[i]!.age).toBeLessThan(youngestGone);
      // No more than it takes.
      const last = gone.find(({age}) => age === youngestGone);
      if (last) expect(kept + last.bytes).toBeGreaterThan(most * 0.9);
    }),
    {numRuns: 60},
  );
});

test("a browser is kept whole, and goes when nobody has used it for a month", async () => {
  using place = lay([]);
  for (const [name, age] of [
    ["chromium-1.0.0", 31 * 24],
    ["chromium-2.0.0", 29 * 24],
  ] as const) {
    mkdirSync(join(place.path, name));
    writeFileSync(join(place.path, name, "chromium"), Buffer.alloc(5000));
    utimesSync(join(place.path, name), hours(age), hours(age));
  }
  await holdToLimit(place.path, 10, now);
  expect(readdirSync(place.path)).toEqual(["chromium-2.0.0"]);
  expect(await keptBytes(place.path)).toEqual({limited: 0, browsers: 5000});
});

test("it is done once a day, and a folder that is not there is left so", async () => {
  using place = lay([{bytes: 100, age: 1}]);
  await holdToLimitDaily(place.path, 10, new Date());
  expect(standing(place.path)).toEqual([]);
  writeFileSync(join(place.path, "7"), Buffer.alloc(100));
  await holdToLimitDaily(place.path, 10, new Date(Date.now() + 3_600_000));
  expect(standing(place.path)).toEqual([7]);
  await holdToLimitDaily(place.path, 10, new Date(Date.now() + 25 * 3_600_000));
  expect(standing(place.path)).toEqual([]);
  await holdToLimitDaily(join(place.path, "nowhere"), 10, new Date());
  expect(readdirSync(place.path)).not.toContain("nowhere");
});
