import type {Figure, Unit} from "../model/figure.ts";

/** Numbers that sentences name and the method fixed: bound like any other. */
export type Constants = ReturnType<typeof constants>;

export function constants(asOf: string) {
  const fixed = <U extends Unit>(
    id: string,
    value: number,
    unit: U,
    parameter: string,
  ): Figure<U> => ({
    id: `parameter.${id}`,
    value,
    unit,
    asOf,
    origin: {parameter},
  });
  return {
    /** Hours of the trailing day. */
    hours: fixed("hours", 24, "count", "hours of the trailing day"),
    month: fixed("month", 30, "days", "days that a month is counted as"),
    year: fixed("year", 365, "days", "days of the year for a market that never closes"),
    band: fixed("band", 0.9, "share", "coverage of the band drawn around the rolling correlation"),
    percent: fixed("percent", 0.01, "return", "unit of the benchmark's move that beta answers"),
    half: fixed("half", 0.5, "probability", "probability of the base case"),
    quarter: fixed("quarter", 0.25, "probability", "probability of the bear and of the bull case"),
    power: fixed("power", 0.8, "probability", "how often a visible drop is found"),
    nineTenths: fixed("nineTenths", 0.9, "probability", "of the outcomes, between p5 and p95"),
    tenth: fixed(
      "tenth",
      0.1,
      "share",
      "the part at the end of a distribution that is called its worst or best",
    ),
    depth: fixed("depth", 0.02, "return", "move of the price up to which depth is counted"),
  };
}
