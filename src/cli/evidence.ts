import {z} from "zod";
import {SourceChanged, UsageError} from "../model/errors.ts";
import {type Evidence, evidenceSchema} from "../model/evidence.ts";
import {parseJson} from "../model/parseJson.ts";
import {readNamed} from "./readText.ts";

/**
 * The evidence of a note.
 *
 * @throws UsageError, with what to do, when there is no such file
 * @throws SourceChanged when it is damaged
 */
export async function readEvidence(
  path: string,
  absent = `there is no ${path}`,
): Promise<Evidence> {
  const bytes = await readNamed(path).catch(error => {
    throw error.cause?.code === "ENOENT" ? new UsageError(absent, {cause: error}) : error;
  });
  const result = evidenceSchema.safeParse(parseJson(bytes.toString("utf8"), path));
  if (result.success) return result.data;
  throw new SourceChanged(`${path} is not evidence of a note:\n${z.prettifyError(result.error)}`);
}
