import {read} from "../check/check.ts";
import type {Evidence} from "../model/evidence.ts";
import {type Unit, unitsOf} from "./units.ts";

/** A unit with what its sentences tell. */
export interface ToldUnit extends Unit {
  /** Which of the evidence's statements it is of, or was made of. */
  readonly statements: readonly number[];
  /** As the program wrote it: its words with its prints left open. */
  readonly shape: string;
  /** Prints of figures and dates, with the suffix that Turkish puts behind them. */
  readonly prints: readonly Print[];
  /** Numbers that were taken for a figure, as they stand. */
  readonly numbers: readonly {readonly figure: string; readonly text: string}[];
}

export interface Print {
  /** Id of a figure; undefined for a date. */
  readonly figure?: string;
  readonly print: string;
}

/** The units of a text that is the program's, or was made of it. */
export function toldUnits(text: string, evidence: Evidence): ToldUnit[] {
  const {readings, offset} = read(text, evidence);
  const said = readings
    .filter(({sentence}) => sentence.text !== "")
    .map(reading => ({reading, at: offset(reading.sentence.place(0))}));
  let next = 0;
  return unitsOf(text).map(unit => {
    while ((said[next]?.at ?? Number.POSITIVE_INFINITY) < unit.from) next++;
    const own: (typeof readings)[number][] = [];
    for (let i = next; (said[i]?.at ?? Number.POSITIVE_INFINITY) < unit.to; i++)
      own.push(...(said[i] ? [said[i]!.reading] : []));
    const shaped = own.map(shapeOf);
    return {
      ...unit,
      statements: [...new Set(own.flatMap(({statement}) => statement?.statement ?? []))],
      shape: shaped.length > 0 ? shaped.map(({shape}) => shape).join("\n") : unit.text,
      prints: shaped.flatMap(({prints}) => prints),
      numbers: own.flatMap(({sentence, judgements}) =>
        judgements.flatMap(({figure, mention: {from, to}}) =>
          figure === undefined ? [] : [{figure, text: sentence.text.slice(from, to)}],
        ),
      ),
    };
  });
}

type Reading = ReturnType<typeof read>["readings"][number];

/** Only a sentence as the program wrote it has slots. */
function shapeOf({sentence: {text}, statement}: Reading): {shape: string; prints: Print[]} {
  if (statement?.text !== text) return {shape: text, prints: []};
  const prints: Print[] = [];
  let shape = "";
  let at = 0;
  for (const {from, to, piece} of statement.slots) {
    if (!("print" in piece) || from < at) continue;
    const end = to + (/^[’']?\p{Ll}+/u.exec(text.slice(to))?.[0].length ?? 0);
    const figure = "figure" in piece ? piece.figure : undefined;
    shape += `${text.slice(at, from)}{${figure ?? "@"}}`;
    prints.push({...(figure !== undefined && {figure}), print: text.slice(from, end)});
    at = end;
  }
  return {shape: shape + text.slice(at), prints};
}
