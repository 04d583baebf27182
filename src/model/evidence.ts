import {z} from "zod";
import {quantities, units} from "./figure.ts";
import {findingKinds} from "./finding.ts";
import {papers} from "./form.ts";

const instant = z.iso.datetime();
const day = z.iso.date();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const printed = z
  .array(z.string())
  .describe("As it stands in the note; empty where it is not printed");

/** A piece of a statement: words of the program, words from outside, or a print bound to what it prints. */
const piece = z.union([
  z.string(),
  z.strictObject({figure: z.string().describe("Id of a figure"), print: z.string()}),
  z.strictObject({date: z.union([day, instant]), print: z.string()}),
  z.strictObject({name: z.string().describe("Words from outside, such as a coin's name")}),
  z.strictObject({quoted: z.string().describe("What a source says, word for word")}),
  z.strictObject({
    cited: z.string().describe("An editor's statement of fact, word for word"),
    source: z.string(),
    href: z.string(),
  }),
]);

const subject = z
  .union([
    z.enum(["asset", "benchmark", "market", "method"]),
    z.strictObject({quote: z.string()}),
    z.strictObject({peer: z.string().describe("Another coin, by its id")}),
  ])
  .describe("Whose number it is");

const origin = z.union([
  z.strictObject({
    file: z.string().describe("An answer in the snapshot"),
    pointer: z.string().describe("JSON pointer (RFC 6901) or CSV fragment (RFC 7111) into it"),
  }),
  z.strictObject({
    formula: z.string(),
    inputs: z.array(z.string()).describe("Ids of figures or series"),
  }),
  z.strictObject({parameter: z.string().describe("Fixed beforehand by the method, and why")}),
]);

const figures = z.array(z.string()).describe("Ids of its figures");

/** One window of the dependence on the benchmark. */
const dependence = z.strictObject({
  kind: z.literal("decoupling"),
  window: z.int().describe("In days"),
  verdict: z.enum(["weakened", "strengthened", "no-change-found"]),
  leading: z.boolean().describe("The note speaks of this window first"),
  decoupled: z
    .boolean()
    .describe("The word may be used: it leads, and weakened not only by a quiet benchmark"),
  figures,
});

const finding = z.strictObject({kind: z.enum(findingKinds).exclude(["decoupling"]), figures});

/** `evidence.json`, the contract with the world. Its JSON Schema is in `docs/schemas`. */
export const evidenceSchema = z
  .strictObject({
    schema: z.literal("assay/evidence@1"),
    note: z.strictObject({
      id: z.string(),
      title: z.string(),
      asset: z.string(),
      symbol: z.string(),
      name: z.string(),
      asOf: instant,
      locale: z.string(),
      edition: z.string().optional(),
      template: z.string(),
      paper: z.enum(papers),
      generator: z.string(),
      style: digest.describe("Of the house style and the templates that the note is laid out by"),
    }),
    snapshot: z.strictObject({
      sha256: digest,
      files: z.array(
        z.strictObject({path: z.string(), url: z.string(), fetchedAt: instant, sha256: digest}),
      ),
    }),
    figures: z.array(
      z.strictObject({
        id: z.string(),
        value: z.number(),
        unit: z.enum(units),
        of: subject,
        quantity: z
          .enum(quantities)
          .optional()
          .describe("What is measured, where the unit alone does not say so"),
        asOf: instant,
        origin,
        printed,
      }),
    ),
    statements: z
      .array(z.array(piece))
      .describe(
        "The note as it was written: a title, paragraph, item or cell each, in their order",
      ),
    authorship: z
      .strictObject({
        unchanged: z.string().describe("As it stands in the note"),
        changed: z.string().describe("In its place once a person has changed the text"),
        faulty: z.string().describe("The same where the check has faults, with `{count}`"),
        same: z.string().describe("What comes out of the snapshot again, as it stands in the note"),
        former: z.string().describe("In its place once the text is no longer as it was made"),
        unread: z
          .string()
          .optional()
          .describe(
            "In place of `unchanged` where the program approved it; notes made before 2026-12 lack it",
          ),
      })
      .describe(
        "The words of the disclosure on who has changed the text; any of them is the note's",
      ),
    dates: z.array(z.strictObject({date: z.union([day, instant]), printed})),
    series: z.array(
      z.strictObject({
        id: z.string(),
        source: z.string(),
        file: z.string(),
        pointer: z.string(),
        from: day.optional(),
        to: day.optional(),
        count: z.int(),
      }),
    ),
    findings: z.array(z.union([dependence, finding])),
    exclusions: z.array(
      z.strictObject({
        figure: z.string(),
        rule: z.string(),
        value: z.number(),
        day: day.optional(),
      }),
    ),
    abstentions: z.array(z.strictObject({about: z.string(), reason: z.string()})),
    leftOut: z
      .array(z.strictObject({what: z.string(), reason: z.string()}))
      .describe(
        "Facts of a profile, coins of a sector and descriptions that were not used, and why",
      ),
    cases: z.array(
      z.strictObject({
        name: z.enum(["bear", "base", "bull"]),
        horizon: day,
        days: z.int(),
        probability: z.number(),
        low: z.number(),
        high: z.number().nullable(),
        unit: z.literal("USD"),
      }),
    ),
  })
  .describe("What stands behind a note of Assay");

export type Evidence = z.output<typeof evidenceSchema>;

/** One text of the note in pieces. */
export type Statement = Evidence["statements"][number];
