import {createRoute} from "@hono/zod-openapi";
import {atLeast} from "./access.ts";
import {judgementsSchema, languageQuerySchema} from "./judgingShapes.ts";
import {notFound} from "./problem.ts";
import {idParam, json, problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";

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

export function judgingRoutes(services: Pick<DeskServices, "judgements">) {
  const group = routes();
  group.openapi(listJudgements, async context => {
    const {id} = context.req.valid("param");
    const found = await services.judgements(id, context.req.valid("query").lang);
    if (!found) throw notFound(`draft ${id}`);
    return context.json(found, 200);
  });
  return group;
}
