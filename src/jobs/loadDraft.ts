import {type Draft, draftSchema} from "../model/draft.ts";
import {StoreDamaged} from "../model/errors.ts";
import {parseJson} from "../model/parseJson.ts";
import type {Blobs} from "../store/blobs/blobs.ts";

/**
 * The draft as the program wrote it.
 *
 * @throws StoreDamaged where its blob is missing, was changed, or is none
 */
export async function loadDraft(blobs: Blobs, sha256: string): Promise<Draft> {
  const text = (await blobs.get(sha256)).toString("utf8");
  const draft = draftSchema.safeParse(parseJson(text, `draft ${sha256}`));
  if (!draft.success) throw new StoreDamaged(`blob ${sha256} is not a draft of a note`);
  return draft.data;
}
