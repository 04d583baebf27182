import {join} from "node:path";
import {z} from "zod";
import {type Draft, draftSchema} from "../model/draft.ts";
import {SourceChanged, UsageError} from "../model/errors.ts";
import {parseJson} from "../model/parseJson.ts";
import {readRegularFile} from "../model/regularFile.ts";

/** Where the draft lies in a note's folder. */
export const draftFile = ".assay/draft.json";

/** The largest draft known is a hundredth of it. */
const mostBytes = 64 * 2 ** 20;

/**
 * The draft of the note in the folder.
 *
 * @throws UsageError when there is none
 * @throws SourceChanged when it is damaged
 */
export async function readDraft(folder: string): Promise<Draft> {
  const path = join(folder, draftFile);
  const bytes = await readRegularFile(
    path,
    mostBytes,
    cause =>
      new UsageError(
        `no draft of a note in ${folder}: ${draftFile} cannot be read. Name the folder of a note, and copy it with its hidden files`,
        {cause},
      ),
  );
  const result = draftSchema.safeParse(parseJson(bytes.toString("utf8"), path));
  if (result.success) return result.data;
  throw new SourceChanged(`${path} is not a draft of a note:\n${z.prettifyError(result.error)}`);
}
