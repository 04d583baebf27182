import {addDays} from "../../src/model/day.ts";
import type {Universe, UniverseCoin} from "../../src/model/universe.ts";
import {chance} from "../stats/random.ts";

export const asOf = "2026-03-19T00:00:00Z";
const lastDay = "2026-03-18";

export const dates = (days: number) =>
  Array.from({length: days}, (_, i) => addDays(lastDay, i + 1 - days));

/** Normal daily returns. */
export const noise = (seed: number, days: number, size = 0.03) => {
  const {normal} = chance(seed);
  return Array.from({length: days}, () => size * normal());
};

/** A coin with the closes that the returns, the last one of 2026-03-18, lead to. */
export function coin(id: string, returns: readonly number[], kind?: string): UniverseCoin {
  let price = 100;
  const values = [price, ...returns.map(value => (price *= Math.exp(value)))];
  return {
    asset: {id, symbol: id.toUpperCase(), name: id},
    ...(kind && {class: kind}),
    close: {
      id: `close.${id}`,
      source: "made up",
      file: "closes.csv",
      pointer: "#col=close",
      dates: dates(values.length),
      values,
    },
  };
}

export function universe(benchmark: UniverseCoin, coins: readonly UniverseCoin[]): Universe {
  return {asOf, name: "made up", simulated: true, benchmark, coins, missing: []};
}
