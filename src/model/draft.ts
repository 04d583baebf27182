import {z} from "zod";
import {chartSchema} from "./chart.ts";
import {evidenceSchema} from "./evidence.ts";
import {faultSchema} from "./fault.ts";
import {orderSchema} from "./order.ts";

/**
 * A note as it was thought out and written, before it is pressed: plain data, which can be stored
 * and read back. Its faults are in it, for a person to mend.
 */
export const draftSchema = z.strictObject({
  schema: z.literal("assay/draft@1"),
  order: orderSchema,
  markdown: z.string().describe("The note as the program wrote it"),
  evidence: evidenceSchema,
  faults: z.array(faultSchema).describe("What the check found in it"),
  charts: z.array(chartSchema).describe("By name they are the pictures of the Markdown"),
  news: z
    .strictObject({lead: z.string(), score: z.number()})
    .optional()
    .describe(
      "What leads, and how rare it is among its own cases: −log10 of their share. Drafts made before 2026-12 lack it",
    ),
  page: z
    .strictObject({
      header: z.string().describe("At the head of each page: house, coin, as-of"),
      banner: z.string().optional().describe("Stands out on each page: a simulated market"),
      pageOf: z.string().describe("Wording of page numbers, with `{page}` and `{pages}`"),
      minutes: z.int().describe("To read it"),
      tags: z.array(z.string()),
      idsOf: z.string().describe("Whose ids the coins go by, such as `coingecko`"),
    })
    .describe("What the pages need to know beside the text"),
  manifest: z.string().describe("The snapshot's `manifest.json`"),
});

export type Draft = Readonly<z.output<typeof draftSchema>>;
