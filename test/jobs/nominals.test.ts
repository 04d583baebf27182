import fc from "fast-check";
import {expect, test} from "vitest";
import {reckoned} from "../../bench/year/reckoning.ts";
import {nextNominal, nominals} from "../../src/jobs/nominals.ts";

const iso = (instant: Date) => instant.toISOString().slice(0, 16);
const between = (cron: string, zone: string, from: string, until: string) =>
  [...nominals({cron, zone}, new Date(from), new Date(until))].map(iso);

test.each([
  ["Europe/Berlin", "30 2 * * *", "2026-03-29", ["2026-03-29T01:00"]],
  ["America/New_York", "30 2 * * *", "2026-03-08", ["2026-03-08T07:00"]],
  ["Australia/Sydney", "30 2 * * *", "2026-10-03T15:30", ["2026-10-03T16:00"]],
  // Half an hour only: a quarter past is left out, a quarter to is not.
  ["Australia/Lord_Howe", "15 2 * * *", "2026-10-03T15:00", ["2026-10-03T15:30"]],
  ["Australia/Lord_Howe", "45 2 * * *", "2026-10-03T15:00", ["2026-10-03T15:45"]],
  // Next to midnight: croner in the zone itself loses these, and hangs on the last.
  ["America/Nuuk", "30 23 * * 6", "2026-03-28T12:00", ["2026-03-29T01:00"]],
  ["Africa/Cairo", "30 0 * * 5", "2026-04-23T12:00", ["2026-04-23T22:00"]],
  ["Africa/Cairo", "30 0 24 4 *", "2026-04-23T12:00", ["2026-04-23T22:00"]],
])("in %s a missing %s runs once right after it", (zone, cron, from, expected) => {
  const begin = new Date(from.includes("T") ? `${from}Z` : from);
  const end = new Date(begin.getTime() + 20 * 3_600_000);
  expect([...nominals({cron, zone}, begin, end)].map(iso)).toEqual(expected);
});

test("several missing times are one run, and one that stands right after the gap is the same", () => {
  const day = ["2026-03-29T00:00Z", "2026-03-29T20:00Z"] as const;
  expect(between("0,15,30,45 2 * * *", "Europe/Berlin", ...day)).toEqual(["2026-03-29T01:00"]);
  expect(between("*/15 2 * * *", "Europe/Berlin", ...day)).toEqual(["2026-03-29T01:00"]);
  expect(between("0 2,3 * * *", "Europe/Berlin", ...day)).toEqual(["2026-03-29T01:00"]);
  expect(
    between("0,30 2 * * *", "Australia/Lord_Howe", "2026-10-03T12:00Z", "2026-10-03T20:00Z"),
  ).toEqual(["2026-10-03T15:30"]);
});

test.each([
  ["Europe/Berlin", "30 2 * * *", "2026-10-24T12:00Z", "2026-10-25T00:30"],
  ["America/New_York", "30 1 * * *", "2026-10-31T12:00Z", "2026-11-01T05:30"],
  ["Australia/Sydney", "30 2 * * *", "2026-04-04T06:00Z", "2026-04-04T15:30"],
  ["Australia/Lord_Howe", "45 1 * * *", "2026-04-04T06:00Z", "2026-04-04T14:45"],
])("in %s a doubled %s runs once, the first time", (zone, cron, from, expected) => {
  const end = new Date(new Date(from).getTime() + 20 * 3_600_000);
  expect([...nominals({cron, zone}, new Date(from), end)].map(iso)).toEqual([expected]);
});

test("asked between the two passes of an hour, what ran in the first does not come again", () => {
  const second = new Date("2026-10-25T01:00Z");
  expect(nextNominal({cron: "30 2 * * *", zone: "Europe/Berlin"}, second)).toEqual(
    new Date("2026-10-26T01:30Z"),
  );
});

test("what fires in every hour goes by the hours that pass", () => {
  const night = ["2026-10-24T23:50Z", "2026-10-25T02:50Z"] as const;
  expect(between("30 * * * *", "Europe/Berlin", ...night)).toEqual([
    "2026-10-25T00:30",
    "2026-10-25T01:30",
    "2026-10-25T02:30",
  ]);
  expect(between("30 0-23 * * *", "Europe/Berlin", ...night)).toHaveLength(3);
  expect(between("* * * * *", "Europe/Berlin", ...night)).toHaveLength(180);
  expect(
    between("* * * * *", "Europe/Berlin", "2026-03-29T00:00Z", "2026-03-29T03:00Z"),
  ).toHaveLength(180);
});

test("an interval counts from 1970, UTC, whenever one asks", () => {
  const every = {everyMs: 6 * 3_600_000};
  const found = nominals(every, new Date("2026-11-28T06:00Z"), new Date("2026-11-29T00:00Z"));
  expect([...found].map(iso)).toEqual(["2026-11-28T12:00", "2026-11-28T18:00", "2026-11-29T00:00"]);
});

test("a week of minutes is ten thousand and eighty instants, one after the other", () => {
  const week = [
    ...nominals(
      {cron: "* * * * *", zone: "Australia/Lord_Howe"},
      new Date("2026-10-01T00:00Z"),
      new Date("2026-10-08T00:00Z"),
    ),
  ].map(instant => instant.getTime());
  expect(week).toHaveLength(10_080);
  expect(week.every((instant, i) => i === 0 || instant - week[i - 1]! === 60_000)).toBe(true);
});

test("what comes once in many years comes", () => {
  expect(nextNominal({cron: "0 12 29 2 *", zone: "UTC"}, new Date("2096-03-01T00:00Z"))).toEqual(
    new Date("2104-02-29T12:00Z"),
  );
});

const field = (least: number, most: number) =>
  fc.oneof(
    {weight: 2, arbitrary: fc.constant("*")},
    {weight: 3, arbitrary: fc.integer({min: least, max: most}).map(String)},
    fc
      .uniqueArray(fc.integer({min: least, max: most}), {minLength: 2, maxLength: 4})
      .map(values => values.join(",")),
    fc
      .tuple(fc.integer({min: least, max: most}), fc.integer({min: least, max: most}))
      .map(ends => `${Math.min(...ends)}-${Math.max(...ends)}`),
    fc.integer({min: 2, max: most - least}).map(step => `*/${step}`),
  );
const crons = fc
  .tuple(field(0, 59), field(0, 3), field(1, 31), field(1, 12), field(0, 6))
  .map(([minute, hour, day, month, weekday]) => {
    // Most of them daily: a cron that hardly ever fires has little to tell.
    const [days, months] = day.length > 2 ? [day, month] : ["*", "*"];
    return `${minute} ${hour} ${days} ${months} ${weekday}`;
  });
const zones = [
  "Europe/Istanbul",
  "Europe/Berlin",
  "America/New_York",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "America/Nuuk",
  "Africa/Cairo",
  "Africa/Casablanca",
  "America/Havana",
  "Pacific/Chatham",
];

test("any cron in any zone, over any change of the clock, is as reckoned minute by minute", () => {
  const days = 86_400_000;
  const start = Date.UTC(2026, 0, 1);
  fc.assert(
    fc.property(
      crons,
      fc.constantFrom(...zones),
      // A change comes about twice a year: a fortnight from a random day of five years, and all of
      // October and March.
      fc.oneof(
        fc.integer({min: 0, max: 1800}).map(count => start + count * days),
        fc
          .tuple(fc.integer({min: 2026, max: 2030}), fc.constantFrom(2, 3, 8, 9, 10))
          .map(([year, month]) => Date.UTC(year, month, 1)),
      ),
      fc.integer({min: 0, max: 1439}),
      (cron, zone, day, minute) => {
        const from = day + minute * 60_000;
        const until = from + 32 * days;
        const found = [...nominals({cron, zone}, new Date(from), new Date(until))];
        expect(found.map(instant => instant.getTime())).toEqual(
          reckoned({cron, zone}, from, until),
        );
      },
    ),
    {numRuns: 150},
  );
}, 60_000);
