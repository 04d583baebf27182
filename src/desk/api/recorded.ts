import {createRoute, z} from "@hono/zod-openapi";
import {atLeast} from "./access.ts";
import {notFound} from "./problem.ts";
import {recordedLineSchema} from "./recordedShapes.ts";
import {idParam, json, problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";

const showLine = createRoute({
  method: "get",
  path: "/api/drafts/{id}/answers/{file}",
  summary: "What stands at a place of a recorded answer",
  description: "Of the answers that the draft rests on, as its evidence names file and pointer.",
  middleware: [atLeast("viewer")],
  request: {
    params: idParam.extend({file: z.string().max(200)}),
    query: z.object({
      pointer: z.string({error: "must be a place in the answer"}).max(1_000).openapi({
        description: "A JSON pointer (RFC 6901), or a CSV fragment (RFC 7111) such as #cell=2,3",
      }),
    }),
  },
  responses: {200: json(recordedLineSchema, "The line"), ...problems},
});

export function recordedRoutes(services: Pick<DeskServices, "recorded">) {
  return routes().openapi(showLine, async context => {
    const {id, file} = context.req.valid("param");
    const {pointer} = context.req.valid("query");
    const found = await services.recorded({id, file, pointer});
    if (!found) throw notFound(`place ${pointer} in an answer ${file} of a draft ${id}`);
    return context.json(found, 200);
  });
}
