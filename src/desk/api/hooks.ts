import {createRoute} from "@hono/zod-openapi";
import {atLeast} from "./access.ts";
import {hookDeliveriesSchema, hooksSchema} from "./hooksShapes.ts";
import {notFound} from "./problem.ts";
import {historyQuerySchema} from "./reviewShapes.ts";
import {json, nameParam, problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";

const listHooks = createRoute({
  method: "get",
  path: "/api/hooks",
  summary: "Who is told of changes, as the configuration names them",
  middleware: [atLeast("owner")],
  responses: {200: json(hooksSchema, "Hooks"), ...problems},
});

const listDeliveries = createRoute({
  method: "get",
  path: "/api/hooks/{name}/deliveries",
  summary: "What it was told and is to be told, newest event first",
  description: "`before` goes on with events before that number.",
  middleware: [atLeast("owner")],
  request: {params: nameParam, query: historyQuerySchema},
  responses: {200: json(hookDeliveriesSchema, "Deliveries"), ...problems},
});

export function hookRoutes(services: Pick<DeskServices, "hooks" | "hookDeliveries">) {
  const group = routes();
  group.openapi(listHooks, async context =>
    context.json({hooks: [...(await services.hooks())]}, 200),
  );
  group.openapi(listDeliveries, async context => {
    const {name} = context.req.valid("param");
    const found = await services.hookDeliveries(name, context.req.valid("query"));
    if (!found) throw notFound(`hook ${name}`);
    return context.json(found, 200);
  });
  return group;
}
