import {spawn} from "node:child_process";
import {once} from "node:events";
import {readdirSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {afterEach, beforeEach, expect, test} from "vitest";
import {freeLocks, lock} from "../../src/disk/lock.ts";
import {temporary} from "../cli/support.ts";

const module = new URL("../../src/disk/lock.ts", import.meta.url).href;
let place: ReturnType<typeof temporary>;
beforeEach(() => {
  place = temporary();
});
afterEach(() => place[Symbol.dispose]());

const path = () => join(place.path, "note");

/** Another process that holds the lock. */
async function holder() {
  const script = `import {lock} from ${JSON.stringify(module)};
    await lock(${JSON.stringify(path())});
    console.log("held");
    setTimeout(() => {}, 60_000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
  await once(child.stdout, "data");
  return child;
}

test("one holds it at a time, and nothing is left", async () => {
  let [holding, most, turns] = [0, 0, 0];
  const turn = async () => {
    await using _ = await lock(path());
    most = Math.max(most, ++holding);
    await sleep(2);
    holding--;
    turns++;
  };
  await Promise.all(Array.from({length: 20}, turn));
  expect({most, turns, left: readdirSync(place.path)}).toEqual({most: 1, turns: 20, left: []});
});

test.each(["SIGKILL", "SIGTERM"] as const)(
  "what a process holds that %s ends is free",
  async end => {
    const child = await holder();
    const waiting = lock(path());
    expect(await Promise.race([waiting, sleep(300, "held")])).toBe("held");
    child.kill(end);
    await once(child, "exit");
    await (await waiting)?.[Symbol.asyncDispose]();
    expect(readdirSync(place.path)).toEqual([]);
  },
);

test("locks of killed processes are removed, and no other", async () => {
  const child = await holder();
  await freeLocks(place.path);
  expect(readdirSync(place.path)).toHaveLength(1);
  child.kill("SIGKILL");
  await once(child, "exit");
  await freeLocks(place.path);
  expect(readdirSync(place.path)).toEqual([]);
});
