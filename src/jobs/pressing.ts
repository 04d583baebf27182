import type {Kysely} from "kysely";
import PQueue from "p-queue";
import {Conflict} from "../model/errors.ts";
import {formats} from "../model/form.ts";
import type {Workspace} from "../model/workspace.ts";
import {withRenderer} from "../render/renderer.ts";
import {styleDigest} from "../render/style.ts";
import {templateNames} from "../render/templates.ts";
import {press, styleOf} from "../report.ts";
import type {Blobs} from "../store/blobs/blobs.ts";
import {keepBlobs} from "../store/blobs/keep.ts";
import type {Tables} from "../store/tables.ts";
import {loadDraft} from "./loadDraft.ts";

/** Which text is meant. */
export interface RevisionId {
  readonly draft: string;
  readonly revision: number;
}

export interface Pressing {
  /**
   * Presses the files of a revision in the style that holds now, unless they are there. Gives the
   * digest of that style.
   *
   * @throws UsageError where the text cannot be printed
   * @throws Conflict where the check says otherwise of it than when it was saved
   */
  press(which: RevisionId): Promise<string>;
  /** Digests of the styles that hold now, one for each template. */
  styles(): Promise<ReadonlySet<string>>;
}

interface PressingWish {
  readonly db: Kysely<Tables>;
  readonly blobs: Blobs;
  readonly workspace: Pick<Workspace, "house" | "templates">;
}

/** Presses revisions when somebody asks for their files: one at a time, however many ask. */
export function openPressing(wish: PressingWish): Pressing {
  const turns = new PQueue({concurrency: 1});
  return {
    press: which => turns.add(() => pressed(wish, which)),
    async styles() {
      const {house, templates} = await styleOf(wish.workspace);
      return new Set(templateNames(templates).map(name => styleDigest(house, name, templates)));
    },
  };
}

async function pressed(
  {db, blobs, workspace}: PressingWish,
  {draft: id, revision}: RevisionId,
): Promise<string> {
  const row = await db
    .selectFrom("revisions")
    .select(["content", "text"])
    .where("draft", "=", id)
    .where("number", "=", revision)
    .executeTakeFirstOrThrow();
  const draft = await loadDraft(blobs, row.content);
  const style = await styleOf(workspace);
  const digest = styleDigest(style.house, draft.order.template, style.templates);
  if (await arePressed(db, {draft: id, revision}, digest)) return digest;
  const text = (await blobs.get(row.text)).toString("utf8");
  const made = await withRenderer({pdf: true}, renderer =>
    press(draft, text, style, formats, renderer),
  );
  if (made.text !== text)
    throw new Conflict(
      `revision ${revision} of draft ${id} was checked by another version, and this one says otherwise of it: save it once more`,
    );
  const paths = [...made.files.keys()];
  const bodies = [...made.files.values()];
  const digests = await keepBlobs(db, blobs, bodies);
  const files = paths.map((path, i) => ({
    draft: id,
    revision,
    path,
    sha256: digests[i] ?? "",
    bytes: Buffer.byteLength(bodies[i] ?? ""),
    style: digest,
  }));
  await db.transaction().execute(async transaction => {
    // Whoever presses the same in another process waits, and does it over.
    await transaction
      .selectFrom("revisions")
      .select("number")
      .where("draft", "=", id)
      .where("number", "=", revision)
      .forUpdate()
      .execute();
    await transaction
      .deleteFrom("files")
      .where("draft", "=", id)
      .where("revision", "=", revision)
      .execute();
    await transaction.insertInto("files").values(files).execute();
  });
  return digest;
}

async function arePressed(
  db: Kysely<Tables>,
  {draft, revision}: RevisionId,
  style: string,
): Promise<boolean> {
  const file = await db
    .selectFrom("files")
    .select("path")
    .where("draft", "=", draft)
    .where("revision", "=", revision)
    .where("style", "=", style)
    .executeTakeFirst();
  return file !== undefined;
}
