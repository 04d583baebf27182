import {createHash, randomBytes, randomUUID} from "node:crypto";
import {type Kysely, sql, type Transaction} from "kysely";
import {type Role, roleOf} from "../model/person.ts";
import {append} from "./events.ts";
import type {InvitationKind, Tables} from "./tables.ts";

// Links that let in once. Their secrets are told when they are made, and stand nowhere.

export interface Invitation {
  readonly id: string;
  readonly role: Role;
  readonly email: string | null;
  readonly by: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Who came in by it. */
  readonly usedBy?: string;
  readonly state: "open" | "used" | "withdrawn" | "expired";
}

export interface LinkWish {
  readonly kind: InvitationKind;
  readonly role: Role;
  /** The only address that it is for. */
  readonly email?: string | undefined;
  /** Whose password it is about. */
  readonly person?: string;
  readonly by: string;
  readonly hours: number;
}

export interface MadeLink {
  readonly id: string;
  readonly secret: string;
  readonly expiresAt: Date;
}

const kinds: Readonly<Record<InvitationKind, string>> = {
  owner: "desk.link",
  invitation: "person.invited",
  reset: "person.reset",
};

/** Makes a link. One for the owner, or about a person's password, ends those before it. */
export const makeLink = (
  db: Kysely<Tables>,
  {kind, role, email, person, by, hours}: LinkWish,
): Promise<MadeLink> =>
  db.transaction().execute(async transaction => {
    if (kind !== "invitation")
      await transaction
        .updateTable("invitations")
        .set({withdrawn_at: sql`clock_timestamp()`})
        .where("kind", "=", kind)
        .where("person", "is not distinct from", person ?? null)
        .where(isOpen)
        .execute();
    const secret = randomBytes(32).toString("base64url");
    const {id, expires_at} = await transaction
      .insertInto("invitations")
      .values({
        id: randomUUID(),
        kind,
        digest: digestOf(secret),
        role,
        email: email?.toLowerCase() ?? null,
        person: person ?? null,
        made_by: by,
        expires_at: sql`clock_timestamp() + make_interval(hours => ${hours})`,
      })
      .returning(["id", "expires_at"])
      .executeTakeFirstOrThrow();
    const data = {role, ...(person !== undefined && {person})};
    await append(transaction, [{actor: by, kind: kinds[kind], subject: id, data}]);
    return {id, secret, expiresAt: expires_at};
  });

/** The link of a secret, as long as it holds. */
export const findLink = (db: Kysely<Tables>, kind: InvitationKind, secret: string) =>
  db
    .selectFrom("invitations")
    .select(["id", "role", "email", "person"])
    .where("digest", "=", digestOf(secret))
    .where("kind", "=", kind)
    .where(isOpen)
    .executeTakeFirst();

/** The link of a secret, taken: it lets nobody else in. Undefined where it does not hold. */
export const takeLink = (transaction: Transaction<Tables>, kind: InvitationKind, secret: string) =>
  transaction
    .updateTable("invitations")
    .set({used_at: sql`clock_timestamp()`})
    .where("digest", "=", digestOf(secret))
    .where("kind", "=", kind)
    .where(isOpen)
    .returning(["id", "role", "email", "person"])
    .executeTakeFirst();

/** The open invitation of an address, taken, for whom a provider of identities has named. */
export async function takeInvitationOf(transaction: Transaction<Tables>, email: string) {
  const found = await transaction
    .selectFrom("invitations")
    .select(["id", "role"])
    .where("kind", "=", "invitation")
    .where("email", "=", email.toLowerCase())
    .where(isOpen)
    .orderBy("created_at", "desc")
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (!found) return undefined;
  await transaction
    .updateTable("invitations")
    .set({used_at: sql`clock_timestamp()`})
    .where("id", "=", found.id)
    .execute();
  return found;
}

/** Newest first. */
export async function listInvitations(db: Kysely<Tables>): Promise<Invitation[]> {
  const rows = await db
    .selectFrom("invitations")
    .selectAll()
    .select(sql<boolean>`expires_at <= clock_timestamp()`.as("expired"))
    .where("kind", "=", "invitation")
    .orderBy("created_at", "desc")
    .limit(200)
    .execute();
  const used = rows.flatMap(({id, used_at}) => (used_at ? [id] : []));
  const joined =
    used.length === 0
      ? []
      : await db
          .selectFrom("events")
          .select(["subject", "actor"])
          .where("subject", "in", used)
          .where("kind", "in", ["person.joined", "person.accepted"])
          .execute();
  const usedBy = new Map(joined.map(({subject, actor}) => [subject, actor]));
  const nameOf = (name?: string) => (name === undefined ? {} : {usedBy: name});
  return rows.map(row => ({
    id: row.id,
    role: roleOf(row.role),
    email: row.email,
    by: row.made_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    ...nameOf(usedBy.get(row.id)),
    state: row.used_at ? "used" : row.withdrawn_at ? "withdrawn" : row.expired ? "expired" : "open",
  }));
}

/** False where no such invitation is open. */
export const withdrawInvitation = (
  db: Kysely<Tables>,
  {id, by}: {readonly id: string; readonly by: string},
): Promise<boolean> =>
  db.transaction().execute(async transaction => {
    const row = await transaction
      .updateTable("invitations")
      .set({withdrawn_at: sql`clock_timestamp()`})
      .where("id", "=", id)
      .where("kind", "=", "invitation")
      .where(isOpen)
      .returning("id")
      .executeTakeFirst();
    if (row) await append(transaction, [{actor: by, kind: "person.uninvited", subject: id}]);
    return row !== undefined;
  });

const isOpen = sql<boolean>`(used_at is null and withdrawn_at is null and expires_at > clock_timestamp())`;

const digestOf = (secret: string) => createHash("sha256").update(secret).digest("hex");
