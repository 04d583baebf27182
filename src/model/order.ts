import {z} from "zod";
import {UsageError} from "./errors.ts";
import {papers} from "./form.ts";
import {defaultLocale} from "./locale.ts";
import {sourceKinds} from "./source.ts";

/** The windows, in days, over which dependence on the benchmark is measured. */
export const windows = [30, 60, 90] as const;
export type Window = (typeof windows)[number];

/** The horizons, in days, of the cases. */
export const horizons = [30, 90, 365] as const;
export type Horizon = (typeof horizons)[number];

/**
 * What is made, with nothing left open. It names things and holds no path: whoever runs it knows
 * where they lie, by its workspace. Instants are ISO 8601, UTC, to the second.
 */
export const orderSchema = z.strictObject({
  coin: z.string().min(1),
  source: z.enum(sourceKinds),
  data: z.string().min(1).optional().describe("Name of a data set or of a snapshot"),
  asOf: z.iso.datetime(),
  asOfGiven: z.boolean().describe("The instant was asked for; otherwise it is when it was ordered"),
  locale: z.string(),
  edition: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .optional()
    .describe("Tells notes on one coin and day apart, such as `morning`"),
  template: z.string(),
  paper: z.enum(papers),
  profiles: z.boolean().describe("Whether facts that editors maintain are told"),
  sector: z
    .string()
    .optional()
    .describe("Id of the coins to compare with; without it the coin's own"),
  earlier: z.boolean().describe("Whether earlier notes are looked back on"),
});

export type Order = Readonly<z.output<typeof orderSchema>>;

/** What a person or the schedule asks for; everything but the coin has a default. */
export const noteSpecSchema = orderSchema
  .omit({asOfGiven: true})
  .partial()
  .required({coin: true})
  .extend({asOf: z.string().optional().describe("An instant with its zone, or a day")});

export type NoteSpec = Pick<Order, "coin"> & Partial<Omit<Order, "coin" | "asOfGiven">>;

/**
 * The spec with every default filled in.
 *
 * @throws UsageError when the as-of instant is none, or the edition's name cannot be part of an address
 */
export function toOrder(spec: NoteSpec, now: Date): Order {
  return {
    coin: spec.coin,
    source: spec.source ?? "coingecko",
    ...(spec.data !== undefined && {data: spec.data}),
    asOf: instantOf(spec.asOf, now),
    asOfGiven: spec.asOf !== undefined,
    locale: spec.locale ?? defaultLocale,
    ...(spec.edition !== undefined && {edition: editionOf(spec.edition)}),
    template: spec.template ?? "coin-note",
    paper: spec.paper ?? "A4",
    profiles: spec.profiles ?? true,
    ...(spec.sector !== undefined && {sector: spec.sector}),
    earlier: spec.earlier ?? true,
  };
}

function editionOf(name: string): string {
  if (orderSchema.shape.edition.safeParse(name).success && name.length <= 40) return name;
  throw new UsageError(
    `not an edition's name: "${name}"; use up to 40 small letters, digits and single hyphens, such as morning`,
  );
}

/** To the second, in UTC; a day stands for its beginning. */
export function instantOf(text: string | undefined, now: Date): string {
  if (text === undefined) return seconds(now);
  const zoned = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;
  const instant = new Date(text);
  if (!zoned.test(text) || Number.isNaN(instant.getTime()) || !isDay(text.slice(0, 10)))
    throw new UsageError(
      `not an instant: "${text}"; write it with its zone, such as 2026-03-20T02:00:00Z`,
    );
  return seconds(instant);
}

/** JavaScript reads 30 February as 2 March. */
const isDay = (text: string) => new Date(text).toISOString().slice(0, 10) === text;

/**
 * An instant as orders and ledgers have it.
 *
 * @example seconds(new Date("2026-11-30T04:30:00.000Z")) // "2026-11-30T04:30:00Z"
 */
export const seconds = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`;
