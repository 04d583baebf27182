import {afterAll, beforeAll, expect, test} from "vitest";
import {listAlarms} from "../../src/desk/services/alarms.ts";
import type {Channel, Outcome} from "../../src/jobs/alarms/channel.ts";
import {deliver} from "../../src/jobs/alarms/deliver.ts";
import {lookAround} from "../../src/jobs/alarms/raise.ts";
import type {Log} from "../../src/model/log.ts";
import type {Store} from "../../src/store/open.ts";
import {schedule} from "../jobs/newsroom.ts";
import {type TestStore, testStore} from "../store/testStore.ts";

let place: TestStore;
let store: Store;
beforeAll(async () => {
  place = await testStore();
  store = await place.open();
});
afterAll(async () => {
  await store?.close();
  await place?.remove();
});

const minute = 60_000;
const ago = (minutes: number) => new Date(Math.floor(Date.now() / 1000) * 1000 - minutes * minute);
const quiet: Log = {info() {}, warn() {}, error() {}, child: () => quiet};
const look = () =>
  lookAround(store.db, {
    lateAfterMs: 15 * minute,
    silentAfterMs: 5 * minute,
    budgets: {},
    channels: ["mail:desk@example.org"],
  });

/** Tells what waits by a mail server that answers so. */
const tell = (outcome: Outcome) =>
  deliver({
    db: store.db,
    receivers: {channel: (name): Channel => ({name, send: async () => outcome})},
    log: quiet,
    random: () => 0.5,
  });

test("a schedule that did not run is an alarm until it is mended, and who could not be told is seen", async () => {
  expect(await listAlarms(store.db)).toEqual({alarms: [], channels: []});
  const timing = {everyMs: 60 * minute};
  await store.db
    .insertInto("schedules")
    .values({
      name: "hourly",
      definition: JSON.stringify(schedule({name: "hourly", timing})),
      since: ago(1000),
      through: ago(200),
    })
    .execute();
  await look();
  const silent = {kind: "silent", subject: "hourly", schedule: "hourly"};
  expect(await listAlarms(store.db)).toMatchObject({alarms: [silent], channels: []});

  await tell({kind: "refused", why: "550 desk@example.org is unknown"});
  const seen = await listAlarms(store.db);
  expect(seen).toMatchObject({
    alarms: [silent],
    channels: [{kind: "mail", state: "refused", untold: 1}],
  });
  expect(JSON.stringify(seen)).not.toContain("example.org");

  await store.db
    .updateTable("schedules")
    .set({removed_at: ago(0)})
    .execute();
  await look();
  expect(await listAlarms(store.db)).toMatchObject({alarms: [], channels: [{kind: "mail"}]});
});

test("a receiver that is told again is dead no more", async () => {
  await store.db
    .insertInto("schedules")
    .values({
      name: "daily",
      definition: JSON.stringify(schedule({name: "daily", timing: {everyMs: 60 * minute}})),
      since: ago(1000),
      through: ago(200),
    })
    .execute();
  await look();
  await tell({kind: "later", why: "no answer"});
  expect(await listAlarms(store.db)).toMatchObject({channels: [{state: "waiting", untold: 2}]});
  await store.db
    .updateTable("deliveries")
    .set({not_before: ago(1)})
    .execute();
  await tell({kind: "sent"});
  expect(await listAlarms(store.db)).toMatchObject({channels: []});
});
