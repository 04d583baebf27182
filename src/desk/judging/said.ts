import {read} from "../../check/check.ts";
import type {Role} from "../../check/prose.ts";
import type {Evidence} from "../../model/evidence.ts";

/** A sentence of a text, with what the evidence has behind it. */
export interface Said {
  /** As its reader sees it. */
  readonly text: string;
  readonly role: Role;
  /** Which of the evidence's statements it is of, or was made of, from 0. */
  readonly statement?: number;
  /** As the program wrote it. */
  readonly written?: string;
  /** Ids of the figures that its numbers print, or were taken for. */
  readonly figures: readonly string[];
  /** In UTF-16 code units of the text; what stands at `to` is no longer of it. */
  readonly from: number;
  readonly to: number;
}

/** The text sentence by sentence, held beside its evidence. */
export function saidIn(text: string, evidence: Evidence): Said[] {
  const {readings, offset} = read(text, evidence);
  return readings.flatMap(({sentence, statement, judgements}) => {
    if (sentence.text === "") return [];
    const printed = judgements.flatMap(({figure}) => figure ?? []);
    // Prints that are read as words are no judgements: "a week".
    const worded =
      statement?.text === sentence.text
        ? statement.slots.flatMap(({piece}) => ("figure" in piece ? piece.figure : []))
        : [];
    return [
      {
        text: sentence.text,
        role: sentence.role,
        ...(statement && {statement: statement.statement, written: statement.text}),
        figures: [...new Set([...worded, ...printed])],
        from: offset(sentence.place(0)),
        to: offset(sentence.place(sentence.text.length - 1)) + 1,
      },
    ];
  });
}
