import {z} from "zod";

/** A message of the queue: it names a row of the ledger, where everything else stands. */
export const jobSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    schema: z.literal("assay/job@1"),
    kind: z.literal("run").describe("Begin it: make its tasks"),
    id: z.uuid(),
  }),
  z.strictObject({
    schema: z.literal("assay/job@1"),
    kind: z.literal("task").describe("Do it"),
    id: z.uuid(),
  }),
]);

export type Job = z.infer<typeof jobSchema>;

export const beginRun = (id: string): Job => ({schema: "assay/job@1", kind: "run", id});
export const doTask = (id: string): Job => ({schema: "assay/job@1", kind: "task", id});

/** The urgent go before the routine. */
export const priorities = {urgent: 10, routine: 0} as const;
export type Priority = keyof typeof priorities;
