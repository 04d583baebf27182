import type {Kysely} from "kysely";
import {type Caller, includesRole} from "../../model/person.ts";
import {append} from "../../store/events.ts";
import {changePerson, endSessions, listPeople, type Person} from "../../store/people.ts";
import type {Tables} from "../../store/tables.ts";
import {createToken, listTokens, revokeToken} from "../../store/tokens.ts";
import type {
  PersonChange,
  PersonSummary,
  TokenRequest,
  Tokens,
  Writer,
} from "../api/peopleShapes.ts";
import {wrongField} from "../api/problem.ts";
import {instantText} from "../services/instant.ts";

export const people = async (db: Kysely<Tables>): Promise<PersonSummary[]> =>
  (await listPeople(db)).map(summary);

const summary = ({createdAt, ...person}: Person): PersonSummary => ({
  ...person,
  createdAt: instantText(createdAt),
});

/** Those who may have a draft in hand, by name. */
export const writers = async (db: Kysely<Tables>): Promise<Writer[]> =>
  (await listPeople(db))
    .filter(({role, disabled}) => !disabled && includesRole(role, "writer"))
    .map(({name, role}) => ({name, role}))
    .toSorted((a, b) => a.name.localeCompare(b.name));

export async function change(
  db: Kysely<Tables>,
  id: string,
  {role, disabled}: PersonChange,
  by: Caller,
): Promise<PersonSummary | undefined> {
  const changed = await changePerson(db, {id, role, disabled, by: by.name});
  return changed ? (await people(db)).find(one => one.id === id) : undefined;
}

/** Ends a person's sessions everywhere; false where there is nobody of that id. */
export const signOut = (db: Kysely<Tables>, id: string, by: Caller): Promise<boolean> =>
  db.transaction().execute(async transaction => {
    const person = await transaction
      .selectFrom("people")
      .select("name")
      .where("id", "=", id)
      .executeTakeFirst();
    if (!person) return false;
    const data = {why: "owner", ended: await endSessions(transaction, {person: id})};
    await append(transaction, [{actor: by.name, kind: "session.ended", subject: id, data}]);
    return true;
  });

export async function tokens(db: Kysely<Tables>): Promise<Tokens> {
  const all = await listTokens(db);
  return {
    tokens: all.map(({id, name, role, createdAt, lastUsedAt, expiresAt, revokedAt}) => ({
      id,
      name,
      role,
      createdAt: instantText(createdAt),
      ...(lastUsedAt && {lastUsedAt: instantText(lastUsedAt)}),
      ...(expiresAt && {expiresAt: instantText(expiresAt)}),
      ...(revokedAt && {revokedAt: instantText(revokedAt)}),
    })),
  };
}

export async function makeToken(
  db: Kysely<Tables>,
  {name, role, expiresAt}: TokenRequest,
  by: Caller,
): Promise<string> {
  const until = expiresAt === undefined ? undefined : new Date(expiresAt);
  if (until && until.getTime() <= Date.now())
    throw wrongField("expiresAt", "must be still to come");
  return createToken(db, {name, role, by: by.name, expiresAt: until});
}

export async function endToken(db: Kysely<Tables>, id: string, by: Caller): Promise<boolean> {
  const token = (await listTokens(db)).find(one => one.id === id && !one.revokedAt);
  if (!token) return false;
  await revokeToken(db, {name: token.name, by: by.name});
  return true;
}
