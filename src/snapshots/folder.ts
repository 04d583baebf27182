import {join} from "node:path";
import {z} from "zod";
import {assetKinds} from "../model/assetKind.ts";
import {SourceChanged, UsageError} from "../model/errors.ts";
import {parseJson} from "../model/parseJson.ts";
import {readRegularFile} from "../model/regularFile.ts";
import type {RecordedAnswer, Snapshot} from "../model/snapshot.ts";
import {manifestText, sha256} from "./record.ts";

/** A note rests on some four hundred answers where a source gives a file for each day. */
const mostAnswers = 2000;
const mostManifestBytes = 4 * 2 ** 20;
/** As much as is ever taken out of a table for one note. */
const mostAnswerBytes = 64 * 2 ** 20;

const asset = z.object({
  id: z.string().min(1),
  symbol: z.string(),
  name: z.string(),
  kind: z.enum(assetKinds).exactOptional().describe("What it is; a coin where nothing is said"),
});

/** `manifest.json` of a snapshot folder. Its JSON Schema is in `docs/schemas`. */
export const manifestSchema = z.object({
  schema: z.literal("assay/snapshot@1"),
  asset,
  benchmark: asset,
  asOf: z.iso.datetime(),
  simulated: z.boolean(),
  answers: z
    .array(
      z.object({
        path: z.string().regex(/^answers\/[a-z0-9][a-z0-9.-]*$/),
        source: z.string(),
        endpoint: z.string(),
        query: z.record(z.string(), z.string()),
        url: z.string(),
        fetchedAt: z.iso.datetime(),
        mediaType: z.enum(["application/json", "application/yaml", "text/csv"]),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(mostAnswers),
});

/** The files of a snapshot's folder, by their paths in it. */
export const snapshotFiles = (snapshot: Snapshot): ReadonlyMap<string, string | Uint8Array> =>
  new Map<string, string | Uint8Array>([
    ...snapshot.answers.map(({path, body}) => [path, body] as const),
    ["manifest.json", manifestText(snapshot)],
  ]);

/**
 * Reads a snapshot folder and holds every answer against its digest.
 *
 * @throws SourceChanged when an answer is not what was recorded
 */
export async function readSnapshot(folder: string): Promise<Snapshot> {
  const path = join(folder, "manifest.json");
  const bytes = await readRegularFile(
    path,
    mostManifestBytes,
    cause => new UsageError(`no snapshot in ${folder}: manifest.json cannot be read`, {cause}),
  );
  const text = bytes.toString("utf8");
  const manifest = manifestSchema.safeParse(parseJson(text, path));
  if (!manifest.success)
    throw new SourceChanged(
      `${path} is not a snapshot's manifest:\n${z.prettifyError(manifest.error)}`,
    );
  const {schema: _, ...content} = manifest.data;
  const answers: RecordedAnswer[] = [];
  // One after another, so that of several damaged answers the same one is always named.
  for (const answer of content.answers) answers.push(await readAnswer(folder, answer));
  return {...content, answers, sha256: sha256(text)};
}

async function readAnswer(
  folder: string,
  answer: Omit<RecordedAnswer, "body">,
): Promise<RecordedAnswer> {
  const path = join(folder, answer.path);
  const body = await readRegularFile(
    path,
    mostAnswerBytes,
    cause => new SourceChanged(`${path} is missing from the snapshot`, {cause}),
  );
  const found = sha256(body);
  if (found !== answer.sha256)
    throw new SourceChanged(
      `${path} was changed after it was recorded: SHA-256 ${found}, recorded ${answer.sha256}`,
    );
  return {...answer, body};
}
