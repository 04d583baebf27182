import {type Kysely, type Selectable, sql, type Transaction} from "kysely";
import {Conflict} from "../../model/errors.ts";
import type {TargetSet} from "../../publish/targetSet.ts";
import {append} from "../../store/events.ts";
import type {PublicationsTable, Tables} from "../../store/tables.ts";

/** A publication in somebody's hands, until the lease runs out or is renewed. */
export type Claimed = Selectable<PublicationsTable> & {
  /** `read` where it stands and is only to be read once more. */
  readonly todo: "carry" | "read";
};

export interface Claimant {
  readonly targets: Pick<TargetSet, "homeOf">;
  /** The targets that can be reached from here. */
  readonly names: readonly string[];
  readonly worker: string;
  readonly leaseMs: number;
}

/** From when on a first publication is overdue: then they come one by one. */
const overdue = sql`interval '10 minutes'`;
/** Of those that are overdue, each target gets one in that time. */
const spread = sql`interval '1 minute'`;
/** A note that old is not published unasked. */
const tooOld = sql`interval '24 hours'`;
/** Any number that nobody else in the database locks. */
const claimLock = 7_221_030;

/**
 * Takes the newest publication that is due, or one that its holder has let go of. Of two that ask at
 * once, one gets it.
 */
export async function claim(
  db: Kysely<Tables>,
  {targets, names, worker, leaseMs}: Claimant,
  only?: string,
): Promise<Claimed | undefined> {
  if (names.length === 0) return undefined;
  const homes = JSON.stringify(
    Object.fromEntries(names.map(name => [name, targets.homeOf(name) ?? null])),
  );
  return db.transaction().execute(async transaction => {
    await sql`select pg_advisory_xact_lock(${claimLock})`.execute(transaction);
    const {rows} = await sql<Claimed>`
      with due as (
        select p.id from assay.publications p
        where p.target = any(${names}) and ${only === undefined ? sql`true` : sql`p.id = ${only}`}
          and (p.lease_until is null or p.lease_until < clock_timestamp())
          and (
            (p.asks is null and p.at <= clock_timestamp()
              and (p.not_before is null or p.not_before <= clock_timestamp())
              and p.state in ('planned', 'unknown', 'sending')
              and (${homes}::jsonb ->> p.target is null or exists (
                select from assay.publications home where home.note_id = p.note_id
                  and home.target = ${homes}::jsonb ->> p.target and home.receipt is not null)))
            or (p.state in ('published', 'differs') and p.read_again_at <= clock_timestamp()))
          and not (p.state = 'planned' and p.standing is null and p.failures = 0
            and p.at < clock_timestamp() - ${overdue} and exists (
              select from assay.publications q where q.target = p.target and q.id <> p.id
                and q.began_at > clock_timestamp() - ${spread}
                and q.at < q.began_at - ${overdue}))
        order by p.at desc, p.id limit 1 for update skip locked)
      update assay.publications p set
        attempt = p.attempt + 1, worker = ${worker},
        lease_until = clock_timestamp() + make_interval(secs => ${leaseMs / 1000}),
        began_at = case when p.state in ('planned', 'sending', 'unknown')
          then coalesce(p.began_at, clock_timestamp()) else p.began_at end,
        state = case when p.state in ('published', 'differs') then p.state else 'sending' end
      from due where p.id = due.id
      returning p.*, case when p.state = 'sending' then 'carry' else 'read' end as todo`.execute(
      transaction,
    );
    return rows[0];
  });
}

/** Asks a person about first publications that should long have been: the news in them is old. */
export async function askAboutOld(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async transaction => {
    const {rows} = await sql<{id: string; draft: string; target: string; at: Date}>`
      update assay.publications set asks = 'late',
        reason = '{"code": "late"}'
      where state = 'planned' and standing is null and asks is null
        and at < clock_timestamp() - ${tooOld}
        and (lease_until is null or lease_until < clock_timestamp())
      returning id, draft, target, at`.execute(transaction);
    await append(
      transaction,
      rows.map(({id, draft, target, at}) => ({
        actor: "worker",
        kind: "publication.late",
        subject: draft,
        data: {publication: id, target, at: at.toISOString()},
      })),
    );
  });
}

/** Somebody else has taken it up since. */
export class LostPublication extends Conflict {}

/** What a hold on a publication is good for. */
export type Held = Pick<Claimed, "id" | "attempt">;

/**
 * Until the transaction ends, nobody takes it up.
 *
 * @throws LostPublication where it is no longer ours
 */
export async function requireHeld(transaction: Transaction<Tables>, held: Held): Promise<void> {
  const row = await transaction
    .selectFrom("publications")
    .select("id")
    .where("id", "=", held.id)
    .where("attempt", "=", held.attempt)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new LostPublication(`publication ${held.id} was taken up by another`);
}

/** Renews the lease again and again until it is let go. */
export function keepHold(
  db: Kysely<Tables>,
  {id, attempt}: Held,
  leaseMs: number,
): {readonly letGo: () => Promise<void>} {
  let renewing = Promise.resolve();
  const renew = async () => {
    await sql`
      update assay.publications
      set lease_until = clock_timestamp() + make_interval(secs => ${leaseMs / 1000})
      where id = ${id} and attempt = ${attempt} and lease_until is not null`.execute(db);
  };
  const timer = setInterval(() => {
    // A store that is away is met by the work itself.
    renewing = renewing.then(renew).catch(() => {});
  }, leaseMs / 3);
  return {
    async letGo() {
      clearInterval(timer);
      await renewing;
    },
  };
}
