import fc from "fast-check";
import {afterEach, beforeEach, expect, test} from "vitest";
import {addDays, type Day} from "../../src/model/day.ts";
import {record} from "../../src/snapshots/record.ts";
import {gatherFiles} from "../../src/sources/files.ts";
import {readMarket} from "../../src/sources/market.ts";
import {lay, type Row} from "../cli/madeUpData.ts";
import {temporary} from "../cli/support.ts";
import {recordedData, recordedTest} from "../recorded.ts";
import {closesOf, fieldFolder} from "./madeUpField.ts";

let place: ReturnType<typeof temporary>;
beforeEach(() => {
  place = temporary();
});
afterEach(() => place[Symbol.dispose]());

/** Coins that begin one a day from the day on; and others. */
interface Others {
  readonly begin: Day;
  readonly count: number;
  readonly more?: readonly {
    readonly id: string;
    readonly from: Day;
    readonly days: readonly number[];
  }[];
}

const start: Day = "2024-03-01";

/** The cohort of the youngest coin, which has `age` days behind its first. */
async function cohortOf(age: number, {begin, count, more = []}: Others) {
  const begun = Array.from({length: count}, (_, i) => ({
    id: `new-${i}`,
    from: addDays(begin, i),
    days: Array.from({length: 70}, (_, k) => k),
  }));
  const youngest = {id: "youngest", from: start, days: Array.from({length: age + 1}, (_, k) => k)};
  const all = [...begun, ...more, youngest];
  lay(
    place.path,
    fieldFolder({
      days: 400,
      listed: all.map(({id}) => [id, id.toUpperCase(), id, "crypto", ""]),
      prices: all.flatMap(({id, from, days}, i) => {
        const walk = closesOf(100 + i, 70, from);
        return days.map((k): Row => [walk[k]![0], id.toUpperCase(), walk[k]![1], "a"]);
      }),
    }),
  );
  const asOf = `${addDays(start, age + 1)}T00:30:00Z`;
  return readMarket(record(await gatherFiles(place.path, "youngest", asOf), asOf)).cohort;
}

test("other coins at the age that the asset has, from their own first close", async () => {
  const cohort = await cohortOf(29, {begin: "2024-01-02", count: 35});
  expect(cohort).toMatchObject({days: 29, from: start, asOf: "2024-03-31T00:00:00Z"});
  // Sixty coins of the folder begin on one day: that is where the file starts.
  expect(cohort!.changes.map(one => one.asset.id)).toEqual(
    Array.from({length: 35}, (_, i) => `new-${i}`),
  );
  const [first] = cohort!.changes;
  const walk = closesOf(100, 70, "2024-01-02");
  expect(first).toMatchObject({from: "2024-01-02"});
  expect(first!.change).toBeCloseTo(walk[29]![1] / walk[0]![1] - 1, 12);
});

test("a gap, a year too early and an age beyond the wall leave a coin out", async () => {
  const days = Array.from({length: 60}, (_, k) => k);
  const cohort = await cohortOf(29, {
    begin: "2024-01-02",
    count: 30,
    more: [
      {id: "gap", from: "2024-02-01", days: days.filter(k => k !== 12)},
      {id: "later-gap", from: "2024-02-02", days: days.filter(k => k !== 30)},
      {id: "early", from: "2021-01-01", days},
      {id: "first", from: "2021-01-02", days},
      {id: "as-old", from: start, days},
      {id: "younger", from: addDays(start, 1), days},
    ],
  });
  const ids = cohort!.changes.map(one => one.asset.id);
  expect(ids.slice(30)).toEqual(["later-gap", "first", "as-old"]);
});

test("none for a coin of sixty closes, and none beside fewer than thirty", async () => {
  expect(await cohortOf(58, {begin: "2024-02-10", count: 30})).toBeUndefined();
  expect(await cohortOf(58, {begin: "2023-12-01", count: 30})).toMatchObject({days: 58});
  expect(await cohortOf(59, {begin: "2023-12-01", count: 30})).toBeUndefined();
  expect(await cohortOf(20, {begin: "2024-01-02", count: 29})).toBeUndefined();
  expect(await cohortOf(0, {begin: "2024-01-02", count: 30})).toBeUndefined();
});

recordedTest("the cohort of a recorded coin knows nothing that came after", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({min: 5, max: 58}), async age => {
      const asOf = `${addDays("2025-12-23", age + 1)}T00:30:00Z`;
      const {cohort} = readMarket(
        record(await gatherFiles(recordedData, "lighter", asOf, undefined, place.path), asOf),
      );
      expect(cohort).toMatchObject({days: age, from: "2025-12-23"});
      for (const {from, change} of cohort!.changes) {
        expect(from >= "2021-01-02" && addDays(from, age) < asOf.slice(0, 10)).toBe(true);
        expect(change).toBeGreaterThan(-1);
      }
      expect(cohort!.changes.length).toBeGreaterThan(200);
    }),
    {numRuns: 5},
  );
});
