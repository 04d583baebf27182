import {type Kysely, sql} from "kysely";

/** What reviewing takes. Who does not know of it may still work beside: it leaves these columns as they are. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  "alter table assay.revisions add column suggested boolean not null default false",
  "alter table assay.files add column style text check (style ~ '^[0-9a-f]{64}$')",
];
