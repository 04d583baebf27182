import {dirname, resolve} from "node:path";
import type {Project} from "../config/project.ts";
import {openChecker} from "../desk/checker/checker.ts";
import {logObservation} from "../desk/log.ts";
import type {Metrics} from "../desk/metrics.ts";
import type {DeskWish} from "../desk/services.ts";
import {openFeed} from "../desk/stream/feed.ts";
import {nobody, type Receivers, receiversOf} from "../jobs/alarms/channels.ts";
import {heartbeat} from "../jobs/alarms/heartbeat.ts";
import {startWatcher} from "../jobs/alarms/watcher.ts";
import {startCourier} from "../jobs/hooks/courier.ts";
import {type Hook, openHooks} from "../jobs/hooks/hooks.ts";
import {type Chore, startPlanner} from "../jobs/planner.ts";
import type {Presence} from "../jobs/presence.ts";
import {startPublisher} from "../jobs/publishing/publisher.ts";
import {requeueOpen} from "../jobs/recover.ts";
import {prune} from "../jobs/retention.ts";
import {startWorker} from "../jobs/worker.ts";
import {UsageError} from "../model/errors.ts";
import type {Log} from "../model/log.ts";
import {type TargetSet, targetSet} from "../publish/targetSet.ts";
import {type Newsroom, workspaceOf} from "./newsroom.ts";
import {tidyCache} from "./tidyCache.ts";

const minute = 60_000;

/** What goes on in a process of the newsroom, by one reading of the configuration. */
export interface Room {
  /** What a desk stands before, but for how people come in. */
  readonly desk: Omit<DeskWish, "access">;
  /** The folder of the site that notes are published at, where there is one. */
  readonly site: string | undefined;
  /** Plans and watches no more; whoever watches the desk has to come again. */
  leave(): Promise<void>;
  /** What its tasks in hand are on. */
  inHand(): readonly string[];
  /** Takes no new task; what is in hand has so long, and is then handed back. */
  stop(graceMs: number): Promise<void>;
}

export interface RoomWish {
  readonly newsroom: Newsroom;
  readonly project: Project;
  readonly receivers: Receivers;
  readonly presence: Presence;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly concurrency: number;
  /** Whether it also plans, where nobody else does. */
  readonly plans: boolean;
  /** One person writes and approves. */
  readonly solo: boolean;
}

export function openRoom(wish: RoomWish): Room {
  const {newsroom, project, receivers, presence, log, metrics} = wish;
  const {store, blobs, queue} = newsroom;
  const {alerts, budgets} = project;
  const workspace = workspaceOf(project);
  const targets = targetsOf(project);
  const worker = startWorker({
    store,
    blobs,
    queue,
    workspace,
    env: process.env,
    budgets,
    random: Math.random,
    worker: presence.id,
    concurrency: wish.concurrency,
    targets,
    observe(observation) {
      metrics.observe(observation);
      logObservation(log, observation);
    },
  });
  const watcher = startWatcher({
    store,
    receivers,
    log,
    lateAfterMs: alerts.lateAfterMs,
    silentAfterMs: alerts.silentAfterMs,
    budgets,
    raised: metrics.alarmRaised,
    random: Math.random,
  });
  const planner = wish.plans
    ? startPlanner({
        store,
        queue,
        worker: presence.id,
        chores: choresOf(wish),
        log,
        ticked: metrics.ticked,
      })
    : undefined;
  const courier = startCourier({
    db: store.db,
    hooks: hooksIfAny(project, log),
    log,
    now: () => new Date(),
    random: Math.random,
  });
  const publisher = startPublisher({
    db: store.db,
    blobs,
    targets,
    workspace,
    log,
    worker: presence.id,
    random: Math.random,
    leaseMs: 30_000,
  });
  // Also where nobody plans: each machine has a cache of its own.
  const tidying = setInterval(() => void tidyCache(project.cacheBytes), 60 * minute).unref();
  const feed = openFeed({store, log});
  const checker = openChecker();
  return {
    desk: {
      store,
      queue,
      blobs,
      workspace,
      defaults: defaultsOf(project),
      budgets,
      metrics,
      solo: wish.solo,
      feed,
      env: process.env,
      hooks: project.hooks,
      staleMs: project.review.staleMs,
      checker,
      targets,
    },
    site: siteOf(project),
    async leave() {
      clearInterval(tidying);
      await Promise.all([
        planner?.stop(),
        watcher.stop(),
        courier.stop(),
        publisher.stop(),
        feed.close(),
      ]);
    },
    inHand: () => worker.inHand(),
    async stop(graceMs) {
      await worker.stop(graceMs);
      await checker[Symbol.asyncDispose]();
    },
  };
}

/** Where the project's notes are published. */
export const targetsOf = ({targets, house, file}: Project): TargetSet =>
  targetSet(targets, {
    env: process.env,
    house,
    folder: file === undefined ? process.cwd() : dirname(file),
    now: () => new Date(),
  });

/** The first of the targets that are a site of our own. */
function siteOf({targets, file}: Project): string | undefined {
  const found = Object.values(targets).find(one => one.kind === "site");
  return found && resolve(file === undefined ? process.cwd() : dirname(file), found.out);
}

/** What the planner does beside planning. */
function choresOf({newsroom: {store, blobs, queue}, project, log}: RoomWish): Chore[] {
  const {alerts, retention} = project;
  const chores: Chore[] = [
    {
      name: "queueing again what has lost its job",
      everyMs: 5 * minute,
      async work() {
        const jobs = await requeueOpen(store, queue);
        if (jobs > 0) log.warn({jobs}, "what had lost its job was queued again");
      },
    },
    {
      name: "removing what is old",
      everyMs: 60 * minute,
      async work() {
        const {damaged, ...removed} = await prune(store, blobs, retention);
        log.info(removed, "what is old was removed");
        if (damaged.length > 0)
          log.error({snapshots: damaged}, "damaged snapshots: assay store verify says more");
      },
    },
  ];
  const {heartbeat: address} = alerts;
  if (address !== undefined)
    chores.push({name: "the heartbeat", everyMs: minute, work: heartbeat(address, {log})});
  return chores;
}

/** What an order leaves open. */
function defaultsOf({options}: Project) {
  const {source, data, locale, template, paper, profiles} = options;
  return {
    ...(source !== undefined && {source}),
    ...(data !== undefined && {data}),
    ...(locale !== undefined && {locale}),
    ...(template !== undefined && {template}),
    ...(paper !== undefined && {paper}),
    ...(profiles === false && {profiles}),
  };
}

/**
 * Those who are told of alarms.
 *
 * @throws UsageError where the environment lacks what it takes
 */
export function receiversFor({alerts, schedules}: Project): Receivers {
  const {mail, from, smtpFrom, webhook} = alerts;
  return receiversOf(
    {
      tell: [...new Set(schedules.flatMap(({tell}) => tell))],
      ...(mail && {mail}),
      ...(from !== undefined && {from}),
      ...(smtpFrom !== undefined && {smtpFrom}),
      ...(webhook && {webhook}),
    },
    {env: process.env, now: () => new Date()},
  );
}

/** The same, where others of the newsroom can tell as well. */
export function receiversIfAny(project: Project, log: Log): Receivers {
  try {
    return receiversFor(project);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    log.warn({reason: error.message}, "this process tells nobody of alarms");
    return nobody;
  }
}

/** Those that can be told of changes from here: others of the newsroom may have what it takes. */
function hooksIfAny({hooks}: Project, log: Log): Hook[] {
  try {
    return openHooks(hooks, process.env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    log.warn({reason: error.message}, "this process tells no hooks");
    return [];
  }
}

/** The variables that hold what nobody is to read. */
export const secretNames = ({alerts, hooks, targets, desk}: Project): string[] =>
  [
    desk.secretFrom,
    desk.oidc?.secretFrom,
    alerts.smtpFrom,
    alerts.webhook?.secretFrom,
    ...Object.values(hooks).map(({secretFrom}) => secretFrom),
    ...Object.values(targets).flatMap(target =>
      Object.entries(target).flatMap(([field, value]) =>
        field.endsWith("From") && typeof value === "string" ? [value] : [],
      ),
    ),
  ].filter(name => name !== undefined);
