import {createRoute} from "@hono/zod-openapi";
import {atLeast} from "./access.ts";
import {body, idempotent, json, problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";
import {noteRequestSchema, orderedSchema} from "./shapes.ts";

const orderNote = createRoute({
  method: "post",
  path: "/api/notes",
  summary: "Order a note",
  middleware: [atLeast("writer")],
  request: {headers: idempotent, body: body(noteRequestSchema)},
  responses: {202: json(orderedSchema, "Its run"), ...problems},
});

export function noteRoutes(services: Pick<DeskServices, "order">) {
  return routes().openapi(orderNote, async context => {
    const {"Idempotency-Key": key} = context.req.valid("header");
    const ordered = await services.order(context.req.valid("json"), context.var.caller, key);
    return context.json(ordered, 202);
  });
}
