import {z} from "zod";

/**
 * - `failed`: a run ended without a draft
 * - `late`: a run is not done when it should be
 * - `silent`: a run that was due was not even begun
 * - `draft`: a draft is there, for a person to review
 * - `publication`: a post was refused, is there otherwise than approved, or a person is asked about it
 * - `recovered`: what was failed, late or silent is well again
 * - `budget`: the calls of a day do not suffice, or are used up
 * - `bundle`: so many alarms at once that one stands for them
 */
export const alarmKinds = [
  "failed",
  "late",
  "silent",
  "draft",
  "publication",
  "recovered",
  "budget",
  "bundle",
] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/** Something that people are told, as plain data that can be stored and read back. */
export const alarmSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .describe("The same for the same event, whoever notices it and however often it is sent"),
  kind: z.enum(alarmKinds),
  subject: z
    .string()
    .min(1)
    .describe("What it is about, as people call it: a schedule, a coin, a source"),
  schedule: z.string().optional(),
  run: z.string().optional(),
  nominal: z.iso.datetime().optional().describe("When the run was due"),
  zone: z.string().optional().describe("Of the schedule, by its IANA name"),
  at: z.iso.datetime().describe("When it was noticed"),
  reason: z.string(),
  next: z.string().describe("What to do"),
  link: z
    .url({protocol: /^https?$/})
    .optional()
    .describe("Where to see more"),
});

export type Alarm = Readonly<z.output<typeof alarmSchema>>;
