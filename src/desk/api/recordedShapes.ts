import {z} from "@hono/zod-openapi";

const line = z.string();

export const recordedLineSchema = z
  .object({
    file: z.string().openapi({description: "In the snapshot"}),
    source: z.string(),
    url: z.string(),
    fetchedAt: z.iso.datetime(),
    line: z.int().openapi({description: "Counted from 1"}),
    text: line.openapi({description: "The line, or as much of a long one as stands around it"}),
    from: z
      .int()
      .openapi({description: "Where in the text the value stands, in UTF-16 code units"}),
    to: z.int(),
    before: z.array(line),
    after: z.array(line),
  })
  .openapi("RecordedLine");
export type RecordedLine = Readonly<z.output<typeof recordedLineSchema>>;
