import {type Kysely, sql, type Transaction} from "kysely";
import {Conflict} from "../../model/errors.ts";
import {type Caller, roleOf} from "../../model/person.ts";
import {append} from "../../store/events.ts";
import {findLink, listInvitations, makeLink, takeLink} from "../../store/invitations.ts";
import {addPerson, endSessions, findByEmail, hasOwner, setPassword} from "../../store/people.ts";
import type {InvitationKind, Tables} from "../../store/tables.ts";
import type {Invitations, Invite, Invited, Newcomer} from "../api/peopleShapes.ts";
import {wrongField} from "../api/problem.ts";
import {instantText} from "../services/instant.ts";
import type {Hashing} from "./auth.ts";
import {requirePassword} from "./passwords.ts";

export interface LinksWish {
  readonly db: Kysely<Tables>;
  readonly hashing: Hashing;
  readonly origin: string;
}

const pages: Readonly<Record<InvitationKind, string>> = {
  owner: "welcome",
  invitation: "invitation",
  reset: "reset",
};

/** In a fragment, which no browser sends: it is in no log on the way. */
export const linkOf = (origin: string, kind: InvitationKind, secret: string): string =>
  `${origin}/${pages[kind]}#${secret}`;

/** The link that makes the first owner, good for a day; undefined where there is an owner. */
export async function ownerLink(
  db: Kysely<Tables>,
  origin: string,
  by: string,
): Promise<string | undefined> {
  if (await hasOwner(db)) return undefined;
  const {secret} = await makeLink(db, {kind: "owner", role: "owner", by, hours: 24});
  return linkOf(origin, "owner", secret);
}

const invitationHours = 7 * 24;

/** @throws Conflict where somebody has the address */
export async function invite(
  {db, origin}: LinksWish,
  {role, email}: Invite,
  by: Caller,
): Promise<Invited> {
  if (email !== undefined && (await findByEmail(db, email)))
    throw new Conflict(`somebody with the address ${email} is here already`);
  const {id, secret, expiresAt} = await makeLink(db, {
    kind: "invitation",
    role,
    email,
    by: by.name,
    hours: invitationHours,
  });
  return {id, link: linkOf(origin, "invitation", secret), expiresAt: instantText(expiresAt)};
}

export async function invitations({db}: LinksWish): Promise<Invitations> {
  const all = await listInvitations(db);
  return {
    invitations: all.map(({email, createdAt, expiresAt, ...one}) => ({
      ...one,
      ...(email !== null && {email}),
      createdAt: instantText(createdAt),
      expiresAt: instantText(expiresAt),
    })),
  };
}

/** Makes a person of whoever has the link; false where it does not hold. */
export async function join(
  {db, hashing}: LinksWish,
  kind: "owner" | "invitation",
  {secret, name, email, password}: Newcomer,
): Promise<boolean> {
  const link = await findLink(db, kind, secret);
  if (!link) return false;
  if (link.email !== null && link.email !== email)
    throw wrongField("email", "must be the one that was invited");
  await requirePassword(password, {name, email}, "password");
  const hash = await hashing.hash(password);
  return await db.transaction().execute(async transaction => {
    if (kind === "owner" && (await isOwned(transaction))) return false;
    const taken = await takeLink(transaction, kind, secret);
    if (!taken) return false;
    await addPerson(transaction, {
      name,
      email,
      role: roleOf(taken.role),
      emailVerified: kind === "owner" || taken.email !== null,
      password: hash,
    });
    await append(transaction, [{actor: name, kind: "person.accepted", subject: taken.id}]);
    return true;
  });
}

/** Of two who come with a link to an owner, one is told. */
async function isOwned(transaction: Transaction<Tables>): Promise<boolean> {
  await sql`lock table assay.people in share row exclusive mode`.execute(transaction);
  return hasOwner(transaction);
}

/** Gives a person another password, and returns their address; undefined where the link does not hold. */
export async function reset(
  {db, hashing}: LinksWish,
  {secret, password}: {readonly secret: string; readonly password: string},
): Promise<string | undefined> {
  const link = await findLink(db, "reset", secret);
  const person = link?.person
    ? await db
        .selectFrom("people")
        .select(["id", "name", "email", "disabled_at"])
        .where("id", "=", link.person)
        .executeTakeFirst()
    : undefined;
  if (!person || person.disabled_at) return undefined;
  const {id, name, email} = person;
  await requirePassword(password, {name, email}, "password");
  const hash = await hashing.hash(password);
  return await db.transaction().execute(async transaction => {
    if (!(await takeLink(transaction, "reset", secret))) return undefined;
    await setPassword(transaction, id, hash);
    const ended = await endSessions(transaction, {person: id});
    await append(transaction, [
      {actor: name, kind: "person.password", subject: id, data: {ended, by: "link"}},
    ]);
    return email;
  });
}
