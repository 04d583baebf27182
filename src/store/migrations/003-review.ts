import {type Kysely, sql} from "kysely";

/** What reviewing takes. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  "alter table assay.revisions add column suggested boolean not null default false",
  "alter table assay.files add column style text check (style ~ '^[0-9a-f]{64}$')",
  "alter table assay.drafts add column assignee text",
  `create table assay.approvals (
    id uuid primary key,
    draft uuid not null,
    revision int not null,
    text text not null check (text ~ '^[0-9a-f]{64}$'),
    snapshot text not null check (snapshot ~ '^[0-9a-f]{64}$'),
    style text not null check (style ~ '^[0-9a-f]{64}$'),
    approved_by text not null,
    accepted jsonb not null,
    approved_at timestamptz not null default now(),
    withdrawn_at timestamptz,
    withdrawn_by text,
    foreign key (draft, revision) references assay.revisions
  )`,
  "create index approvals_by_draft on assay.approvals (draft, approved_at)",
  `create table assay.comments (
    id uuid primary key,
    draft uuid not null,
    revision int not null,
    anchor jsonb not null,
    text text not null,
    author text not null,
    created_at timestamptz not null default now(),
    resolved_at timestamptz,
    resolved_by text,
    foreign key (draft, revision) references assay.revisions
  )`,
  "create index comments_by_draft on assay.comments (draft, created_at)",
  // Who does not know of approvals and comments would leave them out of a backup.
  "update assay.compatibility set oldest = '003-review'",
];
