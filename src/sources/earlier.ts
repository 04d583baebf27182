import {createHash} from "node:crypto";
import {readdir, readFile, stat} from "node:fs/promises";
import {join} from "node:path";
import {z} from "zod";
import {displayText} from "../format/displayText.ts";
import {endOfDay} from "../model/day.ts";
import {UsageError} from "../model/errors.ts";
import {evidenceSchema} from "../model/evidence.ts";
import type {EarlierNote} from "../model/market.ts";
import type {Answer, Asset, RecordedAnswer} from "../model/snapshot.ts";
import type {Missing} from "./live.ts";
import {pointerTo, type Reading, type ReadingContext, readJson} from "./reading.ts";

/** Larger evidence is none of ours. */
const mostBytes = 32 * 2 ** 20;

/** What a snapshot's reader is told of figures that stood in an earlier note. */
const name = "Assay notes";

const amount = z.number().positive();
const value = z.object({value: amount, asOf: z.iso.datetime()});
const verdict = z.enum(["weakened", "strengthened", "no-change-found"]);
const shape = z.object({
  notes: z.array(
    z.object({
      id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,150}$/u),
      title: z.string().min(1),
      asOf: z.iso.datetime(),
      /** Of the evidence that all this was taken from. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      price: value,
      benchmarkPrice: value.optional(),
      rank: value.optional(),
      turnover: value.optional(),
      dependence: z
        .object({
          window: z.int().positive(),
          verdict,
          rho: z.number().min(-1).max(1),
          asOf: z.iso.datetime(),
        })
        .optional(),
      cases: z.array(
        z
          .object({horizon: z.int().positive(), date: z.iso.date(), low: amount, high: amount})
          .refine(({low, high}) => low < high, "low is not below high"),
      ),
    }),
  ),
});

type Recorded = z.infer<typeof shape>["notes"][number];

const {schema, cases} = evidenceSchema.shape;

/** Of evidence what is taken from it, whichever version wrote it. */
const evidenceShape = z.object({
  schema,
  note: z.object({
    id: z.string(),
    title: z.string(),
    asset: z.string(),
    asOf: z.iso.datetime(),
    locale: z.string(),
  }),
  figures: z.array(z.object({id: z.string(), value: z.number(), asOf: z.iso.datetime()})),
  findings: z.array(
    z.object({
      leading: z.boolean().optional(),
      window: z.int().positive().optional(),
      verdict: verdict.optional(),
    }),
  ),
  cases,
});

type Evidence = z.infer<typeof evidenceShape>;

/** Earlier notes for the snapshot, and what could not be read. */
export interface GatheredEarlier {
  readonly answer?: Answer;
  readonly missing: readonly Missing[];
}

/**
 * The notes on the asset of earlier UTC days that lie in the folder: of each instant one, in the
 * locale where there is one in it. A note of the same day is none: this one takes its place. Files
 * that cannot be read are named and passed over; a folder that is not there holds no notes.
 */
export async function gatherEarlier(
  folder: string,
  {id}: Asset,
  {asOf, locale}: {readonly asOf: string; readonly locale: string},
): Promise<GatheredEarlier> {
  const missing: Missing[] = [];
  const found: {note: Recorded; locale: string}[] = [];
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry, "evidence.json");
    try {
      const text = await evidenceText(path, id);
      const taken = text === undefined ? undefined : take(text, id, asOf);
      if (taken) found.push(taken);
    } catch (error) {
      const reason = displayText((error as Error).message.split("\n")[0]!, 200);
      missing.push({endpoint: path, reason: `no evidence of a note: ${reason}`});
    }
  }
  const byInstant = Map.groupBy(found, ({note}) => Date.parse(note.asOf));
  const notes = [...byInstant]
    .toSorted(([a], [b]) => b - a)
    .map(([, same]) => (same.find(one => one.locale === locale) ?? same[0]!).note);
  return {missing, ...(notes.length > 0 && {answer: answerOf(id, asOf, needed(notes))})};
}

/** The last note, and of the others the cases that it could not yet tell the end of. */
function needed([last, ...older]: readonly Recorded[]): Recorded[] {
  if (!last) return [];
  const open = older.map(({id, title, asOf, sha256, price, cases}) => ({
    ...{id, title, asOf, sha256, price},
    cases: cases.filter(({date}) => Date.parse(endOfDay(date)) > Date.parse(last.asOf)),
  }));
  return [last, ...open.filter(({cases}) => cases.length > 0)];
}

/** Folders by name, so that the same ones always come out the same. */
async function entriesOf(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder);
    return entries.filter(entry => !entry.startsWith(".")).sort();
  } catch (cause) {
    if (["ENOENT", "ENOTDIR"].includes((cause as NodeJS.ErrnoException).code ?? "")) return [];
    throw new UsageError(
      `earlier notes cannot be looked for in ${folder}: ${(cause as Error).message}; give --no-earlier to do without`,
      {cause},
    );
  }
}

/** The text where the file is there and speaks of the asset at all: most notes are on others. */
async function evidenceText(path: string, asset: string): Promise<string | undefined> {
  const there = await stat(path).catch(() => undefined);
  if (!there) return undefined;
  if (!there.isFile()) throw new Error("it is no file");
  if (there.size > mostBytes) throw new Error(`it is larger than ${mostBytes >> 20} MiB`);
  const text = await readFile(path, "utf8");
  return text.includes(JSON.stringify(asset)) ? text : undefined;
}

/** What a later note speaks of; undefined for a note on another coin, of this day or a later one. */
function take(text: string, asset: string, asOf: string) {
  const evidence = checked(evidenceShape, JSON.parse(text));
  const {note} = evidence;
  const instant = new Date(note.asOf).toISOString();
  if (note.asset !== asset || instant.slice(0, 10) >= asOf.slice(0, 10)) return undefined;
  const figures = new Map(evidence.figures.map(figure => [figure.id, figure]));
  const figure = (id: string) => {
    const one = figures.get(id);
    return one && {value: one.value, asOf: one.asOf};
  };
  const optional = {
    benchmarkPrice: figure("benchmark.price.usd"),
    rank: figure("rank"),
    turnover: figure("turnover"),
    dependence: dependenceOf(evidence, figure),
  };
  const recorded = checked(shape.shape.notes.element, {
    id: note.id,
    title: displayText(note.title, 200),
    asOf: note.asOf,
    sha256: createHash("sha256").update(text).digest("hex"),
    price: figure("price.usd"),
    ...optional,
    cases: evidence.cases
      .filter(one => one.name === "base" && one.high !== null)
      .map(({days, horizon, low, high}) => ({horizon: days, date: horizon, low, high})),
  });
  const late = [recorded.price, recorded.rank, recorded.turnover, recorded.dependence]
    .flatMap(one => one ?? [])
    .find(one => Date.parse(one.asOf) > Date.parse(note.asOf));
  if (late) throw new Error(`it has a figure of ${late.asOf}, later than the note`);
  return {note: recorded, locale: note.locale};
}

function checked<T>(expected: z.ZodType<T>, found: unknown): T {
  const result = expected.safeParse(found);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${issue?.path.join(".") || "the top"}: ${issue?.message}`);
}

/** The window that the note led with; notes of before evidence said so tell none. */
function dependenceOf(
  {findings}: Evidence,
  figureOf: (id: string) => {readonly value: number; readonly asOf: string} | undefined,
): Recorded["dependence"] {
  const leading = findings.find(one => one.leading);
  if (!leading?.window || !leading.verdict) return undefined;
  const {window, verdict} = leading;
  const rho = figureOf(`decoupling.${window}d.spearman`);
  return rho && {window, verdict, rho: rho.value, asOf: rho.asOf};
}

function answerOf(asset: string, asOf: string, notes: readonly Recorded[]): Answer {
  return {
    source: "earlier",
    endpoint: "notes",
    query: {asset},
    url: `earlier notes on ${asset}`,
    fetchedAt: asOf,
    mediaType: "application/json",
    body: Buffer.from(`${JSON.stringify({notes}, null, 1)}\n`),
  };
}

/** Reads what {@link gatherEarlier} wrote. */
export function readEarlier(answer: RecordedAnswer, {asset}: ReadingContext): Reading {
  if (answer.query.asset !== asset.id) return {};
  const {notes} = readJson(answer, name, shape);
  return {earlier: notes.map((note, i) => noteOf(note, i, answer))};
}

function noteOf(note: Recorded, index: number, {path}: RecordedAnswer): EarlierNote {
  const datum = (value: number, asOf: string, ...steps: PropertyKey[]) => ({
    value,
    asOf,
    source: name,
    file: path,
    pointer: pointerTo(["notes", index, ...steps]),
  });
  const given = (field: "price" | "benchmarkPrice" | "rank" | "turnover") => {
    const found = note[field];
    return found && {[field]: datum(found.value, found.asOf, field, "value")};
  };
  const {id, title, asOf, dependence} = note;
  return {
    id,
    title: displayText(title, 200),
    asOf,
    price: datum(note.price.value, note.price.asOf, "price", "value"),
    ...given("benchmarkPrice"),
    ...given("rank"),
    ...given("turnover"),
    ...(dependence && {
      dependence: {
        window: datum(dependence.window, asOf, "dependence", "window"),
        verdict: dependence.verdict,
        rho: datum(dependence.rho, dependence.asOf, "dependence", "rho"),
      },
    }),
    cases: note.cases.map(({horizon, date, low, high}, i) => ({
      date,
      horizon: datum(horizon, asOf, "cases", i, "horizon"),
      low: datum(low, asOf, "cases", i, "low"),
      high: datum(high, asOf, "cases", i, "high"),
    })),
  };
}
