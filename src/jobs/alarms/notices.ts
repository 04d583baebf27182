import {type Kysely, sql} from "kysely";
import type {Alarm} from "../../model/alarm.ts";
import {publicationReasonSchema} from "../../model/publicationReason.ts";
import {scheduleSchema} from "../../model/schedule.ts";
import {reasonText} from "../../publish/reasonWords.ts";
import type {Tables} from "../../store/tables.ts";
import {callsToday} from "../limits.ts";
import {nextNominal} from "../nominals.ts";
import {mailName} from "./channels.ts";

/** Something to be told, once for its key, whoever notices it. */
export interface Notice {
  readonly key: string;
  readonly about: Omit<Alarm, "id" | "at">;
  /** Absent: those who are told of what goes wrong. */
  readonly channels?: readonly string[];
}

export interface Look {
  readonly db: Kysely<Tables>;
  /** By the clock of the store. */
  readonly at: Date;
  readonly lateAfterMs: number;
  readonly silentAfterMs: number;
  /** Calls that a source may get in a day of UTC. */
  readonly budgets: Readonly<Record<string, number>>;
}

/** What was not told for so long is old news. */
const dayMs = 86_400_000;

/** All that is to be told now and was not yet, but for what is well again. */
export async function notices(look: Look): Promise<Notice[]> {
  const found = [
    await failures(look),
    await lateRuns(look),
    await silentSchedules(look),
    await newDrafts(look),
    await spentBudgets(look),
    await openPublications(look),
  ].flat();
  return found;
}

/** Runs about which nothing of that kind was told yet. */
const untold = (db: Kysely<Tables>, kind: "failed" | "late") =>
  db
    .selectFrom("runs")
    .select(["id", "schedule", "nominal", "state", "reason", "definition"])
    .where(({not, exists, selectFrom}) =>
      not(
        exists(
          selectFrom("alarms")
            .select("alarms.id")
            .where("alarms.key", "=", sql<string>`${kind} || ':' || runs.id::text`),
        ),
      ),
    )
    .orderBy("nominal");

type RunRow = Awaited<ReturnType<ReturnType<typeof untold>["execute"]>>[number];

async function failures({db, at}: Look): Promise<Notice[]> {
  const runs = await untold(db, "failed")
    .where("state", "=", "failed")
    .where("ended_at", ">", new Date(at.getTime() - dayMs))
    .execute();
  return runs.map(run => ({
    key: `failed:${run.id}`,
    about: {
      kind: "failed",
      ...ofRun(run),
      reason: wordsOf(run.reason),
      next: "see its steps in the ledger (assay schedule history, or GET /api/runs/{id}), mend the cause, and run it again",
    },
  }));
}

async function lateRuns({db, at, lateAfterMs}: Look): Promise<Notice[]> {
  const since = new Date(at.getTime() - lateAfterMs);
  const runs = await untold(db, "late")
    .where("state", "in", ["waiting", "running"])
    .where("nominal", "<", since)
    // One that somebody retried has its time again.
    .where(({not, exists, selectFrom}) =>
      not(
        exists(
          selectFrom("events")
            .select("seq")
            .where("subject", "=", sql<string>`runs.id::text`)
            .where("kind", "=", "run.retried")
            .where("events.at", ">", since),
        ),
      ),
    )
    .execute();
  return runs.map(run => ({
    key: `late:${run.id}`,
    about: {
      kind: "late",
      ...ofRun(run),
      reason:
        run.state === "waiting"
          ? `${minutes(at, run.nominal)} minutes after it was due no worker has begun it`
          : `${minutes(at, run.nominal)} minutes after it was due it still goes on`,
      next: "look whether workers run and what they wait for: GET /api/runs/{id}, and their logs",
    },
  }));
}

/** The first instant that nobody has settled tells it, whatever became of whoever plans. */
async function silentSchedules({db, at, silentAfterMs}: Look): Promise<Notice[]> {
  const rows = await db
    .selectFrom("schedules")
    .select(["name", "definition", "since", "through"])
    .where("removed_at", "is", null)
    .where("paused_at", "is", null)
    .execute();
  const missed = rows.flatMap(({name, definition, since, through}) => {
    const schedule = scheduleSchema.safeParse(definition);
    if (!schedule.success) return []; // a newer program's, which looks after it
    const {timing} = schedule.data;
    const due = nextNominal(timing, new Date(Math.max(since.getTime(), through.getTime())));
    if (!due || due.getTime() > at.getTime() - silentAfterMs) return [];
    return [{name, due, zone: "zone" in timing ? timing.zone : undefined}];
  });
  const found: Notice[] = [];
  for (const {name, due, zone} of missed) {
    const run = await db
      .selectFrom("runs")
      .select("id")
      .where("schedule", "=", name)
      .where("nominal", "=", due)
      .executeTakeFirst();
    if (run) continue;
    found.push({
      key: `silent:${name}:${due.toISOString()}`,
      about: {
        kind: "silent",
        subject: name,
        schedule: name,
        nominal: due.toISOString(),
        ...(zone !== undefined && {zone}),
        reason: await whoPlans(db),
        next: "look whether assay desk still runs, and start it: it makes up for what was missed as the schedule says",
      },
    });
  }
  return found;
}

async function whoPlans(db: Kysely<Tables>): Promise<string> {
  const planner = await db
    .selectFrom("workers")
    .select([
      "host",
      "pid",
      "seen_at",
      sql<boolean>`seen_at > clock_timestamp() - interval '1 minute'`.as("lives"),
    ])
    .where("plans", "=", true)
    .orderBy("seen_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!planner) return "there is no planner: no assay desk runs on this store";
  const {host, pid, seen_at, lives} = planner;
  return lives
    ? `process ${pid} on ${host} is to plan it, and has not`
    : `process ${pid} on ${host}, which planned, was last seen ${seen_at.toISOString()}`;
}

/** For those whom the schedule named when the run began. */
async function newDrafts({db, at}: Look): Promise<Notice[]> {
  const tell = sql<string[]>`runs.definition -> 'schedule' -> 'tell'`;
  const drafts = await db
    .selectFrom("drafts")
    .innerJoin("tasks", "tasks.id", "drafts.task")
    .innerJoin("runs", "runs.id", "tasks.run")
    .select([
      "drafts.id",
      "drafts.asset",
      "drafts.note_id",
      "drafts.title",
      "drafts.faults",
      "drafts.newsworthiness",
      "runs.id as run",
      "runs.schedule",
      "runs.nominal",
      "runs.definition",
      tell.as("tell"),
    ])
    .where("drafts.created_at", ">", new Date(at.getTime() - dayMs))
    .where(sql<boolean>`jsonb_array_length(coalesce(${tell}, '[]')) > 0`)
    .where(({not, exists, selectFrom}) =>
      not(
        exists(
          selectFrom("alarms")
            .select("alarms.id")
            .where("alarms.key", "=", sql<string>`'draft:' || drafts.id::text`),
        ),
      ),
    )
    .orderBy("drafts.created_at")
    .execute();
  return drafts.map(draft => ({
    key: `draft:${draft.id}`,
    about: {
      kind: "draft",
      ...ofRun({...draft, id: draft.run}),
      subject: `${draft.schedule}: ${draft.asset}`,
      reason: `“${draft.title}” (${draft.note_id}): ${faultsText(draft.faults)}, newsworthiness ${draft.newsworthiness.toFixed(2)}`,
      next: `read it: GET /api/drafts/${draft.id}`,
    },
    channels: draft.tell.map(mailName),
  }));
}

const faultsText = (faults: number) =>
  faults === 0 ? "no faults" : faults === 1 ? "1 fault to mend" : `${faults} faults to mend`;

async function spentBudgets({db, at, budgets}: Look): Promise<Notice[]> {
  const found: Notice[] = [];
  for (const [source, budget] of Object.entries(budgets)) {
    const made = await callsToday(db, source);
    if (made < budget) continue;
    const key = `budget:${source}:${at.toISOString().slice(0, 10)}`;
    const told = await db
      .selectFrom("alarms")
      .select("id")
      .where("key", "=", key)
      .executeTakeFirst();
    if (told) continue;
    found.push({
      key,
      about: {
        kind: "budget",
        subject: source,
        reason: `${made} calls were made since midnight UTC, and the budget is ${budget}: until the next midnight, runs that need more fail`,
        next: `raise budgets.${source}, or take coins or times out of the schedules (assay schedule next shows what they cost)`,
      },
    });
  }
  return found;
}

/** What a run is about, as people call it. */
export function ofRun({
  id,
  schedule,
  nominal,
  definition,
}: Pick<RunRow, "id" | "schedule" | "nominal" | "definition">) {
  const {
    spec,
    scan,
    schedule: held,
  } = (definition ?? {}) as {
    spec?: {coin?: string};
    scan?: object;
    schedule?: {timing?: {zone?: string}};
  };
  const zone = held?.timing?.zone;
  return {
    subject: schedule ?? (scan ? "the scan" : `the note on ${spec?.coin ?? "a coin"}`),
    ...(schedule !== null && {schedule}),
    run: id,
    nominal: nominal.toISOString(),
    ...(zone !== undefined && {zone}),
  };
}

/** Of a fault of ours its words, without where in the code it was. */
const wordsOf = (reason: string | null) =>
  (reason ?? "no reason is known").split("\n    at ")[0]?.slice(0, 2000) || "no reason is known";

const minutes = (at: Date, from: Date) => Math.floor((at.getTime() - from.getTime()) / 60_000);

/** Publications that go no further without a person. What is told of one is told again once it has failed anew. */
async function openPublications({db, at}: Look): Promise<Notice[]> {
  const rows = await db
    .selectFrom("publications")
    .select(["id", "note_id", "target", "state", "attempt", "asks", "reason"])
    .where(eb => eb.or([eb("state", "in", ["refused", "differs"]), eb("asks", "is not", null)]))
    .where("state", "!=", "withdrawn")
    .where(eb =>
      eb.or([eb("began_at", "is", null), eb("began_at", ">", new Date(at.getTime() - 7 * dayMs))]),
    )
    .execute();
  return rows.map(({id, note_id, target, state, attempt, asks, reason}) => ({
    key: `publication:${id}:${attempt}:${asks ?? state}`,
    about: {
      kind: "publication",
      subject: `${note_id} at ${target}`,
      reason:
        reason === null
          ? "its readers find it otherwise than it was approved"
          : wordsOf(reasonText(publicationReasonSchema.parse(reason))),
      next: "see its publications at the desk, or GET /api/drafts/{id}/publications, and order it again, put it right, or leave it",
    },
  }));
}
