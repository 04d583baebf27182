import type {Project} from "../../config/project.ts";
import {openHooks} from "../../jobs/hooks/hooks.ts";
import {requireNames} from "../../jobs/names.ts";
import {nextNominal} from "../../jobs/nominals.ts";
import {StoreUnavailable, UsageError} from "../../model/errors.ts";
import {seconds} from "../../model/order.ts";
import {smtpFailure, smtpForm, smtpServer, smtpTransport} from "../../outbound/smtp.ts";
import {reachStore} from "../../store/open.ts";
import {entryOf, standingOf} from "../access.ts";
import {addressOf, hasStore, type StoreOptions, storeFolder, workspaceOf} from "../newsroom.ts";
import {receiversFor, targetsOf} from "../room.ts";
import {type Finding, tried} from "./finding.ts";

const usualPort = 4100;
const patienceMs = 5_000;

/** Which parts are asked over the network. */
export interface Asked {
  readonly online: boolean;
  readonly targets: boolean;
}

/** Store, targets, mail, hooks, schedules and desk: what a newsroom needs beside notes. */
export async function newsroom(
  project: Project,
  options: StoreOptions,
  asked: Asked,
): Promise<Finding[]> {
  return Promise.all([
    store(project, options, asked),
    ...targets(project, asked),
    ...mail(project, asked),
    ...hooks(project),
    ...schedules(project),
    desk(project, options, asked),
  ]);
}

const store = (project: Project, options: StoreOptions, {online}: Asked): Promise<Finding> =>
  tried("store", async () => {
    const url = addressOf(options);
    const folder = storeFolder(options, project);
    if (url === undefined)
      return (await hasStore(options, project))
        ? `${folder}, with a PostgreSQL of its own`
        : `none yet: a desk, a token or assay publish makes it in ${folder}`;
    return online ? reachStore(url) : "the one that DATABASE_URL names; --online asks it";
  });

/** Whether each has its key; proved only where that is asked for. */
function targets(project: Project, {targets: prove}: Asked): Promise<Finding>[] {
  const set = targetsOf(project);
  return set.names.map(name =>
    tried(`target ${name}`, async () => {
      const target = set.open(name);
      const says = prove ? await target.prove() : `${target.label}; --targets proves it`;
      return target.lacks === undefined ? says : `${says}; ${target.lacks}`;
    }),
  );
}

/** The server that alarms are mailed by. That of a target is proved with the target. */
function mail(project: Project, {online}: Asked): Promise<Finding>[] {
  const {alerts, schedules} = project;
  const told = alerts.mail !== undefined || schedules.some(({tell}) => tell.length > 0);
  if (!told && alerts.webhook === undefined) return [];
  return [
    tried("alerts", async () => {
      receiversFor(project);
      if (!told) return "by webhook";
      const name = alerts.smtpFrom ?? "ASSAY_SMTP_URL";
      const url = smtpServer(process.env[name] ?? "");
      if (!url) throw new UsageError(`${name} must hold ${smtpForm}`);
      if (!online) return `by mail through ${url.host}; --online asks it`;
      await smtpTransport(url, {timeoutMs: patienceMs})
        .verify()
        .catch(error => {
          throw new StoreUnavailable(
            `the mail server does not let us in: ${smtpFailure(error, url).why}. Check the address in ${name}`,
          );
        });
      return `by mail: ${url.host} lets us in`;
    }),
  ];
}

function hooks({hooks}: Project): Promise<Finding>[] {
  if (Object.keys(hooks).length === 0) return [];
  return [
    tried("hooks", () =>
      openHooks(hooks, process.env)
        .map(({name, host}) => `${name} at ${host}`)
        .join(", "),
    ),
  ];
}

function schedules(project: Project): Promise<Finding>[] {
  if (project.schedules.length === 0) return [];
  return [
    tried("schedules", async () => {
      await requireNames(project.schedules, workspaceOf(project));
      const now = new Date();
      const said = project.schedules.map(({name, timing}) => {
        const next = nextNominal(timing, now);
        return `${name} ${next ? `next at ${seconds(next)}` : "never again"}`;
      });
      return `${said.join(", ")}; they run while assay desk does`;
    }),
  ];
}

/** Whether one can stand as the configuration says, and with `online` whether one does. */
const desk = (project: Project, options: StoreOptions, {online}: Asked): Promise<Finding> =>
  tried("desk", async () => {
    await standingOf({host: "127.0.0.1"}, project);
    if (project.desk.secretFrom !== undefined || project.desk.oidc) await entryOf(options, project);
    const address = project.desk.url ?? `http://127.0.0.1:${usualPort}`;
    if (!online) return `${address}; --online asks whether one answers there`;
    const ready = await fetch(new URL("/readyz", address), {
      signal: AbortSignal.timeout(patienceMs),
    }).catch(() => undefined);
    if (ready?.ok) return `${address} answers and is ready`;
    const needed = project.desk.url !== undefined || project.schedules.length > 0;
    const why = ready ? `answers ${ready.status}` : "nobody answers";
    if (needed)
      throw new StoreUnavailable(
        `${address}: ${why}, and nothing that is scheduled runs without one: start it with assay desk`,
      );
    return `${address}: ${why}; assay desk starts one`;
  });
