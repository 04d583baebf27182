import {releaseDigest} from "../../publish/digest.ts";
import {makeRelease} from "../../publish/makeRelease.ts";
import type {Release} from "../../publish/release.ts";
import {digestOf} from "../../store/blobs/blobs.ts";
import {loadDraft} from "../loadDraft.ts";
import type {Pressing} from "../pressing.ts";
import type {PublishingPlace} from "./place.ts";
import {loadRelease} from "./releases.ts";

/**
 * The release that would be sent of a draft: the newest there is of one that is armed or out, else what
 * its newest text would make. Undefined where there is no such draft.
 *
 * @throws UsageError where the text cannot be printed
 */
export async function previewRelease(
  {db, blobs, workspace}: Pick<PublishingPlace, "db" | "blobs" | "workspace">,
  pressing: Pressing,
  id: string,
): Promise<Release | undefined> {
  const draft = await db
    .selectFrom("drafts")
    .innerJoin("revisions", join =>
      join
        .onRef("revisions.draft", "=", "drafts.id")
        .onRef("revisions.number", "=", "drafts.revision"),
    )
    .select([
      "drafts.note_id",
      "drafts.revision",
      "drafts.state",
      "revisions.text",
      "revisions.content",
    ])
    .where("drafts.id", "=", id)
    .executeTakeFirst();
  if (!draft) return undefined;
  const now = new Date();
  const made = await db
    .selectFrom("releases")
    .select("version")
    .where("draft", "=", id)
    .orderBy("version", "desc")
    .executeTakeFirst();
  if (made && ["scheduled", "published", "corrected", "retracted"].includes(draft.state))
    return loadRelease(
      {db, blobs},
      {noteId: draft.note_id, version: made.version},
      {publishedAt: now},
    );
  await pressing.press({draft: id, revision: draft.revision});
  const rows = await db
    .selectFrom("files")
    .select(["path", "sha256"])
    .where("draft", "=", id)
    .where("revision", "=", draft.revision)
    .orderBy("path")
    .execute();
  const files = new Map<string, Uint8Array>();
  for (const {path, sha256} of rows) files.set(path, await blobs.get(sha256));
  const {house} = workspace;
  const common = {version: 1, kind: "note" as const, corrections: []};
  return makeRelease({
    ...common,
    id: draft.note_id,
    digest: releaseDigest({
      ...common,
      id: draft.note_id,
      text: draft.text,
      content: draft.content,
      house: digestOf(Buffer.from(`${JSON.stringify(house)}\n`)),
      files: Object.fromEntries(rows.map(({path, sha256}) => [path, sha256])),
    }),
    house,
    draft: await loadDraft(blobs, draft.content),
    text: (await blobs.get(draft.text)).toString("utf8"),
    files,
    publishedAt: now.toISOString(),
    updatedAt: now.toISOString(),
  });
}
