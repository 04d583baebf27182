import {createHash} from "node:crypto";
import {z} from "zod";
import {correctionSchema, releaseKinds} from "../../model/publication.ts";

const digest = z.hash("sha256");
const instant = z.iso.datetime();

/** Of a file in the note's folder: the record may have come from elsewhere, and files go by it. */
const pathWithin = z
  .string()
  .refine(path => /^[\w./-]+$/.test(path) && path.split("/").every(part => !/^\.*$/.test(part)));

const labelled = z.strictObject({label: z.string(), value: z.string()});

/** A note as the lists of the site tell of it. */
const aboutSchema = z.strictObject({
  id: z.string(),
  asset: z.strictObject({id: z.string(), symbol: z.string(), name: z.string()}),
  idsOf: z.string(),
  asOf: instant,
  locale: z.string(),
  generator: z.string(),
  title: z.string(),
  description: z.string(),
  header: z.string(),
  banner: z.string().exactOptional(),
  pageOf: z.string(),
  minutes: z.int(),
  tags: z.array(z.string()),
  keyData: z.array(labelled),
  credit: z.string(),
});

const versionSchema = z.strictObject({
  version: z.int().min(1),
  kind: z.enum(releaseKinds),
  at: instant.describe("When it became public"),
  digest: digest.describe("Of the release"),
  title: z.string(),
  path: z
    .string()
    .optional()
    .describe("Its folder in this one, where it has been replaced and can be read"),
});

/**
 * What a note's folder says of itself, in the open: which versions of it were published when, with
 * the digest of every file. All lists, feeds and indexes of the site are made of the records.
 */
export const recordSchema = z
  .strictObject({
    schema: z.literal("assay/record@1"),
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    feedId: z.string().describe("Of the note in feeds: the same for each of its versions"),
    edition: z.string().optional(),
    about: aboutSchema,
    publishedAt: instant.describe("When the first version became public"),
    versions: z.array(versionSchema).min(1).describe("The oldest first"),
    corrections: z.array(correctionSchema),
    retraction: z.strictObject({at: instant, reason: z.string()}).optional(),
    home: z.string().optional().describe("Where the note stands first, if not here"),
    chart: z
      .strictObject({path: pathWithin, alt: z.string()})
      .optional()
      .describe("The first of the text"),
    words: z.string().describe("That it is found by: each once, folded"),
    dress: digest.describe("Of what its pages were made with, beside the note"),
    files: z.record(pathWithin, digest).describe("SHA-256 of each file beside this one, by path"),
  })
  .describe("What became of a note of Assay on its site");

export type SiteRecord = Readonly<z.output<typeof recordSchema>>;
export type SiteVersion = SiteRecord["versions"][number];

/** A record with the digest of its file. */
export interface KnownRecord {
  readonly record: SiteRecord;
  readonly digest: string;
}

export const recordFile = "record.json";

export const recordText = (record: SiteRecord) => `${JSON.stringify(record, null, 1)}\n`;

/** The version that stands at the note's address. */
export function standing({versions}: Pick<SiteRecord, "versions">): SiteVersion {
  const last = versions.at(-1);
  if (!last) throw new TypeError("a record without versions");
  return last;
}

/** When something last changed of which readers should know: what was only filed again is quiet. */
export function changedAt({versions, publishedAt}: SiteRecord): string {
  return versions.findLast(({kind}) => kind !== "refiled")?.at ?? publishedAt;
}

/**
 * A UUID that the same words always give.
 *
 * @example uuidOf("Assay\n2026-03-20-bittensor") // "urn:uuid:93694a13-0833-8784-bd28-fd55e3658bbb"
 */
export function uuidOf(words: string): string {
  const hex = createHash("sha256").update(words).digest("hex");
  // Version 8 is for digests like this one; the first digit after the third hyphen is its variant.
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
