/** A count that an abstention names; it stands in the evidence under the abstention's name. */
export const countOf = (id: string, value: number, asOf: string) => ({
  id,
  value,
  unit: "count" as const,
  asOf,
  origin: {formula: "counted in the snapshot", inputs: []},
});
