import {type Kysely, sql} from "kysely";

/**
 * People, with what better-auth keeps of them under names of ours: `people` is its user, and the
 * columns of `sessions`, `accounts` and `verifications` are its own. A test holds that it lacks none.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const stamps = `created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()`;

const statements = [
  `create table assay.people (
    id uuid primary key,
    name text not null,
    email text not null unique check (email = lower(email)),
    email_verified boolean not null default false,
    image text,
    role text not null,
    disabled_at timestamptz,
    ${stamps}
  )`,
  "create unique index people_by_name on assay.people (lower(name))",
  `create table assay.sessions (
    id uuid primary key,
    token text not null unique,
    user_id uuid not null references assay.people on delete cascade,
    expires_at timestamptz not null,
    ip_address text,
    user_agent text,
    ${stamps}
  )`,
  'create index "sessions_user_id_idx" on assay.sessions (user_id)',
  `create table assay.accounts (
    id uuid primary key,
    account_id text not null,
    provider_id text not null,
    user_id uuid not null references assay.people on delete cascade,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    ${stamps},
    unique (provider_id, account_id)
  )`,
  'create index "accounts_user_id_idx" on assay.accounts (user_id)',
  `create table assay.verifications (
    id uuid primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    ${stamps}
  )`,
  'create index "verifications_identifier_idx" on assay.verifications (identifier)',
  `create table assay.invitations (
    id uuid primary key,
    kind text not null check (kind in ('owner', 'invitation', 'reset')),
    digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
    role text not null,
    email text check (email = lower(email)),
    person uuid references assay.people on delete cascade,
    made_by text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    withdrawn_at timestamptz
  )`,
  "alter table assay.tokens add column expires_at timestamptz",
  // Who does not know when tokens end would go on letting them in.
  "update assay.compatibility set oldest = '004-people'",
];
