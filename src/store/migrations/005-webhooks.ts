import {type Kysely, sql} from "kysely";

/** What is said to others when something changes, and the lists of scans. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Tells who listens that there is something to look at; what it is stands in the rows. */
const told = (table: string) =>
  `create trigger told after insert or update on assay.${table}
    for each statement execute function assay.tell_of_change()`;

const statements = [
  `create table assay.hooks (
    name text primary key,
    through bigint not null,
    added_at timestamptz not null default now()
  )`,
  `create table assay.hook_deliveries (
    id uuid primary key default gen_random_uuid(),
    hook text not null,
    seq bigint not null references assay.events,
    state text not null check (state in ('waiting', 'sent', 'refused')),
    attempts int not null default 0,
    not_before timestamptz not null default now(),
    status int,
    reason text,
    made_at timestamptz not null default now(),
    tried_at timestamptz,
    sent_at timestamptz,
    unique (hook, seq)
  )`,
  "create index hook_deliveries_waiting on assay.hook_deliveries (hook, not_before) where state = 'waiting'",
  `create table assay.scans (
    task uuid primary key references assay.tasks on delete cascade,
    found jsonb not null
  )`,
  `create function assay.tell_of_change() returns trigger language plpgsql as $$
    begin
      notify assay_changed;
      return null;
    end
  $$`,
  ...["events", "runs", "tasks", "steps"].map(told),
  // Who does not know of hooks and scans would leave them out of a backup.
  "update assay.compatibility set oldest = '005-webhooks'",
];
