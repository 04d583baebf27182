import {OpenAPIHono, z} from "@hono/zod-openapi";
import type {DeskEnv} from "./access.ts";
import {refuseInvalid} from "./problem.ts";
import {problemSchema} from "./shapes.ts";

/** A group of routes, which refuse what does not fit their schemas. */
export const routes = () => new OpenAPIHono<DeskEnv>({defaultHook: refuseInvalid});

/** What a route answers when all is well. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: {"application/json": {schema}},
});

/** What it takes. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: {"application/json": {schema}},
});

/** What every route may answer besides. */
export const problems = {
  default: {
    description: "What is wrong, in a sentence for people",
    content: {"application/problem+json": {schema: problemSchema}},
  },
};

export const idParam = z.object({id: z.string().max(100)});
export const nameParam = z.object({name: z.string().max(100)});

/** Of whoever orders. */
export const idempotent = z.object({
  "Idempotency-Key": z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, {error: "must be 1 to 200 letters, digits or signs"})
    .optional()
    .openapi({description: "The same key is the same order, however often it is sent"}),
});
