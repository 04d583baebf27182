import {z} from "zod";

/**
 * What is wrong with a passage.
 *
 * Of numbers: rounded wrongly; against the sign or the direction of its figure; in another unit than
 * its figure; the value of another figure than the one it is said of; true of an earlier time; held
 * by no evidence. Of claims: a thing called what it is not, what nothing in the evidence carries, and
 * words that are not those of the source they are laid to.
 * Of the page: a lead that breaks off or stands there twice, a time without its zone, languages
 * mixed, a box on another coin.
 */
const faultKinds = [
  "wrong-rounding",
  "wrong-direction",
  "wrong-unit",
  "wrong-quantity",
  "stale",
  "unsupported",
  "miscalled",
  "decoupling",
  "cause",
  "base-rate",
  "depth",
  "recommendation",
  "contradiction",
  "horizon",
  "probability",
  "unfounded",
  "misquoted",
  "exclusion",
  "excerpt",
  "timestamp",
  "language",
  "entity",
] as const;

export const faultSchema = z.strictObject({
  line: z.int().min(1).describe("Counted from 1, in the file"),
  column: z.int().min(1),
  text: z.string().describe("The words at fault"),
  kind: z.enum(faultKinds),
  reason: z.string().describe("For an editor, in plain English"),
  suggestion: z
    .string()
    .optional()
    .describe("What to put in place of the words, in the language of the text"),
});

/** What `check --json` prints. Its JSON Schema is in `docs/schemas`. */
export const faultsSchema = z
  .strictObject({faults: z.array(faultSchema).describe("In the order of the text")})
  .describe("What a check of Assay found in a text");

export type FaultKind = (typeof faultKinds)[number];

/** One fault, as `check --json` prints it. */
export type Fault = Readonly<z.output<typeof faultSchema>>;
