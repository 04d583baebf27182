import {z} from "zod";

/**
 * How words of a text stand to the evidence.
 *
 * `supported`: as the program wrote them, or a number or date that the evidence has; `edited`: a
 * person's, and the check finds no fault in them; `wrong`: against the evidence; `unsupported`: the
 * evidence has nothing behind them.
 */
const standings = ["supported", "edited", "wrong", "unsupported"] as const;

export const markSchema = z.strictObject({
  from: z.int().min(0).describe("In UTF-16 code units of the text, from 0"),
  to: z.int().min(0).describe("Where the words end; what stands there is no longer of them"),
  status: z.enum(standings),
  figure: z.string().optional().describe("Id of the figure that a number prints or was taken for"),
  date: z.string().optional().describe("Day or instant of the evidence that a date names"),
  statement: z
    .int()
    .min(0)
    .optional()
    .describe("Which of the evidence's statements a sentence is of, or was made of, from 0"),
});

export type Standing = (typeof standings)[number];

/** A sentence, number, date or claim of a text, with its standing. */
export type Mark = Readonly<z.output<typeof markSchema>>;
