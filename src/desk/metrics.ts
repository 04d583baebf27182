import {Counter, collectDefaultMetrics, Gauge, Histogram, Registry} from "prom-client";
import type {Observation} from "../jobs/context.ts";
import type {AlarmKind} from "../model/alarm.ts";

/** How things stand, as the store tells it. */
export interface Standing {
  /** Jobs that wait, by their priority. */
  readonly queued: Readonly<Record<string, number>>;
  /** Of the run that has been due the longest; 0 where none is. */
  readonly oldestDueSeconds: number;
  /** Workers that have been heard of in the last minute. */
  readonly workers: number;
}

export interface MetricsOptions {
  /** Names that may stand in a label; whatever else is named becomes `other`. */
  readonly schedules: () => readonly string[];
  readonly sources: readonly string[];
  /** Asked at each reading; where it fails, what it would tell is left out. */
  readonly standing: () => Promise<Standing>;
}

export interface Metrics {
  /** Counts what a worker is about. */
  observe(observation: Observation): void;
  alarmRaised(kind: AlarmKind): void;
  ticked(at: Date): void;
  /** In the text format of Prometheus. */
  read(): Promise<{readonly contentType: string; readonly text: string}>;
}

/** What is counted here since the program began, and how things stand in the store. */
export function openMetrics({schedules, sources, standing}: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({register: registry});
  const runs = new Counter({
    name: "assay_runs_total",
    help: "Attempts at the parts of runs, each a note or a scan, by how they ended",
    labelNames: ["schedule", "outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "assay_run_seconds",
    help: "How long the steps of runs take",
    labelNames: ["step"],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
    registers,
  });
  const calls = new Counter({
    name: "assay_calls_total",
    help: "Calls at sources, failed ones among them",
    labelNames: ["source"],
    registers,
  });
  const alarms = new Counter({
    name: "assay_alarms_total",
    help: "Alarms that were raised",
    labelNames: ["kind"],
    registers,
  });
  const tick = new Gauge({
    name: "assay_last_tick_timestamp_seconds",
    help: "When the planner last looked at the schedules",
    registers,
  });
  const depth = new Gauge({
    name: "assay_queue_depth",
    help: "Jobs that wait",
    labelNames: ["priority"],
    registers,
  });
  const oldest = new Gauge({
    name: "assay_oldest_due_seconds",
    help: "How long the oldest run that is due has waited",
    registers,
  });
  const workers = new Gauge({
    name: "assay_workers",
    help: "Workers that were heard of in the last minute",
    registers,
  });

  async function look(): Promise<void> {
    depth.reset();
    oldest.remove();
    workers.remove();
    const now = await standing().catch(() => undefined);
    if (!now) return;
    for (const [priority, jobs] of Object.entries(now.queued)) depth.set({priority}, jobs);
    oldest.set(now.oldestDueSeconds);
    workers.set(now.workers);
  }

  return {
    observe(observation) {
      if (observation.kind === "task") {
        const {schedule, outcome} = observation;
        const name = schedule === null ? "by-hand" : known(schedule, schedules());
        runs.inc({schedule: name, outcome});
      }
      if (observation.kind === "step") {
        const {name, source, calls: made} = observation;
        seconds.observe({step: name}, observation.seconds);
        if (made > 0) calls.inc({source: known(source, sources)}, made);
      }
    },
    alarmRaised: kind => alarms.inc({kind}),
    ticked: at => tick.set(at.getTime() / 1000),
    async read() {
      await look();
      return {contentType: registry.contentType, text: await registry.metrics()};
    },
  };
}

/** Names that anybody can make up would fill the memory of whoever reads them. */
const known = (name: string, names: readonly string[]) => (names.includes(name) ? name : "other");
