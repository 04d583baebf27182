import type {Evidence} from "../model/evidence.ts";
import type {Unit} from "../model/figure.ts";

/** A figure's way back to what was recorded: printed → value → formula → inputs → answer. */
export type Trace = TracedFigure | TracedSeries | Untraced;

export interface TracedFigure {
  readonly kind: "figure";
  readonly id: string;
  /** As it stands in the note; empty where it is not printed. */
  readonly printed: readonly string[];
  readonly value: number;
  readonly unit: Unit;
  readonly asOf: string;
  /** How it is computed from the inputs; without any, the program counted it itself. */
  readonly formula?: string;
  /** What it is, where the method fixed it beforehand. */
  readonly parameter?: string;
  /** Where it was read. */
  readonly answer?: Answer;
  readonly inputs: readonly Trace[];
}

/** Recorded values of many days, of which a formula uses some. */
export interface TracedSeries {
  readonly kind: "series";
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly count: number;
  readonly answer: Answer;
}

/** An input that the evidence does not have, or that is made of what it is an input of. */
export interface Untraced {
  readonly kind: "unknown";
  readonly id: string;
}

/** A line, cell or column of a recorded answer. */
export interface Answer {
  /** Whose data it is, where the evidence names it. */
  readonly source?: string;
  /** In the snapshot. */
  readonly file: string;
  /** JSON pointer (RFC 6901) or CSV fragment (RFC 7111) into it. */
  readonly pointer: string;
  readonly url?: string;
  readonly fetchedAt?: string;
}

/** The way of one figure or series; undefined where the evidence has none of that id. */
export function traceOf(evidence: Evidence, id: string): Trace | undefined {
  const trace = traced(evidence, id, []);
  return trace.kind === "unknown" ? undefined : trace;
}

function traced(evidence: Evidence, id: string, above: readonly string[]): Trace {
  const figure = evidence.figures.find(one => one.id === id);
  if (above.includes(id)) return {kind: "unknown", id};
  if (!figure) return seriesOf(evidence, id) ?? {kind: "unknown", id};
  const {printed, value, unit, asOf, origin} = figure;
  const known = {kind: "figure" as const, id, printed, value, unit, asOf};
  if ("parameter" in origin) return {...known, parameter: origin.parameter, inputs: []};
  if ("file" in origin) return {...known, answer: answerOf(evidence, origin), inputs: []};
  const inputs = origin.inputs.map(input => traced(evidence, input, [...above, id]));
  return {...known, formula: origin.formula, inputs};
}

function seriesOf(evidence: Evidence, id: string): TracedSeries | undefined {
  const series = evidence.series.find(one => one.id === id);
  if (!series) return undefined;
  const {from, to, count} = series;
  return {
    kind: "series",
    id,
    ...(from !== undefined && {from}),
    ...(to !== undefined && {to}),
    count,
    answer: answerOf(evidence, series),
  };
}

function answerOf(
  {snapshot, series}: Evidence,
  {
    file,
    pointer,
    source,
  }: {readonly file: string; readonly pointer: string; readonly source?: string},
): Answer {
  const recorded = snapshot.files.find(({path}) => path === file);
  const whose = source ?? series.find(one => one.file === file)?.source;
  return {
    ...(whose !== undefined && {source: whose}),
    file,
    pointer,
    ...(recorded && {url: recorded.url, fetchedAt: recorded.fetchedAt}),
  };
}
