import type {Kysely} from "kysely";
import type {Tables} from "../../store/tables.ts";

/** A draft as far as it is told which came before it. */
export interface Told {
  readonly asset: string;
  readonly locale: string;
  readonly as_of: Date;
}

/** Approved at least: readers have it, or will. */
const out = ["approved", "scheduled", "published", "corrected"];
export const isOut = (state: string): boolean => out.includes(state);

/** The note of the same coin and locale before this one: rather one that was approved than any. */
export const noteBefore = (db: Kysely<Tables>, {asset, locale, as_of}: Told) =>
  db
    .selectFrom("drafts")
    .select(["id", "content", "revision", "state"])
    .where("asset", "=", asset)
    .where("locale", "=", locale)
    .where("as_of", "<", as_of)
    .where("state", "!=", "dropped")
    .orderBy(eb => eb("state", "in", out), "desc")
    .orderBy("as_of", "desc")
    .orderBy("created_at", "desc")
    .executeTakeFirst();
