import {createRoute} from "@hono/zod-openapi";
import type {MiddlewareHandler} from "hono";
import {atLeast, type DeskEnv} from "./access.ts";
import {
  invitationsSchema,
  invitedSchema,
  inviteSchema,
  peopleSchema,
  personChangeSchema,
  personSchema,
  tokenMadeSchema,
  tokenRequestSchema,
  tokensSchema,
  writersSchema,
} from "./peopleShapes.ts";
import {notFound} from "./problem.ts";
import {body, idParam, json, problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";

const owner = [atLeast("owner")] satisfies [MiddlewareHandler<DeskEnv>];

const listPeople = createRoute({
  method: "get",
  path: "/api/people",
  summary: "Who may come in",
  middleware: owner,
  responses: {200: json(peopleSchema, "People, in the order in which they joined"), ...problems},
});

const listWriters = createRoute({
  method: "get",
  path: "/api/writers",
  summary: "Who may have a draft in hand",
  middleware: [atLeast("writer")],
  responses: {200: json(writersSchema, "People who may write, by name"), ...problems},
});

const changePerson = createRoute({
  method: "patch",
  path: "/api/people/{id}",
  summary: "Another role, or in no more or again; their sessions end",
  middleware: owner,
  request: {params: idParam, body: body(personChangeSchema)},
  responses: {200: json(personSchema, "As they are now"), ...problems},
});

const endSessions = createRoute({
  method: "delete",
  path: "/api/people/{id}/sessions",
  summary: "Signs a person out everywhere",
  middleware: owner,
  request: {params: idParam},
  responses: {204: {description: "Their sessions have ended"}, ...problems},
});

const invite = createRoute({
  method: "post",
  path: "/api/invitations",
  summary: "Makes a link that lets one person join within seven days",
  middleware: owner,
  request: {body: body(inviteSchema)},
  responses: {201: json(invitedSchema, "The link, this once"), ...problems},
});

const listInvitations = createRoute({
  method: "get",
  path: "/api/invitations",
  summary: "Invitations, newest first",
  middleware: owner,
  responses: {200: json(invitationsSchema, "Invitations"), ...problems},
});

const withdraw = createRoute({
  method: "delete",
  path: "/api/invitations/{id}",
  summary: "Withdraws an invitation",
  middleware: owner,
  request: {params: idParam},
  responses: {204: {description: "Its link lets nobody in"}, ...problems},
});

const listTokens = createRoute({
  method: "get",
  path: "/api/tokens",
  summary: "Tokens, in the order in which they were made",
  middleware: owner,
  responses: {200: json(tokensSchema, "Tokens"), ...problems},
});

const createToken = createRoute({
  method: "post",
  path: "/api/tokens",
  summary: "Lets a program in",
  middleware: owner,
  request: {body: body(tokenRequestSchema)},
  responses: {201: json(tokenMadeSchema, "The token, this once"), ...problems},
});

const revokeToken = createRoute({
  method: "delete",
  path: "/api/tokens/{id}",
  summary: "Ends a token at once",
  middleware: owner,
  request: {params: idParam},
  responses: {204: {description: "It lets nobody in"}, ...problems},
});

export function peopleRoutes({people}: Pick<DeskServices, "people">) {
  const group = routes();
  group.openapi(listPeople, async context =>
    context.json({people: [...(await people.people())]}, 200),
  );
  group.openapi(listWriters, async context =>
    context.json({people: [...(await people.writers())]}, 200),
  );
  group.openapi(changePerson, async context => {
    const {id} = context.req.valid("param");
    const change = context.req.valid("json");
    const person = await people.changePerson(id, change, context.var.caller);
    if (!person) throw notFound(`person ${id}`);
    return context.json(person, 200);
  });
  group.openapi(endSessions, async context => {
    const {id} = context.req.valid("param");
    if (!(await people.signOutPerson(id, context.var.caller))) throw notFound(`person ${id}`);
    return context.body(null, 204);
  });
  group.openapi(invite, async context =>
    context.json(await people.invite(context.req.valid("json"), context.var.caller), 201),
  );
  group.openapi(listInvitations, async context => context.json(await people.invitations(), 200));
  group.openapi(withdraw, async context => {
    const {id} = context.req.valid("param");
    if (!(await people.withdraw(id, context.var.caller))) throw notFound(`open invitation ${id}`);
    return context.body(null, 204);
  });
  group.openapi(listTokens, async context => context.json(await people.tokens(), 200));
  group.openapi(createToken, async context => {
    const token = await people.createToken(context.req.valid("json"), context.var.caller);
    return context.json({token}, 201);
  });
  group.openapi(revokeToken, async context => {
    const {id} = context.req.valid("param");
    if (!(await people.revokeToken(id, context.var.caller)))
      throw notFound(`token ${id} that holds`);
    return context.body(null, 204);
  });
  return group;
}
