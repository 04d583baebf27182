import {afterAll, beforeAll, expect, test} from "vitest";
import {hookDeliveriesSchema, hooksSchema} from "../../src/desk/api/hooksShapes.ts";
import {deliverTo} from "../../src/jobs/hooks/deliver.ts";
import {fill} from "../../src/jobs/hooks/fill.ts";
import {openHooks, registerHooks} from "../../src/jobs/hooks/hooks.ts";
import type {Log} from "../../src/model/log.ts";
import {startHookServer} from "../servers/hookServer.ts";
import {answered, problemOf, type ReviewRoom, reviewRoom} from "./reviewRoom.ts";

let room: ReviewRoom;
beforeAll(async () => {
  room = await reviewRoom();
});
afterAll(() => room?.close());

const log: Log = {info() {}, warn() {}, error() {}, child: () => log};

test("a transition is told to a hook, and the owner sees what became of it", async () => {
  const {db} = room.store;
  const statuses = [503, 204, 204];
  await using receiver = await startHookServer((_, response) =>
    response.writeHead(statuses.shift() ?? 500).end(),
  );
  const on = ["draft.in-review", "draft.approved"] as const;
  const hooks = {cms: {url: `${receiver.url}/T0KEN`, secretFrom: "HOOK", on}};
  const [hook] = openHooks(hooks, {HOOK: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"});
  if (!hook) throw new Error("there is none");
  await registerHooks(db, ["cms"]);
  const ask = room.open({hooks});
  const move = (to: string) => ask("edna", `/api/drafts/${room.draft}/transitions`, {body: {to}});
  for (const to of ["in-review", "approved"]) expect((await move(to)).status).toBe(200);
  const come = async () => {
    await fill(db, hook);
    await deliverTo({db, log, now: () => new Date(), random: Math.random}, hook);
  };
  await come();
  await come();
  const {deliveries} = await answered(
    hookDeliveriesSchema,
    await ask("olga", "/api/hooks/cms/deliveries"),
  );
  const [newest, oldest] = deliveries;
  expect(newest).toMatchObject({state: "sent", attempts: 1, status: 204});
  expect(newest?.event).toMatchObject({kind: "draft.approved", subject: room.draft});
  expect(oldest).toMatchObject({state: "waiting", attempts: 1, status: 503});
  expect(oldest?.reason).toMatch(/ answered 503$/);
  const {hooks: listed} = await answered(hooksSchema, await ask("olga", "/api/hooks"));
  expect(listed).toMatchObject([{name: "cms", on, waiting: 1, refused: 0}]);
  expect(JSON.stringify([deliveries, listed])).not.toContain("T0KEN");
  const before = `/api/hooks/cms/deliveries?before=${newest?.event.seq}`;
  const further = await answered(hookDeliveriesSchema, await ask("olga", before));
  expect(further.deliveries).toEqual([oldest]);
  await problemOf(await ask("olga", "/api/hooks/none/deliveries"), 404);
});
