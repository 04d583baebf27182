import type {Kysely} from "kysely";
import {loadDraft} from "../../jobs/loadDraft.ts";
import type {Blobs} from "../../store/blobs/blobs.ts";
import type {Tables} from "../../store/tables.ts";
import type {Against, Differences} from "../api/judgingShapes.ts";
import type {Comparison} from "../api/services.ts";
import {figureDifferences, unsupportedDifferences} from "../comparing/figures.ts";
import {isOut, noteBefore} from "./before.ts";
import {isId} from "./id.ts";
import {instantText} from "./instant.ts";

interface CompareRoom {
  readonly db: Kysely<Tables>;
  readonly blobs: Blobs;
}

/** The newest text beside another; undefined where there is no such draft, or nothing to hold it against. */
export async function listDifferences(
  room: CompareRoom,
  {id, against, by}: Comparison,
): Promise<Differences | undefined> {
  const {db, blobs} = room;
  if (!isId(id)) return undefined;
  const draft = await db
    .selectFrom("drafts")
    .select(["id", "asset", "locale", "as_of", "revision", "content"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!draft) return undefined;
  const which = await otherOf(db, draft, against, by);
  const [base, newest] = [
    which && (await revisionOf(db, which)),
    await revisionOf(db, {draft: id, revision: draft.revision}),
  ];
  if (!base || !newest) return undefined;
  const [before, after] = [
    await loadDraft(blobs, base.content),
    await loadDraft(blobs, newest.content),
  ];
  const baseText =
    against === "program" ? before.markdown : (await blobs.get(base.text)).toString("utf8");
  const text = (await blobs.get(newest.text)).toString("utf8");
  const [old, now] = [
    {text: baseText, evidence: before.evidence},
    {text, evidence: after.evidence},
  ];
  return {
    against: {
      draft: base.draft,
      revision: base.number,
      at: instantText(base.created_at),
      by: against === "program" ? before.evidence.note.generator : base.author,
    },
    revision: newest.number,
    base: baseText,
    text,
    figures: figureDifferences(old, now),
    unsupported: unsupportedDifferences(old, now),
  };
}

interface RevisionId {
  readonly draft: string;
  readonly revision: number;
}

interface Row {
  readonly id: string;
  readonly asset: string;
  readonly locale: string;
  readonly as_of: Date;
  readonly revision: number;
  readonly content: string;
}

/** Which revision is meant. */
async function otherOf(
  db: Kysely<Tables>,
  draft: Row,
  against: Against,
  by: string,
): Promise<RevisionId | undefined> {
  const {id} = draft;
  if (typeof against === "number") return {draft: id, revision: against};
  switch (against) {
    case "program": {
      // The first on its data: before it there were others.
      const first = await db
        .selectFrom("revisions")
        .select("number")
        .where("draft", "=", id)
        .where("content", "=", draft.content)
        .orderBy("number")
        .executeTakeFirst();
      return first && {draft: id, revision: first.number};
    }
    case "previous":
      return {draft: id, revision: draft.revision - 1};
    case "approval": {
      const last = await db
        .selectFrom("approvals")
        .select("revision")
        .where("draft", "=", id)
        .where("approved_by", "=", by)
        .orderBy("approved_at", "desc")
        .executeTakeFirst();
      return last && {draft: id, ...last};
    }
    case "published": {
      const last = await noteBefore(db, draft);
      return last && isOut(last.state) ? {draft: last.id, revision: last.revision} : undefined;
    }
  }
}

const revisionOf = (db: Kysely<Tables>, {draft, revision}: RevisionId) =>
  db
    .selectFrom("revisions")
    .select(["draft", "number", "text", "content", "author", "created_at"])
    .where("draft", "=", draft)
    .where("number", "=", revision)
    .executeTakeFirst();
