import {z} from "zod";

const number = z.number().nullable();

/** One coin of a scan, by the window that a note on it would lead with. */
export const scanListRowSchema = z.object({
  rank: z.int().min(1).describe("From 1, the most newsworthy first"),
  coin: z.string(),
  symbol: z.string(),
  name: z.string().optional().describe("Lists of before it was kept have none"),
  why: z
    .enum(["weakened", "strengthened", "no-change-found", "not-enough-data"])
    .describe("What its dependence on the benchmark did, by the adjusted p"),
  score: z
    .number()
    .describe(
      "Weight of the change: −log10 of adjustedP, times how rare such a change is for the coin. Another measure than a note’s newsworthiness, which is how rare the rarest of all that it tells is among its own cases",
    ),
  figures: z
    .object({
      days: z.int().describe("The length of the window"),
      rho: number.describe("Spearman's rank correlation in the window"),
      baselineRho: number.describe("and before it"),
      p: number,
      adjustedP: number.describe(
        "For every coin and window of the scan; a note’s own is for its windows alone",
      ),
      since: z.string().nullable().describe("The first day of the change, where one was found"),
    })
    .describe("Null where there is too little to test"),
});

/** What a scan came to, as it is kept: a line for each coin. */
export const scanListSchema = z.object({
  asOf: z.iso.datetime(),
  benchmark: z
    .object({id: z.string(), name: z.string()})
    .optional()
    .describe("What dependence is measured on; lists of before it was kept have none"),
  universe: z.int().describe("Coins that have a line"),
  tests: z.int().describe("Tests that p is adjusted for"),
  leftOut: z.int().describe("Coins that have none, such as those whose price another price makes"),
  rows: z.array(scanListRowSchema),
});

export type ScanList = z.output<typeof scanListSchema>;
