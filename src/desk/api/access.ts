import type {Context, MiddlewareHandler} from "hono";
import {isLoopback} from "../../model/loopback.ts";
import {type Caller, includesRole, type Role} from "../../model/person.ts";
import {Problem} from "./problem.ts";
import type {DeskServices} from "./services.ts";

/** What a request carries along once it is known whose it is. */
export interface DeskEnv {
  readonly Variables: {readonly caller: Caller};
}

/** Lets in who shows a token, `Authorization: Bearer assay_…`, and says to the rest that they need one. */
export const withToken =
  (services: Pick<DeskServices, "callerOf">): MiddlewareHandler<DeskEnv> =>
  async (context, next) => {
    const header = context.req.header("authorization");
    const [, token] = /^Bearer +(assay_[\w-]{16,200})$/i.exec(header ?? "") ?? [];
    const caller = token === undefined ? undefined : await services.callerOf(token);
    if (!caller)
      throw new Problem(
        401,
        header === undefined
          ? "This needs a token: send Authorization: Bearer assay_…, made with assay token create."
          : "This token is not known, or no longer holds: make another with assay token create.",
        {headers: {"WWW-Authenticate": 'Bearer realm="assay"'}},
      );
    context.set("caller", caller);
    await next();
  };

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
  addressOf: (context: Context) => string | undefined,
): MiddlewareHandler<DeskEnv> {
  const check = withToken(services);
  return async (context, next) => {
    const passedOn = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some(
      name => context.req.header(name) !== undefined,
    );
    if (!passedOn && isLoopback(addressOf(context) ?? "")) return next();
    return check(context, next);
  };
}
