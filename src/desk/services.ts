import {sql} from "kysely";
import {type CoinPlaces, openCoins} from "../jobs/coinSearch.ts";
import {openPressing} from "../jobs/pressing.ts";
import {noTargets, type TargetSet} from "../jobs/publishing/place.ts";
import {cancelRun, retryRun} from "../jobs/runs.ts";
import type {HookSettings} from "../model/hook.ts";
import type {Blobs} from "../store/blobs/blobs.ts";
import {callerOf} from "../store/tokens.ts";
import type {DeskServices} from "./api/services.ts";
import {type Checker, ownChecker} from "./checker/checker.ts";
import type {Metrics} from "./metrics.ts";
import {type Access, peopleServices} from "./people/people.ts";
import {listAlarms} from "./services/alarms.ts";
import {listApprovals} from "./services/approvals.ts";
import {checkText} from "./services/checking.ts";
import {orderChoices} from "./services/choices.ts";
import {addComment, listComments, resolveComment} from "./services/comments.ts";
import {listDifferences} from "./services/comparing.ts";
import {approveCorrection, correct, listCorrections, takeBack} from "./services/corrections.ts";
import {fileOf, findDraft, listDrafts, textOf} from "./services/drafts.ts";
import {listHookDeliveries, listHooks} from "./services/hooks.ts";
import {listJudgements} from "./services/judging.ts";
import {findRun, listRuns} from "./services/ledger.ts";
import {type OrderDesk, orderAtDesk} from "./services/orders.ts";
import {
  answerAt,
  cancelAt,
  listPublications,
  listTargets,
  publishDraft,
  rehearse,
  releaseFile,
  rescheduleAt,
} from "./services/publications.ts";
import {recordedLine} from "./services/recorded/recorded.ts";
import {regenerate} from "./services/regenerating.ts";
import {assignDraft, moveDraft} from "./services/review.ts";
import {findRevision, listEvents, listRevisions} from "./services/revisions.ts";
import {saveText} from "./services/saving.ts";
import {findScan, listScans, orderScanAtDesk} from "./services/scans.ts";
import {findSchedule, listSchedules, pauseSchedule, runSchedule} from "./services/schedules.ts";
import {usualStaleMs} from "./services/stale.ts";
import type {Feed} from "./stream/feed.ts";

export interface DeskWish extends OrderDesk {
  readonly blobs: Blobs;
  readonly metrics: Pick<Metrics, "read">;
  /** One person writes and approves. */
  readonly solo: boolean;
  readonly feed: Pick<Feed, "follow">;
  readonly env: CoinPlaces["env"];
  readonly hooks: Readonly<Record<string, HookSettings>>;
  /** Data older than this are stale: newer ones are offered. */
  readonly staleMs?: number;
  /** Checks in threads of its own; in ours without. */
  readonly checker?: Checker;
  readonly access: Access;
  /** Where notes can be published; nowhere without. */
  readonly targets?: TargetSet;
}

/** What the HTTP interface stands before: the store, its blobs and its queue. */
export function deskServices(desk: DeskWish): DeskServices {
  const {blobs, metrics, staleMs = usualStaleMs, checker = ownChecker} = desk;
  const {db} = desk.store;
  const pressing = openPressing({db, blobs, workspace: desk.workspace});
  const {targets = noTargets, workspace} = desk;
  const review = {
    store: desk.store,
    db,
    blobs,
    pressing,
    solo: desk.solo,
    staleMs,
    targets,
    workspace,
  };
  return {
    callerOf: token => callerOf(db, token),
    ready: async () => void (await sql`select 1`.execute(db)),
    metrics: () => metrics.read(),
    solo: desk.solo,
    people: peopleServices(db, desk.access),
    order: (note, by, key) => orderAtDesk(desk, note, {by, key}),
    runs: query => listRuns(db, query),
    run: id => findRun(db, id),
    async cancel(id, {name}) {
      if (!(await findRun(db, id))) return undefined;
      await cancelRun(desk.store, {id, by: name});
      return findRun(db, id);
    },
    drafts: async query => listDrafts(db, await pressing.styles(), query, staleMs),
    draft: async id => findDraft(db, await pressing.styles(), id, staleMs),
    draftText: id => textOf(db, blobs, id),
    saveText: save => saveText({db, blobs, checker}, save),
    checkText: (id, text) => checkText({db, blobs, checker}, id, text),
    revisions: (id, query) => listRevisions(db, id, query),
    revision: (id, number) => findRevision(db, blobs, {id, number}),
    events: (id, query) => listEvents(db, id, query),
    move: transition => moveDraft(review, transition),
    approvals: async id => listApprovals(db, await pressing.styles(), id),
    assign: assignment => assignDraft(review, assignment),
    comments: id => listComments({db, blobs}, id),
    comment: remark => addComment({db, blobs}, remark),
    resolve: resolution => resolveComment({db, blobs}, resolution),
    draftFile: (id, file) => fileOf({db, blobs, pressing}, {id, file}),
    recorded: place => recordedLine({db, blobs}, place),
    judgements: (id, language) => listJudgements({db, blobs}, id, language),
    differences: wish => listDifferences({db, blobs}, wish),
    regenerate: regeneration => regenerate(desk, regeneration),
    schedules: () => listSchedules(db),
    runSchedule: (name, by) => runSchedule(desk, name, by.name),
    pauseSchedule: (name, paused, by) => pauseSchedule(desk.store, {name, paused, by: by.name}),
    follow: after => desk.feed.follow(after),
    coins: openCoins({workspace: desk.workspace, env: desk.env, now: () => new Date()}),
    orderChoices: () => orderChoices(desk),
    hooks: () => listHooks(db, desk.hooks),
    hookDeliveries: (name, query) => listHookDeliveries(db, desk.hooks, name, query),
    orderScan: (scan, by, key) => orderScanAtDesk(desk, scan, {by, key}),
    scans: () => listScans(db),
    scan: (run, query) => findScan(db, run, query),
    async retry(id, {name}) {
      if (!(await findRun(db, id))) return undefined;
      await retryRun(desk.store, desk.queue, {id, by: name});
      return findRun(db, id);
    },
    schedule: name => findSchedule(db, name),
    alarms: () => listAlarms(db),
    publish: order => publishDraft(review, order),
    rehearse: order => rehearse(review, order),
    publications: id => listPublications(review, id),
    cancelPublication: wish => cancelAt(review, wish),
    reschedule: wish => rescheduleAt(review, wish),
    answer: wish => answerAt(review, wish),
    releaseFile: wish => releaseFile(review, wish),
    corrections: id => listCorrections(review, id),
    correct: wish => correct(review, wish),
    approveCorrection: wish => approveCorrection(review, wish),
    takeBack: wish => takeBack(review, wish),
    targets: async () => listTargets(targets),
  };
}
