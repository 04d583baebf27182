import {z} from "zod";
import {hookEvents} from "../model/hook.ts";
import {locales} from "../model/locale.ts";
import {misfires, overlaps, priorities, scheduleName, scheduleSources} from "../model/schedule.ts";
import {deskConfigSchema} from "./desk.ts";
import {duration, variable} from "./fields.ts";
import {targetSchema} from "./targets.ts";

// What a configuration says of schedules, and of whom and what they need.

const id = z
  .string({error: "an id"})
  .regex(/^[^\s\p{C}]+$/u, {error: "an id, without spaces and control characters"});
const slug = z.string().regex(scheduleName, {
  error: "up to 40 small letters, digits and single hyphens, such as morning",
});
const address = z.url({protocol: /^https?$/, error: "a web address"});
const mail = z.email({error: "a mail address"});
const count = z.int({error: "a whole number from 1"}).min(1, {error: "a whole number from 1"});
const coins = z.array(id, {error: "a list of coins"}).min(1, {error: "one coin or more"});
const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, {error: `one of ${values.join(", ")}`});

const what = z
  .strictObject(
    {
      coins: coins.optional(),
      watch: id.optional().describe("The name of one of `lists`"),
      scan: z
        .strictObject({
          top: count.describe("So many of the largest coins are looked at"),
          write: count.describe("and notes are written on the first of them"),
        })
        .optional(),
    },
    {error: 'what is made, such as {coins: ["bittensor"]}'},
  )
  .describe("One of coins, watch and scan");

export const scheduleConfigSchema = z.strictObject({
  cron: z
    .string({error: "a cron of five fields, such as 30 7 * * 1-5"})
    .optional()
    .describe("Minute, hour, day of the month, month, day of the week; or else `every`"),
  zone: z
    .string({error: "a zone such as Europe/Istanbul"})
    .optional()
    .describe("Of the wall clock that `cron` speaks of, by its IANA name; UTC without it"),
  every: duration.optional().describe("Such as 10m, 2h or 1d, counted from 1970, UTC"),
  what,
  when: z
    .strictObject({
      newsworthiness: z
        .number({error: "a number above 0, such as 2 for one in a hundred"})
        .positive({error: "a number above 0, such as 2 for one in a hundred"}),
    })
    .optional()
    .describe("A note is kept only where its lead weighs that much: 1.3 is notable, 2 rare"),
  rest: duration.optional().describe("With `when`: no second note on a coin within it; else 1d"),
  source: oneOf(scheduleSources).optional(),
  data: z.string({error: "the name of a data set"}).optional().describe("One of `datasets`"),
  locale: z.enum(locales, {error: locales.join(" or ")}).optional(),
  template: z
    .string({error: "a template's name"})
    .regex(/^[a-z][a-z0-9-]*$/, {error: "a template's name, such as coin-note"})
    .optional(),
  edition: z
    .string({error: "a word such as morning"})
    .regex(/^(?=.{1,35}$)[a-z0-9]+(?:-[a-z0-9]+)*$/, {
      error: "up to 35 small letters, digits and single hyphens, such as morning",
    })
    .refine(text => !/(?:^|-)\d{4}$/.test(text), {
      error: "a word that does not end as a time of day does: times are added by themselves",
    })
    .optional()
    .describe("Part of the notes' ids"),
  targets: z
    .array(id, {error: "a list of names of targets"})
    .default([])
    .describe("Names of `targets`: where its notes are to be published"),
  approve: z
    .literal("machine", {error: '"machine", or leave it out'})
    .optional()
    .describe(
      "machine: a note without faults is approved by the program and published at its targets, and says that no person has read it",
    ),
  tell: z
    .array(mail, {error: "a list of mail addresses"})
    .default([])
    .describe("Who is told when a draft is there"),
  misfire: oneOf(misfires)
    .default("latest")
    .describe("What is made up for after a time without a planner"),
  overlap: oneOf(overlaps)
    .optional()
    .describe(
      "What comes of a run that is due while one of the schedule's goes on; skip without it, and queue where misfire is all",
    ),
  priority: oneOf(priorities).default("routine"),
});

/** The fields of a configuration that the newsroom reads. */
export const newsroomFields = {
  schedules: z
    .record(slug, scheduleConfigSchema)
    .default({})
    .describe("What is made when, by name"),
  lists: z.record(id, coins).default({}).describe("Watch lists: coins by a name"),
  targets: z.record(id, targetSchema).default({}).describe("Where notes are published, by a name"),
  alerts: z
    .strictObject({
      mail: z.array(mail, {error: "a list of mail addresses"}).optional(),
      from: mail.optional().describe("The sender; the first of `mail` without it"),
      smtpFrom: variable.optional().describe("The variable that holds the address of the server"),
      webhook: z.strictObject({url: address, secretFrom: variable}).optional(),
      heartbeat: address.optional().describe("Asked for each minute, for a monitor outside"),
      lateAfter: duration.prefault("15m").describe("A run that is not done by then is late"),
      silentAfter: duration.prefault("5m").describe("A run that has not begun by then is missed"),
    })
    .prefault({})
    .describe("Who is told of failure, lateness and silence"),
  hooks: z
    .record(
      slug,
      z.strictObject({
        url: address.describe("https, or http on this machine"),
        secretFrom: variable.describe("The variable that holds the secret that signs"),
        on: z
          .array(oneOf(hookEvents), {error: 'a list of events, such as ["draft.approved"]'})
          .min(1, {error: "one event or more"}),
      }),
    )
    .default({})
    .describe("Who is told of changes, by a name"),
  budgets: z
    .strictObject({coingecko: count.optional(), "currency-api": count.optional()})
    .default({})
    .describe("Calls of a source in a UTC day"),
  retention: z
    .strictObject({days: count.default(90), runs: count.default(10_000)})
    .prefault({})
    .describe("How long and how many runs are kept in the ledger"),
  review: z
    .strictObject({
      stale: duration.prefault("6h").describe("A draft on older data says so, and offers newer"),
    })
    .prefault({})
    .describe("What editors are told"),
  desk: deskConfigSchema,
};

/** A schedule as a configuration says it, durations in milliseconds. */
export type ScheduleConfig = Readonly<z.output<typeof scheduleConfigSchema>>;
