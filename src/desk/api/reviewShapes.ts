import {z} from "@hono/zod-openapi";
import {faultSchema} from "../../model/fault.ts";
import {markSchema} from "../../model/mark.ts";
import {mergeSchema} from "../../model/merge.ts";
import {lacks} from "../../render/about.ts";
import {passage, words} from "./wordsShape.ts";

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
    lack: z.enum(lacks).optional().openapi({
      description: "What it lacks without which no page is made of it, and nobody approves it",
    }),
    merge: mergeSchema.optional().openapi({
      description: "What is still to be settled, or read again, since it was made again",
    }),
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

export const settledQuerySchema = z.object({
  settled: z
    .string()
    .regex(/^[a-z0-9]+(,[a-z0-9]+)*$/, {error: "must be ids with commas between"})
    .max(10_000)
    .optional()
    .openapi({description: "Ids of conflicts that are settled with it, or of words read again"}),
});

/** What the second to save is told beside the sentence. */
export const saveConflictSchema = z.object({
  base: revisionSchema.optional().openapi({description: "What both began with"}),
  theirs: revisionSchema.openapi({description: "The newest"}),
  yours: z.string().openapi({description: "What was sent"}),
});
export type SaveConflict = Readonly<z.output<typeof saveConflictSchema>>;

export const acceptedSchema = z
  .strictObject({
    fault: z.string().min(1).max(64).openapi({description: "Its id in the revision"}),
    reason: words(1_000).openapi({description: "Why the text stands as it is"}),
  })
  .openapi("Accepted");
export type Accepted = Readonly<z.output<typeof acceptedSchema>>;

export const transitionSchema = z
  .strictObject({
    to: z.enum(["in-review", "changes-asked", "approved", "dropped"]),
    reason: words(2_000).optional().openapi({description: "A draft is not dropped without"}),
    accepted: z
      .array(acceptedSchema)
      .max(1_000)
      .default([])
      .openapi({description: "Faults that an approval accepts, each with its reason"}),
    publish: z
      .strictObject({
        targets: z.array(z.string().min(1).max(100)).min(1).max(50),
        at: z.string().max(40).optional(),
      })
      .optional()
      .openapi({
        description:
          "Who approves orders it published as well: both are done, or neither. Needs a publisher",
      }),
    send: z.boolean({error: "must be true or false"}).optional().openapi({
      description:
        "Who approves sends it to review first, where it is not there: both are done, or neither",
    }),
  })
  .refine(({to, accepted}) => to === "approved" || accepted.length === 0, {
    path: ["accepted"],
    error: "must be empty unless it is approved",
  })
  .refine(({to, publish}) => to === "approved" || publish === undefined, {
    path: ["publish"],
    error: "must not be there unless it is approved",
  })
  .refine(({to, send}) => to === "approved" || send === undefined, {
    path: ["send"],
    error: "must not be there unless it is approved",
  })
  .openapi("Transition");

export const approvalsSchema = z.object({
  approvals: z.array(
    z
      .object({
        id: z.string(),
        revision: z.int(),
        text: z.string().openapi({description: "SHA-256, as of snapshot and style"}),
        snapshot: z.string(),
        style: z.string(),
        by: z.string(),
        at: instant,
        accepted: z.array(acceptedSchema),
        holds: z.boolean().openapi({description: "It covers the draft as it is now"}),
        withdrawnAt: instant.optional(),
        withdrawnBy: z.string().optional(),
      })
      .openapi("Approval"),
  ),
});
export type Approvals = Readonly<z.output<typeof approvalsSchema>>;

export const assignmentSchema = z
  .strictObject({
    assignee: words(60).nullable().openapi({description: "Who has it; null: nobody"}),
  })
  .openapi("Assignment");

export const anchorSchema = z
  .strictObject({
    before: passage(500).default("").openapi({description: "What stands before it"}),
    quote: passage(5_000)
      .min(1, {error: "must not be empty"})
      .openapi({description: "The passage, word for word"}),
    after: passage(500).default("").openapi({description: "What stands after it"}),
    figure: z.string().optional().openapi({description: "Id of the figure that it is on"}),
    statement: z.string().optional().openapi({
      description: "The statement that it is on, as the program wrote it",
    }),
  })
  .openapi("Anchor");
export type Anchor = Readonly<z.output<typeof anchorSchema>>;

/** What somebody names to comment on it: a passage, a figure or a statement. */
const askedAnchorSchema = anchorSchema
  .partial({quote: true})
  .extend({
    figure: passage(500).optional().openapi({description: "Id of a figure of the evidence"}),
    statement: z.int().min(0).optional().openapi({description: "Of the evidence, from 0"}),
  })
  .refine(
    ({quote, figure, statement}) =>
      [quote, figure, statement].filter(one => one !== undefined).length === 1,
    {error: "must have one of quote, figure and statement"},
  )
  .openapi("AskedAnchor");
export type AskedAnchor = Readonly<z.output<typeof askedAnchorSchema>>;

export const remarkSchema = z
  .strictObject({
    anchor: askedAnchorSchema,
    text: words(5_000),
    revision: z.int().min(1).max(999_999_999).optional().openapi({
      description: "The one that is commented on; the newest unless told",
    }),
  })
  .openapi("Remark");

export const commentSchema = z
  .object({
    id: z.string(),
    draft: z.string(),
    revision: z.int().openapi({description: "The one that was commented on"}),
    anchor: anchorSchema,
    text: z.string(),
    author: z.string(),
    at: instant,
    placed: z.boolean().openapi({
      description:
        "It stands in the newest text: a passage word for word and once, a figure or statement wherever it is told",
    }),
    from: z.int().optional().openapi({description: "In UTF-16 code units of it, from 0"}),
    to: z.int().optional(),
    resolvedAt: instant.optional(),
    resolvedBy: z.string().optional(),
  })
  .openapi("Comment");
export type Comment = Readonly<z.output<typeof commentSchema>>;

export const commentsSchema = z.object({comments: z.array(commentSchema)});
export type Comments = Readonly<z.output<typeof commentsSchema>>;

export const resolutionSchema = z
  .strictObject({resolved: z.boolean({error: "must be true or false"})})
  .openapi("Resolution");

/** A text that is being written. */
export const checkRequestSchema = z.strictObject({
  text: z
    .string({error: "must be a text"})
    .max(256 * 1024, {error: "must be no longer than 256 KiB"}),
});

export const checkedSchema = z
  .object({
    faults: z.array(faultSchema).openapi({description: "In the order of the text"}),
    marks: z.array(markSchema).openapi({
      description: "How its numbers, dates and sentences stand; what is not judged has none",
    }),
  })
  .openapi("Checked");
export type Checked = Readonly<z.output<typeof checkedSchema>>;
