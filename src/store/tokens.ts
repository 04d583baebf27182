import {createHash, randomBytes, randomUUID} from "node:crypto";
import {type Kysely, sql, type Transaction} from "kysely";
import {UsageError} from "../model/errors.ts";
import {type Caller, type Role, roleOf, tokenNameFault} from "../model/person.ts";
import {append} from "./events.ts";
import {claimTokenName} from "./names.ts";
import type {Tables} from "./tables.ts";

/** A token as it is known here: the token itself is nowhere. */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Date;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly expiresAt: Date | null;
}

export interface TokenWish {
  readonly name: string;
  readonly role: Role;
  readonly by: string;
  readonly expiresAt?: Date | undefined;
}

/**
 * Makes a token, which is told this once: the store keeps its SHA-256 alone.
 *
 * @throws UsageError for a name that cannot be one, that of a token that holds, or a person's
 */
export async function createToken(
  db: Kysely<Tables>,
  {name, role, by, expiresAt}: TokenWish,
): Promise<string> {
  const fault = tokenNameFault(name);
  if (fault !== undefined) throw new UsageError(`"${name}" cannot be a token's name: ${fault}`);
  const token = `assay_${randomBytes(32).toString("base64url")}`;
  await db.transaction().execute(async transaction => {
    if (await holding(transaction, name))
      throw new UsageError(`there is a token named ${name}: revoke it, or give another name`);
    await claimTokenName(transaction, name);
    const id = randomUUID();
    await transaction
      .insertInto("tokens")
      .values({id, name, role, digest: digestOf(token), expires_at: expiresAt ?? null})
      .execute();
    await append(transaction, [
      {actor: by, kind: "token.created", subject: id, data: {name, role}},
    ]);
  });
  return token;
}

/** All there were, in the order in which they were made. */
export async function listTokens(db: Kysely<Tables>): Promise<Token[]> {
  const rows = await db.selectFrom("tokens").selectAll().orderBy("created_at").execute();
  return rows.map(({id, name, role, created_at, last_used_at, revoked_at, expires_at}) => ({
    id,
    name,
    role: roleOf(role),
    createdAt: created_at,
    lastUsedAt: last_used_at,
    revokedAt: revoked_at,
    expiresAt: expires_at,
  }));
}

/**
 * From now on nobody is let in with it.
 *
 * @throws UsageError where no token of that name holds
 */
export async function revokeToken(
  db: Kysely<Tables>,
  {name, by}: {readonly name: string; readonly by: string},
): Promise<void> {
  await db.transaction().execute(async transaction => {
    const id = await holding(transaction, name);
    if (id === undefined)
      throw new UsageError(`no token named ${name} holds: assay token list shows those there are`);
    await transaction
      .updateTable("tokens")
      .set({revoked_at: sql`clock_timestamp()`})
      .where("id", "=", id)
      .execute();
    await append(transaction, [{actor: by, kind: "token.revoked", subject: id, data: {name}}]);
  });
}

/** Whom a token stands for; undefined where it is not known, or no longer holds. */
export async function callerOf(db: Kysely<Tables>, token: string): Promise<Caller | undefined> {
  const row = await db
    .selectFrom("tokens")
    .select([
      "id",
      "name",
      "role",
      sql<boolean>`coalesce(last_used_at < clock_timestamp() - interval '1 minute', true)`.as(
        "stale",
      ),
    ])
    .where("digest", "=", digestOf(token))
    .where("revoked_at", "is", null)
    .where(notExpired)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.stale)
    await db
      .updateTable("tokens")
      .set({last_used_at: sql`clock_timestamp()`})
      .where("id", "=", row.id)
      .execute();
  return {name: row.name, role: roleOf(row.role)};
}

/** The token of that name that holds. Others who make or revoke wait until the transaction ends. */
async function holding(
  transaction: Transaction<Tables>,
  name: string,
): Promise<string | undefined> {
  await sql`lock table assay.tokens in share row exclusive mode`.execute(transaction);
  const row = await transaction
    .selectFrom("tokens")
    .select("id")
    .where("name", "=", name)
    .where("revoked_at", "is", null)
    .where(notExpired)
    .executeTakeFirst();
  return row?.id;
}

const notExpired = sql<boolean>`coalesce(expires_at > clock_timestamp(), true)`;

const digestOf = (token: string) => createHash("sha256").update(token).digest("hex");
