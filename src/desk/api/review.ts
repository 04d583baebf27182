import {createRoute, z} from "@hono/zod-openapi";
import {atLeast} from "./access.ts";
import {readIfMatch} from "./ifMatch.ts";
import {notFound} from "./problem.ts";
import {approvalsSchema, assignmentSchema, transitionSchema} from "./reviewShapes.ts";
import {body, idParam, json, problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";
import {draftSchema} from "./shapes.ts";

const moveDraft = createRoute({
  method: "post",
  path: "/api/drafts/{id}/transitions",
  summary: "Send it to review, ask for changes, approve it, drop it",
  description:
    "A writer sends to review; an editor asks for changes, approves and drops. An approval takes a reason for each fault that is open, and nobody approves their own words. It covers text, snapshot and style: it lapses when one of them changes, and holds again when it is back.",
  middleware: [atLeast("writer")],
  request: {
    params: idParam,
    headers: z.object({
      "If-Match": z
        .string()
        .optional()
        .openapi({description: "The ETag of the revision that was read: 412 where it is older"}),
    }),
    body: body(transitionSchema),
  },
  responses: {200: json(draftSchema, "The draft as it is now"), ...problems},
});

const listApprovals = createRoute({
  method: "get",
  path: "/api/drafts/{id}/approvals",
  summary: "Who approved which text, newest first",
  middleware: [atLeast("viewer")],
  request: {params: idParam},
  responses: {200: json(approvalsSchema, "Approvals"), ...problems},
});

const assignDraft = createRoute({
  method: "patch",
  path: "/api/drafts/{id}",
  summary: "Say who has it",
  middleware: [atLeast("writer")],
  request: {params: idParam, body: body(assignmentSchema)},
  responses: {200: json(draftSchema, "The draft as it is now"), ...problems},
});

export function reviewRoutes(services: Pick<DeskServices, "move" | "approvals" | "assign">) {
  const group = routes();
  group.openapi(moveDraft, async context => {
    const {id} = context.req.valid("param");
    const on = readIfMatch(context.req.valid("header")["If-Match"]);
    const moved = await services.move({
      ...context.req.valid("json"),
      id,
      by: context.var.caller,
      ...(on !== undefined && {on}),
    });
    if (!moved) throw notFound(`draft ${id}`);
    return context.json(moved, 200);
  });
  group.openapi(listApprovals, async context => {
    const {id} = context.req.valid("param");
    const found = await services.approvals(id);
    if (!found) throw notFound(`draft ${id}`);
    return context.json(found, 200);
  });
  group.openapi(assignDraft, async context => {
    const {id} = context.req.valid("param");
    const {assignee: to} = context.req.valid("json");
    const draft = await services.assign({id, to, by: context.var.caller});
    if (!draft) throw notFound(`draft ${id}`);
    return context.json(draft, 200);
  });
  return group;
}
