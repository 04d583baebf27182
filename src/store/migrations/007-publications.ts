import {type Kysely, sql} from "kysely";

/** What leaves the house: releases, where they stand, and what was corrected in them. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const digest = (column: string) => `${column} text not null check (${column} ~ '^[0-9a-f]{64}$')`;

const statements = [
  `create table assay.corrections (
    id uuid primary key,
    draft uuid not null references assay.drafts,
    kind text not null check (kind in ('corrected', 'refiled', 'retracted')),
    reason text not null,
    wrong text,
    "right" text,
    opened_by text not null,
    opened_at timestamptz not null default now(),
    approval uuid references assay.approvals,
    version int,
    closed_by text,
    closed_at timestamptz
  )`,
  // One at a time, so that it is plain which of them a change of the text belongs to.
  "create unique index corrections_open on assay.corrections (draft) where closed_at is null",
  `create table assay.releases (
    note_id text not null,
    version int not null check (version >= 1),
    draft uuid not null,
    kind text not null check (kind in ('note', 'corrected', 'refiled', 'retracted')),
    revision int not null,
    approval uuid not null references assay.approvals,
    ${digest("digest")},
    ${digest("text")},
    ${digest("content")},
    ${digest("house")},
    reason text,
    wrong text,
    "right" text,
    made_by text not null,
    made_at timestamptz not null,
    primary key (note_id, version),
    foreign key (draft, revision) references assay.revisions
  )`,
  "create index releases_by_draft on assay.releases (draft, version)",
  `create table assay.release_files (
    note_id text not null,
    version int not null,
    path text not null,
    ${digest("sha256")},
    bytes bigint not null,
    primary key (note_id, version, path),
    foreign key (note_id, version) references assay.releases on delete cascade
  )`,
  `create table assay.publications (
    id uuid primary key,
    note_id text not null,
    target text not null,
    draft uuid not null references assay.drafts,
    wanted int not null,
    standing int,
    state text not null check (state in
      ('planned', 'sending', 'unknown', 'published', 'differs', 'refused', 'withdrawn')),
    at timestamptz not null,
    not_before timestamptz,
    ordered_by text not null,
    ordered_at timestamptz not null default now(),
    again boolean not null default false,
    overwrite boolean not null default false,
    asks text check (asks in ('again', 'overwrite', 'late', 'outcome')),
    round int not null default 0,
    attempt int not null default 0,
    failures int not null default 0,
    worker uuid,
    lease_until timestamptz,
    began_at timestamptz,
    published_at timestamptz,
    read_at timestamptz,
    read_again_at timestamptz,
    receipt jsonb,
    reason text,
    differences jsonb,
    conflict jsonb,
    unique (note_id, target),
    foreign key (note_id, wanted) references assay.releases deferrable initially deferred
  )`,
  "create index publications_by_draft on assay.publications (draft)",
  `create index publications_open on assay.publications (target, at)
    where state in ('planned', 'sending', 'unknown')`,
  `create table assay.publication_steps (
    publication uuid not null references assay.publications on delete cascade,
    version int not null,
    round int not null,
    step text not null,
    began_at timestamptz not null,
    ended_at timestamptz,
    result jsonb,
    primary key (publication, version, round, step)
  )`,
  `create or replace view assay.referred as
    select sha256, 'snapshot' as kind, sha256 as subject from assay.snapshots
    union all select sha256, 'answer of snapshot', snapshot from assay.answers
    union all select content, 'draft', id::text from assay.drafts
    union all select text, 'revision ' || number || ' of draft', draft::text from assay.revisions
    union all select r.content, 'content of revision ' || r.number || ' of draft', r.draft::text
      from assay.revisions r join assay.drafts d on d.id = r.draft and d.content <> r.content
    union all select sha256, path || ' of draft', draft::text from assay.files
    union all select text, 'text of version ' || version || ' of note', note_id from assay.releases
    union all select content, 'content of version ' || version || ' of note', note_id
      from assay.releases
    union all select house, 'house of version ' || version || ' of note', note_id
      from assay.releases
    union all select sha256, path || ' of version ' || version || ' of note', note_id
      from assay.release_files`,
  "create index releases_by_text on assay.releases (text)",
  "create index releases_by_content on assay.releases (content)",
  "create index releases_by_house on assay.releases (house)",
  "create index release_files_by_blob on assay.release_files (sha256)",
  `create trigger told after insert or update on assay.publications
    for each statement execute function assay.tell_of_change()`,
  // Who does not know of releases would leave them out of a backup.
  "update assay.compatibility set oldest = '007-publications'",
];
