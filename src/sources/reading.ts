import {z} from "zod";
import {displayText} from "../format/displayText.ts";
import {SourceChanged} from "../model/errors.ts";
import type {Datum, SourceName} from "../model/figure.ts";
import type {
  DailySeries,
  Field,
  Market,
  Peer,
  QuoteChanges,
  Ruler,
  Venue,
} from "../model/market.ts";
import {parseShallow} from "../model/parseJson.ts";
import type {Answer, Asset, RecordedAnswer} from "../model/snapshot.ts";

/** What a reader needs to know of the snapshot beside the answer. */
export interface ReadingContext {
  readonly asset: Asset;
  readonly benchmark: Asset;
  /** The wall: nothing stamped later is read. ISO 8601 instant, UTC. */
  readonly asOf: string;
}

/** What one answer says, in our own terms; what it does not speak of is absent. */
export interface Reading {
  /** States of single assets: of the asset, the benchmark, and whatever else the answer names. */
  readonly states?: readonly Peer[];
  /** The universe, one entry for each of its coins. */
  readonly peers?: readonly Peer[];
  readonly quoteChanges?: readonly QuoteChanges[];
  /** Told apart by id: `close.<asset>`, `volume.<asset>`, `marketCap.<asset>`, `low.<asset>`, `high.<asset>`, `rate.<code>`. */
  readonly series?: readonly DailySeries[];
  readonly attention?: NonNullable<Market["attention"]>;
  readonly trendingCategories?: Market["trendingCategories"];
  readonly description?: NonNullable<Market["description"]>;
  readonly profile?: NonNullable<Market["profile"]>;
  readonly categories?: readonly string[];
  readonly sectors?: readonly Sector[];
  /** The coins to compare with; a category's name may be told by another answer. */
  readonly sector?: NonNullable<Market["sector"]>;
  /** Coins that were asked for by name, for the sector: no universe. */
  readonly members?: readonly Peer[];
  readonly earlier?: Market["earlier"];
  readonly venues?: readonly Venue[];
  readonly scan?: NonNullable<Market["scan"]>;
  readonly field?: Omit<Field, "history">;
  readonly fieldHistory?: NonNullable<Field["history"]>;
  readonly cohort?: NonNullable<Market["cohort"]>;
  readonly measure?: Measure;
  /** What was in the answer and is not in the reading, with why. */
  readonly leftOut?: readonly LeftOut[];
}

/** What a coin is made to be worth, before the rates are known. */
export type Measure = Pick<Ruler, "code" | "units"> & {
  /** The coin that it stands for, where it stands for one: its id, or its symbol in the folder. */
  readonly coin?: string;
};

/** An answer that was just given, to be read before it lies in a snapshot. */
export const asRecorded = (answer: Answer): RecordedAnswer => ({
  ...answer,
  path: answer.url,
  sha256: "",
});

/** A group of coins, as the source draws it. */
export interface Sector {
  readonly id: string;
  readonly name: string;
  readonly marketCap?: Datum;
  readonly volume24h?: Datum;
  readonly change24h?: Datum;
}

export interface LeftOut {
  readonly what: string;
  readonly reason: string;
  readonly pointer: string;
}

/** Understands the answers of one endpoint: what they must look like, and what they say. */
export interface Endpoint {
  /**
   * How many things the answer speaks of; throws SourceChanged where it has another shape than the
   * one that `read` expects, or is about another coin than the one that was asked for.
   */
  readonly count: (answer: Readable) => number;
  /** The coins that the answer names. */
  readonly coins?: (answer: Readable) => Asset[];
  readonly read: (answer: RecordedAnswer, context: ReadingContext) => Reading;
}

/** An answer as far as reading its body goes, recorded or not yet. */
export type Readable = Pick<RecordedAnswer, "source" | "endpoint" | "query" | "url" | "body">;

/** An answer is checked, looked into and read: it is parsed once, for as long as it is held. */
const lastRead = new WeakMap<Buffer, {readonly shape: z.ZodType; readonly data: unknown}>();

/** The parsed body, in the shape that is expected of it. Unknown fields are passed over. */
export function readJson<T>(answer: Readable, provider: SourceName, shape: z.ZodType<T>): T {
  const known = lastRead.get(answer.body);
  if (known?.shape === shape) return known.data as T;
  const found = parsed(answer, provider);
  const result = shape.safeParse(found);
  if (result.success) {
    lastRead.set(answer.body, {shape, data: result.data});
    return result.data;
  }
  const {issues} = result.error;
  const more = issues.length > 3 ? `\n… and ${issues.length - 3} more` : "";
  throw new SourceChanged(
    `${provider} answered ${answer.endpoint} in a shape we do not know:\n` +
      `${shown(z.prettifyError(new z.ZodError(issues.slice(0, 3))))}${more}\n` +
      `first at ${whatIsAt(issues[0]?.path ?? [], found)} (${answer.url}). ` +
      "Run it again in a while; if it stays so, this program needs an update.",
  );
}

/** Names of fields are the source's, and may hold what a terminal would act on. */
const shown = (lines: string) => lines.replace(/[^\P{C}\n]/gu, "");

function whatIsAt(path: readonly PropertyKey[], root: unknown): string {
  const value = valueAt(root, path);
  const place = shown(pointerTo(path)) || "the top";
  return value === undefined
    ? `${place}, missing from ${excerpt(valueAt(root, path.slice(0, -1)))}`
    : `${place}, found ${excerpt(value)}`;
}

/** A JSON pointer (RFC 6901). */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map(step => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function parsed(answer: Readable, provider: SourceName): unknown {
  const text = answer.body.toString("utf8").replace(/^\uFEFF/, "");
  const fail = (what: string) =>
    new SourceChanged(
      `${provider} answered ${answer.endpoint} with ${what} instead of JSON (${answer.url}). ` +
        "A proxy or a sign-in page may stand between: open the address in a browser, then run it again.",
    );
  if (text.trim() === "") throw fail("an empty body");
  if (/^\s*</.test(text)) throw fail(`HTML, ${excerpt(text)},`);
  try {
    return parseShallow(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fail(`${answer.body.length} bytes that are cut or broken (${excerpt(reason, 120)})`);
  }
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

function excerpt(value: unknown, longest = 60): string {
  const text =
    typeof value === "string" ? value.slice(0, 1000) : JSON.stringify(beginning(value, 3));
  return displayText(text ?? "nothing", longest);
}

/** No more of a value than fits into an excerpt. */
function beginning(value: unknown, depth: number): unknown {
  if (typeof value === "string") return value.slice(0, 100);
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return "…";
  if (Array.isArray(value)) return value.slice(0, 5).map(one => beginning(one, depth - 1));
  const entries = Object.entries(value).slice(0, 5);
  return Object.fromEntries(
    entries.map(([name, one]) => [name.slice(0, 100), beginning(one, depth - 1)]),
  );
}

/**
 * Series of the same id made one, oldest day first, where a source gives a file for each day. Of
 * a day that comes twice the first is kept; file and pointer are those of the last day.
 */
export function joinDays(series: readonly DailySeries[]): DailySeries[] {
  return [...Map.groupBy(series, ({id, source}) => `${source} ${id}`).values()].map(parts => {
    if (parts.length === 1) return parts[0]!;
    const days = new Map<string, {value: number; part: DailySeries}>();
    for (const part of parts) {
      part.dates.forEach((date, i) => {
        if (!days.has(date)) days.set(date, {value: part.values[i]!, part});
      });
    }
    const sorted = [...days].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const {id, source, file, pointer} = sorted.at(-1)?.[1].part ?? parts[0]!;
    const dates = sorted.map(([date]) => date);
    return {id, source, file, pointer, dates, values: sorted.map(([, {value}]) => value)};
  });
}

type Present<T> = {[K in keyof T]?: Exclude<T[K], undefined>};

/** The fields that are there. */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Present<T>;
}
