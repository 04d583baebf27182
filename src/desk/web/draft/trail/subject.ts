import {type Trace, traceOf} from "../../../../evidence/trace.ts";
import type {Evidence, Statement} from "../../../../model/evidence.ts";
import type {Mark} from "../../../../model/mark.ts";
import type {Item} from "../judge/queue.ts";

/** What is traced: a figure, or the figures of a sentence. */
export type Subject =
  | {readonly kind: "figure"; readonly id: string; readonly trace: Trace}
  | {readonly kind: "figures"; readonly figures: readonly Printed[]; readonly test?: Item["test"]}
  | {readonly kind: "date"; readonly date: string};

/** A figure as a sentence prints it. */
export interface Printed {
  readonly id: string;
  readonly print: string | undefined;
}

/** What is under the cursor, or what the item that is open rests on. */
export function subjectOf(
  evidence: Evidence,
  mark: Mark | undefined,
  item: Item | undefined,
): Subject | undefined {
  if (mark?.figure !== undefined) return figure(evidence, mark.figure);
  if (mark?.date !== undefined) return {kind: "date", date: mark.date};
  const ofItem =
    item && item.figures.length > 0 ? item.figures.map(id => printed(evidence, id)) : [];
  const isItems = mark?.statement === undefined || mark.statement === item?.statement;
  if (isItems && ofItem.length > 0) return figures(evidence, ofItem, item?.test);
  const statement = mark?.statement === undefined ? undefined : evidence.statements[mark.statement];
  return statement && figures(evidence, printsOf(statement), undefined);
}

function figures(
  evidence: Evidence,
  found: readonly Printed[],
  test: Item["test"] | undefined,
): Subject | undefined {
  const [only, ...others] = found;
  if (!only) return undefined;
  if (others.length === 0 && !test) return figure(evidence, only.id);
  return {kind: "figures", figures: found, ...(test && {test})};
}

function figure(evidence: Evidence, id: string): Subject | undefined {
  const trace = traceOf(evidence, id);
  return trace && {kind: "figure", id, trace};
}

const printed = (evidence: Evidence, id: string): Printed => ({
  id,
  print: evidence.figures.find(one => one.id === id)?.printed[0],
});

function printsOf(statement: Statement): Printed[] {
  const seen = new Set<string>();
  return statement.flatMap(piece => {
    if (typeof piece === "string" || !("figure" in piece) || seen.has(piece.figure)) return [];
    seen.add(piece.figure);
    return [{id: piece.figure, print: piece.print}];
  });
}
