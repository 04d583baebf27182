import {type Draft, draftSchema} from "../model/draft.ts";
import {StoreDamaged} from "../model/errors.ts";
import {parseJson} from "../model/parseJson.ts";
import type {Blobs} from "../store/blobs/blobs.ts";

/** Of each place those that were asked for last: what a digest names never changes. */
const kept = new WeakMap<Blobs, Map<string, Promise<Draft>>>();
/** Parsed, one takes some megabytes. */
const mostKept = 32;

/**
 * The draft as the program wrote it.
 *
 * @throws StoreDamaged where its blob is missing, was changed, or is none
 */
export function loadDraft(blobs: Blobs, sha256: string): Promise<Draft> {
  const drafts = kept.get(blobs) ?? new Map<string, Promise<Draft>>();
  kept.set(blobs, drafts);
  const draft = drafts.get(sha256) ?? parsed(blobs, sha256);
  // The newest stands last.
  drafts.delete(sha256);
  drafts.set(sha256, draft);
  draft.catch(() => drafts.delete(sha256));
  const [oldest] = drafts.keys();
  if (drafts.size > mostKept && oldest !== undefined) drafts.delete(oldest);
  return draft;
}

async function parsed(blobs: Blobs, sha256: string): Promise<Draft> {
  const text = (await blobs.get(sha256)).toString("utf8");
  const draft = draftSchema.safeParse(parseJson(text, `draft ${sha256}`));
  if (!draft.success) throw new StoreDamaged(`blob ${sha256} is not a draft of a note`);
  return draft.data;
}
