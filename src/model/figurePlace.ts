import {z} from "zod";

export const figurePlaceSchema = z.strictObject({
  from: z.int().min(0).describe("In UTF-16 code units of note.md, from 0"),
  to: z.int().min(0),
  figure: z.string().describe("Id of the figure in evidence.json"),
});

/** Words of a text that print a figure. */
export type FigurePlace = Readonly<z.output<typeof figurePlaceSchema>>;
