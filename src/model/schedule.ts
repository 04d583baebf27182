import {z} from "zod";
import {papers} from "./form.ts";
import {locales} from "./locale.ts";
import {orderSchema} from "./order.ts";
import type {SourceKind} from "./source.ts";

export const misfires = ["latest", "all", "none"] as const;
export const overlaps = ["skip", "queue"] as const;
export const priorities = ["routine", "urgent"] as const;
/** The sources that a schedule can ask; a snapshot is of one instant. */
export const scheduleSources = [
  "coingecko",
  "files",
  "currency-api",
] as const satisfies SourceKind[];

export const scheduleName = /^(?=.{1,40}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** When something is due: at times of a wall clock, or every so often. */
export const timingSchema = z.union([
  z.strictObject({
    cron: z.string().describe("Minute, hour, day of the month, month, day of the week"),
    zone: z.string().describe("Of the wall clock, by its IANA name"),
  }),
  z.strictObject({
    everyMs: z.int().min(60_000).describe("Counted from the beginning of 1970, UTC"),
  }),
]);

export type Timing = Readonly<z.output<typeof timingSchema>>;

const names = z.array(z.string().min(1));

/**
 * What is made when, with nothing left open, as plain data that a store can hold: whoever runs it
 * needs no configuration, only a workspace for the names.
 */
export const scheduleSchema = z.strictObject({
  name: z.string().regex(scheduleName),
  timing: timingSchema,
  what: z.union([
    z.strictObject({
      coins: names.min(1),
      watch: z.string().optional().describe("The watch list that they are from"),
    }),
    z.strictObject({
      scan: z.strictObject({
        top: z.int().min(1).describe("So many of the largest coins are looked at"),
        write: z.int().min(1).describe("and notes are written on the first of them"),
      }),
    }),
  ]),
  order: z
    .strictObject({
      source: z.enum(scheduleSources),
      data: orderSchema.shape.data,
      locale: z.enum(locales),
      template: z.string(),
      paper: z.enum(papers),
      edition: orderSchema.shape.edition,
    })
    .describe("What all notes of it have in common"),
  when: z
    .strictObject({
      newsworthiness: z.number().positive().describe("A note is kept from this weight upward"),
      restMs: z.int().describe("No second note on the coin within it"),
    })
    .optional(),
  targets: names,
  approve: z
    .literal("machine")
    .optional()
    .describe("A note without faults is approved by the program, and published at the targets"),
  tell: names.describe("Mail addresses, beside those of the alerts"),
  misfire: z.enum(misfires).describe("What is made up for after a time without a planner"),
  overlap: z.enum(overlaps).describe("What comes of a run that is due while one goes on"),
  priority: z.enum(priorities),
});

export type Schedule = Readonly<z.output<typeof scheduleSchema>>;
