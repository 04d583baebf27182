import {spawn} from "node:child_process";
import {once} from "node:events";
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {loadDataset} from "../../src/sources/dataset.ts";
import type * as Cache from "../../src/sources/fieldCache.ts";
import {listedCoins} from "../../src/sources/listedCoins.ts";
import {lay} from "../cli/madeUpData.ts";
import {temporary} from "../cli/support.ts";
import {fieldFolder, firstDay} from "./madeUpField.ts";

let place: ReturnType<typeof temporary>;
let data: string;
let cache: string;
beforeEach(() => {
  place = temporary();
  data = lay(join(place.path, "data"), fieldFolder());
  cache = join(place.path, "fields");
});
afterEach(() => place[Symbol.dispose]());

/** As a process does it that has read nothing yet. */
async function record(folder: string | undefined = cache) {
  vi.resetModules();
  const {fieldRecord}: typeof Cache = await import("../../src/sources/fieldCache.ts");
  const dataset = await loadDataset(data);
  return fieldRecord(data, dataset, await listedCoins(data, dataset), folder);
}
const kept = () => readdirSync(cache);
const only = () => join(cache, kept()[0]!);

test("what was kept is what was worked out", async () => {
  const made = await record();
  expect(made.days.length).toBe(15);
  expect(kept()).toHaveLength(1);
  expect(await record()).toEqual(made);
  // Read and not worked out again: the record is that of the file.
  const {deserialize, serialize} = await import("node:v8");
  const {createHash} = await import("node:crypto");
  const body = serialize({...(deserialize(readFileSync(only()).subarray(32)) as object), days: []});
  const seal = createHash("sha256").update(body).digest();
  writeFileSync(only(), Buffer.concat([seal, body]));
  expect((await record()).days).toEqual([]);
});

test.each([
  ["cut", (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
  ["empty", () => Buffer.alloc(0)],
  [
    "changed",
    (bytes: Buffer) =>
      Buffer.concat([bytes.subarray(0, 100), Buffer.from("x"), bytes.subarray(101)]),
  ],
])("a record that was %s is worked out again, and kept whole", async (_, damage) => {
  const made = await record();
  const whole = readFileSync(only());
  writeFileSync(only(), damage(whole));
  expect(await record()).toEqual(made);
  expect(readFileSync(only())).toEqual(whole);
});

test("a cache that cannot be written costs time and nothing else", async () => {
  const made = await record();
  const file = join(place.path, "file");
  writeFileSync(file, "no folder");
  expect(await record(file)).toEqual(made);
  mkdirSync(join(place.path, "other", kept()[0]!), {recursive: true});
  expect(await record(join(place.path, "other"))).toEqual(made);
  expect(readdirSync(join(place.path, "other"))).toEqual(kept());
  expect(await record(undefined)).toEqual(made);
});

test("a folder that changed has another record", async () => {
  const made = await record();
  const more = fieldFolder({prices: [[firstDay, "C0", "9", "b"]]});
  lay(data, {"prices.csv": String(more["prices.csv"]).replace("C7,", "C8,")});
  expect(await record()).not.toEqual(made);
  expect(kept()).toHaveLength(2);
  lay(data, {"assets.csv": String(more["assets.csv"]).replace("Coin 9", "Coin Nine")});
  const renamed = await record();
  expect(renamed.coins[9]!.name).toBe("Coin Nine");
  expect(kept()).toHaveLength(3);
});

test("no more than eight records are kept, the newest", async () => {
  await record();
  for (let i = 0; i < 9; i++) {
    lay(data, {"assets.csv": String(fieldFolder()["assets.csv"]).replace("Coin 9", `Coin ${i}!`)});
    await record();
  }
  expect(kept()).toHaveLength(8);
});

test("two processes at once do no harm", async () => {
  const program = join(place.path, "ask.mjs");
  const from = (name: string) =>
    JSON.stringify(join(import.meta.dirname, "../../src/sources", name));
  writeFileSync(
    program,
    `import {fieldRecord} from ${from("fieldCache.ts")};
     import {loadDataset} from ${from("dataset.ts")};
     import {listedCoins} from ${from("listedCoins.ts")};
     const [data, cache] = process.argv.slice(2);
     const dataset = await loadDataset(data);
     const found = await fieldRecord(data, dataset, await listedCoins(data, dataset), cache);
     if (found.days.length !== 15) process.exit(1);`,
  );
  const runs = Array.from({length: 3}, () =>
    once(spawn(process.execPath, [program, data, cache], {stdio: "inherit"}), "exit"),
  );
  expect((await Promise.all(runs)).map(([code]) => code)).toEqual([0, 0, 0]);
  expect(kept()).toHaveLength(1);
  expect((await record()).days).toHaveLength(15);
});
