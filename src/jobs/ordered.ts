import {z} from "zod";
import {type NoteSpec, noteSpecSchema, toOrder} from "../model/order.ts";
import {type Schedule, scheduleSchema} from "../model/schedule.ts";
import {sources} from "../model/source.ts";
import {pickRecordSchema} from "../sources/scanRecord.ts";
import {editionAt} from "./edition.ts";

/** What a run makes: as its schedule said it when the run began, or as a person ordered it. */
export const orderedSchema = z.union([
  z.strictObject({by: z.literal("schedule"), schedule: scheduleSchema}),
  z.strictObject({
    by: z.literal("person"),
    spec: noteSpecSchema,
    draft: z.uuid().optional().describe("It is made again: what comes of it is its next revision"),
  }),
  z.strictObject({
    by: z.literal("person"),
    scan: z.strictObject({
      spec: noteSpecSchema.omit({coin: true}),
      top: z.int().min(1).optional().describe("So many of the largest coins; all without it"),
    }),
  }),
]);

export type Ordered = z.infer<typeof orderedSchema>;

const publishSchema = z
  .strictObject({
    targets: z.array(z.string()).min(1),
    approve: z.literal("machine").optional(),
  })
  .describe("Where the note is to be published, and who approves it before");

/** What a worker is to do for a task. */
export const taskOrderSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("note"),
    spec: noteSpecSchema,
    pick: pickRecordSchema.optional().describe("What a scan found of the coin"),
    when: scheduleSchema.shape.when,
    publish: publishSchema.optional(),
    draft: z.uuid().optional().describe("The one that is made again"),
  }),
  z.strictObject({
    kind: z.literal("scan"),
    spec: noteSpecSchema.omit({coin: true}),
    top: z.int().min(1).optional(),
    write: z.int().min(0).describe("Notes on so many of the first; 0 for the list alone"),
    when: scheduleSchema.shape.when,
    publish: publishSchema.optional(),
  }),
]);

export type TaskOrder = z.infer<typeof taskOrderSchema>;
export type NoteTask = Extract<TaskOrder, {kind: "note"}>;
export type ScanTask = Extract<TaskOrder, {kind: "scan"}>;

/** The tasks that a run begins with, each with what tells it from the others. */
export function tasksOf(ordered: Ordered, nominal: Date): {key: string; order: TaskOrder}[] {
  if ("scan" in ordered) return [{key: "scan", order: {kind: "scan", ...ordered.scan, write: 0}}];
  if (ordered.by === "person") {
    const {spec, draft} = ordered;
    return [{key: spec.coin, order: {kind: "note", spec, ...(draft !== undefined && {draft})}}];
  }
  const {what, when, targets, approve} = ordered.schedule;
  const publish = targets.length > 0 && {publish: {targets, ...(approve && {approve})}};
  const spec = specOf(ordered.schedule, nominal);
  if ("scan" in what) {
    const {top, write} = what.scan;
    return [
      {key: "scan", order: {kind: "scan", spec, top, write, ...(when && {when}), ...publish}},
    ];
  }
  return what.coins.map(coin => ({
    key: coin,
    order: {kind: "note", spec: {...spec, coin}, ...(when && {when}), ...publish},
  }));
}

/** The as-of is the nominal instant, whenever the run comes to be done. */
function specOf(schedule: Schedule, nominal: Date): Omit<NoteSpec, "coin"> {
  const {order} = schedule;
  const {data, edition: _, ...rest} = order;
  const edition = editionAt(schedule, nominal);
  return {
    ...rest,
    ...(data !== undefined && {data}),
    ...(edition !== undefined && {edition}),
    ...(!sources[order.source].nowOnly && {asOf: toOrder({coin: "any"}, nominal).asOf}),
    earlier: false,
  };
}
