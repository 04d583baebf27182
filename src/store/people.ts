import {randomUUID} from "node:crypto";
import {type Kysely, sql, type Transaction} from "kysely";
import {Conflict, UsageError} from "../model/errors.ts";
import {personNameFault, type Role, roleOf} from "../model/person.ts";
import {append, type Event} from "./events.ts";
import {claimPersonName} from "./names.ts";
import type {Tables} from "./tables.ts";

export interface Person {
  readonly id: string;
  /** As the ledger has it. */
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly disabled: boolean;
  readonly createdAt: Date;
}

export interface PersonWish {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Whoever invited them has named this address. */
  readonly emailVerified: boolean;
  /** Hash of the password; absent for whom a provider of identities lets in. */
  readonly password?: string;
}

/**
 * Adds a person in the transaction of what lets them in.
 *
 * @throws UsageError for a name that cannot be one or is taken
 * @throws Conflict where there is somebody with that address
 */
export async function addPerson(
  transaction: Transaction<Tables>,
  {name, email, role, emailVerified, password}: PersonWish,
): Promise<string> {
  const fault = personNameFault(name);
  if (fault !== undefined) throw new UsageError(`"${name}" cannot be a person's name: ${fault}`);
  await claimPersonName(transaction, name);
  const address = email.toLowerCase();
  if (await findByEmail(transaction, address))
    throw new Conflict("somebody with this address is here already: sign in instead");
  const id = randomUUID();
  await transaction
    .insertInto("people")
    .values({id, name, email: address, role, email_verified: emailVerified})
    .execute();
  if (password !== undefined) await setPassword(transaction, id, password);
  await append(transaction, [
    {actor: name, kind: "person.joined", subject: id, data: {name, role}},
  ]);
  return id;
}

export const findByEmail = (db: Kysely<Tables>, email: string) =>
  db
    .selectFrom("people")
    .select(["id", "name", "role", "disabled_at"])
    .where("email", "=", email.toLowerCase())
    .executeTakeFirst();

/** Puts a password in the place of the one before, if there was one. */
export async function setPassword(
  transaction: Transaction<Tables>,
  person: string,
  hash: string,
): Promise<void> {
  await transaction
    .insertInto("accounts")
    .values({
      id: randomUUID(),
      account_id: person,
      provider_id: "credential",
      user_id: person,
      password: hash,
    })
    .onConflict(conflict =>
      conflict
        .columns(["provider_id", "account_id"])
        .doUpdateSet({password: hash, updated_at: sql`clock_timestamp()`}),
    )
    .execute();
}

/** All there are, in the order in which they joined. */
export async function listPeople(db: Kysely<Tables>): Promise<Person[]> {
  const rows = await db.selectFrom("people").selectAll().orderBy("created_at").execute();
  return rows.map(({id, name, email, role, disabled_at, created_at}) => ({
    id,
    name,
    email,
    role: roleOf(role),
    disabled: disabled_at !== null,
    createdAt: created_at,
  }));
}

/** Whether somebody may let others in. */
export async function hasOwner(db: Kysely<Tables>): Promise<boolean> {
  const row = await owners(db).executeTakeFirst();
  return row !== undefined;
}

const owners = (db: Kysely<Tables>) =>
  db.selectFrom("people").select("id").where("role", "=", "owner").where("disabled_at", "is", null);

export interface PersonChange {
  readonly id: string;
  readonly role?: Role | undefined;
  readonly disabled?: boolean | undefined;
  readonly by: string;
}

/**
 * Gives a person another role, or lets them in no more or again; their sessions end at once. False
 * where there is nobody of that id.
 *
 * @throws Conflict where no owner would be left
 */
export const changePerson = (
  db: Kysely<Tables>,
  {id, role, disabled, by}: PersonChange,
): Promise<boolean> =>
  db.transaction().execute(async transaction => {
    // Of two who take each other's role away at once, one is told.
    await sql`lock table assay.people in share row exclusive mode`.execute(transaction);
    const before = await transaction
      .selectFrom("people")
      .select(["name", "role", "disabled_at"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (!before) return false;
    const events: Event[] = [];
    const {name} = before;
    if (role !== undefined && role !== before.role) {
      await transaction.updateTable("people").set({role}).where("id", "=", id).execute();
      const data = {name, from: before.role, to: role};
      events.push({actor: by, kind: "person.role", subject: id, data});
    }
    if (disabled !== undefined && disabled !== (before.disabled_at !== null)) {
      const at = disabled ? sql<Date>`clock_timestamp()` : null;
      await transaction.updateTable("people").set({disabled_at: at}).where("id", "=", id).execute();
      const kind = disabled ? "person.disabled" : "person.enabled";
      events.push({actor: by, kind, subject: id, data: {name}});
    }
    if (events.length === 0) return true;
    if (!(await owners(transaction).executeTakeFirst()))
      throw new Conflict(`${name} is the last owner: make somebody else an owner first`);
    const ended = await endSessions(transaction, {person: id});
    if (ended > 0)
      events.push({actor: by, kind: "session.ended", subject: id, data: {why: "changed", ended}});
    await append(transaction, events);
    return true;
  });

/** Ends the sessions of a person: all, all but one, or one; how many. */
export async function endSessions(
  db: Kysely<Tables>,
  which: {readonly person: string; readonly but?: string; readonly only?: string},
): Promise<number> {
  let query = db.deleteFrom("sessions").where("user_id", "=", which.person);
  if (which.but !== undefined) query = query.where("id", "!=", which.but);
  if (which.only !== undefined) query = query.where("id", "=", which.only);
  const {numDeletedRows} = await query.executeTakeFirst();
  return Number(numDeletedRows);
}
