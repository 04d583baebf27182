import {z} from "zod";

/** How far a note has come at one target. */
export const publicationStates = [
  "planned",
  "sending",
  "unknown",
  "published",
  "differs",
  "refused",
  "left",
  "withdrawn",
] as const;
export type PublicationState = (typeof publicationStates)[number];

/**
 * What a person is asked before a publication goes on: to put a post there again that was removed, to
 * write over one that somebody has changed, to publish what is long overdue, or to say whether
 * something was sent of which nobody can look up whether it was.
 */
export const publicationQuestions = ["again", "overwrite", "late", "outcome"] as const;
export type PublicationQuestion = (typeof publicationQuestions)[number];

/**
 * What a person answers where nothing is sent for it: what somebody has changed or removed there stays
 * as it is, and what nobody can look up has arrived.
 */
export const publicationAnswers = ["left", "arrived"] as const;
export type PublicationAnswer = (typeof publicationAnswers)[number];

/**
 * What a release is to its readers: the note, a note in which an error was corrected, one that was
 * filed again without an error (a typo), or the notice that takes its place.
 */
export const releaseKinds = ["note", "corrected", "refiled", "retracted"] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

/** What readers are told of an error: dated, what was wrong, and what is right. */
export const correctionSchema = z.strictObject({
  at: z.iso.datetime(),
  wrong: z.string(),
  right: z.string(),
  /** The version of the note in which it stands right. */
  version: z.int().min(2),
});
export type Correction = Readonly<z.output<typeof correctionSchema>>;

/** What a target keeps of a note, as it says itself: enough to find it again and to tell whether somebody has changed it. */
export const receiptSchema = z.strictObject({
  id: z.string().describe("The post's id at the target"),
  address: z.string().describe("Where its readers find it"),
  digest: z.hash("sha256").describe("Of the release that stands there"),
  stamp: z.string().describe("The target's own mark of the post's last change, or a digest of it"),
  stored: z
    .string()
    .describe("The post's text as the target gave it back: the base, should somebody change it"),
});
export type Receipt = Readonly<z.output<typeof receiptSchema>>;

/** Something that a reader of the post sees otherwise than it was approved. */
export const differenceSchema = z.strictObject({
  what: z.enum(["title", "text", "number", "table", "picture", "link", "date"]),
  approved: z.string().describe("As approved; empty where it stands only in the post"),
  found: z.string().describe("As read; empty where it is not in the post"),
});
export type Difference = Readonly<z.output<typeof differenceSchema>>;

/** A post that somebody has changed: what we had put there, what stands there, and what should. */
export const postConflictSchema = z.strictObject({
  base: z.string(),
  theirs: z.string(),
  ours: z.string(),
});
export type PostConflict = Readonly<z.output<typeof postConflictSchema>>;
