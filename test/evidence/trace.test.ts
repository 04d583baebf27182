import {describe, expect, test} from "vitest";
import {type Trace, traceOf} from "../../src/evidence/trace.ts";
import {evidenceWith} from "../check/evidence.ts";
import {draftOf} from "../walk.ts";

const samples = [
  {coin: "bittensor", data: "samples/bittensor", asOf: "2026-03-21T21:07:00Z"},
  {coin: "tessilith", data: "samples/simulated", asOf: "2025-07-02T00:00:00Z"},
];

/** What the ways end in. */
const endsOf = (trace: Trace): Trace[] =>
  trace.kind === "figure" && trace.inputs.length > 0 ? trace.inputs.flatMap(endsOf) : [trace];

const isAnswer = (trace: Trace) =>
  trace.kind !== "unknown" &&
  trace.answer?.url !== undefined &&
  trace.answer.fetchedAt !== undefined;

const isRule = (trace: Trace) =>
  trace.kind === "figure" && (trace.parameter ?? trace.formula) !== undefined;

describe.each(samples)("the note on $coin", async wish => {
  const {draft, snapshot} = await draftOf(wish);
  const {evidence} = draft;

  test("has each of its figures led back to a recorded answer or a rule", () => {
    const astray = evidence.figures.flatMap(({id}) => {
      const trace = traceOf(evidence, id);
      const ends = trace ? endsOf(trace) : [];
      return ends.length > 0 && ends.every(end => isAnswer(end) || isRule(end)) ? [] : [id];
    });
    expect(astray).toEqual([]);
  });

  test("names only answers that its snapshot has", () => {
    const recorded = new Set(snapshot.answers.map(({path}) => path));
    const named = evidence.figures.flatMap(({id}) => {
      const trace = traceOf(evidence, id);
      return (trace ? endsOf(trace) : []).flatMap(end =>
        "answer" in end && end.answer ? [end.answer.file] : [],
      );
    });
    expect(named.filter(file => !recorded.has(file))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });
});

test("the way of a figure is printed, value, formula, inputs, and the cell it was read from", async () => {
  const {draft} = await draftOf(samples[0]!);
  const read = (id: string, print: string, pointer: string) => ({
    kind: "figure",
    id,
    printed: [print],
    value: expect.any(Number),
    unit: "USD",
    asOf: "2026-03-21T21:07:00Z",
    answer: {
      file: "answers/001-files-figures.csv",
      pointer,
      url: "figures.csv?until=2026-03-21T21:07:00Z",
      fetchedAt: "2026-03-21T21:07:00Z",
    },
    inputs: [],
  });
  expect(traceOf(draft.evidence, "turnover.ofShownFigures")).toEqual({
    kind: "figure",
    id: "turnover.ofShownFigures",
    printed: ["13.06%"],
    value: expect.closeTo(0.1306, 4),
    unit: "ratio",
    asOf: "2026-03-21T21:07:00Z",
    formula: "volume24h / marketCap",
    inputs: [
      read("volume24h.usd", "$338m", expect.stringMatching(/^#cell=\d+,\d+$/)),
      read("marketCap.usd", "$2.59bn", expect.stringMatching(/^#cell=\d+,\d+$/)),
    ],
  });
});

test("a figure that is made of itself, or of what nobody has, is followed no further", () => {
  const evidence = evidenceWith([["a", 1, "count"]]);
  const [a] = evidence.figures;
  const round = {
    ...evidence,
    figures: [{...a!, origin: {formula: "a + b", inputs: ["a", "b"]}}],
  };
  expect(traceOf(round, "a")).toMatchObject({
    inputs: [
      {kind: "unknown", id: "a"},
      {kind: "unknown", id: "b"},
    ],
  });
  expect(traceOf(evidence, "b")).toBeUndefined();
});
