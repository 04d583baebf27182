import {z} from "@hono/zod-openapi";
import {faultSchema} from "../../model/fault.ts";

// What goes in and out where texts are revised and judged.

const instant = z.iso.datetime();

/** The largest text, in bytes: thirty times the longest note. */
export const largestText = 2 ** 18;

export const historyQuerySchema = z.object({
  limit: z.coerce.number({error: "must be a number"}).int().min(1).max(200).default(50),
  before: z.coerce
    .number({error: "must be a number"})
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .openapi({description: "The last number of the answer before"}),
});
export type HistoryQuery = Readonly<z.output<typeof historyQuerySchema>>;

export const revisionSummarySchema = z
  .object({
    number: z.int(),
    kind: z.enum(["written", "edited", "regenerated", "merged", "corrected"]),
    author: z.string().openapi({description: "A person's or token's name, or the program"}),
    parent: z.int().optional().openapi({description: "The revision it was written on"}),
    at: instant,
    sha256: z.string().openapi({description: "Of the text"}),
    suggested: z.boolean().openapi({description: "Nothing but suggestions of the check was taken"}),
    faults: z.int().openapi({description: "How many the check found"}),
  })
  .openapi("RevisionSummary");

export const revisionsSchema = z.object({revisions: z.array(revisionSummarySchema)});
export type Revisions = Readonly<z.output<typeof revisionsSchema>>;

export const revisionSchema = revisionSummarySchema
  .extend({
    text: z.string().openapi({description: "Markdown, as it is kept"}),
    found: z
      .array(faultSchema.extend({id: z.string().openapi({description: "To accept it by"})}))
      .openapi({description: "What the check found, in the order of the text"}),
  })
  .openapi("Revision");
export type Revision = Readonly<z.output<typeof revisionSchema>>;

export const eventsSchema = z.object({
  events: z.array(
    z
      .object({
        seq: z.int(),
        at: instant,
        actor: z.string(),
        kind: z.string().openapi({description: "Such as draft.edited"}),
        data: z.record(z.string(), z.unknown()),
      })
      .openapi("Event"),
  ),
});
export type Events = Readonly<z.output<typeof eventsSchema>>;

/** What the second to save is told beside the sentence. */
export const saveConflictSchema = z.object({
  base: revisionSchema.optional().openapi({description: "What both began with"}),
  theirs: revisionSchema.openapi({description: "The newest"}),
  yours: z.string().openapi({description: "What was sent"}),
});
export type SaveConflict = Readonly<z.output<typeof saveConflictSchema>>;
