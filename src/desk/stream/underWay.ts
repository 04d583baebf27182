import {type Kysely, sql} from "kysely";
import type {Tables} from "../../store/tables.ts";

/** How far the notes have come that are being sent just now, by their drafts: another word for each step. */
export async function underWay(db: Kysely<Tables>): Promise<Map<string, string>> {
  const {rows} = await sql<{draft: string; how: string}>`
    select draft, string_agg(
      concat_ws(' ', target, state, attempt, receipt is not null, (
        select count(*) || ' ' || count(ended_at) from assay.publication_steps s
        where s.publication = p.id and s.version = p.wanted and s.round = p.round)),
      ', ' order by target) as how
    from assay.publications p where state = 'sending' group by draft`.execute(db);
  return new Map(rows.map(({draft, how}) => [draft, how]));
}
