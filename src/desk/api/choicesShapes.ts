import {z} from "@hono/zod-openapi";
import {locales} from "../../model/locale.ts";
import {sourceKinds} from "../../model/source.ts";
import {dataName, printable} from "./shapes.ts";

// What may be ordered.

export const coinsQuerySchema = z.object({
  q: printable.max(100).default("").openapi({description: "The beginning of a name, symbol or id"}),
  data: dataName.optional().openapi({description: "Only coins of this data set"}),
  asOf: z.iso.datetime({offset: true}).optional().openapi({
    description: "Of when a note is to be; without it the newest that recorded data have of a coin",
  }),
});
export type CoinsQuery = Readonly<z.output<typeof coinsQuerySchema>>;

export const coinsSchema = z
  .object({
    coins: z.array(
      z.object({
        id: z.string(),
        symbol: z.string(),
        name: z.string(),
        data: z.array(z.string()).openapi({description: "The data sets that have it"}),
        live: z.boolean().openapi({description: "CoinGecko lists it"}),
      }),
    ),
    liveListed: z.boolean().openapi({
      description:
        "Whether CoinGecko's list is at hand. Where not, an id that is not found may be right",
    }),
  })
  .openapi("Coins");

export const orderChoicesSchema = z
  .object({
    sources: z.array(
      z.object({
        name: z.enum(sourceKinds),
        needsData: z.boolean().openapi({description: "An order from it names a data set"}),
        nowOnly: z.boolean().openapi({description: "It takes no asOf"}),
        scans: z.boolean().openapi({description: "All its coins can be ranked"}),
      }),
    ),
    data: z.array(z.string()),
    locales: z.array(z.enum(locales)),
    templates: z.array(z.string()),
    defaults: z.object({
      source: z.enum(sourceKinds),
      data: z.string().optional(),
      locale: z.string(),
      template: z.string(),
    }),
  })
  .openapi("OrderChoices");
export type OrderChoices = Readonly<z.output<typeof orderChoicesSchema>>;
