import {z} from "zod";
import {answerIn} from "../../jobs/publishing/answer.ts";
import {cancelPublication, reschedule} from "../../jobs/publishing/cancel.ts";
import {holdingApproval, orderIn, readyOrder} from "../../jobs/publishing/order.ts";
import type {PublishingPlace, TargetSet} from "../../jobs/publishing/place.ts";
import {previewRelease} from "../../jobs/publishing/preview.ts";
import {instantOf} from "../../jobs/publishing/wallClock.ts";
import {UsageError} from "../../model/errors.ts";
import {differenceSchema, postConflictSchema, receiptSchema} from "../../model/publication.ts";
import {publicationReasonSchema} from "../../model/publicationReason.ts";
import type {Publications, Rehearsals, Targets} from "../api/publicationShapes.ts";
import type {AnsweringAt, Publishing, ReleaseFile, Rescheduling} from "../api/services.ts";
import {isId} from "./id.ts";
import {instantText} from "./instant.ts";
import type {ReviewRoom} from "./review.ts";

export type PublishingRoom = ReviewRoom & PublishingPlace;

/**
 * Orders an approved draft to stand at targets.
 *
 * @throws Conflict where it is not approved; UsageError where a target or an instant is none
 */
export async function publishDraft(
  room: PublishingRoom,
  {id, by, ...order}: Publishing,
): Promise<Publications | undefined> {
  if (!isId(id)) return undefined;
  const ready = await readyOrder(room, order);
  const styles = await room.pressing.styles();
  const ordered = await room.db.transaction().execute(async transaction => {
    const row = await transaction
      .selectFrom("drafts")
      .select("id")
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return false;
    const approval = await holdingApproval(transaction, id, styles);
    await orderIn(transaction, ready, {draft: id, by: by.name, approval});
    return true;
  });
  return ordered ? listPublications(room, id) : undefined;
}

/** What would be sent; nothing is ordered, and nobody is asked. */
export async function rehearse(
  room: PublishingRoom,
  {id, targets, at}: Publishing,
): Promise<Rehearsals | undefined> {
  if (!isId(id)) return undefined;
  const opened = targets.map(name => room.targets.open(name));
  const release = await previewRelease(room, room.pressing, id);
  if (!release) return undefined;
  const rehearsals = [];
  for (const target of opened) {
    const {parts} = await target.rehearse(release);
    const due = at === undefined ? undefined : instantOf(at, room.targets.zoneOf(target.name));
    rehearsals.push({
      target: target.name,
      label: target.label,
      ...(due && {at: instantText(due)}),
      parts: parts.map(part => ({...part})),
    });
  }
  return {rehearsals};
}

/** Where a draft stands, or is to stand, and its versions. */
export async function listPublications(
  {db, targets}: Pick<PublishingPlace, "db" | "targets">,
  id: string,
): Promise<Publications | undefined> {
  if (!isId(id)) return undefined;
  const draft = await db.selectFrom("drafts").select("id").where("id", "=", id).executeTakeFirst();
  if (!draft) return undefined;
  const rows = await db
    .selectFrom("publications")
    .selectAll()
    .where("draft", "=", id)
    .orderBy("ordered_at")
    .orderBy("target")
    .execute();
  const steps = await stepsOf(db, id);
  const stands = new Set(rows.filter(({receipt}) => receipt !== null).map(({target}) => target));
  const releases = await db
    .selectFrom("releases")
    .selectAll()
    .where("draft", "=", id)
    .orderBy("version")
    .execute();
  return {
    publications: rows.map(row => {
      const receipt = row.receipt === null ? undefined : receiptSchema.parse(row.receipt);
      const home = targets.names.includes(row.target) ? targets.homeOf(row.target) : undefined;
      const waits = row.state === "planned" && home !== undefined && !stands.has(home);
      return {
        target: row.target,
        state: row.state,
        wanted: row.wanted,
        ...(row.standing !== null && {standing: row.standing}),
        at: instantText(row.at),
        by: row.ordered_by,
        orderedAt: instantText(row.ordered_at),
        ...(row.asks !== null && {asks: row.asks}),
        ...(row.reason !== null && {reason: publicationReasonSchema.parse(row.reason)}),
        ...(waits && {waitsFor: home}),
        ...(row.not_before !== null && {nextAt: instantText(row.not_before)}),
        ...(receipt && {address: receipt.address}),
        ...(row.published_at !== null && {publishedAt: instantText(row.published_at)}),
        ...(row.read_at !== null && {readAt: instantText(row.read_at)}),
        ...(row.differences !== null && {
          differences: z.array(differenceSchema).parse(row.differences),
        }),
        ...(row.conflict !== null && {conflict: postConflictSchema.parse(row.conflict)}),
        ...(steps.has(row.id) && {steps: steps.get(row.id)}),
      };
    }),
    releases: releases.map(row => ({
      version: row.version,
      kind: row.kind,
      revision: row.revision,
      digest: row.digest,
      approval: row.approval,
      by: row.made_by,
      at: instantText(row.made_at),
      ...(row.reason !== null && {reason: row.reason}),
      ...(row.wrong !== null && {wrong: row.wrong}),
      ...(row.right !== null && {right: row.right}),
    })),
  };
}

/** What has been done of what is on its way, by publication. */
async function stepsOf(db: PublishingPlace["db"], draft: string) {
  const rows = await db
    .selectFrom("publication_steps as step")
    .innerJoin("publications as p", join =>
      join
        .onRef("p.id", "=", "step.publication")
        .onRef("p.wanted", "=", "step.version")
        .onRef("p.round", "=", "step.round"),
    )
    .select(["p.id", "step.step", "step.began_at", "step.ended_at"])
    .where("p.draft", "=", draft)
    .where("p.state", "in", ["planned", "sending", "unknown"])
    .orderBy("step.began_at")
    .execute();
  const told = rows.map(({id, step, began_at, ended_at}) => ({
    id,
    step: step.replace(/^target /, ""),
    beganAt: instantText(began_at),
    ...(ended_at !== null && {endedAt: instantText(ended_at)}),
  }));
  return new Map(
    [...Map.groupBy(told, ({id}) => id)].map(([id, ofIt]) => [
      id,
      ofIt.map(({id: _, ...step}) => step),
    ]),
  );
}

export async function cancelAt(
  room: PublishingRoom,
  {id, target, by}: Omit<Rescheduling, "at">,
): Promise<Publications | undefined> {
  if (!isId(id)) return undefined;
  const done = await cancelPublication(room, {draft: id, target, by: by.name});
  return done && listPublications(room, id);
}

export async function rescheduleAt(
  room: PublishingRoom,
  {id, target, by, at}: Rescheduling,
): Promise<Publications | undefined> {
  if (!isId(id)) return undefined;
  const done = await reschedule(room, {draft: id, target, by: by.name, at});
  return done && listPublications(room, id);
}

export async function answerAt(
  room: PublishingRoom,
  {id, by, ...answering}: AnsweringAt,
): Promise<Publications | undefined> {
  if (!isId(id)) return undefined;
  const done = await answerIn(room.db, {draft: id, by: by.name, ...answering});
  return done && listPublications(room, id);
}

/** A file of a version as it left the house, whatever became of the draft since. */
export async function releaseFile(
  {db, blobs}: Pick<PublishingPlace, "db" | "blobs">,
  {id, version, file}: ReleaseFile,
): Promise<Uint8Array | undefined> {
  if (!isId(id)) return undefined;
  const row = await db
    .selectFrom("releases")
    .innerJoin("release_files", join =>
      join
        .onRef("release_files.note_id", "=", "releases.note_id")
        .onRef("release_files.version", "=", "releases.version"),
    )
    .select("release_files.sha256")
    .where("releases.draft", "=", id)
    .where("releases.version", "=", version)
    .where("release_files.path", "=", file)
    .executeTakeFirst();
  return row && blobs.get(row.sha256);
}

/** Where notes can be published. */
export const listTargets = (targets: TargetSet): Targets => ({
  targets: targets.names.map(name => {
    const home = targets.homeOf(name);
    return {
      name,
      kind: targets.kindOf(name),
      zone: targets.zoneOf(name),
      ...(home !== undefined && {home}),
      ...reachOf(targets, name),
    };
  }),
});

function reachOf(targets: TargetSet, name: string) {
  try {
    return {label: targets.open(name).label};
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return {lacks: error.message};
  }
}
