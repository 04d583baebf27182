import {type Kysely, sql} from "kysely";

/** A draft may be made again on newer data: each revision has the content that it is a text of. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table assay.revisions
    add column content text check (content ~ '^[0-9a-f]{64}$'),
    add column snapshot text references assay.snapshots,
    add column merge jsonb`,
  `update assay.revisions r set content = d.content, snapshot = d.snapshot
    from assay.drafts d where d.id = r.draft`,
  `alter table assay.revisions
    alter column content set not null,
    alter column snapshot set not null`,
  `create or replace view assay.referred as
    select sha256, 'snapshot' as kind, sha256 as subject from assay.snapshots
    union all select sha256, 'answer of snapshot', snapshot from assay.answers
    union all select content, 'draft', id::text from assay.drafts
    union all select text, 'revision ' || number || ' of draft', draft::text from assay.revisions
    union all select r.content, 'content of revision ' || r.number || ' of draft', r.draft::text
      from assay.revisions r join assay.drafts d on d.id = r.draft and d.content <> r.content
    union all select sha256, path || ' of draft', draft::text from assay.files`,
  "create index revisions_by_content on assay.revisions (content)",
  "create index revisions_by_snapshot on assay.revisions (snapshot)",
  "create index drafts_by_coin on assay.drafts (asset, locale, as_of desc)",
  "create index snapshots_by_coin on assay.snapshots (asset, as_of desc)",
  // Who does not know what a revision is a text of would write one without.
  "update assay.compatibility set oldest = '006-regenerate'",
];
