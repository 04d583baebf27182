import fc from "fast-check";
import {expect, test} from "vitest";
import {due, type LeftOut, passOver} from "../../src/jobs/due.ts";
import {nominals} from "../../src/jobs/nominals.ts";
import type {Schedule, Timing} from "../../src/model/schedule.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const at = (text: string) => new Date(`2026-${text}Z`);
const hourly: Timing = {everyMs: hour};

const hours = (misfire: Schedule["misfire"], through: string, now: string, made?: Set<number>) => {
  const {
    run,
    leftOut,
    through: settled,
  } = due({timing: hourly, misfire}, at(through), at(now), made);
  expect(settled).toEqual(at(now));
  return {run: run.map(shown), leftOut: leftOut.map(told)};
};
const shown = (instant: Date) => instant.toISOString().slice(5, 16);
const told = ({from, until, count, why}: LeftOut) =>
  `${count} ${shown(from)}–${shown(until)} ${why}`;

test("what is due now runs, and is not due again", () => {
  expect(hours("latest", "11-28T06:59:30", "11-28T07:00:00")).toEqual({
    run: ["11-28T07:00"],
    leftOut: [],
  });
  expect(hours("latest", "11-28T07:00:00", "11-28T07:59:59")).toEqual({run: [], leftOut: []});
});

test("after a time without a planner the latest runs, and the ledger knows of the others", () => {
  expect(hours("latest", "11-27T06:30:00", "11-28T06:30:00")).toEqual({
    run: ["11-28T06:00"],
    leftOut: ["23 11-27T07:00–11-28T05:00 superseded"],
  });
});

test("all run where the schedule wants that, the newest thousand at most", () => {
  expect(hours("all", "11-27T06:30:00", "11-28T06:30:00").run).toHaveLength(24);
  const week = due(
    {timing: {everyMs: minute}, misfire: "all"},
    at("11-21T00:00:00"),
    at("11-28T00:00:00"),
  );
  expect(week.run).toHaveLength(1000);
  expect(week.run.at(-1)).toEqual(at("11-28T00:00:00"));
  expect(week.leftOut.map(told)).toEqual(["9080 11-21T00:01–11-27T07:20 too-many"]);
});

test("none is made up for where the schedule wants that, but one that is hardly late runs", () => {
  expect(hours("none", "11-27T06:30:00", "11-28T06:05:01")).toEqual({
    run: [],
    leftOut: ["24 11-27T07:00–11-28T06:00 too-late"],
  });
  expect(hours("none", "11-28T04:30:00", "11-28T06:05:00")).toEqual({
    run: ["11-28T06:00"],
    leftOut: ["1 11-28T05:00–11-28T05:00 too-late"],
  });
});

test("a clock that went back has nothing due, and what comes next is looked for from there", () => {
  expect(hours("latest", "11-28T06:30:00", "11-27T06:30:00")).toEqual({run: [], leftOut: []});
});

test("what has a run already is neither run nor told as left out when its time comes again", () => {
  const made = new Set([at("11-28T04:00:00"), at("11-28T06:00:00")].map(one => one.getTime()));
  expect(hours("latest", "11-28T03:30:00", "11-28T06:30:00", made)).toEqual({
    run: [],
    leftOut: ["1 11-28T05:00–11-28T05:00 superseded"],
  });
  expect(hours("all", "11-28T03:30:00", "11-28T06:30:00", made).run).toEqual(["11-28T05:00"]);
});

test("what fell due while the schedule was paused is not run when it goes on", () => {
  const {run, leftOut, through, next} = passOver(
    hourly,
    at("11-27T06:30:00"),
    at("11-28T06:30:00"),
    "paused",
  );
  expect(run).toEqual([]);
  expect(leftOut.map(told)).toEqual(["24 11-27T07:00–11-28T06:00 paused"]);
  expect(through).toEqual(at("11-28T06:30:00"));
  expect(next).toEqual(at("11-28T07:00:00"));
});

test("a changed schedule runs at its new times from its change on, and at none before", () => {
  const before: Timing = {cron: "0 7 * * *", zone: "UTC"};
  const after: Timing = {cron: "0 8 * * *", zone: "UTC"};
  const changed = passOver(before, at("11-28T06:00:00"), at("11-28T08:30:00"), "changed");
  expect(changed.leftOut.map(told)).toEqual(["1 11-28T07:00–11-28T07:00 changed"]);
  const next = due({timing: after, misfire: "all"}, changed.through, at("11-30T00:00:00"));
  expect(next.run.map(shown)).toEqual(["11-29T08:00"]);
});

test("after years, or with a clock that began in 1970, a year at most is looked through", () => {
  const {run, leftOut} = due(
    {timing: {everyMs: day}, misfire: "latest"},
    new Date(0),
    at("11-28T12:00:00"),
  );
  expect(run).toEqual([at("11-28T00:00:00")]);
  expect(leftOut[0]?.count).toBe(365);
});

test("after a year of minutes a part is settled in one go, and next says that there is more", () => {
  for (const misfire of ["latest", "all", "none"] as const) {
    const timing: Timing = {cron: "* * * * *", zone: "Europe/Berlin"};
    const now = at("11-28T00:00:00");
    const first = due({timing, misfire}, at("01-01T00:00:00"), now);
    expect(first.run).toEqual([]);
    expect(first.leftOut.map(({count}) => count)).toEqual([10_000]);
    expect(first.next).toEqual(new Date(first.through.getTime() + minute));
    const counts = {run: 0, leftOut: 10_000};
    for (let found = first; found.next && found.next <= now; ) {
      found = due({timing, misfire}, found.through, now);
      counts.run += found.run.length;
      counts.leftOut += found.leftOut.reduce((sum, {count}) => sum + count, 0);
    }
    const run = {latest: 1, all: 1000, none: 6}[misfire];
    expect(counts).toEqual({run, leftOut: 331 * 1440 - run});
  }
});

test("next says when there is something to do again, and nothing where nothing comes", () => {
  const {next} = due(
    {timing: {cron: "30 7 * * 1-5", zone: "Europe/Istanbul"}, misfire: "latest"},
    at("11-27T12:00:00"),
    at("11-28T12:00:00"),
  );
  expect(next).toEqual(at("11-30T04:30:00"));
});

/** A planner with its store: what it keeps survives it, as the database does. */
class Planner {
  readonly made = new Set<number>();
  readonly leftOut: LeftOut[] = [];
  #through: Date;
  #next: Date | undefined;
  readonly #schedule: Pick<Schedule, "timing" | "misfire">;
  constructor(schedule: Pick<Schedule, "timing" | "misfire">, start: number) {
    this.#schedule = schedule;
    this.#through = new Date(start);
    this.#next = this.#through;
  }
  /** Looks at its clock, which shows this. */
  tick(now: number): void {
    const isEarly = this.#next === undefined || now < this.#next.getTime();
    if (isEarly && now >= this.#through.getTime()) return;
    const found = due(this.#schedule, this.#through, new Date(now), this.made);
    const run = found.run.map(instant => instant.getTime());
    for (const instant of run) {
      expect(this.made.has(instant)).toBe(false);
      expect(instant).toBeLessThanOrEqual(now);
      this.made.add(instant);
    }
    this.leftOut.push(...found.leftOut);
    this.#through = found.through;
    this.#next = found.next;
  }
}

const timings: readonly Timing[] = [
  {cron: "30 2 * * *", zone: "Europe/Berlin"},
  {cron: "*/20 1-3 * * *", zone: "Australia/Lord_Howe"},
  {cron: "10 * * * *", zone: "America/New_York"},
  {everyMs: 7 * hour},
];

/** A stretch of real time in which the planner ticks or not, its clock so much ahead of the real one. */
const stretch = fc.record({
  minutes: fc.integer({min: 1, max: 600}),
  skew: fc.constantFrom(0, 0, 0, day, -day, 5 * minute, -5 * minute),
  ticks: fc.constantFrom(true, true, true, false),
});

const lives = fc.record({
  timing: fc.constantFrom(...timings),
  // Around the changes of the clock of 2026.
  start: fc
    .constantFrom("03-07", "03-28", "04-03", "10-02", "10-23", "10-30")
    .map(text => at(`${text}T00:00:00`).getTime()),
  stretches: fc.array(stretch, {minLength: 1, maxLength: 12}),
});

/** Lives through the stretches, and then an hour with a right clock; gives the real end. */
function live(
  planner: Planner,
  start: number,
  stretches: readonly {minutes: number; skew: number; ticks: boolean}[],
  seen: (real: number, skew: number) => void = () => {},
): number {
  let real = start;
  for (const {minutes, skew, ticks} of [...stretches, {minutes: 60, skew: 0, ticks: true}])
    for (let i = 0; i < minutes; i++) {
      real += minute;
      if (!ticks) continue;
      planner.tick(real + skew);
      seen(real, skew);
    }
  return real;
}

const instantsOf = (timing: Timing, from: number, until: number) =>
  [...nominals(timing, new Date(from), new Date(until))].map(one => one.getTime());

test("whatever clock and planner do, with misfire all nothing is lost and nothing runs twice", () => {
  fc.assert(
    fc.property(lives, ({timing, start, stretches}) => {
      const planner = new Planner({timing, misfire: "all"}, start);
      const end = live(planner, start, stretches);
      const expected = instantsOf(timing, start, end);
      expect(expected.filter(one => !planner.made.has(one))).toEqual([]);
    }),
    {numRuns: 200},
  );
});

test("whatever happened before, with a right clock each runs in its minute, unless it ran already", () => {
  fc.assert(
    fc.property(lives, fc.constantFrom("latest", "none"), ({timing, start, stretches}, misfire) => {
      const planner = new Planner({timing, misfire: misfire as "latest" | "none"}, start);
      let before = Number.NaN;
      const watched: number[] = [];
      const end = live(planner, start, stretches, (real, skew) => {
        if (skew === 0 && before === real - minute) watched.push(real);
        before = skew === 0 ? real : Number.NaN;
      });
      const expected = instantsOf(timing, start, end).filter(one => watched.includes(one));
      expect(expected.filter(one => !planner.made.has(one))).toEqual([]);
    }),
    {numRuns: 200},
  );
});

test("with a right clock and pauses, what did not run is told as left out, each once", () => {
  fc.assert(
    fc.property(
      lives,
      fc.constantFrom("latest", "none", "all"),
      ({timing, start, stretches}, misfire) => {
        const planner = new Planner({timing, misfire: misfire as Schedule["misfire"]}, start);
        const end = live(
          planner,
          start,
          stretches.map(one => ({...one, skew: 0})),
        );
        const all = instantsOf(timing, start, end);
        const told = planner.leftOut.reduce((sum, {count}) => sum + count, 0);
        expect(planner.made.size + told).toBe(all.length);
      },
    ),
    {numRuns: 200},
  );
});
