import {
  Conflict,
  OutcomeUnknown,
  StoreUnavailable,
  TargetRefused,
  TargetUnavailable,
} from "../../model/errors.ts";
import type {Log} from "../../model/log.ts";
import {
  type Difference,
  type PostConflict,
  type Receipt,
  receiptSchema,
} from "../../model/publication.ts";
import type {PublicationReason} from "../../model/publicationReason.ts";
import {approvedReading} from "../../publish/approved.ts";
import {compare} from "../../publish/compare.ts";
import {decide} from "../../publish/decide.ts";
import type {Release} from "../../publish/release.ts";
import type {Ours, Target} from "../../publish/target.ts";
import {mayPass} from "../../store/open.ts";
import {type Claimed, keepHold, LostPublication} from "./claim.ts";
import {beginStep, begunDigests, forgetPut, openJournal, putStep} from "./journal.ts";
import type {PublishingPlace} from "./place.ts";
import {loadRelease, type Sent} from "./releases.ts";
import {recordReceipt, type Settlement, settle} from "./settle.ts";

export interface Carrier extends PublishingPlace {
  readonly log: Pick<Log, "info" | "warn" | "error">;
  /** In [0, 1). */
  readonly random: () => number;
  readonly leaseMs: number;
  /** Tells whoever waits what is being done. */
  readonly told?: (step: string) => void;
}

/** When a post that stands is read once more: what vanishes or is changed has often done so by then. */
const readAgainMs = 5 * 60_000;

/** Carries a publication on from wherever it is, and writes down what came of it. */
export async function carry(carrier: Carrier, claimed: Claimed): Promise<void> {
  const hold = keepHold(carrier.db, claimed, carrier.leaseMs);
  try {
    const settlement = await outcomeOf(carrier, claimed);
    await hold.letGo();
    await settle(carrier, claimed, settlement);
  } catch (error) {
    if (!(error instanceof LostPublication)) throw error;
    carrier.log.warn(
      {publication: claimed.id, target: claimed.target},
      "a publication was taken up by another",
    );
  } finally {
    await hold.letGo();
  }
}

async function outcomeOf(carrier: Carrier, claimed: Claimed): Promise<Settlement> {
  try {
    return await (claimed.todo === "read" ? readAgain : sent)(carrier, claimed);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // A store that is away settles nothing either: whoever comes after us goes on.
    if (error instanceof LostPublication || mayPass(error)) throw error;
    return failure(carrier, claimed, error);
  }
}

/** Looks, decides, puts it there and reads it back. */
async function sent(carrier: Carrier, claimed: Claimed): Promise<Settlement> {
  const {db, targets, told} = carrier;
  const target = targets.open(claimed.target);
  const release = await releaseOf(carrier, claimed);
  const record = {receipt: receiptOf(claimed), begun: await begunDigests(db, claimed.id)};
  told?.(`looks what stands at ${target.label}`);
  const standing = await target.look(release, record.receipt);
  if (standing.state !== "ours") await forgetPut(db, claimed.id);
  const decision = decide(standing, release, record, claimed);
  switch (decision.do) {
    case "refuse":
      return {
        state: "refused",
        reason: {
          code: "foreign",
          address: decision.foreign.address,
          title: decision.foreign.title,
        },
      };
    case "ask":
      return decision.for === "again"
        ? {
            state: "refused",
            asks: "again",
            reason: {code: "removed"},
          }
        : {
            state: "refused",
            asks: "overwrite",
            conflict: await conflictOf(target, release, record.receipt, decision.over),
            reason: {code: "changed"},
          };
    case "nothing":
      await recordReceipt(db, claimed, decision.receipt);
      return reading(carrier, {target, release, receipt: decision.receipt});
    case "put": {
      // From here on it may be there, whatever becomes of us.
      await beginStep(db, claimed, putStep);
      told?.(`puts it at ${target.label}`);
      const receipt = receiptSchema.parse(
        await target.put(release, decision.over, openJournal(db, claimed)),
      );
      await recordReceipt(db, claimed, receipt);
      return reading(carrier, {target, release, receipt});
    }
  }
}

interface Stood {
  readonly target: Target;
  readonly release: Release;
  readonly receipt: Receipt;
}

/** It stands there: what is left is to read it as its readers do. */
async function reading({told}: Carrier, {target, release, receipt}: Stood): Promise<Settlement> {
  const {version, kind, digest} = release;
  const stands = {receipt, version, kind, digest, readAgainMs};
  told?.(`reads it back at ${receipt.address}`);
  try {
    const differences = await differencesOf({target, release, receipt});
    return differences === undefined || differences.length === 0
      ? {state: "published", ...stands, ...(differences && {differences})}
      : {state: "differs", ...stands, differences};
  } catch (error) {
    // It is there; that nobody could read it just now does not undo that.
    if (!(error instanceof TargetUnavailable || error instanceof Conflict)) throw error;
    return {
      state: "published",
      ...stands,
      readAgainMs: 60_000,
      reason: {code: "unread", says: error.message},
    };
  }
}

/** What a reader finds otherwise; undefined where there is nothing to be read. */
async function differencesOf({target, release, receipt}: Stood): Promise<Difference[] | undefined> {
  const found = await target.read(release, receipt);
  return found && compare(approvedReading(release), found);
}

/** Of a post that stands: whether it still does, as it was left. */
async function readAgain(carrier: Carrier, claimed: Claimed): Promise<Settlement> {
  const receipt = receiptOf(claimed);
  if (!receipt || claimed.standing === null)
    throw new Error(`publication ${claimed.id} has no receipt`);
  const target = carrier.targets.open(claimed.target);
  const version = claimed.standing;
  const release = await releaseOf(carrier, {...claimed, wanted: version});
  const {kind, digest} = release;
  const standing = await target.look(release, receipt);
  const stands = {receipt, version, kind, digest};
  const decision = decide(
    standing,
    release,
    {receipt, begun: new Set()},
    {again: false, overwrite: false},
  );
  if (decision.do === "ask")
    return {
      state: "differs",
      ...stands,
      asks: decision.for,
      ...(decision.for === "overwrite" && {
        conflict: await conflictOf(target, release, receipt, decision.over),
      }),
      reason: {code: decision.for === "again" ? "removed" : "changed"},
    };
  if (decision.do !== "nothing")
    return {
      state: "differs",
      ...stands,
      asks: "again",
      reason: {code: "hidden"},
    };
  const differences = (await differencesOf({target, release, receipt})) ?? [];
  return {
    state: differences.length === 0 ? "published" : "differs",
    ...stands,
    differences,
  };
}

/** What we had put there, what stands there, and what would, all as the target has it. */
const conflictOf = async (
  target: Target,
  release: Release,
  receipt: Receipt | undefined,
  over: Ours,
): Promise<PostConflict> => ({
  base: receipt?.stored ?? "",
  theirs: over.receipt.stored,
  ours: await target.compose(release, over),
});

const receiptOf = ({receipt}: Claimed): Receipt | undefined =>
  receipt === null ? undefined : receiptSchema.parse(receipt);

/** The release that is to stand there, with the dates and the address of its home that are known by now. */
async function releaseOf(carrier: Carrier, claimed: Claimed): Promise<Release> {
  const {db, targets} = carrier;
  const rows = await db
    .selectFrom("publications")
    .select(["id", "target", "at", "began_at", "receipt"])
    .where("note_id", "=", claimed.note_id)
    .execute();
  const dates = rows.filter(({id, receipt}) => id === claimed.id || receipt !== null).map(dateOf);
  const home = targets.homeOf(claimed.target);
  const atHome = rows.find(({target, receipt}) => target === home && receipt !== null);
  const sent: Sent = {
    publishedAt: new Date(Math.min(...dates)),
    ...(atHome && {home: receiptSchema.parse(atHome.receipt).address}),
  };
  return loadRelease(carrier, {noteId: claimed.note_id, version: claimed.wanted}, sent);
}

const hour = 3_600_000;

/** The date that a post bears: when it was due, or when it went out where that was long after. */
const dateOf = ({at, began_at}: Pick<Claimed, "at" | "began_at">): number => {
  const [due, began] = [at.getTime(), began_at?.getTime() ?? at.getTime()];
  return began >= due && began - due < hour ? due : began;
};

/** What it comes to where an attempt failed. */
async function failure(carrier: Carrier, claimed: Claimed, error: Error): Promise<Settlement> {
  const {db, log, random} = carrier;
  const reason = reasonOf(error);
  if (error instanceof OutcomeUnknown) return {state: "unknown", asks: "outcome", reason};
  // Not one of ours or a bug: told with all that is known of it.
  const isBug = !(error instanceof Error && "exitCode" in error);
  if (isBug)
    log.error(
      {error, publication: claimed.id, target: claimed.target},
      "publishing failed by a bug",
    );
  const passes =
    error instanceof TargetUnavailable ||
    error instanceof StoreUnavailable ||
    // Somebody was there between our look and our call: the next look tells.
    (error.constructor === Conflict && claimed.failures < mostConflicts) ||
    (isBug && claimed.failures < mostBugs);
  if (claimed.todo === "read")
    return {
      state: claimed.state === "differs" ? "differs" : "published",
      reason: {code: "unread", says: error.message},
      retryMs: retryMs(claimed, error, random),
    };
  if (!passes) return {state: "refused", reason};
  const begun = await begunDigests(db, claimed.id);
  return {
    state: begun.size > 0 ? "unknown" : "planned",
    reason,
    retryMs: retryMs(claimed, error, random),
  };
}

function reasonOf(error: Error): PublicationReason {
  const known =
    error instanceof TargetRefused ||
    error instanceof TargetUnavailable ||
    error instanceof OutcomeUnknown
      ? error.reason
      : undefined;
  return known ?? {code: "failed", says: error.message};
}

const mostConflicts = 3;
const mostBugs = 5;
const firstMs = 5_000;
const longestMs = 30 * 60_000;

/** As long as the target asks for; else longer each time, and never at the same instant for all. */
function retryMs({failures}: Claimed, error: Error, random: () => number): number {
  const asked = error instanceof TargetUnavailable ? (error.passing.afterMs ?? 0) : 0;
  return Math.max(asked, Math.min(longestMs, firstMs * 2 ** failures) * (0.5 + random() / 2));
}
