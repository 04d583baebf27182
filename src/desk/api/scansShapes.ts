import {z} from "@hono/zod-openapi";
import {scanListSchema} from "../../model/scanList.ts";
import {sourceKinds} from "../../model/source.ts";
import {dataName, taskStates} from "./shapes.ts";

// A market's list.

export const scanRequestSchema = z
  .strictObject({
    source: z.enum(sourceKinds).optional(),
    data: dataName.optional(),
    asOf: z.iso.datetime({offset: true}).optional(),
    top: z.int().min(1).max(2000).optional().openapi({
      description:
        "So many of the largest coins; without it all of a data set, or 200 of CoinGecko",
    }),
  })
  .openapi("ScanRequest");
export type ScanRequest = Readonly<z.output<typeof scanRequestSchema>>;

export const scanQuerySchema = z.object({
  limit: z.coerce
    .number({error: "must be a number"})
    .int()
    .min(1)
    .max(5000)
    .default(200)
    .openapi({description: "Coins of the list; `universe` says how many there are"}),
});
export type ScanQuery = Readonly<z.output<typeof scanQuerySchema>>;

const scanSummarySchema = z.object({
  run: z.string(),
  schedule: z.string().optional(),
  nominal: z.iso.datetime(),
  by: z.string(),
  asOf: z.iso.datetime().optional().openapi({description: "Of its list, once there is one"}),
  state: z.enum(taskStates),
  outcome: z.string().optional().openapi({description: "ranked, picked or nothing-to-say"}),
  reason: z.string().optional(),
});

export const scanSchema = scanSummarySchema
  .extend({list: scanListSchema.optional().openapi({description: "Once it is done"})})
  .openapi("Scan");
export type Scan = z.output<typeof scanSchema>;

export const scansSchema = z.object({scans: z.array(scanSummarySchema)});
export type Scans = z.output<typeof scansSchema>;
