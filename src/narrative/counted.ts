import type {Figure, FigureName} from "../model/figure.ts";

/** A count that an abstention names; it stands in the evidence under the abstention's name. */
export const countOf = (
  {id, ...name}: FigureName<"count">,
  value: number,
  asOf: string,
): Figure<"count"> => ({
  id,
  value,
  ...name,
  asOf,
  origin: {formula: "counted in the snapshot", inputs: []},
});
