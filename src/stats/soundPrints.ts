import {type PriceFault, type PriceFaultKind, priceFaults} from "./priceFaults.ts";
import {type StaleRun, staleRuns} from "./staleRuns.ts";

/** A price series without the prints that a feed got wrong, and what was wrong with it. */
export interface SoundPrints {
  /** UTC days, oldest first. */
  readonly dates: readonly string[];
  readonly values: readonly number[];
  /** Of the whole series; indices are of its prints. */
  readonly faults: readonly PriceFault[];
  /** Of what is left; indices are of its prints. */
  readonly still: readonly StaleRun[];
  /** Days of the stale runs but the first of each: their zero returns are no market's. */
  readonly standing: ReadonlySet<string>;
}

/** Whether after such a fault the earlier values belong to another unit or another coin. */
export const isBreak = (kind: PriceFaultKind): boolean =>
  kind === "unit-change" || kind === "level-jump";

/**
 * The prints of a daily price series that are no faults (`priceFaults`), and where they stand still
 * (`staleRuns`). After a change of unit or a splice only what follows it is one series.
 *
 * @throws RangeError as `priceFaults` does
 * @example soundPrints({dates: ["2026-01-01", "2026-01-02", "2026-01-03"], values: [1, 200, 1]}).dates // ["2026-01-01", "2026-01-03"]
 */
export function soundPrints({
  dates,
  values,
}: {
  readonly dates: readonly string[];
  readonly values: readonly number[];
}): SoundPrints {
  const faults = priceFaults({dates, values});
  const start = Math.max(0, ...faults.filter(({kind}) => isBreak(kind)).map(({index}) => index));
  const bad = new Set(faults.filter(({kind}) => !isBreak(kind)).map(({index}) => index));
  const isSound = (_: unknown, index: number) => index >= start && !bad.has(index);
  const kept = {dates: dates.filter(isSound), values: values.filter(isSound)};
  const still = staleRuns(kept.values);
  const standing = new Set(still.flatMap(({from, to}) => kept.dates.slice(from + 1, to + 1)));
  return {...kept, faults, still, standing};
}
