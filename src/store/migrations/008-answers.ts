import {type Kysely, sql} from "kysely";

/** What a person may answer where nothing is sent for it: leave it so, and it has arrived. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table assay.publications
    drop constraint publications_state_check,
    add constraint publications_state_check check (state in
      ('planned', 'sending', 'unknown', 'published', 'differs', 'refused', 'left', 'withdrawn')),
    add column arrived_at timestamptz`,
  // How far a note has come on its way out is told as it goes.
  `create trigger told after insert or update on assay.publication_steps
    for each statement execute function assay.tell_of_change()`,
];
