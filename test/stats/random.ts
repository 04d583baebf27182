import {uniformFloat64} from "pure-rand/distribution/uniformFloat64";
import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";

/** A seeded source of chance for tests. */
export function chance(seed: number) {
  const source = xoroshiro128plus(seed);
  for (let i = 0; i < 64; i++) source.next();
  const uniform = () => uniformFloat64(source);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const studentT = (df: number) => {
    let squares = 0;
    for (let i = 0; i < df; i++) squares += normal() ** 2;
    return normal() / Math.sqrt(squares / df);
  };
  return {uniform, normal, studentT};
}
