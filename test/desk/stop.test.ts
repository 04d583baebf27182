import {rmSync} from "node:fs";
import {createServer} from "node:http";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {orderedSchema, runSchema} from "../../src/desk/api/shapes.ts";
import {start} from "../cli/support.ts";
import {until} from "../jobs/newsroom.ts";
import {listen} from "../servers/listen.ts";
import {temporary} from "../store/testStore.ts";
import {ask, layProject, runOver, startDesk, tokenFor} from "./process.ts";

let folder: string;
beforeEach(() => {
  folder = temporary();
  layProject(folder);
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

test("stopped in the middle of a note it hands it back in time, and another finishes it", async () => {
  let [asked, hangs] = [0, true];
  await using source = await listen(
    createServer((_, response) => {
      asked += 1;
      if (!hangs) response.writeHead(404).end("{}");
    }),
  );
  const env = {
    COINGECKO_BASE_URL: `http://127.0.0.1:${source.port}`,
    NO_PROXY: "127.0.0.1",
    XDG_CACHE_HOME: join(folder, "cache"),
  };
  const desk = await startDesk(folder, ["--grace", "1"], env);
  const token = await tokenFor(folder, "ci", "owner");
  const body = {coin: "gadget", source: "coingecko"};
  const answer = await ask(desk.address, "/api/notes", {token, body});
  const {run} = orderedSchema.parse(await answer.json());
  await until(async () => asked > 0);
  const stopped = performance.now();
  desk.child.kill("SIGTERM");
  expect((await desk.ended).code).toBe(0);
  expect(performance.now() - stopped).toBeLessThan(15_000);
  hangs = false;
  const worker = start(folder, ["worker"], env);
  const again = await startDesk(folder, [], env);
  const over = await runOver(again.address, token, run);
  expect(over.steps.map(({name}) => name).filter(name => name === "gather").length).toBe(2);
  for (const one of [worker, again]) one.child.kill("SIGTERM");
  expect([(await worker.ended).code, (await again.ended).code]).toEqual([0, 0]);
});

test("a second signal ends it at once", async () => {
  await using source = await listen(createServer(() => {}));
  const desk = await startDesk(folder, ["--grace", "600"], {
    COINGECKO_BASE_URL: `http://127.0.0.1:${source.port}`,
    NO_PROXY: "127.0.0.1",
  });
  const token = await tokenFor(folder, "ci", "owner");
  const body = {coin: "gadget", source: "coingecko"};
  const answer = await ask(desk.address, "/api/notes", {token, body});
  const {run} = orderedSchema.parse(await answer.json());
  await until(async () => {
    const found = await ask(desk.address, `/api/runs/${run}`, {token});
    return runSchema.parse(await found.json()).steps.length > 0;
  });
  desk.child.kill("SIGTERM");
  await until(async () => desk.log().includes("nothing new is taken"));
  desk.child.kill("SIGINT");
  expect((await desk.ended).code).toBe(130);
});
