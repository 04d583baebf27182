import {z} from "@hono/zod-openapi";
import {alarmSchema} from "../../model/alarm.ts";

// What is wrong with the newsroom itself.

export const alarmsSchema = z
  .object({
    alarms: z
      .array(alarmSchema)
      .openapi({description: "What nothing has mended yet, and budgets of the day, newest first"}),
    channels: z
      .array(
        z.object({
          kind: z.string().openapi({description: "mail or webhook; who it is stands in no answer"}),
          state: z.enum(["refused", "waiting"]).openapi({
            description: "refused: it is tried no more; waiting: it failed, and is tried again",
          }),
          since: z.iso.datetime().openapi({description: "The oldest alarm that did not arrive"}),
          untold: z.int().min(1).openapi({description: "So many did not arrive since then"}),
        }),
      )
      .openapi({description: "Receivers whose newest alarm of the week did not arrive"}),
  })
  .openapi("Alarms");
export type Alarms = z.output<typeof alarmsSchema>;
