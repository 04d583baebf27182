import {z} from "@hono/zod-openapi";
import {locales} from "../../model/locale.ts";
import {orderSchema} from "../../model/order.ts";
import {publicationQuestions, publicationStates} from "../../model/publication.ts";
import {draftStates} from "../../model/review.ts";
import {misfires, overlaps, priorities} from "../../model/schedule.ts";
import {sourceKinds} from "../../model/source.ts";

// What goes in and out over HTTP. Instants are ISO 8601, UTC.

const instant = z.iso.datetime();
const cursor = z.string().max(500);
/** What a text column of PostgreSQL can hold and be asked for, and a terminal be shown. */
export const printable = z
  .string()
  .regex(/^\P{C}*$/u, {error: "must be without control characters"});
const page = {
  limit: z.coerce.number({error: "must be a number"}).int().min(1).max(200).default(50),
  cursor: cursor.optional().openapi({description: "Of the answer before"}),
};

export const dataName = z
  .string()
  .regex(/^[^\s/\\]{1,100}$/, {error: "must be a name from the configuration, not a path"})
  .openapi({description: "A name from the configuration"});

export const noteRequestSchema = z
  .strictObject({
    coin: z
      .string({error: "must be a coin's id, such as bitcoin"})
      .regex(/^[^\s\p{C}]{1,100}$/u, {error: "must be a coin's id, such as bitcoin"}),
    source: z.enum(sourceKinds).optional(),
    data: dataName.optional(),
    asOf: z.iso.datetime({offset: true}).optional(),
    locale: z.enum(locales).optional(),
    template: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,60}$/)
      .optional(),
    edition: orderSchema.shape.edition,
  })
  .openapi("NoteRequest");
export type NoteRequest = Readonly<z.output<typeof noteRequestSchema>>;

export const runStates = ["waiting", "running", "done", "failed", "cancelled", "skipped"] as const;

export const taskStates = ["waiting", "running", "done", "failed", "cancelled"] as const;

const stepSchema = z.object({
  coin: z.string().optional().openapi({description: "Whose note; absent for the scan"}),
  name: z.enum(["scan", "gather", "write", "press", "draft"]),
  startedAt: instant,
  endedAt: instant.optional(),
  calls: z.int().openapi({description: "At sources, failed ones among them"}),
  outcome: z.enum(["done", "failed"]).optional(),
  reason: z.string().optional(),
});

const runNoteSchema = z.object({
  coin: z.string(),
  state: z.enum(taskStates),
  outcome: z.string().optional().openapi({description: "Such as draft or nothing-to-say"}),
  reason: z.string().optional().openapi({description: "Of the outcome, for people"}),
  draft: z.string().optional(),
});

export const runSchema = z
  .object({
    id: z.string(),
    state: z.enum(runStates),
    schedule: z.string().optional().openapi({description: "Absent where a person ordered it"}),
    nominal: instant.openapi({description: "When it was due; the notes' as-of unless ordered"}),
    priority: z.enum(["routine", "urgent"]),
    by: z.string().openapi({description: "Who ordered it"}),
    plannedAt: instant,
    startedAt: instant.optional(),
    endedAt: instant.optional(),
    reason: z.string().optional().openapi({description: "Why it failed or was left, for people"}),
    coin: z.string().optional().openapi({description: "Whose note, where a person ordered one"}),
    scan: z
      .enum(taskStates)
      .optional()
      .openapi({description: "How its scan stands, where it has one: GET /api/scans/{id}"}),
    notes: z.array(runNoteSchema),
    steps: z.array(stepSchema),
    calls: z.int().openapi({description: "At sources, failed ones among them"}),
    outcome: z.string().optional().openapi({description: "Of its note, where it is of one"}),
    draft: z.string().optional().openapi({description: "Of its note, where it is of one"}),
  })
  .openapi("Run");
export type Run = Readonly<z.output<typeof runSchema>>;

export const runsQuerySchema = z.object({
  ...page,
  schedule: printable.optional(),
  state: z.enum(runStates).optional(),
});
export type RunsQuery = Readonly<z.output<typeof runsQuerySchema>>;

export const runsSchema = z.object({runs: z.array(runSchema), cursor: cursor.optional()});
export type Runs = Readonly<z.output<typeof runsSchema>>;

export const orderedSchema = z.object({run: z.string()}).openapi("Ordered");

export const draftSchema = z
  .object({
    id: z.string(),
    noteId: z.string(),
    asset: z.string(),
    symbol: z.string(),
    locale: z.string(),
    asOf: instant,
    edition: z.string().optional(),
    state: z.enum(draftStates),
    revision: z.int(),
    title: z.string(),
    faults: z.int().openapi({description: "Open ones, of the newest revision"}),
    newsworthiness: z.number(),
    assignee: z.string().optional().openapi({description: "Who has it"}),
    run: z.string().optional(),
    stale: z
      .object({
        since: instant,
        newest: instant.optional().openapi({description: "As of when newer data are kept"}),
      })
      .optional()
      .openapi({description: "Its data are older than a draft in review should rest on"}),
    correcting: z.boolean().optional().openapi({
      description: "It is out, and a correction of its text is open: it may be edited",
    }),
    publications: z
      .array(
        z.object({
          target: z.string(),
          state: z.enum(publicationStates),
          asks: z.enum(publicationQuestions).optional(),
        }),
      )
      .optional()
      .openapi({description: "How it stands at each target, but for what was taken back"}),
    updatedAt: instant.openapi({description: "When it last changed"}),
  })
  .openapi("Draft");
export type DraftSummary = Readonly<z.output<typeof draftSchema>>;

/** One state, or several with commas between. */
const statesSchema = z
  .string()
  .max(200)
  .transform(text => text.split(","))
  .pipe(z.array(z.enum(draftStates)));

export const draftOrders = ["newest", "desk"] as const;

export const draftsQuerySchema = z.object({
  ...page,
  state: statesSchema.optional().openapi({
    type: "string",
    description: `${draftStates.join(", ")}; several with commas between`,
  }),
  coin: printable.optional(),
  locale: z.enum(locales).optional(),
  assignee: printable.max(100).optional().openapi({description: "Who has it"}),
  faults: z.enum(["open"]).optional().openapi({description: "Those with open faults only"}),
  publications: z.enum(["amiss"]).optional().openapi({
    description:
      "Those of which a publication is refused, differs, is unknown, or waits for a person's answer",
  }),
  newsworthy: z.coerce
    .number({error: "must be a number"})
    .optional()
    .openapi({description: "The least newsworthiness"}),
  q: printable.max(200).optional().openapi({description: "Words to find"}),
  order: z.enum(draftOrders).default("newest").openapi({
    description:
      "newest, or desk: what waits for an editor and what is with the writers, each the most newsworthy first, then what goes out and what is out or dropped, each as it last changed",
  }),
});
export type DraftsQuery = Readonly<z.output<typeof draftsQuerySchema>>;

export const draftsSchema = z.object({
  drafts: z.array(draftSchema),
  cursor: cursor.optional(),
  counts: z.partialRecord(z.enum(draftStates), z.int()).optional().openapi({
    description: "How many there are by state, whichever states were asked for; on the first page",
  }),
});
export type Drafts = Readonly<z.output<typeof draftsSchema>>;

export const scheduleSchema = z
  .object({
    name: z.string(),
    cron: z.string().optional(),
    every: z.int().optional().openapi({description: "In milliseconds"}),
    zone: z.string().optional(),
    paused: z.boolean(),
    next: instant.optional().openapi({description: "Absent while it is paused"}),
    last: z
      .object({run: z.string(), nominal: instant, outcome: z.string().optional()})
      .optional()
      .openapi({description: "The newest run"}),
    targets: z
      .array(z.string())
      .optional()
      .openapi({description: "Where its notes are to be published; absent where nowhere"}),
  })
  .openapi("Schedule");
export type ScheduleSummary = Readonly<z.output<typeof scheduleSchema>>;

const noteOrderSchema = z.object({
  source: z.string(),
  data: z.string().optional(),
  locale: z.string(),
  template: z.string(),
  edition: z.string().optional(),
});

/** A schedule with what a page on it tells. */
export const scheduleDetailSchema = scheduleSchema
  .extend({
    pausedAt: instant.optional(),
    pausedBy: z.string().optional(),
    what: z.union([
      z.object({coins: z.array(z.string()), watch: z.string().optional()}),
      z.object({scan: z.object({top: z.int(), write: z.int()})}),
    ]),
    order: noteOrderSchema,
    when: z.object({newsworthiness: z.number(), restMs: z.int()}).optional(),
    misfire: z.enum(misfires),
    overlap: z.enum(overlaps),
    priority: z.enum(priorities),
    upcoming: z.array(instant).openapi({description: "The next ten, as if it were not paused"}),
    runs: z.array(runSchema).openapi({description: "The newest ten"}),
    leftOut: z
      .array(z.object({from: instant, until: instant, count: z.int(), why: z.string()}))
      .openapi({description: "Instants that had no run, the newest 20 times"}),
  })
  .openapi("ScheduleDetail");
export type ScheduleDetail = z.output<typeof scheduleDetailSchema>;

export const schedulesSchema = z.object({schedules: z.array(scheduleSchema)});

export const pauseSchema = z.strictObject({paused: z.boolean({error: "must be true or false"})});

/** RFC 9457, with what is wrong with which field. */
export const problemSchema = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({description: "For people"}),
    errors: z.array(z.object({field: z.string(), says: z.string()})).optional(),
  })
  .openapi("Problem");
export type ProblemDocument = Readonly<z.output<typeof problemSchema>>;
