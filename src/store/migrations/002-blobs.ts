import {type Kysely, sql} from "kysely";

/** Which blobs the rows refer to, and which no row does. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table assay.answers (
    snapshot text not null references assay.snapshots on delete cascade,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (snapshot, sha256)
  )`,
  `create table assay.condemned (
    sha256 text primary key,
    at timestamptz not null default clock_timestamp()
  )`,
  `create view assay.referred as
    select sha256, 'snapshot' as kind, sha256 as subject from assay.snapshots
    union all select sha256, 'answer of snapshot', snapshot from assay.answers
    union all select content, 'draft', id::text from assay.drafts
    union all select text, 'revision ' || number || ' of draft', draft::text from assay.revisions
    union all select sha256, path || ' of draft', draft::text from assay.files`,
  "create index answers_by_blob on assay.answers (sha256)",
  "create index drafts_by_blob on assay.drafts (content)",
  "create index revisions_by_blob on assay.revisions (text)",
  "create index files_by_blob on assay.files (sha256)",
  "create index tasks_by_snapshot on assay.tasks (snapshot)",
  "create index drafts_by_snapshot on assay.drafts (snapshot)",
  "create index runs_by_end on assay.runs (ended_at)",
  // Who does not know of condemned blobs would put one and lose it.
  "update assay.compatibility set oldest = '002-blobs'",
];
