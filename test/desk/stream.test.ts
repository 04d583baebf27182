import {once} from "node:events";
import {createServer, get, type IncomingMessage} from "node:http";
import {getRequestListener} from "@hono/node-server";
import fc from "fast-check";
import {Hono} from "hono";
import {sql} from "kysely";
import {afterAll, afterEach, beforeAll, expect, test} from "vitest";
import type {DeskEnv} from "../../src/desk/api/access.ts";
import {streamRoutes} from "../../src/desk/api/stream.ts";
import {type Feed, openFeed} from "../../src/desk/stream/feed.ts";
import {orderNote} from "../../src/jobs/runs.ts";
import {append, lastSeq} from "../../src/store/events.ts";
import {createToken, revokeToken} from "../../src/store/tokens.ts";
import {asOf} from "../cli/madeUpData.ts";
import {until} from "../jobs/newsroom.ts";
import {listen} from "../servers/listen.ts";
import {readStream} from "./eventStream.ts";
import {type Person, problemOf, type ReviewRoom, reviewRoom} from "./reviewRoom.ts";

let room: ReviewRoom;
beforeAll(async () => {
  room = await reviewRoom();
});
afterAll(() => room?.close());

const feeds: Feed[] = [];
const open = (floorMs = 60_000) => {
  const feed = openFeed({store: room.store, log: {warn() {}}, floorMs});
  feeds.push(feed);
  return room.open({feed});
};
afterEach(async () => {
  for (const feed of feeds.splice(0)) await feed.close();
});

const watch = async (ask: ReturnType<typeof open>, who: Person, after?: number) =>
  readStream(
    await ask(who, "/api/stream", {
      ...(after !== undefined && {headers: {"last-event-id": String(after)}}),
    }),
  );

const happen = (...kinds: string[]) =>
  room.store.db.transaction().execute(transaction =>
    append(
      transaction,
      kinds.map(kind => ({actor: "edna", kind, subject: room.draft, data: {comment: "c"}})),
    ),
  );
const ids = (seen: readonly {readonly id?: number}[]) => seen.flatMap(({id}) => id ?? []);

test("what happens is told with its number, in few words", async () => {
  const ask = open();
  const from = await lastSeq(room.store.db);
  const stream = await watch(ask, "vera");
  await stream.until(seen => seen.length === 1);
  await happen("draft.in-review", "comment.added", "schedule.paused");
  expect(await stream.until(seen => seen.length === 4)).toEqual([
    {id: from, event: "ready", data: {}},
    {id: from + 1, event: "draft", data: {id: room.draft, what: "in-review", by: "edna"}},
    {
      id: from + 2,
      event: "comment",
      data: {id: "c", draft: room.draft, what: "added", by: "edna"},
    },
    {id: from + 3, event: "schedule", data: {name: room.draft, what: "paused", by: "edna"}},
  ]);
});

test("a run is told from its order to its end, step by step", async () => {
  const stream = await watch(open(100), "vera");
  await stream.until(seen => seen.length > 0);
  const spec = {coin: "gadget", source: "files", data: "recorded", asOf, earlier: false} as const;
  const id = await orderNote(room.store, room.queue, {spec, askedBy: "will"});
  await stream.until(all => all.some(({data}) => data.id === id));
  const worker = room.work({concurrency: 1});
  const seen = await stream.until(all => all.some(({data}) => data.state === "done"));
  await worker.stop(20_000);
  const told = seen.filter(({event, data}) => event === "run" && data.id === id);
  expect(told[0]?.data).toMatchObject({steps: []});
  expect(told.at(-1)?.data).toEqual({
    id,
    state: "done",
    steps: [{coin: "gadget", name: "draft", outcome: "done"}],
  });
  expect(JSON.stringify(told)).toContain('"name":"press"');
});

test("whoever comes again misses nothing and hears nothing twice, wherever it broke off", async () => {
  const ask = open();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({max: 4}), {minLength: 1, maxLength: 5}), async breaks => {
      let last = await lastSeq(room.store.db);
      const first = last;
      const heard: number[] = [];
      for (const before of breaks) {
        // Some happen while nobody watches, some while somebody comes, and some after.
        await happen(...Array<string>(before).fill("draft.edited"));
        const coming = watch(ask, "vera", last);
        await happen("draft.edited");
        const stream = await coming;
        await happen("draft.edited");
        const wanted = last + before + 2;
        await stream.until(seen => ids(seen).includes(wanted) || seen.length > before + 1);
        heard.push(...ids(stream.seen));
        last = heard.at(-1) ?? last;
        await stream.leave();
      }
      const head = await lastSeq(room.store.db);
      if (last < head) {
        const stream = await watch(ask, "vera", last);
        heard.push(...ids(await stream.until(seen => ids(seen).includes(head))));
        await stream.leave();
      }
      expect(heard).toEqual(Array.from({length: head - first}, (_, i) => first + 1 + i));
    }),
    {numRuns: 25},
  );
});

test("of people and tokens owners alone are told", async () => {
  const ask = open();
  const streams = [await watch(ask, "paul"), await watch(ask, "olga")] as const;
  for (const stream of streams) await stream.until(seen => seen.length > 0);
  await happen("token.created", "person.invited", "unheard.of", "draft.edited");
  for (const stream of streams) await stream.until(all => all.some(({event}) => event === "draft"));
  const events = streams.map(({seen}) => seen.map(({event}) => event));
  expect(events).toEqual([
    ["ready", "draft"],
    ["ready", "people", "people", "draft"],
  ]);
});

test("it ends with the token", async () => {
  const {db} = room.store;
  const token = await createToken(db, {name: "passing", role: "viewer", by: "test"});
  const ask = open();
  const answer = await ask(undefined, "/api/stream", {headers: {authorization: `Bearer ${token}`}});
  const stream = readStream(answer);
  await stream.until(seen => seen.length > 0);
  await revokeToken(db, {name: "passing", by: "test"});
  await happen("draft.edited");
  await stream.end();
  expect(stream.seen.map(({event}) => event)).toEqual(["ready"]);
});

test("in silence it is said that it still goes on, and asked whether the session still holds", async () => {
  let holds = true;
  const app = new Hono<DeskEnv>();
  app.use(async (context, next) => {
    const caller = {name: "vera", role: "viewer"} as const;
    context.set("caller", caller);
    context.set("again", async () => (holds ? caller : {...caller, role: "writer"}));
    await next();
  });
  const feed = openFeed({store: room.store, log: {warn() {}}, floorMs: 60_000});
  feeds.push(feed);
  app.route("/", streamRoutes(feed, 20));
  const stream = readStream(await app.request("/api/stream"));
  while (stream.beats() < 3) expect(await stream.more()).toBe(true);
  holds = false;
  await stream.end();
  expect(stream.seen.map(({event}) => event)).toEqual(["ready"]);
});

test("three at once are enough for one, and whoever leaves makes room", async () => {
  const ask = open();
  const streams = [await watch(ask, "will"), await watch(ask, "will"), await watch(ask, "will")];
  const refused = await ask("will", "/api/stream");
  expect(refused.headers.get("retry-after")).toBe("15");
  await problemOf(refused, 429);
  expect((await ask("wanda", "/api/stream")).status).toBe(200);
  await streams[0]?.leave();
  expect((await ask("will", "/api/stream")).status).toBe(200);
});

test("who reads too slowly is dropped, and goes on from where they were", async () => {
  const ask = open(50);
  const from = await lastSeq(room.store.db);
  const slow = await watch(ask, "vera", from);
  const quick = await watch(ask, "edna", from);
  for (let i = 0; i < 5; i++) {
    await happen(...Array<string>(500).fill("draft.edited"));
    await quick.until(seen => ids(seen).includes(from + 500 * (i + 1)));
  }
  await slow.end();
  expect(slow.seen.length).toBeLessThan(2500);
  const last = from + 2500;
  const again = await watch(ask, "vera", last - 400);
  const resumed = ids(await again.until(seen => ids(seen).includes(last)));
  expect(resumed).toEqual(Array.from({length: 400}, (_, i) => last - 399 + i));
  const late = await watch(ask, "vera", from);
  expect(await late.until(seen => seen.length > 0)).toEqual([{id: last, event: "reset", data: {}}]);
});

test("a number that no event has is answered with a beginning", async () => {
  const head = await lastSeq(room.store.db);
  const stream = await watch(open(), "vera", head + 10_000);
  expect(await stream.until(seen => seen.length > 0)).toEqual([
    {id: head, event: "reset", data: {}},
  ]);
  await happen("draft.edited");
  await stream.until(seen => ids(seen).includes(head + 1));
  await problemOf(await open()("vera", "/api/stream", {headers: {"last-event-id": "x"}}), 422);
});

test("a connection that is lost is made again, and where none listens it looks by itself", async () => {
  const {db} = room.store;
  const backend = async () => {
    const {rows} = await sql<{pid: number}>`
      select pid from pg_stat_activity where query = 'listen assay_changed'`.execute(db);
    return rows[0]?.pid;
  };
  const stream = await watch(open(), "vera");
  await stream.until(seen => seen.length > 0);
  await until(async () => (await backend()) !== undefined);
  const before = await backend();
  await sql`select pg_terminate_backend(${before})`.execute(db);
  await happen("draft.edited");
  await stream.until(seen => seen.length === 2);
  await until(async () => ![undefined, before].includes(await backend()));
  await happen("draft.edited");
  await stream.until(seen => seen.length === 3);

  await sql`drop trigger told on assay.events`.execute(db);
  const floor = await watch(open(100), "edna");
  await floor.until(seen => seen.length > 0);
  await happen("draft.edited");
  expect((await floor.until(seen => seen.length > 1))[1]?.event).toBe("draft");
});

test("over HTTP a stream lasts until its reader goes, which gives back its place", async () => {
  const ask = open();
  const app = room.desk({feed: feeds[0] as Feed});
  await using server = await listen(createServer(getRequestListener(app.fetch)));
  const token = await createToken(room.store.db, {name: "page", role: "viewer", by: "test"});
  const reach = async (): Promise<IncomingMessage> => {
    const headers = {authorization: `Bearer ${token}`};
    const asking = get({port: server.port, path: "/api/stream", headers});
    const [answer] = (await once(asking, "response")) as [IncomingMessage];
    return answer;
  };
  const answers = [await reach(), await reach(), await reach()];
  for (const answer of answers)
    expect(String(await once(answer, "data"))).toContain("event: ready");
  expect((await reach()).statusCode).toBe(429);
  answers[0]?.destroy();
  await until(async () => {
    const answer = await reach();
    answer.resume();
    return answer.statusCode === 200;
  });
  for (const answer of answers) answer.destroy();
  expect((await ask("vera", "/healthz")).status).toBe(200);
});

test("when the desk closes, so do its streams", async () => {
  const stream = await watch(open(), "vera");
  await stream.until(seen => seen.length > 0);
  await feeds[0]?.close();
  await stream.end();
});
