import fc from "fast-check";
import {expect, test} from "vitest";
import {editionAt} from "../../src/jobs/edition.ts";
import {nominals} from "../../src/jobs/nominals.ts";
import {tasksOf} from "../../src/jobs/ordered.ts";
import {noteId} from "../../src/model/noteId.ts";
import {type NoteSpec, toOrder} from "../../src/model/order.ts";
import type {Schedule, Timing} from "../../src/model/schedule.ts";

const morning: Schedule = {
  name: "morning",
  timing: {cron: "30 7 * * 1-5", zone: "Europe/Istanbul"},
  what: {coins: ["bittensor"]},
  order: {
    source: "files",
    data: "recorded",
    locale: "tr",
    template: "coin-note",
    paper: "A4",
  },
  targets: [],
  tell: [],
  misfire: "latest",
  overlap: "skip",
  priority: "routine",
};

/** What a run of the schedule orders of its coin. */
function orderOf(schedule: Schedule, nominal: Date) {
  const [task] = tasksOf({by: "schedule", schedule}, nominal);
  if (task?.order.kind !== "note") throw new Error("no note is ordered");
  return toOrder(task.order.spec as NoteSpec, nominal);
}

test("a nominal instant is the as-of of what is ordered", () => {
  const order = orderOf(morning, new Date("2026-11-30T04:30:00Z"));
  expect(order).toMatchObject({asOf: "2026-11-30T04:30:00Z", asOfGiven: true, locale: "tr"});
  expect(noteId(order, "bittensor")).toBe("2026-11-30-bittensor-tr");
});

test("a daily schedule that a change of the clock brings twice within a UTC day names the second", () => {
  const timing: Timing = {cron: "30 1 * * *", zone: "Europe/Berlin"};
  const days = [...nominals(timing, new Date("2026-03-28T00:00Z"), new Date("2026-03-30T12:00Z"))];
  expect(
    days.map(one => [one.toISOString().slice(0, 16), editionAt({timing, order: {}}, one)]),
  ).toEqual([
    ["2026-03-28T00:30", undefined],
    ["2026-03-29T00:30", undefined],
    ["2026-03-29T23:30", "2330"],
  ]);
});

test("what a person runs beside the times of a daily schedule has its time as well", () => {
  const timing: Timing = {cron: "30 7 * * *", zone: "UTC"};
  const edition = (time: string) =>
    editionAt({timing, order: {edition: "early"}}, new Date(`2026-11-30T${time}Z`));
  expect(edition("06:12:40")).toBe("early-0612");
  expect(edition("07:30")).toBe("early");
  expect(edition("09:15")).toBe("early-0915");
});

test("no two instants of a schedule make a note of the same id", () => {
  const timings: readonly Timing[] = [
    {cron: "30 1 * * *", zone: "Europe/Berlin"},
    {cron: "*/20 1-3 * * *", zone: "Australia/Lord_Howe"},
    {cron: "59 23 * * *", zone: "America/Nuuk"},
    {cron: "15 10 * * *", zone: "Pacific/Auckland"},
    {everyMs: 36 * 3_600_000},
    {everyMs: 60_000},
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...timings),
      fc.constantFrom(undefined, "morning"),
      fc.constantFrom("2026-03-07", "2026-03-27", "2026-04-03", "2026-10-02", "2026-10-23"),
      (timing, edition, start) => {
        const from = new Date(start);
        const until = new Date(from.getTime() + 4 * 86_400_000);
        const order = {...morning.order, ...(edition !== undefined && {edition})};
        const schedule = {...morning, timing, order};
        const instants = [...nominals(timing, from, until)].slice(0, 400);
        const ids = instants.map(one => noteId(orderOf(schedule, one), "bittensor"));
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
    {numRuns: 40},
  );
});
