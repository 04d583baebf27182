import {Counter, collectDefaultMetrics, Gauge, Histogram, Registry} from "prom-client";
import type {Observation} from "../jobs/context.ts";
import type {AlarmKind} from "../model/alarm.ts";

/** How things stand, as the store tells it. */
export interface Standing {
  /** Parts of runs that wait for a worker, by their priority. */
  readonly queued: Readonly<Record<string, number>>;
  /** Of the run that has been due the longest; 0 where none is. */
  readonly oldestDueSeconds: number;
  /** Workers that have been heard of in the last minute. */
  readonly workers: number;
  /** Of failure, lateness and silence that nothing has mended. */
  readonly openAlarms: number;
  /** Runs in the ledger, which lets go of old ones. */
  readonly ledger: readonly {
    /** Null: ordered by a person. */
    readonly schedule: string | null;
    readonly state: string;
    readonly runs: number;
  }[];
  /** By source, since midnight, UTC, whoever made them. */
  readonly callsToday: Readonly<Record<string, number>>;
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
  const tasks = new Counter({
    name: "assay_tasks_total",
    help: "Attempts of this process at the parts of runs, each a note or a scan, by how they ended",
    labelNames: ["schedule", "outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "assay_step_seconds",
    help: "How long the steps of runs take in this process",
    labelNames: ["step"],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
    registers,
  });
  const calls = new Counter({
    name: "assay_calls_total",
    help: "Calls of this process at sources, failed ones among them",
    labelNames: ["source"],
    registers,
  });
  const alarms = new Counter({
    name: "assay_alarms_total",
    help: "Alarms that this process raised",
    labelNames: ["kind"],
    registers,
  });
  const tick = new Gauge({
    name: "assay_last_tick_timestamp_seconds",
    help: "When this process last planned; absent in one that does not plan",
    registers,
  });
  tick.remove();
  const ledger = new Gauge({
    name: "assay_runs",
    help: "Runs in the ledger, whoever did them, by how they stand",
    labelNames: ["schedule", "state"],
    registers,
  });
  const today = new Gauge({
    name: "assay_calls_today",
    help: "Calls at sources since midnight UTC, whoever made them",
    labelNames: ["source"],
    registers,
  });
  const open = new Gauge({
    name: "assay_open_alarms",
    help: "Alarms of failure, lateness and silence that nothing has mended",
    registers,
  });
  const depth = new Gauge({
    name: "assay_queue_depth",
    help: "Parts of runs that wait for a worker",
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
    for (const gauge of [depth, ledger, today]) gauge.reset();
    for (const gauge of [oldest, workers, open]) gauge.remove();
    const now = await standing().catch(() => undefined);
    if (!now) return;
    for (const [priority, jobs] of Object.entries(now.queued)) depth.set({priority}, jobs);
    oldest.set(now.oldestDueSeconds);
    workers.set(now.workers);
    open.set(now.openAlarms);
    for (const {schedule, state, runs} of now.ledger)
      ledger.inc({schedule: named(schedule), state}, runs);
    for (const [source, made] of Object.entries(now.callsToday))
      today.inc({source: known(source, sources)}, made);
  }

  const named = (schedule: string | null) =>
    schedule === null ? "by-hand" : known(schedule, schedules());

  return {
    observe(observation) {
      if (observation.kind === "task") {
        const {schedule, outcome} = observation;
        tasks.inc({schedule: named(schedule), outcome});
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
