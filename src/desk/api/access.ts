import type {Context, MiddlewareHandler} from "hono";
import {getCookie} from "hono/cookie";
import {isLoopback} from "../../model/loopback.ts";
import {type Caller, includesRole, type Role} from "../../model/person.ts";
import type {Allowance, Work} from "./allowance.ts";
import type {Held, Visit} from "./peopleServices.ts";
import {Problem, tooSoon} from "./problem.ts";
import type {DeskServices} from "./services.ts";
import type {Throttle} from "./throttle.ts";

/** What a request carries along once it is known whose it is. */
export interface DeskEnv {
  readonly Variables: {
    readonly caller: Caller;
    /** Of whoever has signed in. */
    readonly held?: Held;
    /** Who it is by now; undefined where what they showed no longer holds. */
    readonly again: () => Promise<Caller | undefined>;
    /** How long the caller is to wait before more of such work; undefined where it may be done. */
    readonly take: (work: Work) => number | undefined;
  };
}

/** What is asked of whoever comes, beside what they show. */
export interface Door {
  readonly throttle: Throttle;
  readonly allowance: Allowance;
  /** Of whoever asks, behind whatever proxies were named. */
  readonly addressOf: (context: Context) => string;
}

export const visitOf = (context: Context, addressOf: Door["addressOf"]): Visit => ({
  headers: context.req.raw.headers,
  address: addressOf(context),
});

export function setCookies(context: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) context.header("Set-Cookie", cookie, {append: true});
}

/**
 * Lets in who shows a token, `Authorization: Bearer assay_…`, or the cookie of a session, and says to
 * the rest what they need. Where there is a header, no cookie is looked at.
 */
export function withSessionOrToken(
  {callerOf, people}: Pick<DeskServices, "callerOf" | "people">,
  {throttle, allowance, addressOf}: Door,
): MiddlewareHandler<DeskEnv> {
  return async (context, next) => {
    const {req} = context;
    const header = req.header("authorization");
    const cookie = header === undefined ? getCookie(context, people.cookie) : undefined;
    const held =
      cookie === undefined ? undefined : await people.sessionOf(visitOf(context, addressOf));
    const [, token] = /^Bearer +(assay_[\w-]{16,200})$/i.exec(header ?? "") ?? [];
    const caller =
      held?.caller ?? (token === undefined ? undefined : await look(token, addressOf(context)));
    if (!caller)
      throw new Problem(
        401,
        header !== undefined
          ? "This token is not known, or no longer holds: make another with assay token create."
          : cookie !== undefined
            ? "This session has ended: sign in again."
            : "This needs somebody who has signed in, or a token: send Authorization: Bearer assay_…, made with assay token create.",
        {headers: {"WWW-Authenticate": 'Bearer realm="assay"'}},
      );
    context.set("caller", caller);
    context.set("take", work => allowance.take(caller.name, work));
    context.set("again", async () =>
      token === undefined
        ? (await people.sessionOf(visitOf(context, addressOf), {used: false}))?.caller
        : callerOf(token),
    );
    if (held) {
      context.set("held", held);
      setCookies(context, held.cookies);
    }
    await next();
  };

  async function look(token: string, address: string): Promise<Caller | undefined> {
    const waitMs = throttle.refused(address, token);
    if (waitMs !== undefined)
      throw tooSoon("Too many wrong tokens came from this address: try again later.", waitMs);
    const caller = await callerOf(token);
    if (caller) throttle.right(token);
    else throttle.wrong(address);
    return caller;
  }
}

/** Lets in who has the role. */
export const atLeast =
  (role: Role): MiddlewareHandler<DeskEnv> =>
  async (context, next) => {
    requireRole(context.var.caller, role);
    await next();
  };

/** Lets in who has not asked for more of such work than one person does. */
export const notTooOften =
  (work: Work): MiddlewareHandler<DeskEnv> =>
  async (context, next) => {
    const waitMs = context.var.take(work);
    if (waitMs !== undefined)
      throw tooSoon(
        `${context.var.caller.name} asks for too much at once: go on a little later.`,
        waitMs,
      );
    await next();
  };

export function requireRole(caller: Caller, needed: Role): void {
  if (includesRole(caller.role, needed)) return;
  throw new Problem(
    403,
    `This needs the role ${needed}, and ${caller.name} has ${caller.role}: an owner can give it.`,
  );
}

/** Lets in programs of this machine without a token, unless they pass on what others ask. */
export function tokenUnlessLocal(
  services: Pick<DeskServices, "callerOf" | "people">,
  door: Door,
): MiddlewareHandler<DeskEnv> {
  const check = withSessionOrToken(services, door);
  const {addressOf} = door;
  return async (context, next) => {
    const passedOn = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some(
      name => context.req.header(name) !== undefined,
    );
    if (!passedOn && isLoopback(addressOf(context))) return next();
    return check(context, next);
  };
}
