import {isAPIError} from "better-auth/api";
import type {Kysely} from "kysely";
import {roleOf} from "../../model/person.ts";
import {append} from "../../store/events.ts";
import {endSessions, setPassword} from "../../store/people.ts";
import type {Tables} from "../../store/tables.ts";
import type {Held, Passage, Visit} from "../api/peopleServices.ts";
import type {Sessions} from "../api/peopleShapes.ts";
import {instantText} from "../services/instant.ts";
import {type Auth, addressHeader, type Hashing} from "./auth.ts";
import {requirePassword} from "./passwords.ts";

export interface SessionsWish {
  readonly db: Kysely<Tables>;
  readonly auth: Auth;
  readonly hashing: Hashing;
  /** However much it is used, a session ends after so long. */
  readonly absoluteMs: number;
}

/** What better-auth is told of a request: nothing that another could have written for it. */
export function authHeaders({headers, address}: Visit): Headers {
  const told = new Headers({[addressHeader]: address});
  for (const name of ["cookie", "user-agent"]) {
    const value = headers.get(name);
    if (value !== null) told.set(name, name === "user-agent" ? value.slice(0, 300) : value);
  }
  return told;
}

export async function sessionOf(
  {db, auth, absoluteMs}: SessionsWish,
  visit: Visit,
  {used}: {readonly used: boolean} = {used: true},
): Promise<Held | undefined> {
  const {headers, response} = await auth.api.getSession({
    headers: authHeaders(visit),
    query: {disableRefresh: !used},
    returnHeaders: true,
  });
  if (!response) return undefined;
  const {user, session} = response;
  if (user.disabledAt || Date.now() - session.createdAt.getTime() >= absoluteMs) {
    await endSessions(db, {person: user.id, only: session.id});
    return undefined;
  }
  return {
    caller: {name: user.name, role: roleOf(user.role ?? "")},
    person: {id: user.id, email: user.email},
    session: session.id,
    cookies: headers.getSetCookie(),
  };
}

/** A session that came along ends: whoever laid it there knows nothing of the new one. */
export async function signIn(
  wish: SessionsWish,
  visit: Visit,
  by: {readonly email: string; readonly password: string},
): Promise<Passage | undefined> {
  const before = await sessionOf(wish, visit);
  try {
    const {headers} = await wish.auth.api.signInEmail({
      body: by,
      headers: authHeaders(visit),
      returnHeaders: true,
    });
    if (before) await endOwn(wish, before, {only: before.session});
    return {cookies: headers.getSetCookie()};
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return undefined;
    throw error;
  }
}

export async function listSessions({db}: SessionsWish, held: Held): Promise<Sessions> {
  const rows = await db
    .selectFrom("sessions")
    .selectAll()
    .where("user_id", "=", held.person.id)
    .where("expires_at", ">", new Date())
    .orderBy("updated_at", "desc")
    .limit(200)
    .execute();
  return {
    sessions: rows.map(({id, user_agent, ip_address, created_at, updated_at}) => ({
      id,
      browser: user_agent ?? "",
      address: ip_address ?? "",
      since: instantText(created_at),
      lastSeen: instantText(updated_at),
      current: id === held.session,
    })),
  };
}

/** Ends sessions of a person's own, and says so in the history. */
export const endOwn = (
  {db}: SessionsWish,
  {caller, person}: Held,
  which: {readonly but?: string; readonly only?: string} = {},
): Promise<number> =>
  db.transaction().execute(async transaction => {
    const ended = await endSessions(transaction, {person: person.id, ...which});
    const data = {why: "asked", ended};
    if (ended > 0)
      await append(transaction, [
        {actor: caller.name, kind: "session.ended", subject: which.only ?? person.id, data},
      ]);
    return ended;
  });

/** What a browser is told to forget. */
export async function forget({auth}: SessionsWish, visit: Visit): Promise<Passage> {
  const {headers} = await auth.api.signOut({headers: authHeaders(visit), returnHeaders: true});
  return {cookies: headers.getSetCookie()};
}

const passwordOf = (db: Kysely<Tables>, person: string) =>
  db
    .selectFrom("accounts")
    .select("password")
    .where("user_id", "=", person)
    .where("provider_id", "=", "credential")
    .executeTakeFirst();

export async function hasPassword({db}: SessionsWish, {person}: Held): Promise<boolean> {
  return Boolean((await passwordOf(db, person.id))?.password);
}

export async function changePassword(
  {db, hashing}: SessionsWish,
  {caller, person, session}: Held,
  {current, next}: {readonly current: string; readonly next: string},
): Promise<boolean> {
  const hash = (await passwordOf(db, person.id))?.password ?? undefined;
  if (hash === undefined || !(await hashing.verify({hash, password: current}))) return false;
  await requirePassword(next, {name: caller.name, email: person.email}, "next");
  const replacement = await hashing.hash(next);
  await db.transaction().execute(async transaction => {
    await setPassword(transaction, person.id, replacement);
    const ended = await endSessions(transaction, {person: person.id, but: session});
    await append(transaction, [
      {actor: caller.name, kind: "person.password", subject: person.id, data: {ended}},
    ]);
  });
  return true;
}
