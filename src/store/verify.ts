import {sql, type Transaction} from "kysely";
import {StoreDamaged} from "../model/errors.ts";
import {answersOf, completeAnswers} from "./answers.ts";
import type {Blobs} from "./blobs/blobs.ts";
import {pagesOf} from "./cursor.ts";
import {verifyEvents} from "./events.ts";
import {atOneInstant} from "./instant.ts";
import type {Store} from "./open.ts";
import type {Tables} from "./tables.ts";

/** What was looked at, and what is wrong with it. */
export interface Verified {
  readonly events: number;
  readonly snapshots: number;
  readonly drafts: number;
  readonly blobs: number;
  readonly faults: readonly string[];
}

/**
 * Holds the store against itself as it is at one instant: the chain of events, every blob that a row
 * refers to against its digest, each snapshot's manifest against its rows, and each draft,
 * revision, approval and comment against the event that tells of it.
 */
export async function verify({db}: Store, blobs: Blobs): Promise<Verified> {
  await completeAnswers(db, blobs); // a manifest that is damaged is told with the blobs
  return atOneInstant(db, async transaction => {
    const {rows} = await counts.execute(transaction);
    const found = [
      ...(await verifyEvents(transaction)),
      ...(await verifyBlobs(transaction, blobs)),
      ...(await verifySnapshots(transaction, blobs)),
      ...(await strayDrafts.execute(transaction)).rows.map(
        ({draft}) => `draft ${draft} differs from the event that tells of it`,
      ),
      ...(await strayRevisions.execute(transaction)).rows.map(
        ({draft, number}) =>
          `revision ${number} of draft ${draft} differs from the event that tells of it`,
      ),
      ...(await strayApprovals.execute(transaction)).rows.map(
        ({draft, id}) => `approval ${id} of draft ${draft} differs from the event that tells of it`,
      ),
      ...(await strayComments.execute(transaction)).rows.map(
        ({draft, id}) => `comment ${id} on draft ${draft} differs from the event that tells of it`,
      ),
      ...(await strayReleases.execute(transaction)).rows.map(
        ({note_id, version}) =>
          `version ${version} of the note ${note_id} differs from the event that tells of it`,
      ),
      ...(await strayPublications.execute(transaction)).rows.map(
        ({note_id, target}) =>
          `the publication of ${note_id} at ${target} differs from the events that tell of it`,
      ),
    ];
    return {...(rows[0] ?? {events: 0, snapshots: 0, drafts: 0, blobs: 0}), faults: found};
  });
}

const counts = sql<Omit<Verified, "faults">>`select
  (select count(*) from assay.events) as events,
  (select count(*) from assay.snapshots) as snapshots,
  (select count(*) from assay.drafts) as drafts,
  (select count(distinct sha256) from assay.referred) as blobs`;

async function verifyBlobs(transaction: Transaction<Tables>, blobs: Blobs): Promise<string[]> {
  const faults: string[] = [];
  const blobsOnce = sql<{sha256: string; user: string}>`
    select sha256, min(kind || ' ' || subject) as user from assay.referred group by sha256`;
  for await (const page of pagesOf(transaction, blobsOnce))
    for (const {sha256, user} of page) {
      const fault = await faultOf(() => blobs.get(sha256));
      if (fault !== undefined) faults.push(`${user}: ${fault}`);
    }
  return faults;
}

/** A manifest that cannot be read is told as a blob. */
async function verifySnapshots(transaction: Transaction<Tables>, blobs: Blobs): Promise<string[]> {
  const faults: string[] = [];
  const snapshots = sql<{sha256: string; answers: string[]}>`
    select sha256, array(select a.sha256 from assay.answers a where a.snapshot = s.sha256) as answers
    from assay.snapshots s`;
  for await (const page of pagesOf(transaction, snapshots))
    for (const {sha256, answers} of page)
      await faultOf(async () => {
        const said = await answersOf(blobs, sha256);
        if (said.toSorted().join() !== answers.toSorted().join())
          faults.push(`snapshot ${sha256} has other answers in its rows than its manifest says`);
      });
  return faults;
}

const strayDrafts = sql<{draft: string}>`
  select d.id as draft from assay.drafts d
  left join assay.revisions r on r.draft = d.id and r.number = 1
  left join assay.revisions newest on newest.draft = d.id and newest.number = d.revision
  left join assay.events e on e.subject = d.id::text and e.kind = 'draft.written'
  where newest.draft is null or e.body is null or e.body::jsonb #>> '{data,text}' is distinct from r.text
  order by d.id`;

const strayRevisions = sql<{draft: string; number: number}>`
  select r.draft, r.number from assay.revisions r
  left join assay.events e on e.subject = r.draft::text and e.kind in ('draft.edited', 'draft.regenerated')
    and e.body::jsonb #>> '{data,revision}' = r.number::text
  where r.kind in ('edited', 'merged', 'regenerated', 'corrected') and (e.body::jsonb #>> '{data,text}' is distinct from r.text
    or e.body::jsonb #>> '{data,suggested}' is distinct from r.suggested::text
    or (r.kind <> 'regenerated' and e.actor is distinct from r.author))
  order by r.draft, r.number`;

/** One is taken back by the next event that asks for changes or drops the draft, and by nothing else. */
const strayApprovals = sql<{draft: string; id: string}>`
  select a.draft, a.id from assay.approvals a
  left join assay.events e on e.subject = a.draft::text and e.kind in ('draft.approved', 'correction.approved')
    and e.body::jsonb #>> '{data,approval}' = a.id::text
  where e.actor is distinct from a.approved_by
    or e.body::jsonb -> 'data' -> 'accepted' is distinct from a.accepted
    or (e.body::jsonb -> 'data') @> jsonb_build_object('revision', a.revision, 'text', a.text,
      'snapshot', a.snapshot, 'style', a.style) is not true
    or a.withdrawn_by is distinct from (select actor from assay.events later
      where later.subject = a.draft::text and later.seq > e.seq
        and later.kind in ('draft.changes-asked', 'draft.dropped') order by later.seq limit 1)
    or (a.withdrawn_by is null) <> (a.withdrawn_at is null)
  order by a.draft, a.id`;

const strayComments = sql<{draft: string; id: string}>`
  select c.draft, c.id from assay.comments c
  left join assay.events e on e.subject = c.draft::text and e.kind = 'comment.added'
    and e.body::jsonb #>> '{data,comment}' = c.id::text
  where e.actor is distinct from c.author
    or (e.body::jsonb -> 'data') @> jsonb_build_object('revision', c.revision,
      'text', encode(sha256(convert_to(c.text, 'UTF8')), 'hex')) is not true
  order by c.draft, c.id`;

/** A version that nobody had seen may have been made anew: the last event of it holds. */
const strayReleases = sql<{note_id: string; version: number}>`
  select r.note_id, r.version from assay.releases r
  left join assay.approvals a on a.id = r.approval
  left join lateral (select body::jsonb -> 'data' as data, actor from assay.events e
    where e.subject = r.draft::text and e.kind = 'release.made'
      and e.body::jsonb #>> '{data,noteId}' = r.note_id
      and e.body::jsonb #>> '{data,version}' = r.version::text order by seq desc limit 1) e on true
  where e.actor is distinct from r.made_by or a.text is distinct from r.text
    or e.data @> jsonb_build_object('kind', r.kind, 'revision', r.revision,
      'approval', r.approval, 'digest', r.digest) is not true
  order by r.note_id, r.version`;

/** What was ordered last is wanted, and what was told to stand last does. */
const strayPublications = sql<{note_id: string; target: string}>`
  select p.note_id, p.target from assay.publications p
  left join lateral (select body::jsonb -> 'data' as data from assay.events e
    where e.subject = p.draft::text and e.kind = 'publication.ordered'
      and e.body::jsonb #>> '{data,publication}' = p.id::text order by seq desc limit 1) o on true
  left join lateral (select body::jsonb -> 'data' as data from assay.events e
    where e.subject = p.draft::text and e.kind in ('publication.published', 'publication.differs')
      and e.body::jsonb #>> '{data,publication}' = p.id::text order by seq desc limit 1) s on true
  where o.data is null or (p.state not in ('withdrawn') and o.data ->> 'version' is distinct from p.wanted::text)
    or (p.state in ('published', 'differs') and (
      s.data ->> 'version' is distinct from p.standing::text
      or s.data ->> 'digest' is distinct from p.receipt ->> 'digest'))
  order by p.note_id, p.target`;

/** What is wrong with a blob; a place that is out of reach is no fault of the store. */
async function faultOf(look: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await look();
    return undefined;
  } catch (error) {
    if (error instanceof StoreDamaged) return error.message;
    throw error;
  }
}
