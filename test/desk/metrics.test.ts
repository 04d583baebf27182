import {expect, test} from "vitest";
import {openMetrics, type Standing} from "../../src/desk/metrics.ts";
import type {Observation} from "../../src/jobs/context.ts";

const standing: Standing = {
  queued: {urgent: 1, routine: 12},
  oldestDueSeconds: 90,
  workers: 2,
  openAlarms: 1,
  ledger: [
    {schedule: "morning", state: "done", runs: 40},
    {schedule: "gone", state: "done", runs: 2},
    {schedule: "gone too", state: "done", runs: 3},
    {schedule: null, state: "failed", runs: 1},
  ],
  callsToday: {coingecko: 120},
};

const task = (schedule: string | null, outcome: string): Observation => ({
  kind: "task",
  run: "41",
  schedule,
  key: "bitcoin",
  outcome,
  seconds: 1,
});
const step = (source: string, calls: number): Observation => ({
  kind: "step",
  run: "41",
  schedule: "morning",
  key: "bitcoin",
  name: "gather",
  outcome: "done",
  seconds: 0.3,
  calls,
  source,
});

const opened = (ask: () => Promise<Standing> = async () => standing) =>
  openMetrics({
    schedules: () => ["morning", "movers"],
    sources: ["coingecko"],
    standing: ask,
  });

test("what was done is counted, and how things stand is told, in the format of Prometheus", async () => {
  const metrics = opened();
  metrics.observe(task("morning", "done"));
  metrics.observe(task("morning", "done"));
  metrics.observe(task(null, "failed"));
  metrics.observe(step("coingecko", 7));
  metrics.alarmRaised("silent");
  metrics.ticked(new Date("2026-11-28T04:30:00Z"));
  const {contentType, text} = await metrics.read();
  expect(contentType).toMatch(/^text\/plain; version=0\.0\.4/);
  for (const line of [
    'assay_tasks_total{schedule="morning",outcome="done"} 2',
    'assay_tasks_total{schedule="by-hand",outcome="failed"} 1',
    'assay_step_seconds_bucket{le="0.5",step="gather"} 1',
    'assay_step_seconds_sum{step="gather"} 0.3',
    'assay_calls_total{source="coingecko"} 7',
    'assay_alarms_total{kind="silent"} 1',
    "assay_last_tick_timestamp_seconds 1795840200",
    'assay_queue_depth{priority="urgent"} 1',
    'assay_queue_depth{priority="routine"} 12',
    "assay_oldest_due_seconds 90",
    "assay_workers 2",
    "assay_open_alarms 1",
    'assay_runs{schedule="morning",state="done"} 40',
    'assay_runs{schedule="other",state="done"} 5',
    'assay_runs{schedule="by-hand",state="failed"} 1',
    'assay_calls_today{source="coingecko"} 120',
  ])
    expect(text.split("\n")).toContain(line);
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
});

test("names that anybody can make up share one label", async () => {
  const metrics = opened();
  for (let run = 0; run < 1000; run++) metrics.observe(task(`made-up-${run}`, "done"));
  metrics.observe(step("http://elsewhere.example", 1));
  const {text} = await metrics.read();
  expect(text.match(/^assay_tasks_total\{/gm)).toHaveLength(1);
  expect(text).toContain('assay_tasks_total{schedule="other",outcome="done"} 1000');
  expect(text).toContain('assay_calls_total{source="other"} 1');
});

test("while the store is away the rest is told, and nothing that is old", async () => {
  let away = false;
  const metrics = opened(async () => {
    if (away) throw new Error("the store is away");
    return standing;
  });
  metrics.alarmRaised("failed");
  expect((await metrics.read()).text).toContain("assay_workers 2");
  away = true;
  const {text} = await metrics.read();
  expect(text).toContain('assay_alarms_total{kind="failed"} 1');
  expect(text).not.toMatch(
    /^assay_(workers|queue_depth|oldest_due_seconds|runs|calls_today|open_alarms|last_tick)\b/m,
  );
});

test("two of them in one process count apart", async () => {
  const [one, two] = [opened(), opened()];
  one.alarmRaised("late");
  expect((await two.read()).text).not.toContain('assay_alarms_total{kind="late"}');
});
