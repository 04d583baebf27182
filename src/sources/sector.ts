import {join} from "node:path";
import {z} from "zod";
import {displayText} from "../format/displayText.ts";
import {complaintsOf} from "../model/complaints.ts";
import {ExpectedError, SourceChanged, UsageError} from "../model/errors.ts";
import {defaultLocale} from "../model/locale.ts";
import type {SectorList} from "../model/market.ts";
import {nearest} from "../model/nearest.ts";
import {readRegularFile} from "../model/regularFile.ts";
import type {Answer, Asset, RecordedAnswer} from "../model/snapshot.ts";
import {type Reading, type ReadingContext, readJson} from "./reading.ts";

const words = {error: "lower-case letters, digits and hyphens"};
const id = z.string(words).regex(/^[a-z0-9][a-z0-9-]{0,79}$/, words);
const several = {error: "a list of 2 to 100 ids of coins"};
const members = z
  .array(z.string(several).min(1, several), several)
  .min(2, several)
  .max(100, several)
  .describe("Provider ids of its coins");
const name = {error: "a name of up to 80 characters"};

/** The lists of coins beside the profiles, `_sectors.yaml`. Its JSON Schema is in `docs/schemas`. */
export const sectorsSchema = z
  .strictObject({
    schema: z.literal("assay/sectors@1", {error: "assay/sectors@1"}),
    sectors: z.array(
      z.strictObject({
        id,
        name: z
          .record(z.string(), z.string(name).min(1, name).max(80, name), {
            error: "names by locale",
          })
          .describe("By locale"),
        members,
      }),
      {error: "a list of lists of coins"},
    ),
  })
  .describe("Lists of coins to compare a coin with");

/** A hundred lists of a hundred coins are a tenth of it. */
const mostBytes = 2 ** 22;

const recorded = z.object({id: z.string(), name: z.string(), members: z.array(z.string())});

/** Which sector is wanted, and the lists to find it in. */
export interface SectorWish {
  /** The id of a sector; without it the coin's own. */
  readonly asked?: string;
  readonly lists: readonly SectorList[];
}

/**
 * The lists of the folder of profiles, named in the locale; none where it has no `_sectors.yaml`.
 *
 * @throws SourceChanged when the file is not what it should be
 */
export async function loadSectors(folder: string, locale: string): Promise<SectorList[]> {
  const path = join(folder, "_sectors.yaml");
  let text: string;
  try {
    text = (await readRegularFile(path, mostBytes, cause => cause)).toString("utf8");
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw error instanceof ExpectedError
      ? error
      : new UsageError(`${path} cannot be read: ${message}`, {cause: error});
  }
  const {parse} = await import("yaml");
  let content: unknown;
  try {
    content = parse(text, {logLevel: "error"});
  } catch (cause) {
    throw new SourceChanged(`${path} is not YAML: ${(cause as Error).message}`, {cause});
  }
  const result = sectorsSchema.safeParse(content);
  if (!result.success)
    throw new SourceChanged(
      result.error.issues
        .flatMap(issue => complaintsOf(sectorsSchema, issue, content))
        .map(one => `${path}: ${one}`)
        .concat("docs/profiles.md has the format")
        .join("\n"),
    );
  return result.data.sectors.map(({name, ...rest}) => ({
    ...rest,
    name: displayText(name[locale] ?? name[defaultLocale] ?? Object.values(name)[0] ?? rest.id),
  }));
}

/** The list that was asked for; without a wish the first one that has the coin. */
export function listOf({asked, lists}: SectorWish, asset: Asset): SectorList | undefined {
  return asked === undefined
    ? lists.find(({members}) => members.includes(asset.id))
    : lists.find(one => one.id === asked);
}

/** Nobody knows the sector that was asked for. */
export function unknownSector(asked: string, known: readonly Omit<SectorList, "members">[]) {
  const near = nearest(asked, known, ({id, name}) => [id, name]).map(({id}) => id);
  const some = near.length ? near : known.slice(0, 12).map(({id}) => id);
  return new UsageError(
    `no sector "${asked}": ${some.length ? `known are ${some.join(", ")}` : "none is known"}`,
  );
}

/** The list as an answer of a snapshot, so that the note can be made again with the same peers. */
export function writeSector({id, name, members}: SectorList, asOf: string): Answer {
  return {
    source: "sector",
    endpoint: "list",
    query: {sector: id},
    url: `sector ${id}`,
    fetchedAt: asOf,
    mediaType: "application/json",
    body: Buffer.from(`${JSON.stringify({id, name, members}, null, 1)}\n`),
  };
}

/** Reads what {@link writeSector} wrote. */
export function readSector(answer: RecordedAnswer, _: ReadingContext): Reading {
  const {id, name, members} = readJson(answer, "Assay", recorded);
  return {sector: {id, name: displayText(name), by: "list", members}};
}
