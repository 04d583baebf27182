import {type Kysely, sql} from "kysely";

/** The tables as `tables.ts` tells them. A later migration adds to them and takes nothing away. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const digest = "text not null check (%s ~ '^[0-9a-f]{64}$')";
const sha256 = (column: string) => `${column} ${digest.replace("%s", column)}`;

const statements = [
  `create table assay.snapshots (
    ${sha256("sha256")} primary key,
    asset text not null,
    as_of timestamptz not null,
    bytes bigint not null,
    kept_at timestamptz not null default now()
  )`,
  `create table assay.schedules (
    name text primary key,
    definition jsonb not null,
    since timestamptz not null,
    through timestamptz not null,
    paused_at timestamptz,
    paused_by text,
    removed_at timestamptz
  )`,
  `create table assay.runs (
    id uuid primary key,
    schedule text references assay.schedules,
    nominal timestamptz not null,
    asked_by text not null,
    idempotency_key text unique,
    definition jsonb,
    priority int not null,
    state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled', 'skipped')),
    reason text,
    planned_at timestamptz not null default now(),
    began_at timestamptz,
    ended_at timestamptz,
    unique (schedule, nominal)
  )`,
  "create index runs_by_nominal on assay.runs (nominal desc)",
  "create index runs_open on assay.runs (schedule) where state in ('waiting', 'running')",
  `create table assay.tasks (
    id uuid primary key,
    run uuid not null references assay.runs on delete cascade,
    kind text not null check (kind in ('scan', 'note')),
    key text not null,
    "order" jsonb not null,
    state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    attempt int not null default 0,
    failures int not null default 0,
    snapshot text references assay.snapshots,
    outcome text,
    reason text,
    dead boolean not null default false,
    not_before timestamptz,
    began_at timestamptz,
    ended_at timestamptz,
    unique (run, kind, key)
  )`,
  "create index tasks_open on assay.tasks (state) where state in ('waiting', 'running')",
  `create table assay.steps (
    task uuid not null references assay.tasks on delete cascade,
    attempt int not null,
    name text not null,
    worker uuid not null,
    began_at timestamptz not null,
    ended_at timestamptz,
    calls int not null default 0,
    outcome text check (outcome in ('done', 'failed')),
    reason text,
    primary key (task, attempt, name)
  )`,
  `create table assay.drafts (
    id uuid primary key,
    task uuid unique references assay.tasks on delete set null,
    note_id text not null,
    asset text not null,
    symbol text not null,
    locale text not null,
    as_of timestamptz not null,
    edition text,
    title text not null,
    state text not null default 'draft',
    revision int not null,
    snapshot text not null references assay.snapshots,
    ${sha256("content")},
    newsworthiness double precision not null,
    faults int not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  "create index drafts_by_note on assay.drafts (note_id)",
  "create index drafts_newest on assay.drafts (created_at desc, id)",
  `create table assay.revisions (
    draft uuid not null references assay.drafts,
    number int not null,
    ${sha256("text")},
    kind text not null check (kind in ('written', 'edited', 'regenerated', 'merged', 'corrected')),
    author text not null,
    parent int,
    faults jsonb not null,
    created_at timestamptz not null default now(),
    primary key (draft, number)
  )`,
  `create table assay.files (
    draft uuid not null,
    revision int not null,
    path text not null,
    ${sha256("sha256")},
    bytes bigint not null,
    primary key (draft, revision, path),
    foreign key (draft, revision) references assay.revisions
  )`,
  `create table assay.events (
    seq bigint primary key,
    at timestamptz not null,
    actor text not null,
    kind text not null,
    subject text not null,
    body text not null,
    previous text not null,
    ${sha256("digest")}
  )`,
  "create index events_by_subject on assay.events (subject, seq)",
  `create table assay.tokens (
    id uuid primary key,
    name text not null,
    role text not null,
    ${sha256("digest")} unique,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    revoked_at timestamptz
  )`,
  `create table assay.paces (
    source text primary key,
    next_at timestamptz not null default '-infinity',
    taken timestamptz[] not null default '{}',
    spacing_ms double precision not null default 0,
    slowed_at timestamptz
  )`,
  `create table assay.calls (
    source text not null,
    day date not null,
    calls int not null default 0,
    primary key (source, day)
  )`,
  `create table assay.left_out (
    schedule text not null references assay.schedules,
    first timestamptz not null,
    last timestamptz not null,
    count int not null,
    why text not null,
    noted_at timestamptz not null default now(),
    primary key (schedule, first, why)
  )`,
  `create table assay.alarms (
    id uuid primary key,
    key text not null unique,
    kind text not null,
    body jsonb not null,
    raised_at timestamptz not null default now(),
    cleared_at timestamptz
  )`,
  `create table assay.deliveries (
    alarm uuid not null references assay.alarms on delete cascade,
    channel text not null,
    state text not null check (state in ('waiting', 'sent', 'refused')),
    attempts int not null default 0,
    not_before timestamptz not null default now(),
    reason text,
    sent_at timestamptz,
    primary key (alarm, channel)
  )`,
  `create table assay.workers (
    id uuid primary key,
    host text not null,
    pid int not null,
    version text not null,
    plans boolean not null,
    concurrency int not null,
    started_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    stopping boolean not null default false
  )`,
  // Who may still work on the store while it is newer than they are.
  "create table assay.compatibility (oldest text not null)",
  "insert into assay.compatibility values ('001-newsroom')",
];
