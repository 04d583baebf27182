import {join} from "node:path";
import {revise} from "../../check/revise.ts";
import {canonicalText} from "../../desk/services/canonicalText.ts";
import type {Draft} from "../../model/draft.ts";
import {readDraft} from "../../notes/draft.ts";
import {digestOf} from "../../store/blobs/blobs.ts";
import {requireNote} from "../namedNote.ts";
import {readText} from "../readText.ts";

/** A note as it lies in a folder. */
export interface FolderNote {
  readonly folder: string;
  readonly draft: Draft;
  /** The draft as it is kept in a store, and its digest. */
  readonly content: string;
  readonly digest: string;
  /** Its `note.md`, in canonical form and with a true disclosure. */
  readonly revised: ReturnType<typeof revise>;
}

/** @throws UsageError where there is none */
export async function readNote(folder: string, command: string): Promise<FolderNote> {
  await requireNote(folder, command);
  const draft = await readDraft(folder);
  const typed = canonicalText(await readText(join(folder, "note.md")));
  const content = `${JSON.stringify(draft)}\n`;
  const isOwn = typed === canonicalText(draft.markdown);
  return {
    folder,
    draft,
    content,
    digest: digestOf(Buffer.from(content)),
    revised: revise(draft, isOwn ? draft.markdown : typed),
  };
}
