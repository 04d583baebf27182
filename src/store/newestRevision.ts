import type {Kysely} from "kysely";
import type {Tables} from "./tables.ts";

/** Drafts, each with its newest revision, to be selected from. */
export const withNewestRevision = (db: Kysely<Tables>) =>
  db
    .selectFrom("drafts")
    .innerJoin("revisions", join =>
      join
        .onRef("revisions.draft", "=", "drafts.id")
        .onRef("revisions.number", "=", "drafts.revision"),
    );
