import {expect, test} from "vitest";
import {reckoned} from "../../bench/year/reckoning.ts";
import {changesOf, ticked, twenty} from "../../bench/year/simulate.ts";

const from = Date.UTC(2026, 0, 1);
const until = Date.UTC(2027, 0, 1);

test("a year of twenty schedules, ticked each minute, has exactly the runs that are reckoned", () => {
  const schedules = twenty.map(timing => ({timing, misfire: "latest" as const}));
  const runs = ticked(schedules, from, until);
  twenty.forEach((one, i) => {
    expect(runs[i], `${one.cron} ${one.zone}`).toEqual(reckoned(one, from, until));
  });
});

test("every change of the clock in the five zones is in that year", () => {
  const zones = [...new Set(twenty.map(({zone}) => zone))];
  const changes = zones.map(zone => changesOf(zone, from, until).length);
  expect(Object.fromEntries(zones.map((zone, i) => [zone, changes[i]]))).toEqual({
    "Europe/Istanbul": 0,
    "Europe/Berlin": 2,
    "America/New_York": 2,
    "Australia/Sydney": 2,
    "Australia/Lord_Howe": 2,
  });
});
