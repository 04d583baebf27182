import {z} from "@hono/zod-openapi";
import {locales} from "../../model/locale.ts";
import {judgementKinds} from "../judging/judgement.ts";

// What the review screen is led by.

export const languageQuerySchema = z.object({
  lang: z.enum(locales).optional().openapi({
    description: "Of what is said beside the note's own words; the note's language unless told",
  }),
});

const testSchema = z
  .object({
    name: z.string(),
    p: z.number().optional().openapi({description: "A p-value, or a share of earlier cases"}),
    z: z.number().optional(),
    share: z.number().optional(),
    threshold: z.number(),
    nearness: z
      .number()
      .min(0)
      .max(1)
      .openapi({description: "From 1, at the threshold, to 0, far from it"}),
  })
  .openapi("Test");

export const judgementSchema = z
  .object({
    id: z.string().openapi({
      description: "The same for the same words of the evidence, over all revisions of the text",
    }),
    kind: z.enum(judgementKinds),
    title: z.string(),
    says: z.string().openapi({description: "In the note's own words, where it has some"}),
    figures: z.array(z.string()).openapi({description: "Ids of figures of the evidence"}),
    statement: z.int().optional().openapi({description: "Of the evidence, from 0"}),
    test: testSchema.optional(),
    from: z.int().optional().openapi({
      description: "Where it stands in the text, in UTF-16 code units from 0",
    }),
    to: z.int().optional(),
  })
  .openapi("Judgement");

export const judgementsSchema = z.object({
  revision: z.int().openapi({description: "Whose text it is: the newest"}),
  items: z
    .array(judgementSchema)
    .openapi({description: "In the order in which one is led through them"}),
});
export type Judgements = Readonly<z.output<typeof judgementsSchema>>;
