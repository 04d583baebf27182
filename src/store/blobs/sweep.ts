import {type Kysely, sql} from "kysely";
import type {Tables} from "../tables.ts";
import type {Blobs} from "./blobs.ts";

const aPage = 1_000;
/** Their rows are locked while they are removed, and who puts one of them waits. */
const atOnce = 50;

/** What a sweep came to. */
export interface Swept {
  /** Blobs that no row refers to any more, found now. */
  readonly condemned: number;
  readonly removed: number;
}

/**
 * Removes the blobs that no row has referred to for a day. The first sweep that finds one condemns
 * it, by the clock of the database; one that comes a day later removes it. `keepBlobs` takes a blob
 * off the list before it is put, and waits for whoever is removing it: so a blob that is put just
 * now, and whose row is still to come, is never removed, be it new or as old as the store.
 */
export async function sweepBlobs(db: Kysely<Tables>, blobs: Blobs): Promise<Swept> {
  const removed = await removeCondemned(db, blobs);
  const condemned = await condemn(db, blobs);
  return {condemned, removed};
}

async function condemn(db: Kysely<Tables>, blobs: Blobs): Promise<number> {
  let condemned = 0;
  for await (const digests of pages(blobs.list())) {
    const {numAffectedRows = 0n} = await sql`
      insert into assay.condemned (sha256)
      select blob from unnest(${digests}::text[]) blob
      where not exists (select from assay.referred where sha256 = blob)
      on conflict do nothing`.execute(db);
    condemned += Number(numAffectedRows);
  }
  return condemned;
}

async function* pages(digests: AsyncIterable<string>): AsyncGenerator<string[]> {
  let page: string[] = [];
  for await (const digest of digests) {
    page.push(digest);
    if (page.length < aPage) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

async function removeCondemned(db: Kysely<Tables>, blobs: Blobs): Promise<number> {
  let removed = 0;
  for (;;) {
    const some = await db.transaction().execute(async transaction => {
      // Those that somebody puts just now are not waited for.
      const {rows} = await sql<{sha256: string}>`
        select sha256 from assay.condemned where at < clock_timestamp() - interval '1 day'
        order by sha256 limit ${atOnce} for update skip locked`.execute(transaction);
      const digests = rows.map(({sha256}) => sha256);
      const unreferred = await sql<{blob: string}>`
        select blob from unnest(${digests}::text[]) blob
        where not exists (select from assay.referred where sha256 = blob)`.execute(transaction);
      for (const {blob} of unreferred.rows) await blobs.remove(blob);
      await sql`delete from assay.condemned where sha256 = any(${digests})`.execute(transaction);
      removed += unreferred.rows.length;
      return digests.length;
    });
    if (some === 0) return removed;
  }
}
