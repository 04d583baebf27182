import type {Caller} from "../../model/person.ts";
import type {
  Invitations,
  Invite,
  Invited,
  Newcomer,
  PersonChange,
  PersonSummary,
  Sessions,
  TokenRequest,
  Tokens,
  Ways,
  Writer,
} from "./peopleShapes.ts";

/** What a request says of whoever sent it. */
export interface Visit {
  readonly headers: Headers;
  /** Behind whatever proxies were named. */
  readonly address: string;
}

/** A session that holds, and whose it is. */
export interface Held {
  readonly caller: Caller;
  readonly person: {readonly id: string; readonly email: string};
  /** Its id. */
  readonly session: string;
  /** As `Set-Cookie` has them: those that go on with it. */
  readonly cookies: readonly string[];
}

/** That somebody was let in, or out. */
export interface Passage {
  readonly cookies: readonly string[];
}

/** Where a browser is to go next. */
export interface Redirection extends Passage {
  readonly location: string;
}

/**
 * Who may come in, and how. What is not there is undefined or false; what a person has to mend is a
 * UsageError, a Conflict, or the Problem of a field.
 */
export interface PeopleServices {
  /** The name of the cookie that carries a session. */
  readonly cookie: string;
  ways(): Promise<Ways>;
  /** Undefined where there is none that holds. Where it is not `used`, it ends as if nobody had come. */
  sessionOf(visit: Visit, how?: {readonly used: boolean}): Promise<Held | undefined>;
  /** Undefined where address and password do not belong together, for whatever reason. */
  signIn(
    visit: Visit,
    by: {readonly email: string; readonly password: string},
  ): Promise<Passage | undefined>;
  signOut(held: Held, visit: Visit): Promise<Passage>;
  hasPassword(held: Held): Promise<boolean>;
  sessions(held: Held): Promise<Sessions>;
  endSession(held: Held, id: string): Promise<boolean>;
  /** All of them, this one among them. */
  endSessions(held: Held, visit: Visit): Promise<Passage>;
  /** False where the current one is wrong. Others of theirs end. */
  changePassword(
    held: Held,
    change: {readonly current: string; readonly next: string},
  ): Promise<boolean>;

  /** Undefined where the link does not hold. */
  welcome(visit: Visit, newcomer: Newcomer): Promise<Passage | undefined>;
  accept(visit: Visit, newcomer: Newcomer): Promise<Passage | undefined>;
  reset(
    visit: Visit,
    wish: {readonly secret: string; readonly password: string},
  ): Promise<Passage | undefined>;
  invite(wish: Invite, by: Caller): Promise<Invited>;
  invitations(): Promise<Invitations>;
  withdraw(id: string, by: Caller): Promise<boolean>;

  people(): Promise<readonly PersonSummary[]>;
  /** Those who may have a draft in hand. */
  writers(): Promise<readonly Writer[]>;
  changePerson(id: string, change: PersonChange, by: Caller): Promise<PersonSummary | undefined>;
  /** Everywhere; false where there is nobody of that id. */
  signOutPerson(id: string, by: Caller): Promise<boolean>;
  tokens(): Promise<Tokens>;
  createToken(wish: TokenRequest, by: Caller): Promise<string>;
  revokeToken(id: string, by: Caller): Promise<boolean>;

  /** To the provider of identities; undefined where there is none. */
  leave(visit: Visit): Promise<Redirection | undefined>;
  /** Back from it. */
  arrive(visit: Visit, search: string): Promise<Redirection | undefined>;
}
