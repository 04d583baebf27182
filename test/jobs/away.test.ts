import {setTimeout as sleep} from "node:timers/promises";
import {sql} from "kysely";
import {afterEach, expect, test} from "vitest";
import {append} from "../../src/store/events.ts";
import {isAway} from "../../src/store/open.ts";
import {audit} from "./audit.ts";
import {type Newsroom, newsroom, until} from "./newsroom.ts";
import {open, planPlenty} from "./plenty.ts";
import {type Server, server} from "./server.ts";

/** By hand: ASSAY_AWAY_SECONDS=60 npx vitest run test/jobs/away.test.ts --testTimeout 300000 */
const awayMs = 1000 * Number(process.env.ASSAY_AWAY_SECONDS || 4);
let room: Newsroom;
afterEach(() => room?.close());

async function withWork(): Promise<Server> {
  const postgres = await server();
  room = await newsroom(postgres);
  await planPlenty(room.store, room.queue, {runs: 8, notes: 1});
  room.work({concurrency: 3});
  await until(async () => (await open(room.store)) < 14);
  return postgres;
}

async function allDone(): Promise<void> {
  await until(async () => (await open(room.store)) === 0);
  const found = await audit(room.store, room.blobs, 8);
  expect(found).toMatchObject({lost: [], doubled: [], halfWritten: [], drafts: 8});
}

const told = () =>
  room.seen.flatMap(one => (one.kind === "trouble" ? [`${one.what}: ${one.why}`] : []));

test("the database stops in the middle and starts again: the worker says so twice, and goes on by itself", async () => {
  const postgres = await withWork();
  await postgres.stop();
  await sleep(awayMs);
  await postgres.start();
  await allDone();
  await until(async () => told().length > 1);
  expect(told()).toEqual([
    expect.stringMatching(/^store: the store is out of reach: .* goes on as soon as it answers$/s),
    expect.stringMatching(/^store: the store answers again, after \d+ s$/),
  ]);
});

test("the database stands still and goes on: so does the worker, with little ado", async () => {
  const postgres = await withWork();
  postgres.signal("SIGSTOP");
  await sleep(awayMs);
  postgres.signal("SIGCONT");
  await allDone();
  expect(told().length).toBeLessThanOrEqual(2);
});

test("a transaction that its holder leaves standing is given up, and frees what others wait for", async () => {
  const postgres = await server();
  const short = "set idle_in_transaction_session_timeout = 300";
  room = await newsroom(postgres);
  const {rows} = await sql<{of: string}>`
    select current_setting('idle_in_transaction_session_timeout') as of`.execute(room.store.db);
  expect(rows).toEqual([{of: "20s"}]);
  const event = {actor: "ada", kind: "test", subject: "s"};
  const held = room.store.db.transaction().execute(async transaction => {
    await sql.raw(short).execute(transaction);
    await append(transaction, [event]);
    await sleep(1500);
    await append(transaction, [event]);
  });
  const refused = held.then(
    () => "done",
    (error: unknown) => (isAway(error) ? "away" : String(error)),
  );
  await sleep(100);
  await room.store.db.transaction().execute(transaction => append(transaction, [event]));
  expect(await refused).toBe("away");
});
