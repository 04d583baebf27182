import {createRoute} from "@hono/zod-openapi";
import {atLeast} from "./access.ts";
import {notFound} from "./problem.ts";
import {body, idempotent, idParam, json, problems, routes} from "./routes.ts";
import {scanQuerySchema, scanRequestSchema, scanSchema, scansSchema} from "./scansShapes.ts";
import type {DeskServices} from "./services.ts";
import {orderedSchema} from "./shapes.ts";

const orderScan = createRoute({
  method: "post",
  path: "/api/scans",
  summary: "Rank the coins of a market by what changed",
  middleware: [atLeast("writer")],
  request: {headers: idempotent, body: body(scanRequestSchema)},
  responses: {202: json(orderedSchema, "Its run"), ...problems},
});

const listScans = createRoute({
  method: "get",
  path: "/api/scans",
  summary: "The newest 20 scans, without their lists",
  middleware: [atLeast("viewer")],
  responses: {200: json(scansSchema, "Scans"), ...problems},
});

const showScan = createRoute({
  method: "get",
  path: "/api/scans/{id}",
  summary: "The scan of a run, with its list once it is done",
  middleware: [atLeast("viewer")],
  request: {params: idParam, query: scanQuerySchema},
  responses: {200: json(scanSchema, "The scan"), ...problems},
});

export function scanRoutes(services: Pick<DeskServices, "orderScan" | "scans" | "scan">) {
  const group = routes();
  group.openapi(orderScan, async context => {
    const {"Idempotency-Key": key} = context.req.valid("header");
    const ordered = await services.orderScan(context.req.valid("json"), context.var.caller, key);
    return context.json(ordered, 202);
  });
  group.openapi(listScans, async context => context.json(await services.scans(), 200));
  group.openapi(showScan, async context => {
    const {id} = context.req.valid("param");
    const scan = await services.scan(id, context.req.valid("query"));
    if (!scan) throw notFound(`scan of a run ${id} (yet)`);
    return context.json(scan, 200);
  });
  return group;
}
