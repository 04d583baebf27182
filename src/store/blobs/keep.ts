import {type Kysely, sql} from "kysely";
import type {Tables} from "../tables.ts";
import {type Blobs, bytesOf, digestOf} from "./blobs.ts";

/**
 * Puts what rows are to refer to within a day. Where nothing has referred to a blob so far and it is
 * being removed, it is put after that.
 */
export async function keepBlobs<const Bodies extends readonly (Uint8Array | string)[]>(
  db: Kysely<Tables>,
  blobs: Blobs,
  bodies: Bodies,
): Promise<{[I in keyof Bodies]: string}> {
  const digests = bodies.map(body => digestOf(bytesOf(body)));
  // In one order, so that no two wait for each other.
  await sql`
    delete from assay.condemned where sha256 in (
      select sha256 from assay.condemned where sha256 = any(${digests}) order by sha256 for update)`.execute(
    db,
  );
  await Promise.all(bodies.map(body => blobs.put(body)));
  return digests as {[I in keyof Bodies]: string};
}
