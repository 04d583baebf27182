import {z} from "@hono/zod-openapi";

// Who is told of events, and what became of it.

const instant = z.iso.datetime();

const hookSchema = z
  .object({
    name: z.string(),
    host: z.string().openapi({description: "Of its address"}),
    on: z.array(z.string()).openapi({description: "The events that it is told of"}),
    waiting: z.int(),
    refused: z.int().openapi({description: "Not told, and tried no more"}),
    lastSentAt: instant.optional(),
  })
  .openapi("Hook");
export type HookSummary = z.output<typeof hookSchema>;

export const hooksSchema = z.object({hooks: z.array(hookSchema)});

const hookDeliverySchema = z
  .object({
    id: z.string().openapi({description: "As webhook-id says it, the same at each attempt"}),
    event: z.object({seq: z.int(), kind: z.string(), subject: z.string()}),
    state: z.enum(["waiting", "sent", "refused"]),
    attempts: z.int(),
    status: z.int().optional().openapi({description: "What was answered last"}),
    reason: z.string().optional().openapi({description: "Why it was not taken, for people"}),
    madeAt: instant,
    triedAt: instant.optional(),
    sentAt: instant.optional(),
    nextAt: instant.optional().openapi({description: "When it is tried again, at the earliest"}),
  })
  .openapi("HookDelivery");

export const hookDeliveriesSchema = z.object({deliveries: z.array(hookDeliverySchema)});
export type HookDeliveries = z.output<typeof hookDeliveriesSchema>;
