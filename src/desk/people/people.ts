import type {Kysely} from "kysely";
import type {Log} from "../../model/log.ts";
import {withdrawInvitation} from "../../store/invitations.ts";
import {hasOwner} from "../../store/people.ts";
import type {Tables} from "../../store/tables.ts";
import type {PeopleServices} from "../api/peopleServices.ts";
import {isId} from "../services/id.ts";
import {type Hashing, type Oidc, openAuth, scrypt, sessionCookie} from "./auth.ts";
import {change, endToken, makeToken, people, signOut, tokens, writers} from "./directory.ts";
import {invitations, invite, join, reset} from "./links.ts";
import {arrive, leave} from "./provider.ts";
import * as sessions from "./sessions.ts";

/** How people come in at a desk. */
export interface Access {
  /** What sessions are signed with. */
  readonly secret: string;
  /** Where people find it, such as `https://desk.example`. */
  readonly origin: string;
  readonly idleMs: number;
  readonly absoluteMs: number;
  readonly oidc?: Oidc | undefined;
  /** Whoever is let in by the link of the demo has a password that nobody knows. */
  readonly demo?: boolean;
  readonly log: Log;
  readonly hashing?: Hashing;
}

export function peopleServices(db: Kysely<Tables>, access: Access): PeopleServices {
  const {origin, absoluteMs, oidc, demo = false, hashing = scrypt} = access;
  const auth = openAuth({...access, db, hashing});
  const wish = {db, auth, hashing, absoluteMs};
  const links = {db, hashing, origin};
  return {
    cookie: sessionCookie(origin),
    ways: async () => ({oidc: oidc !== undefined, owner: await hasOwner(db), demo}),
    sessionOf: (visit, how) => sessions.sessionOf(wish, visit, how),
    signIn: (visit, by) => sessions.signIn(wish, visit, by),
    async signOut(held, visit) {
      await sessions.endOwn(wish, held, {only: held.session});
      return sessions.forget(wish, visit);
    },
    hasPassword: held => sessions.hasPassword(wish, held),
    sessions: held => sessions.listSessions(wish, held),
    endSession: async (held, id) => isId(id) && (await sessions.endOwn(wish, held, {only: id})) > 0,
    async endSessions(held, visit) {
      await sessions.endOwn(wish, held);
      return sessions.forget(wish, visit);
    },
    changePassword: (held, change) => sessions.changePassword(wish, held, change),
    welcome: async (visit, newcomer) =>
      (await join(links, "owner", newcomer)) ? sessions.signIn(wish, visit, newcomer) : undefined,
    accept: async (visit, newcomer) =>
      (await join(links, "invitation", newcomer))
        ? sessions.signIn(wish, visit, newcomer)
        : undefined,
    async reset(visit, {secret, password}) {
      const email = await reset(links, {secret, password});
      return email === undefined ? undefined : sessions.signIn(wish, visit, {email, password});
    },
    invite: (one, by) => invite(links, one, by),
    invitations: () => invitations(links),
    withdraw: async (id, by) => isId(id) && withdrawInvitation(db, {id, by: by.name}),
    people: () => people(db),
    writers: () => writers(db),
    changePerson: async (id, wanted, by) => (isId(id) ? change(db, id, wanted, by) : undefined),
    signOutPerson: async (id, by) => isId(id) && signOut(db, id, by),
    tokens: () => tokens(db),
    createToken: (one, by) => makeToken(db, one, by),
    revokeToken: (id, by) => endToken(db, id, by),
    leave: async visit => (oidc ? leave(auth, oidc.issuer, visit) : undefined),
    arrive: async (visit, search) => (oidc ? arrive(auth, {origin, visit, search}) : undefined),
  };
}
