import type {Datum, Figure, Unit} from "../model/figure.ts";

/** A figure as a source gave it. */
export function read<U extends Unit>(id: string, datum: Datum, unit: U): Figure<U> {
  const {value, asOf, file, pointer} = datum;
  return figure({id, value, unit, asOf, origin: {file, pointer}});
}

/** A figure that follows from others; `inputs` are ids of figures or series. */
export function computed<U extends Unit>(
  id: string,
  value: number,
  unit: U,
  {asOf, formula, inputs}: {asOf: string; formula: string; inputs: readonly string[]},
): Figure<U> {
  return figure({id, value, unit, asOf, origin: {formula, inputs}});
}

/** A figure that the method fixed beforehand. */
export function fixed<U extends Unit>(
  id: string,
  value: number,
  unit: U,
  {asOf, why}: {asOf: string; why: string},
): Figure<U> {
  return figure({id, value, unit, asOf, origin: {parameter: why}});
}

function figure<U extends Unit>(made: Figure<U>): Figure<U> {
  if (!Number.isFinite(made.value))
    throw new RangeError(`${made.id} is not a number: ${made.value}`);
  return made;
}
