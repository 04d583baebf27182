import type {EditRule} from "./edit.ts";

/** A verdict, a case, the name of a row: what a cell says without a number is as the note has it. */
export const cell: EditRule = ({role, own, text, statement, differences}) => {
  if (role !== "cell" || /\d/.test(own + statement.own)) return [];
  if (differences.every(({words, before}) => words.length === 0 || before.length === 0)) return [];
  return [
    {
      kind: "contradiction",
      at: {from: 0, to: text.length},
      reason: `the note has “${statement.text}” in this cell`,
      suggestion: statement.text,
    },
  ];
};
