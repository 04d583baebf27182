import type {Figure, FigureName, Unit} from "../model/figure.ts";
import {parameter} from "../model/figureNames.ts";

/** Numbers that sentences name and the method fixed: bound like any other. */
export type Constants = ReturnType<typeof constants>;

export function constants(asOf: string) {
  const fixed = <U extends Unit>(
    {id, ...name}: FigureName<U>,
    value: number,
    why: string,
  ): Figure<U> => ({id, value, ...name, asOf, origin: {parameter: why}});
  return {
    /** Hours of the trailing day. */
    hours: fixed(parameter.hours, 24, "hours of the trailing day"),
    month: fixed(parameter.month, 30, "days that a month is counted as"),
    year: fixed(parameter.year, 365, "days of the year for a market that never closes"),
    band: fixed(parameter.band, 0.9, "coverage of the band drawn around the rolling correlation"),
    percent: fixed(parameter.percent, 0.01, "unit of the benchmark's move that beta answers"),
    half: fixed(parameter.half, 0.5, "probability of the base case"),
    quarter: fixed(parameter.quarter, 0.25, "probability of the bear and of the bull case"),
    power: fixed(parameter.power, 0.8, "how often a visible drop is found"),
    nineTenths: fixed(parameter.nineTenths, 0.9, "of the outcomes, between p5 and p95"),
    eightTenths: fixed(parameter.eightTenths, 0.8, "of the outcomes, between p10 and p90"),
    tenth: fixed(
      parameter.tenth,
      0.1,
      "the part at the end of a distribution that is called its worst or best",
    ),
    depth: fixed(parameter.depth, 0.02, "move of the price up to which depth is counted"),
  };
}
