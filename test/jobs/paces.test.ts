import fc from "fast-check";
import {sql} from "kysely";
import {afterAll, beforeAll, beforeEach, expect, test} from "vitest";
import {callsToday} from "../../src/jobs/limits.ts";
import {storeClock, storePaces} from "../../src/jobs/paces.ts";
import type {Store} from "../../src/store/open.ts";
import {type TestStore, testStore} from "../store/testStore.ts";

let place: TestStore;
/** As many processes have connections of their own. */
let stores: readonly Store[];
beforeAll(async () => {
  place = await testStore();
  stores = [];
  for (let k = 0; k < 3; k++) stores = [...stores, await place.open(4)];
  for (const statement of writeDown) await sql.raw(statement).execute(stores[0]!.db);
});
beforeEach(() => forget());
afterAll(async () => {
  for (const store of stores ?? []) await store.close();
  await place?.remove();
});

/** The store itself writes down each turn that it gives. */
const writeDown = [
  "create table public.turns (at timestamptz not null)",
  `create function public.write_down() returns trigger language plpgsql as $$
    begin
      if new.taken is distinct from old.taken then
        insert into public.turns values (new.taken[cardinality(new.taken)]);
      end if;
      return new;
    end $$`,
  `create trigger turns after update on assay.paces
    for each row execute function public.write_down()`,
];

async function forget(): Promise<void> {
  await stores[0]!.db.deleteFrom("paces").execute();
  await sql`delete from public.turns`.execute(stores[0]!.db);
}

const source = "api.example.org";
const paceOf = (store: Store, callsPerMinute: number, called = () => {}) =>
  storePaces(store, "example", called, async () => {})({
    source,
    callsPerMinute,
    longestWaitMs: 150_000,
  });

/** Every turn that was ever given, by the clock of the store, in its order. */
const turns = async () =>
  (await sql<{at: Date}>`select at from public.turns order by at`.execute(stores[0]!.db)).rows.map(
    ({at}) => at.getTime(),
  );

/** No more than that in any 60 seconds. */
const keeps = (given: readonly number[], callsPerMinute: number) =>
  given.every((turn, k) => {
    const before = given[k - callsPerMinute];
    return before === undefined || turn - before >= 60_000;
  });

test("no minute sees more turns than the source allows, whoever takes them", async () => {
  const crowd = fc.record({
    asked: fc.integer({min: 1, max: 12}),
    refusedForMs: fc.option(fc.integer({min: 0, max: 200_000}), {nil: undefined}),
    answers: fc.integer({min: 0, max: 3}),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({min: 1, max: 8}),
      fc.array(crowd, {minLength: 1, maxLength: 5}),
      async (callsPerMinute, crowds) => {
        await forget();
        for (const {asked, refusedForMs, answers} of crowds) {
          const paces = Array.from({length: asked}, (_, k) =>
            paceOf(stores[k % stores.length]!, callsPerMinute),
          );
          const given = await Promise.all(paces.map(pace => pace.turn(() => {})));
          const [pace] = paces;
          if (refusedForMs !== undefined) await pace!.slower(Math.max(...given), refusedForMs);
          for (let k = 0; k < answers; k++) await pace!.faster();
        }
        const all = await turns();
        expect(all.length).toBe(crowds.reduce((sum, {asked}) => sum + asked, 0));
        expect(keeps(all, callsPerMinute)).toBe(true);
      },
    ),
    {numRuns: 40},
  );
});

test("a refusal holds back all who ask the source, in every process", async () => {
  const [first, second] = stores.map(store => paceOf(store, 60));
  const turn = await first!.turn(() => {});
  await first!.slower(turn, 40_000);
  let waitMs = 0;
  const next = await second!.turn(ms => {
    waitMs = ms;
  });
  expect(waitMs).toBeGreaterThan(35_000);
  expect(next - turn).toBeGreaterThanOrEqual(40_000);
  const third = await second!.turn(() => {});
  expect(third - next).toBeGreaterThanOrEqual(999); // spaced, besides
});

test("the clock of a worker does not count: five minutes off, turns and the day's calls are the store's", async () => {
  const before = await turns();
  const real = Date.now;
  Date.now = () => real() + 300_000;
  try {
    const fast = await paceOf(stores[0]!, 2).turn(() => {});
    Date.now = () => real() - 300_000;
    const slow = await paceOf(stores[1]!, 2).turn(() => {});
    expect(slow - fast).toBeGreaterThanOrEqual(0);
    expect(slow - fast).toBeLessThan(30_000);
    const clock = await storeClock(stores[0]!.db);
    expect(Math.abs(clock().getTime() - real())).toBeLessThan(30_000);
  } finally {
    Date.now = real;
  }
  expect((await turns()).length).toBe(before.length + 2);
});

test("each turn is counted for the day, once, and told to who counts for the step", async () => {
  const made = await callsToday(stores[0]!.db, "example");
  let called = 0;
  const count = () => {
    called += 1;
  };
  await Promise.all(
    Array.from({length: 30}, (_, k) => paceOf(stores[k % 3]!, 5, count).turn(() => {})),
  );
  expect(called).toBe(30);
  expect(await callsToday(stores[0]!.db, "example")).toBe(made + 30);
});
