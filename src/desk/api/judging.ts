import {createRoute} from "@hono/zod-openapi";
import {atLeast} from "./access.ts";
import {
  type Against,
  differencesQuerySchema,
  differencesSchema,
  judgementsSchema,
  languageQuerySchema,
  regenerationSchema,
} from "./judgingShapes.ts";
import {notFound} from "./problem.ts";
import {body, idParam, json, problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";
import {orderedSchema} from "./shapes.ts";

const listJudgements = createRoute({
  method: "get",
  path: "/api/drafts/{id}/judgements",
  summary: "What of its newest text needs judgement",
  description:
    "The headline and lead; claims near the threshold of their test; what changed since the last note; what was left out, could not be said, or expires; open faults. About nine, and nothing that is merely right.",
  middleware: [atLeast("viewer")],
  request: {params: idParam, query: languageQuerySchema},
  responses: {200: json(judgementsSchema, "One thing after another"), ...problems},
});

const listDifferences = createRoute({
  method: "get",
  path: "/api/drafts/{id}/differences",
  summary: "Its newest text beside another, with what differs by number",
  middleware: [atLeast("viewer")],
  request: {params: idParam, query: differencesQuerySchema},
  responses: {200: json(differencesSchema, "Both texts, and their figures"), ...problems},
});

const regenerate = createRoute({
  method: "post",
  path: "/api/drafts/{id}/regenerate",
  summary: "Make it again on newer data, and keep the editors' words",
  description:
    "What comes of the run is the draft's next revision. What is to be settled or read again is in it; a save says by `settled` what is done.",
  middleware: [atLeast("writer")],
  request: {params: idParam, body: body(regenerationSchema)},
  responses: {202: json(orderedSchema, "Its run"), ...problems},
});

export function judgingRoutes(
  services: Pick<DeskServices, "judgements" | "differences" | "regenerate">,
) {
  const group = routes();
  group.openapi(listJudgements, async context => {
    const {id} = context.req.valid("param");
    const found = await services.judgements(id, context.req.valid("query").lang);
    if (!found) throw notFound(`draft ${id}`);
    return context.json(found, 200);
  });
  group.openapi(listDifferences, async context => {
    const {id} = context.req.valid("param");
    const {against} = context.req.valid("query");
    const found = await services.differences({id, against, by: context.var.caller.name});
    if (!found) throw notFound(`draft ${id} with ${wanted(against)}`);
    return context.json(found, 200);
  });
  group.openapi(regenerate, async context => {
    const {id} = context.req.valid("param");
    const {asOf} = context.req.valid("json");
    const ordered = await services.regenerate({id, asOf, by: context.var.caller});
    if (!ordered) throw notFound(`draft ${id}`);
    return context.json(ordered, 202);
  });
  return group;
}

function wanted(against: Against): string {
  if (typeof against === "number") return `a revision ${against}`;
  return {
    program: "a text of the program",
    previous: "a revision before its newest",
    approval: "an approval of yours",
    published: "a note before it that was approved or published",
  }[against];
}
