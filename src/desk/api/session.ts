import {createRoute} from "@hono/zod-openapi";
import type {Context} from "hono";
import {atLeast, type DeskEnv, setCookies, visitOf} from "./access.ts";
import type {PassagesDoor} from "./passages.ts";
import type {Held} from "./peopleServices.ts";
import {passwordChangeSchema, sessionSchema, sessionsSchema} from "./peopleShapes.ts";
import {notFound, Problem, tooSoon, wrongField} from "./problem.ts";
import {body, idParam, json, problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";

const showSession = createRoute({
  method: "get",
  path: "/api/session",
  summary: "Who asks, and what lets them in",
  middleware: [atLeast("viewer")],
  responses: {200: json(sessionSchema, "Who asks"), ...problems},
});

const signOut = createRoute({
  method: "delete",
  path: "/api/session",
  summary: "Signs out",
  middleware: [atLeast("viewer")],
  responses: {204: {description: "The session has ended"}, ...problems},
});

const changePassword = createRoute({
  method: "put",
  path: "/api/session/password",
  summary: "Another password of one's own; one's other sessions end",
  middleware: [atLeast("viewer")],
  request: {body: body(passwordChangeSchema)},
  responses: {204: {description: "It holds from now on"}, ...problems},
});

const listSessions = createRoute({
  method: "get",
  path: "/api/sessions",
  summary: "Sessions of one's own",
  middleware: [atLeast("viewer")],
  responses: {200: json(sessionsSchema, "Sessions, the one used last first"), ...problems},
});

const endSession = createRoute({
  method: "delete",
  path: "/api/sessions/{id}",
  summary: "Ends one of one's own",
  middleware: [atLeast("viewer")],
  request: {params: idParam},
  responses: {204: {description: "It has ended"}, ...problems},
});

const endSessions = createRoute({
  method: "delete",
  path: "/api/sessions",
  summary: "Signs out everywhere",
  middleware: [atLeast("viewer")],
  responses: {204: {description: "All have ended"}, ...problems},
});

export function sessionRoutes(
  {people, solo}: Pick<DeskServices, "people" | "solo">,
  door: PassagesDoor,
) {
  const group = routes();
  const visit = (context: Context) => visitOf(context, door.addressOf);
  group.openapi(showSession, async context => {
    const {caller, held} = context.var;
    const by = held ? ("session" as const) : ("token" as const);
    const password = held ? await people.hasPassword(held) : false;
    const email = held ? {email: held.person.email} : {};
    return context.json({...caller, ...email, by, solo, password}, 200);
  });
  group.openapi(signOut, async context => {
    setCookies(context, (await people.signOut(heldOf(context), visit(context))).cookies);
    return context.body(null, 204);
  });
  group.openapi(changePassword, async context => {
    const held = heldOf(context);
    const [address, account] = [door.addressOf(context), held.person.email];
    const waitMs = door.backoff.attempt(address, account);
    if (waitMs !== undefined) throw tooSoon("Too many attempts: try again later.", waitMs);
    if (!(await people.changePassword(held, context.req.valid("json"))))
      throw wrongField("current", "is not the password that holds");
    door.backoff.right(address, account);
    return context.body(null, 204);
  });
  group.openapi(listSessions, async context =>
    context.json(await people.sessions(heldOf(context)), 200),
  );
  group.openapi(endSession, async context => {
    const {id} = context.req.valid("param");
    if (!(await people.endSession(heldOf(context), id))) throw notFound(`session ${id} of yours`);
    return context.body(null, 204);
  });
  group.openapi(endSessions, async context => {
    setCookies(context, (await people.endSessions(heldOf(context), visit(context))).cookies);
    return context.body(null, 204);
  });
  return group;
}

function heldOf(context: Context<DeskEnv>): Held {
  const {held} = context.var;
  if (held) return held;
  throw new Problem(403, "This is for people who have signed in, and a token has no sessions.");
}
