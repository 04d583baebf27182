import type {Datum, Figure, FigureName, Origin, Subject, Unit} from "../model/figure.ts";
import type {Market} from "../model/market.ts";
import type {Asset} from "../model/snapshot.ts";

/** A figure as a source gave it. */
export function read<U extends Unit>(name: FigureName<U>, datum: Datum): Figure<U> {
  const {value, asOf, file, pointer} = datum;
  return figure(name, value, asOf, {file, pointer});
}

/** A figure that follows from others; `inputs` are ids of figures or series. */
export function computed<U extends Unit>(
  name: FigureName<U>,
  value: number,
  {asOf, formula, inputs}: {asOf: string; formula: string; inputs: readonly string[]},
): Figure<U> {
  return figure(name, value, asOf, {formula, inputs});
}

/** A figure that the method fixed beforehand. */
export function fixed<U extends Unit>(
  name: FigureName<U>,
  value: number,
  {asOf, why}: {asOf: string; why: string},
): Figure<U> {
  return figure(name, value, asOf, {parameter: why});
}

function figure<U extends Unit>(
  {id, ...name}: FigureName<U>,
  value: number,
  asOf: string,
  origin: Origin,
): Figure<U> {
  if (!Number.isFinite(value)) throw new RangeError(`${id} is not a number: ${value}`);
  return {id, value, ...name, asOf, origin};
}

/** Whose numbers those of a coin are in a note on the asset. */
export function subjectOf(
  {id}: Asset,
  {asset, benchmark}: Pick<Market, "asset" | "benchmark">,
): Subject {
  if (id === asset.id) return "asset";
  return id === benchmark.id ? "benchmark" : {peer: id};
}
