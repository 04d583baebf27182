import type {Context, MiddlewareHandler} from "hono";
import {isLoopback} from "../../model/loopback.ts";
import {type Caller, includesRole, type Role} from "../../model/person.ts";
import {Problem, tooSoon} from "./problem.ts";
import type {DeskServices} from "./services.ts";
import type {Throttle} from "./throttle.ts";

/** What a request carries along once it is known whose it is. */
export interface DeskEnv {
  readonly Variables: {
    readonly caller: Caller;
    /** Who it is by now; undefined where what they showed no longer holds. */
    readonly again: () => Promise<Caller | undefined>;
  };
}

/** What is asked of whoever comes, beside the token. */
export interface Door {
  readonly throttle: Throttle;
  /** Of whoever made the connection. */
  readonly addressOf: (context: Context) => string | undefined;
}

/** Lets in who shows a token, `Authorization: Bearer assay_…`, and says to the rest that they need one. */
export function withToken(
  services: Pick<DeskServices, "callerOf">,
  {throttle, addressOf}: Door,
): MiddlewareHandler<DeskEnv> {
  return async (context, next) => {
    const header = context.req.header("authorization");
    const [, token] = /^Bearer +(assay_[\w-]{16,200})$/i.exec(header ?? "") ?? [];
    const caller = token === undefined ? undefined : await look(token, addressOf(context) ?? "");
    if (token === undefined || !caller)
      throw new Problem(
        401,
        header === undefined
          ? "This needs a token: send Authorization: Bearer assay_…, made with assay token create."
          : "This token is not known, or no longer holds: make another with assay token create.",
        {headers: {"WWW-Authenticate": 'Bearer realm="assay"'}},
      );
    context.set("caller", caller);
    context.set("again", () => services.callerOf(token));
    await next();
  };

  async function look(token: string, address: string): Promise<Caller | undefined> {
    const waitMs = throttle.refused(address, token);
    if (waitMs !== undefined)
      throw tooSoon("Too many wrong tokens came from this address: try again later.", waitMs);
    const caller = await services.callerOf(token);
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

export function requireRole(caller: Caller, needed: Role): void {
  if (includesRole(caller.role, needed)) return;
  throw new Problem(
    403,
    `This needs the role ${needed}, and ${caller.name} has ${caller.role}: an owner can give it.`,
  );
}

/** Lets in programs of this machine without a token, unless they pass on what others ask. */
export function tokenUnlessLocal(
  services: Pick<DeskServices, "callerOf">,
  door: Door,
): MiddlewareHandler<DeskEnv> {
  const check = withToken(services, door);
  const {addressOf} = door;
  return async (context, next) => {
    const passedOn = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some(
      name => context.req.header(name) !== undefined,
    );
    if (!passedOn && isLoopback(addressOf(context) ?? "")) return next();
    return check(context, next);
  };
}
