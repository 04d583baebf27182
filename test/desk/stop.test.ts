import {once} from "node:events";
import {rmSync} from "node:fs";
import {Agent, createServer, get} from "node:http";
import {connect} from "node:net";
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
  const {code, stdout} = await desk.ended;
  expect(code).toBe(0);
  expect(stdout).toMatch(/it stops once these are done, in 1 s at most: gadget; Ctrl-C again/);
  expect(performance.now() - stopped).toBeLessThan(15_000);
  hangs = false;
  const worker = start(folder, ["worker"], env);
  const again = await startDesk(folder, [], env);
  const over = await runOver(again.address, token, run);
  expect(over.steps.map(({name}) => name).filter(name => name === "gather").length).toBe(2);
  for (const one of [worker, again]) one.child.kill("SIGTERM");
  expect([(await worker.ended).code, (await again.ended).code]).toEqual([0, 0]);
});

test("where nothing is in hand it waits for nobody who only watches, or has yet to ask", async () => {
  const desk = await startDesk(folder, ["--grace", "600"]);
  const token = await tokenFor(folder, "ci", "owner");
  const {port} = new URL(desk.address);
  const early = connect(Number(port), "127.0.0.1");
  await once(early, "connect");
  const agent = new Agent({keepAlive: true, maxSockets: 1});
  const headers = {Authorization: `Bearer ${token}`};
  /** Comes again as soon as its stream ends, as a browser does. */
  const watch = () => {
    const asked = get(new URL("/api/stream", desk.address), {agent, headers}, stream => {
      stream.on("data", () => told.resolve()).on("end", watch);
    });
    asked.on("error", () => {}); // it is gone
  };
  const told = Promise.withResolvers<void>();
  watch();
  await told.promise;
  early.on("error", () => {});
  desk.child.kill("SIGINT");
  // It would wait ten minutes, which no test has.
  expect((await desk.ended).code).toBe(0);
  agent.destroy();
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
