import {fileURLToPath} from "node:url";
import {UsageError} from "./errors.ts";
import {type House, plainHouse} from "./house.ts";
import type {SectorList} from "./market.ts";

/** The windows, in days, over which dependence on the benchmark is measured. */
export const windows = [30, 60, 90] as const;
export type Window = (typeof windows)[number];

/** The horizons, in days, of the cases. */
export const horizons = [30, 90, 365] as const;
export type Horizon = (typeof horizons)[number];

export type SourceKind = "coingecko" | "files" | "currency-api" | "snapshot";
export type Format = "md" | "html" | "pdf";
export type Paper = "A4" | "Letter";

/** The profiles that come with the program. */
const shippedProfiles = fileURLToPath(new URL("../../profiles", import.meta.url));

/** What a person or the schedule asks for; everything but the coin has a default. */
export interface NoteSpec {
  readonly coin: string;
  readonly source?: SourceKind;
  readonly data?: string;
  readonly asOf?: string;
  readonly locale?: string;
  readonly template?: string;
  /** Folder of templates and styles that take the place of ours, by name. */
  readonly templates?: string;
  readonly paper?: Paper;
  readonly house?: House;
  /** Folder of profiles instead of the one that comes along; false for none. */
  readonly profiles?: string | false;
  /** A list of coins, or the id of one that the profiles or the source know. */
  readonly sector?: string | SectorList;
  /** Folder of earlier notes; false or absent for none. */
  readonly earlier?: string | false;
}

/** What is made, with nothing left open. Instants are ISO 8601, UTC, to the second. */
export interface Order {
  readonly coin: string;
  readonly source: SourceKind;
  readonly data?: string;
  readonly asOf: string;
  /** The instant was asked for; otherwise it is now. */
  readonly asOfGiven: boolean;
  readonly locale: string;
  readonly template: string;
  readonly templates?: string;
  readonly paper: Paper;
  readonly house: House;
  readonly profiles?: string;
  readonly sector?: string | SectorList;
  readonly earlier?: string;
}

/**
 * The spec with every default filled in.
 *
 * @throws UsageError when the as-of instant is none
 */
export function toOrder(spec: NoteSpec, now: Date): Order {
  return {
    coin: spec.coin,
    source: spec.source ?? "coingecko",
    ...(spec.data !== undefined && {data: spec.data}),
    asOf: instantOf(spec.asOf, now),
    asOfGiven: spec.asOf !== undefined,
    locale: spec.locale ?? "en",
    template: spec.template ?? "coin-note",
    ...(spec.templates !== undefined && {templates: spec.templates}),
    paper: spec.paper ?? "A4",
    house: spec.house ?? plainHouse,
    ...(spec.profiles !== false && {profiles: spec.profiles ?? shippedProfiles}),
    ...(spec.sector !== undefined && {sector: spec.sector}),
    ...(spec.earlier && {earlier: spec.earlier}),
  };
}

/** To the second, in UTC; a day stands for its beginning. */
function instantOf(text: string | undefined, now: Date): string {
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

const seconds = (instant: Date) => `${instant.toISOString().slice(0, 19)}Z`;
