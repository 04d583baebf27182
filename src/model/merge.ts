import {z} from "zod";

/** What a person has still to look at since a draft was made again on newer data. */
export const mergeSchema = z.strictObject({
  again: z
    .array(
      z.strictObject({
        id: z.string(),
        text: z.string().describe("As it stands in the text; empty where it was taken out"),
        edited: z.string().describe("As the editor had it"),
        renewed: z.string().optional().describe("As the program says it now"),
      }),
    )
    .describe("Words of an editor with new figures, to be read again"),
  conflicts: z
    .array(
      z.strictObject({
        id: z.string(),
        base: z.string().describe("As the program had written it"),
        edited: z.string().describe("As the editor had it; empty where they took it out"),
        renewed: z
          .string()
          .optional()
          .describe(
            "As the program says it now, and as it stands in the text; absent: it does not",
          ),
      }),
    )
    .describe("To be settled by a person"),
});

export type Merge = Readonly<z.output<typeof mergeSchema>>;

/** What is left once some of it is settled, and words that stand no more in the text need no reading. */
export function unsettled(
  {again, conflicts}: Merge,
  text: string,
  settled: ReadonlySet<string>,
): Merge | undefined {
  const left = {
    again: again.filter(one => !settled.has(one.id) && text.includes(one.text)),
    conflicts: conflicts.filter(({id}) => !settled.has(id)),
  };
  return left.again.length + left.conflicts.length > 0 ? left : undefined;
}
