import {z} from "zod";

const day = z.iso.date();
const text = z.string();
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

const drawn = {
  name: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .describe("File name without folder and ending, such as `price-and-volume`"),
  locale: text.describe("For number and date formats of the axes, such as `en`"),
  description: text.describe(
    "The text alternative: says what the chart shows, not that it is a chart",
  ),
  watermark: text
    .optional()
    .describe(
      "Printed across the plot, such as `Simulated`, where the data are not of a real market",
    ),
};

const logarithmic = text
  .optional()
  .describe("Said after the price where its axis is logarithmic, such as `log scale`");

const priceChart = z
  .strictObject({
    kind: z.literal("price"),
    ...drawn,
    days: list(
      z.strictObject({
        date: day,
        close: z.number(),
        volume: z.number().optional(),
        benchmark: z.number().optional().describe("The benchmark's own close of the day"),
      }),
    ),
    mark: z
      .strictObject({from: day, to: day, text})
      .optional()
      .describe("The day, or the days, that the note leads with"),
    labels: z.strictObject({
      price: text,
      volume: text,
      benchmark: z
        .strictObject({name: text, note: text})
        .optional()
        .describe("Its name, and that it is drawn from the coin's first close on"),
      logarithmic,
    }),
  })
  .describe(
    "Closes, with the benchmark's set to the same start; volume or turnover below, without which the price stands alone",
  );

const dependenceChart = z
  .strictObject({
    kind: z.literal("dependence"),
    ...drawn,
    days: list(z.strictObject({date: day, rho: z.number(), low: z.number(), high: z.number()})),
    baseline: z
      .strictObject({rho: z.number(), from: day, to: day})
      .describe("The baseline's level and the days it covers"),
    change: z
      .strictObject({date: day, text})
      .optional()
      .describe("Since when the line has lain on its side of the baseline"),
    labels: z.strictObject({rho: text, band: text, baseline: text}),
  })
  .describe("Rolling rank correlation with its band, against the level of the baseline");

const quoteClass = z.enum(["fiat", "crypto", "metal"]);
const legStatus = z
  .enum(["live", "excluded", "stale", "derived"])
  .describe(
    "`live`: counted; `excluded`: an outlier by the rule; `stale`: has not moved; `derived`: pegged to or derived from another leg",
  );

const quotesChart = z
  .strictObject({
    kind: z.literal("quotes"),
    ...drawn,
    legs: list(
      z.strictObject({quote: text, class: quoteClass, change: z.number(), status: legStatus}),
    ),
    medians: list(z.strictObject({class: quoteClass, change: z.number()})).describe(
      "Median of the live legs of each class",
    ),
    labels: z.strictObject({
      change: text,
      classes: z.record(quoteClass, text),
      statuses: z.record(legStatus, text),
      median: text,
    }),
  })
  .describe("The asset's change by quote, grouped by class");

const percentiles = {
  p5: z.number(),
  p10: z.number(),
  p25: z.number(),
  p50: z.number(),
  p75: z.number(),
  p90: z.number(),
  p95: z.number(),
};

const casesChart = z
  .strictObject({
    kind: z.literal("cases"),
    ...drawn,
    history: list(z.strictObject({date: day, close: z.number()})),
    fan: list(z.strictObject({date: day, ...percentiles})),
    labels: z.strictObject({
      price: text,
      bear: text,
      base: text,
      bull: text,
      band50: text,
      band80: text,
      band90: text,
      logarithmic,
    }),
  })
  .describe("Recent closes, then the fan of simulated outcomes with the three cases at its end");

const peersChart = z
  .strictObject({
    kind: z.literal("peers"),
    ...drawn,
    coins: list(
      z.strictObject({
        id: text,
        name: text,
        change: z.number(),
        own: z.literal(true).optional().describe("The note's own coin"),
      }),
    ),
    median: z.number().optional().describe("Of all others of the sector, shown or not"),
    labels: z.strictObject({change: text, median: text}),
  })
  .describe("The coin's change beside those of the others of its sector");

/** What is drawn: data and words, no format yet. Dates are UTC days, YYYY-MM-DD. */
export const chartSchema = z.discriminatedUnion("kind", [
  priceChart,
  dependenceChart,
  quotesChart,
  casesChart,
  peersChart,
]);

export type Chart = z.output<typeof chartSchema>;
export type PriceChart = z.output<typeof priceChart>;
export type DependenceChart = z.output<typeof dependenceChart>;
export type QuotesChart = z.output<typeof quotesChart>;
export type CasesChart = z.output<typeof casesChart>;
export type PeersChart = z.output<typeof peersChart>;
export type LegStatus = z.output<typeof legStatus>;
