import type {Evidence} from "../../model/evidence.ts";
import {decoupling, parameter} from "../../model/figureNames.ts";
import type {JudgingWords} from "../../model/judgingWords.ts";
import {idOf, type Judged, type Test, type Weighed} from "./judgement.ts";
import {isNear, nearness} from "./nearness.ts";
import type {Said} from "./said.ts";

/** A p-value ten times its threshold, or a tenth of it, is far from it. */
const farP = 10;
/** A share of six in ten is far from half. */
const farShare = 1.5;

/** Claims that the headline does not make and that stand near the threshold of their test, the nearest first. */
export function claims(judged: Judged, said: readonly Said[], words: JudgingWords): Weighed[] {
  const {evidence} = judged;
  const body = said.filter(({role}) => role === "item" || role === "paragraph");
  const cells = said.filter(({role}) => role === "cell");
  const headlined = new Set(said.filter(isHeadline).flatMap(windowsIn));
  const windows = evidence.findings.filter(one => one.kind === "decoupling");
  const found = windows.flatMap(({window, leading, verdict}) => {
    const test = dependenceTest(evidence, window, words);
    const {adjustedP, p} = decoupling(window);
    // A table tells of the windows that no sentence speaks of.
    const one = saying(body, [adjustedP.id, p.id]) ?? saying(cells, [adjustedP.id, p.id]);
    if (!test || !one) return [];
    const own = {
      id: idOf("claim", `${window}d`, one.written ?? one.text),
      kind: "claim" as const,
      title: words.dependence(window),
      ...placed(one),
      test,
      weight: 0.9 * test.nearness,
    };
    const changed = leading && verdict !== "no-change-found";
    return [
      ...(headlined.has(window) ? [] : [own]),
      ...(changed ? cause(evidence, window, one, words) : []),
    ];
  });
  return found
    .filter(({test}) => test !== undefined && isNear(test.nearness))
    .toSorted((a, b) => b.weight - a.weight);
}

const isHeadline = ({role}: Said) => role === "title" || role === "deck";

/** The windows of the dependence that a sentence has figures of, in days. */
export const windowsIn = ({figures}: Said): number[] =>
  figures.flatMap(id => {
    const [, window] = /^decoupling\.(\d+)d\./.exec(id) ?? [];
    return window === undefined ? [] : [Number(window)];
  });

/** Whether the dependence over the window changed. */
export function dependenceTest(
  {figures}: Evidence,
  window: number,
  words: JudgingWords,
): Test | undefined {
  const valueAt = (id: string) => figures.find(one => one.id === id)?.value;
  const p = valueAt(decoupling(window).adjustedP.id);
  const threshold = valueAt(parameter.level.id) ?? 0.05;
  if (p === undefined) return undefined;
  return {name: words.tests.dependence, p, threshold, nearness: nearness(p, threshold, farP)};
}

/** Whose change moved the correlation: near, where asset and benchmark did as much. */
function cause({figures}: Evidence, window: number, one: Said, words: JudgingWords): Weighed[] {
  const names = decoupling(window);
  const ids = [names.causeBeta.id, names.causeOwnVolatility.id, names.causeBenchmarkVolatility.id];
  const [beta, own, benchmark] = ids.map(id => figures.find(figure => figure.id === id)?.value);
  if (beta === undefined || own === undefined || benchmark === undefined) return [];
  const whole = Math.abs(beta + own) + Math.abs(benchmark);
  if (whole === 0) return [];
  const share = Math.abs(benchmark) / whole;
  const near = nearness(share, 0.5, farShare);
  return [
    {
      id: idOf("claim", `${window}d.cause`, one.written ?? one.text),
      kind: "claim",
      title: words.cause,
      ...placed(one),
      figures: ids,
      test: {name: words.tests.cause, share, threshold: 0.5, nearness: near},
      weight: 0.9 * near,
    },
  ];
}

/** The first sentence that prints one of the figures, those named first before the others. */
export const saying = (said: readonly Said[], ids: readonly string[]): Said | undefined =>
  ids.flatMap(id => said.find(({figures}) => figures.includes(id)) ?? [])[0];

/** Where a sentence stands, and what it says. */
export const placed = ({text, figures, statement, from, to}: Said) => ({
  says: text,
  figures,
  ...(statement !== undefined && {statement}),
  from,
  to,
});
