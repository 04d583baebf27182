import {type RawBuilder, sql} from "kysely";
import {instantText} from "./instant.ts";

/** Data older than this are stale where nothing else is said: 6 hours. */
export const usualStaleMs = 6 * 3_600_000;

/**
 * When the data of a draft became stale; null while they are not. A draft of a past day never is: it
 * was older than that when it was made. Nor is one whose text is not changed any more.
 */
export const staleSince = (staleMs: number): RawBuilder<Date | null> => {
  const at = sql`drafts.as_of + make_interval(secs => ${staleMs / 1000})`;
  return sql<Date | null>`case
    when ${at} <= clock_timestamp() and drafts.created_at < ${at}
      and drafts.state in ('draft', 'in-review', 'changes-asked', 'approved')
    then ${at} end`;
};

/** As of when there are newer data of the coin in the store; null where there are none. */
export const newestData = sql<Date | null>`(select max(s.as_of) from assay.snapshots s
  where s.asset = drafts.asset and s.as_of > drafts.as_of)`;

/** What is told of it. */
export const staleness = (since: Date, newest: Date | null) => ({
  since: instantText(since),
  ...(newest && {newest: instantText(newest)}),
});
