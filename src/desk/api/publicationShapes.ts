import {z} from "@hono/zod-openapi";
import {
  differenceSchema,
  postConflictSchema,
  publicationAnswers,
  publicationQuestions,
  publicationStates,
  releaseKinds,
} from "../../model/publication.ts";
import {publicationReasonSchema} from "../../model/publicationReason.ts";
import {acceptedSchema} from "./reviewShapes.ts";
import {words} from "./wordsShape.ts";

// What goes in and out where notes are published and corrected.

const instant = z.iso.datetime();
const flag = z.boolean({error: "must be true or false"});
const target = z.string().min(1).max(100);
const at = z.string().max(40).openapi({
  description:
    "An instant, 2026-11-30T09:00+03:00, or an hour of the wall clock at the target, 2026-11-30T09:00",
});

export const publicationOrderSchema = z
  .strictObject({
    targets: z
      .array(target, {error: "must be a list of names of targets"})
      .min(1, {error: "must name one target or more"})
      .max(50),
    at: at.optional().openapi({description: "Now without it"}),
    again: flag
      .optional()
      .openapi({description: "Puts a post there again that was removed; else it is asked for"}),
    overwrite: flag
      .optional()
      .openapi({description: "Writes over a post that somebody has changed; else it is asked for"}),
    dryRun: flag
      .optional()
      .openapi({description: "Orders nothing, and answers what would be sent"}),
  })
  .openapi("PublicationOrder");
export type PublicationRequest = Readonly<z.output<typeof publicationOrderSchema>>;

export const publicationSchema = z
  .object({
    target,
    state: z.enum(publicationStates),
    wanted: z.int().openapi({description: "The version that is to stand there"}),
    standing: z.int().optional().openapi({description: "The version that does"}),
    at: instant.openapi({description: "When it is due"}),
    by: z.string(),
    orderedAt: instant,
    asks: z.enum(publicationQuestions).optional().openapi({
      description:
        "What a person decides before it goes on: again (it was removed there), overwrite (somebody has changed it there), late (it was due more than a day ago), outcome (nobody can look up whether it was sent)",
    }),
    reason: publicationReasonSchema.optional().openapi({description: "Why it is so"}),
    waitsFor: z.string().optional().openapi({description: "The target that comes before"}),
    nextAt: instant.optional().openapi({description: "When it is tried again"}),
    address: z.string().optional().openapi({description: "Where its readers find it"}),
    publishedAt: instant.optional(),
    readAt: instant.optional().openapi({description: "When it was last read as its readers do"}),
    differences: z
      .array(differenceSchema)
      .optional()
      .openapi({description: "What stood there otherwise than approved"}),
    conflict: postConflictSchema.optional(),
    steps: z
      .array(z.object({step: z.string(), beganAt: instant, endedAt: instant.optional()}))
      .optional()
      .openapi({
        description:
          "What was done for the version that is on its way, in order: put is all of it, from the intent to the receipt",
      }),
  })
  .openapi("Publication");
export type Publication = Readonly<z.output<typeof publicationSchema>>;

export const releaseSchema = z
  .object({
    version: z.int(),
    kind: z.enum(releaseKinds),
    revision: z.int(),
    digest: z.string().openapi({description: "SHA-256 over all that was approved of it"}),
    approval: z.string(),
    by: z.string(),
    at: instant,
    reason: z.string().optional(),
    wrong: z.string().optional(),
    right: z.string().optional(),
  })
  .openapi("Release");

export const publicationsSchema = z
  .object({
    publications: z.array(publicationSchema),
    releases: z.array(releaseSchema).openapi({description: "Its versions, oldest first"}),
  })
  .openapi("Publications");
export type Publications = Readonly<z.output<typeof publicationsSchema>>;

export const rehearsalSchema = z
  .object({
    rehearsals: z.array(
      z.object({
        target,
        label: z.string(),
        at: instant.optional(),
        parts: z.array(z.object({what: z.string(), body: z.string().optional(), bytes: z.int()})),
      }),
    ),
  })
  .openapi("Rehearsal");
export type Rehearsals = Readonly<z.output<typeof rehearsalSchema>>;

export const publicationChangeSchema = z
  .strictObject({
    at: at.optional().openapi({description: "Another hour for what does not stand there yet"}),
    answer: z.enum(publicationAnswers).optional().openapi({
      description:
        "left: what somebody has changed or removed there stays as it is, until something else is put there; arrived: what nobody can look up has arrived",
    }),
  })
  .refine(({at, answer}) => (at === undefined) !== (answer === undefined), {
    path: ["at"],
    error: "must be there, or answer, and not both",
  })
  .openapi("PublicationChange");

export const correctionRequestSchema = z
  .strictObject({
    kind: z.enum(["corrected", "refiled"]).openapi({
      description: "corrected: an error, which readers are told of; refiled: a typo, quietly",
    }),
    reason: words(2_000).openapi({description: "For the ledger"}),
    wrong: words(2_000).optional().openapi({description: "What was wrong, as readers are told"}),
    right: words(2_000).optional().openapi({description: "What is right, as readers are told"}),
  })
  .refine(({kind, wrong}) => (kind === "corrected") === (wrong !== undefined), {
    path: ["wrong"],
    error: "must be there where an error is corrected, and only there",
  })
  .refine(({kind, right}) => (kind === "corrected") === (right !== undefined), {
    path: ["right"],
    error: "must be there where an error is corrected, and only there",
  })
  .openapi("CorrectionRequest");
export type CorrectionRequest = Readonly<z.output<typeof correctionRequestSchema>>;

export const retractionRequestSchema = z
  .strictObject({
    reason: words(2_000).openapi({description: "Readers are told it, in place of the text"}),
  })
  .openapi("RetractionRequest");

export const correctionSchema = z
  .object({
    id: z.string(),
    kind: z.enum(["corrected", "refiled", "retracted"]),
    state: z.enum(["open", "approved", "withdrawn"]),
    reason: z.string(),
    wrong: z.string().optional(),
    right: z.string().optional(),
    by: z.string(),
    at: instant,
    closedBy: z.string().optional(),
    closedAt: instant.optional(),
    version: z.int().optional().openapi({description: "Of the note, once it is approved"}),
  })
  .openapi("Correction");
export type CorrectionSummary = Readonly<z.output<typeof correctionSchema>>;

export const correctionsSchema = z.object({corrections: z.array(correctionSchema)});
export type Corrections = Readonly<z.output<typeof correctionsSchema>>;

export const correctionApprovalSchema = z
  .strictObject({accepted: z.array(acceptedSchema).max(1_000).default([])})
  .openapi("CorrectionApproval");

export const targetsSchema = z.object({
  targets: z.array(
    z
      .object({
        name: z.string(),
        kind: z.string(),
        label: z.string().optional(),
        zone: z.string(),
        home: z.string().optional(),
        lacks: z.string().optional().openapi({
          description: "What is lacking before anything can be published there from the desk",
        }),
      })
      .openapi("Target"),
  ),
});
export type Targets = Readonly<z.output<typeof targetsSchema>>;
