import {sharedFloats} from "../../src/scan/threads.ts";

/** A source of chance that is the same for the same seed. */
export function chance(seed: number) {
  let state = seed >>> 0 || 1;
  // xorshift32: enough for a bench, and costs next to nothing.
  const uniform = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 4294967296;
  };
  let spare: number | undefined;
  const normal = () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const size = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = size * Math.sin(angle);
    return size * Math.cos(angle);
  };
  return {uniform, normal};
}

/** Daily returns of coins that follow a benchmark, each in its own degree. */
export function makeReturns(coins: number, days: number, seed = 1) {
  const {uniform, normal} = chance(seed);
  const benchmark = sharedFloats(days);
  for (let t = 0; t < days; t++) benchmark[t] = 0.03 * normal();
  const returns = sharedFloats(coins * days);
  for (let coin = 0; coin < coins; coin++) {
    const beta = 0.3 + 1.2 * uniform();
    const noise = 0.02 + 0.04 * uniform();
    for (let t = 0; t < days; t++)
      returns[coin * days + t] = beta * benchmark[t]! + noise * normal();
  }
  return {benchmark, returns};
}
