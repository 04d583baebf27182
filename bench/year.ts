import {atMost, readOptions, report} from "./pairs.ts";
import {reckoned} from "./year/reckoning.ts";
import {changesOf, ticked, twenty} from "./year/simulate.ts";

/**
 * A year of schedules on a simulated clock with a tick each minute, against a reckoning that puts every
 * minute of the year on the wall clock of the zone.
 */
const {json, quick} = readOptions();
const day = 86_400_000;
const from = Date.UTC(2026, 0, 1);
const until = quick ? Date.UTC(2026, 3, 10) : Date.UTC(2027, 0, 1);

const started = performance.now();
const schedules = twenty.map(timing => ({timing, misfire: "latest" as const}));
const runs = ticked(schedules, from, until);
const seconds = (performance.now() - started) / 1000;

const rows = twenty.map((one, i) => {
  const expected = new Set(reckoned(one, from, until));
  const ran = runs[i] ?? [];
  const made = new Set(ran);
  const changes = changesOf(one.zone, from, until);
  const isNear = (instant: number) => changes.some(at => Math.abs(instant - at) < day / 2);
  return {
    cron: one.cron,
    zone: one.zone,
    "changes of the clock": changes.length,
    runs: ran.length,
    reckoned: expected.size,
    "within 12 h of a change": ran.filter(isNear).length,
    missing: expected.difference(made).size,
    "too many": made.difference(expected).size + ran.length - made.size,
  };
});
const total = (name: "runs" | "missing" | "too many") =>
  rows.reduce((sum, row) => sum + row[name], 0);

report(
  [
    {
      title: `${twenty.length} schedules, ${(until - from) / day} days, a tick each minute: ${total("runs")} runs planned in ${seconds.toFixed(1)} s`,
      rows,
    },
  ],
  [atMost("runs missing", 0, total("missing")), atMost("runs too many", 0, total("too many"))],
  json,
);
