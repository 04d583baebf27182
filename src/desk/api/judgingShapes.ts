import {z} from "@hono/zod-openapi";
import {deskLocales} from "../../model/deskLocale.ts";
import {judgementKinds} from "../judging/judgement.ts";

// What the review screen is led by.

export const languageQuerySchema = z.object({
  lang: z.enum(deskLocales).optional().openapi({
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

export const againstSchema = z.union([
  z.enum(["program", "previous", "approval", "published"]),
  z.coerce.number().int().min(1).max(999_999_999),
]);
export type Against = z.output<typeof againstSchema>;

export const differencesQuerySchema = z.object({
  against: againstSchema.default("program").openapi({
    description:
      "What the program wrote on the same data, the revision before, your last approval, the note of the coin that was approved or published before, or a revision by its number",
  }),
});

export const differencesSchema = z
  .object({
    against: z.object({
      draft: z.string(),
      revision: z.int(),
      at: z.iso.datetime(),
      by: z.string().openapi({description: "Who wrote it"}),
    }),
    revision: z.int().openapi({description: "The newest"}),
    base: z.string().openapi({description: "Markdown of what it is held against"}),
    text: z.string().openapi({description: "Markdown of the newest revision"}),
    figures: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          was: z.string().optional().openapi({description: "Absent where it did not stand there"}),
          is: z.string().optional(),
          turned: z.boolean().openapi({description: "Its sign, or the verdict of its test"}),
        }),
      )
      .openapi({description: "What has turned, then by how much it moved"}),
    unsupported: z
      .array(
        z.object({
          text: z.string(),
          came: z.boolean().openapi({description: "It is new; otherwise it is gone"}),
        }),
      )
      .openapi({description: "Numbers that the evidence does not have and that came in or went"}),
  })
  .openapi("Differences");
export type Differences = Readonly<z.output<typeof differencesSchema>>;

export const regenerationSchema = z
  .strictObject({
    asOf: z.iso.datetime({offset: true}).optional().openapi({
      description: "Without it the newest data that there are; a source may answer for now only",
    }),
  })
  .openapi("Regeneration");
