import {createRoute} from "@hono/zod-openapi";
import {atLeast} from "./access.ts";
import {notFound} from "./problem.ts";
import {body, json, nameParam, problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";
import {
  orderedSchema,
  pauseSchema,
  scheduleDetailSchema,
  scheduleSchema,
  schedulesSchema,
} from "./shapes.ts";

const listSchedules = createRoute({
  method: "get",
  path: "/api/schedules",
  summary: "Schedules, with their newest run and their next",
  middleware: [atLeast("viewer")],
  responses: {200: json(schedulesSchema, "Schedules"), ...problems},
});

const showSchedule = createRoute({
  method: "get",
  path: "/api/schedules/{name}",
  summary: "One schedule: what it makes, when it is due next, its newest runs, what was left out",
  middleware: [atLeast("viewer")],
  request: {params: nameParam},
  responses: {200: json(scheduleDetailSchema, "The schedule"), ...problems},
});

const runSchedule = createRoute({
  method: "post",
  path: "/api/schedules/{name}/run",
  summary: "Run it once now",
  middleware: [atLeast("publisher")],
  request: {params: nameParam},
  responses: {202: json(orderedSchema, "Its run"), ...problems},
});

const pauseSchedule = createRoute({
  method: "patch",
  path: "/api/schedules/{name}",
  summary: "Pause it, or go on with it",
  middleware: [atLeast("publisher")],
  request: {params: nameParam, body: body(pauseSchema)},
  responses: {200: json(scheduleSchema, "The schedule as it is now"), ...problems},
});

export function scheduleRoutes(
  services: Pick<DeskServices, "schedules" | "schedule" | "runSchedule" | "pauseSchedule">,
) {
  const group = routes();
  group.openapi(listSchedules, async context =>
    context.json({schedules: [...(await services.schedules())]}, 200),
  );
  group.openapi(showSchedule, async context => {
    const {name} = context.req.valid("param");
    const schedule = await services.schedule(name);
    if (!schedule) throw notFound(`schedule ${name}`);
    return context.json(schedule, 200);
  });
  group.openapi(runSchedule, async context => {
    const {name} = context.req.valid("param");
    const ordered = await services.runSchedule(name, context.var.caller);
    if (!ordered) throw notFound(`schedule ${name}`);
    return context.json(ordered, 202);
  });
  group.openapi(pauseSchedule, async context => {
    const {name} = context.req.valid("param");
    const {paused} = context.req.valid("json");
    const schedule = await services.pauseSchedule(name, paused, context.var.caller);
    if (!schedule) throw notFound(`schedule ${name}`);
    return context.json(schedule, 200);
  });
  return group;
}
