import {createRoute, z} from "@hono/zod-openapi";
import {atLeast, notTooOften} from "./access.ts";
import {etagOf, requireIfMatch} from "./ifMatch.ts";
import {markdownBody} from "./markdownBody.ts";
import {notFound} from "./problem.ts";
import {
  checkedSchema,
  checkRequestSchema,
  eventsSchema,
  historyQuerySchema,
  revisionSchema,
  revisionsSchema,
  saveConflictSchema,
  settledQuerySchema,
} from "./reviewShapes.ts";
import {body, idParam, json, problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";
import {problemSchema} from "./shapes.ts";

const saveText = createRoute({
  method: "put",
  path: "/api/drafts/{id}/text",
  summary: "Save its text as a new revision",
  description:
    "The text is kept in Unicode's NFC, with LF at the end of each line and one at its own; its disclosure is put right, so take over what comes back. The newest text over again is no new revision.",
  middleware: [atLeast("writer"), notTooOften("save")],
  request: {
    params: idParam,
    query: settledQuerySchema,
    headers: z.object({
      "If-Match": z
        .string()
        .optional()
        .openapi({description: "The ETag of the revision that it was written on; 428 without"}),
    }),
    body: {required: true, content: {"text/markdown": {schema: z.string()}}},
  },
  responses: {
    200: json(revisionSchema, "The newest revision, which has that text"),
    412: {
      description: "There is a newer revision: base, theirs and yours",
      content: {
        "application/problem+json": {schema: problemSchema.extend(saveConflictSchema.shape)},
      },
    },
    ...problems,
  },
});

const checkText = createRoute({
  method: "post",
  path: "/api/drafts/{id}/check",
  summary: "Hold a text against its evidence, and keep nothing",
  middleware: [atLeast("viewer"), notTooOften("check")],
  request: {params: idParam, body: body(checkRequestSchema)},
  responses: {
    200: json(checkedSchema, "What the check finds, and how all that it judges stands"),
    ...problems,
  },
});

const listRevisions = createRoute({
  method: "get",
  path: "/api/drafts/{id}/revisions",
  summary: "Its revisions, newest first",
  middleware: [atLeast("viewer")],
  request: {params: idParam, query: historyQuerySchema},
  responses: {200: json(revisionsSchema, "Revisions"), ...problems},
});

const showRevision = createRoute({
  method: "get",
  path: "/api/drafts/{id}/revisions/{n}",
  summary: "One revision with its text and its faults",
  middleware: [atLeast("viewer")],
  request: {
    params: idParam.extend({
      n: z.coerce.number({error: "must be a number"}).int().min(1).max(999_999_999),
    }),
  },
  responses: {200: json(revisionSchema, "The revision"), ...problems},
});

const listEvents = createRoute({
  method: "get",
  path: "/api/drafts/{id}/events",
  summary: "Who did what to it when, newest first",
  middleware: [atLeast("viewer")],
  request: {params: idParam, query: historyQuerySchema},
  responses: {200: json(eventsSchema, "Events"), ...problems},
});

export function revisionRoutes(
  services: Pick<DeskServices, "saveText" | "checkText" | "revisions" | "revision" | "events">,
) {
  const group = routes();
  group.openapi(saveText, async context => {
    const {id} = context.req.valid("param");
    const base = requireIfMatch(context.req.valid("header")["If-Match"]);
    const text = await markdownBody(context.req);
    const settled = context.req.valid("query").settled?.split(",") ?? [];
    const saved = await services.saveText({id, base, text, settled, by: context.var.caller});
    if (!saved) throw notFound(`draft ${id}`);
    return context.json(saved, 200, {ETag: etagOf(saved.number)});
  });
  group.openapi(checkText, async context => {
    const {id} = context.req.valid("param");
    const checked = await services.checkText(id, context.req.valid("json").text);
    if (!checked) throw notFound(`draft ${id}`);
    return context.json(checked, 200);
  });
  group.openapi(listRevisions, async context => {
    const {id} = context.req.valid("param");
    const found = await services.revisions(id, context.req.valid("query"));
    if (!found) throw notFound(`draft ${id}`);
    return context.json(found, 200);
  });
  group.openapi(showRevision, async context => {
    const {id, n} = context.req.valid("param");
    const found = await services.revision(id, n);
    if (!found) throw notFound(`revision ${n} of a draft ${id}`);
    return context.json(found, 200, {ETag: etagOf(n)});
  });
  group.openapi(listEvents, async context => {
    const {id} = context.req.valid("param");
    const found = await services.events(id, context.req.valid("query"));
    if (!found) throw notFound(`draft ${id}`);
    return context.json(found, 200);
  });
  return group;
}
