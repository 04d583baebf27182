import {type Kysely, sql} from "kysely";

/** Why a publication is as it is, as data: whoever shows it words it. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table assay.publications alter column reason type jsonb
    using case when reason is null then null
      else jsonb_build_object('code', 'failed', 'says', reason) end`,
  // Who does not know of it would write sentences into it.
  "update assay.compatibility set oldest = '009-reasons'",
];
