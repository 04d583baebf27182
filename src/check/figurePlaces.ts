import {checkLanguages} from "../languages/check.ts";
import type {Evidence} from "../model/evidence.ts";
import type {FigurePlace} from "../model/figurePlace.ts";
import type {CheckLanguages} from "./language.ts";
import {markNumbers} from "./marks.ts";

/** Where a text prints figures of the evidence, in its order; no two cover the same words. */
export function figurePlaces(
  text: string,
  evidence: Evidence,
  languages: CheckLanguages = checkLanguages,
): FigurePlace[] {
  const known = new Set(evidence.figures.map(({id}) => id));
  let end = 0;
  return markNumbers(text, evidence, languages).flatMap(({from, to, figure, status}) => {
    const held = status === "supported" || status === "edited";
    if (!held || figure === undefined || !known.has(figure) || from < end) return [];
    end = to;
    return [{from, to, figure}];
  });
}
