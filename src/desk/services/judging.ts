import type {Kysely} from "kysely";
import {loadDraft} from "../../jobs/loadDraft.ts";
import {profileFacts} from "../../jobs/profileFacts.ts";
import {type DeskLocale, deskLocaleOf} from "../../model/deskLocale.ts";
import type {Blobs} from "../../store/blobs/blobs.ts";
import {withNewestRevision} from "../../store/newestRevision.ts";
import type {Tables} from "../../store/tables.ts";
import type {Judgements} from "../api/judgingShapes.ts";
import {judgementsOf} from "../judging/judgements.ts";
import {noteBefore} from "./before.ts";
import {readFaults} from "./faults.ts";
import {isId} from "./id.ts";

/** What of the newest text needs judgement; words beside the note's own in the language, or in that of the note. */
export async function listJudgements(
  {db, blobs}: {readonly db: Kysely<Tables>; readonly blobs: Blobs},
  id: string,
  language?: DeskLocale,
): Promise<Judgements | undefined> {
  if (!isId(id)) return undefined;
  const row = await withNewestRevision(db)
    .select([
      "drafts.content",
      "drafts.asset",
      "drafts.locale",
      "drafts.as_of",
      "drafts.revision",
      "revisions.text",
      "revisions.faults",
    ])
    .where("drafts.id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const before = await noteBefore(db, row);
  const draft = await loadDraft(blobs, row.content);
  const facts = await profileFacts(blobs, draft);
  const judged = {
    text: (await blobs.get(row.text)).toString("utf8"),
    evidence: draft.evidence,
    news: draft.news,
    faults: readFaults(row.faults),
    before: before && {evidence: (await loadDraft(blobs, before.content)).evidence},
    facts: facts.flatMap(({statement: {[row.locale]: statement}, expires}) =>
      statement === undefined ? [] : [{statement, expires}],
    ),
  };
  const locale = language ?? deskLocaleOf(row.locale);
  const items = judgementsOf(judged, locale).map(({figures, ...one}) => ({
    ...one,
    figures: [...figures],
  }));
  return {revision: row.revision, items};
}
