import {createRoute} from "@hono/zod-openapi";
import {atLeast} from "./access.ts";
import {alarmsSchema} from "./alarmsShapes.ts";
import {json, problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";

const listAlarms = createRoute({
  method: "get",
  path: "/api/alarms",
  summary: "What failed, is late or silent and was not mended, and who could not be told",
  middleware: [atLeast("viewer")],
  responses: {200: json(alarmsSchema, "Alarms"), ...problems},
});

export function alarmRoutes(services: Pick<DeskServices, "alarms">) {
  const group = routes();
  group.openapi(listAlarms, async context => context.json(await services.alarms(), 200));
  return group;
}
