import {z} from "zod";

const receiverSchema = z.strictObject({
  address: z.string(),
  why: z.string().optional().describe("In the words of the mail server"),
});

/** What helps against a refusal. */
export const remedies = [
  "clock",
  "key",
  "right",
  "address",
  "changed",
  "large",
  "slower",
  "theirs",
  "mend",
] as const;
export type Remedy = (typeof remedies)[number];

/** Why there was no answer that could be read. */
export const silences = [
  "late",
  "broken",
  "network",
  "certificate",
  "astray",
  "large",
  "page",
  "json",
  "shape",
] as const;
export type Silence = (typeof silences)[number];

/** Why a publication is as it is. Whoever shows it words it; what a target said is quoted. */
export const publicationReasonSchema = z.discriminatedUnion("code", [
  z.strictObject({
    code: z.literal("foreign").describe("Something else stands in its place"),
    address: z.string(),
    title: z.string(),
  }),
  z.strictObject({code: z.literal("removed").describe("It stood there, and does no more")}),
  z.strictObject({code: z.literal("changed").describe("Somebody has changed it there")}),
  z.strictObject({
    code: z.literal("hidden").describe("It is there, and its readers do not see it"),
  }),
  z.strictObject({code: z.literal("late").describe("It was due more than a day ago")}),
  z.strictObject({
    code: z.literal("receivers").describe("Not all to whom it was to be sent are known to have it"),
    have: z.int(),
    of: z.int(),
    refused: z.array(receiverSchema),
    later: z.array(receiverSchema),
    unknown: z.array(receiverSchema),
  }),
  z.strictObject({
    code: z.literal("answered").describe("The target has refused a call"),
    label: z.string(),
    status: z.int(),
    said: z.string().describe("In the target's words"),
    remedy: z.enum(remedies),
    key: z.string().describe("The variable that holds its key"),
    minutes: z.int().optional().describe("By so many its clock differs from ours"),
  }),
  z.strictObject({
    code: z.literal("silent").describe("The target gave no answer that could be read"),
    label: z.string(),
    why: z.enum(silences),
    said: z
      .string()
      .describe("What is known of it: an error's code, where it led to, words of a page"),
  }),
  z.strictObject({
    code: z.literal("unread").describe("It stands there, and could not be read back yet"),
    says: z.string(),
  }),
  z.strictObject({code: z.literal("failed"), says: z.string().describe("In English")}),
]);
export type PublicationReason = Readonly<z.output<typeof publicationReasonSchema>>;
export type UnservedReceiver = Readonly<z.output<typeof receiverSchema>>;
