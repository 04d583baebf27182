import {createRoute} from "@hono/zod-openapi";
import {atLeast} from "./access.ts";
import {notFound} from "./problem.ts";
import {commentSchema, commentsSchema, remarkSchema, resolutionSchema} from "./reviewShapes.ts";
import {body, idParam, json, problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";

const listComments = createRoute({
  method: "get",
  path: "/api/drafts/{id}/comments",
  summary: "Its comments, oldest first",
  description:
    "Each with its place in the newest text. What does not stand there any more, word for word and once, has none.",
  middleware: [atLeast("viewer")],
  request: {params: idParam},
  responses: {200: json(commentsSchema, "Comments"), ...problems},
});

const addComment = createRoute({
  method: "post",
  path: "/api/drafts/{id}/comments",
  summary: "Comment on a passage",
  middleware: [atLeast("writer")],
  request: {params: idParam, body: body(remarkSchema)},
  responses: {201: json(commentSchema, "The comment"), ...problems},
});

const resolveComment = createRoute({
  method: "patch",
  path: "/api/comments/{id}",
  summary: "Settle a comment, or open it again",
  middleware: [atLeast("writer")],
  request: {params: idParam, body: body(resolutionSchema)},
  responses: {200: json(commentSchema, "The comment as it is now"), ...problems},
});

export function commentRoutes(services: Pick<DeskServices, "comments" | "comment" | "resolve">) {
  const group = routes();
  group.openapi(listComments, async context => {
    const {id} = context.req.valid("param");
    const found = await services.comments(id);
    if (!found) throw notFound(`draft ${id}`);
    return context.json(found, 200);
  });
  group.openapi(addComment, async context => {
    const {id} = context.req.valid("param");
    const remark = context.req.valid("json");
    const comment = await services.comment({...remark, id, by: context.var.caller});
    if (!comment) throw notFound(`draft ${id}`);
    return context.json(comment, 201);
  });
  group.openapi(resolveComment, async context => {
    const {id} = context.req.valid("param");
    const {resolved} = context.req.valid("json");
    const comment = await services.resolve({id, resolved, by: context.var.caller});
    if (!comment) throw notFound(`comment ${id}`);
    return context.json(comment, 200);
  });
  return group;
}
