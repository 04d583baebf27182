import {type FanTilt, fanTilt} from "./fanTilt.ts";
import {
  filteredHistoricalSimulation,
  type Simulation,
  type SimulationOptions,
} from "./filteredHistoricalSimulation.ts";
import {quantileSorted} from "./quantile.ts";

/** As `Simulation`, with what was made of its outcomes at each horizon. */
export interface CaseOutcomes extends Omit<Simulation, "horizons"> {
  horizons: {days: number; outcomes: Float64Array; tilt: FanTilt}[];
}

/**
 * The outcomes that cases are read from, and that `bench:calibration` measures: log
 * returns from today to each horizon, ascending, by filtered historical simulation of
 * the coin's own daily log `returns` (a year of them, oldest first), their median then put
 * where `fanTilt` says and the distances from it multiplied as it says. It depends on
 * nothing but the returns and the options: what coins in general did is in its constants.
 *
 * @throws RangeError as `filteredHistoricalSimulation`
 * @example caseOutcomes(Array.from({length: 60}, (_, i) => (i % 2 ? 0.055 : -0.055)), {horizons: [30], seed: 1, paths: 9}).horizons[0].outcomes[4] // -0.03040552217015529
 */
export function caseOutcomes(
  returns: ArrayLike<number>,
  options: Pick<SimulationOptions, "horizons" | "seed" | "paths">,
): CaseOutcomes {
  const simulation = filteredHistoricalSimulation(returns, options);
  return {
    ...simulation,
    horizons: simulation.horizons.map(({days, outcomes}) => {
      const tilt = fanTilt(days, simulation.longRunVolatility);
      return {days, outcomes: tilted(outcomes, tilt), tilt};
    }),
  };
}

/** Between two middle outcomes the median moves a little when they are stretched apart. */
function tilted(outcomes: Float64Array, {median, up, down}: FanTilt): Float64Array {
  const middle = quantileSorted(outcomes, 0.5);
  const moved = new Float64Array(outcomes.length);
  for (let i = 0; i < moved.length; i++) {
    const distance = outcomes[i]! - middle;
    moved[i] = (distance > 0 ? up : down) * distance;
  }
  const shift = median - quantileSorted(moved, 0.5);
  for (let i = 0; i < moved.length; i++) moved[i]! += shift;
  return moved;
}
