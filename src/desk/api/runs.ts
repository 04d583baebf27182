import {createRoute} from "@hono/zod-openapi";
import {atLeast, requireRole} from "./access.ts";
import {notFound} from "./problem.ts";
import {idParam, json, problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";
import {runSchema, runsQuerySchema, runsSchema} from "./shapes.ts";

const listRuns = createRoute({
  method: "get",
  path: "/api/runs",
  summary: "The ledger, newest first",
  middleware: [atLeast("viewer")],
  request: {query: runsQuerySchema},
  responses: {200: json(runsSchema, "Runs"), ...problems},
});

const showRun = createRoute({
  method: "get",
  path: "/api/runs/{id}",
  summary: "One run with its steps",
  middleware: [atLeast("viewer")],
  request: {params: idParam},
  responses: {200: json(runSchema, "The run"), ...problems},
});

const cancelRun = createRoute({
  method: "post",
  path: "/api/runs/{id}/cancel",
  summary: "Cancel a run that has not ended",
  description: "A publisher cancels any, a writer what was ordered by hand.",
  middleware: [atLeast("writer")],
  request: {params: idParam},
  responses: {200: json(runSchema, "The run as it is now"), ...problems},
});

const retryRun = createRoute({
  method: "post",
  path: "/api/runs/{id}/retry",
  summary: "Do again what failed of a run",
  description:
    "What it made stays, and what it gathered is not gathered anew. A publisher retries any, a writer what was ordered by hand.",
  middleware: [atLeast("writer")],
  request: {params: idParam},
  responses: {202: json(runSchema, "The run as it is now"), ...problems},
});

export function runRoutes(services: Pick<DeskServices, "runs" | "run" | "cancel" | "retry">) {
  const group = routes();
  group.openapi(listRuns, async context =>
    context.json(await services.runs(context.req.valid("query")), 200),
  );
  group.openapi(showRun, async context => {
    const {id} = context.req.valid("param");
    const run = await services.run(id);
    if (!run) throw notFound(`run ${id}`);
    return context.json(run, 200);
  });
  group.openapi(cancelRun, async context => {
    const {id} = context.req.valid("param");
    const {caller} = context.var;
    const run = await services.run(id);
    if (run?.schedule !== undefined) requireRole(caller, "publisher");
    const cancelled = run && (await services.cancel(id, caller));
    if (!cancelled) throw notFound(`run ${id}`);
    return context.json(cancelled, 200);
  });
  group.openapi(retryRun, async context => {
    const {id} = context.req.valid("param");
    const {caller} = context.var;
    const run = await services.run(id);
    if (run?.schedule !== undefined) requireRole(caller, "publisher");
    const retried = run && (await services.retry(id, caller));
    if (!retried) throw notFound(`run ${id}`);
    return context.json(retried, 202);
  });
  return group;
}
