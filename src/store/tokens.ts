import {createHash, randomBytes, randomUUID} from "node:crypto";
import {type Kysely, sql, type Transaction} from "kysely";
import {UsageError} from "../model/errors.ts";
import {type Caller, type Role, roles} from "../model/person.ts";
import {append} from "./events.ts";
import type {Tables} from "./tables.ts";

/** A token as it is known here: the token itself is nowhere. */
export interface Token {
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Date;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** They stand in the ledger as who did a thing; these are the program's own. */
const ownNames: readonly string[] = ["assay", "planner", "worker"];

/**
 * Makes a token, which is told this once: the store keeps its SHA-256 alone.
 *
 * @throws UsageError for a name that cannot be one, or that of a token that holds
 */
export async function createToken(
  db: Kysely<Tables>,
  {name, role, by}: {readonly name: string; readonly role: Role; readonly by: string},
): Promise<string> {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,59}$/u.test(name) || ownNames.includes(name))
    throw new UsageError(
      `"${name}" cannot be a token's name: give up to 60 letters, digits, dots, hyphens and @, such as ci or ayse@example.org, and none of ${ownNames.join(", ")}`,
    );
  const token = `assay_${randomBytes(32).toString("base64url")}`;
  await db.transaction().execute(async transaction => {
    if (await holding(transaction, name))
      throw new UsageError(`there is a token named ${name}: revoke it, or give another name`);
    const id = randomUUID();
    await transaction
      .insertInto("tokens")
      .values({id, name, role, digest: digestOf(token)})
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
  return rows.map(({name, role, created_at, last_used_at, revoked_at}) => ({
    name,
    role: roleOf(role),
    createdAt: created_at,
    lastUsedAt: last_used_at,
    revokedAt: revoked_at,
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
    .executeTakeFirst();
  return row?.id;
}

/** A role of a newer program may do here what everybody may. */
const roleOf = (text: string): Role => roles.find(role => role === text) ?? "viewer";

const digestOf = (token: string) => createHash("sha256").update(token).digest("hex");
