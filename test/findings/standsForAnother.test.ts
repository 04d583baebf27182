import {expect, test} from "vitest";
import {standsForAnother} from "../../src/findings/standsForAnother.ts";
import {chance} from "../stats/random.ts";

const {normal} = chance(51);
const x = Array.from({length: 120}, () => 0.03 * normal());
const own = x.map(value => value + 0.02 * normal());

test("goes by the class where there is one", () => {
  for (const kind of ["stablecoin", "stablecoin_eur", "wrapped", "fiat", "index"])
    expect(standsForAnother(kind, {x, y: own})).toBe(kind.replace("_", " "));
  expect(standsForAnother("crypto", {x, y: x})).toBeUndefined();
  expect(standsForAnother("failed_stablecoin", {x, y: own})).toBeUndefined();
});

test("goes by the returns where there is none", () => {
  expect(standsForAnother(undefined, {x, y: own})).toBeUndefined();
  expect(standsForAnother(undefined, {x, y: x.map(() => 0.0003 * normal())})).toBe("pegged");
  expect(standsForAnother(undefined, {x, y: x.map(v => v + 1e-5 * normal())})).toBe(
    "moves as the benchmark",
  );
});

test("does not judge too few days, nor a constant benchmark", () => {
  expect(standsForAnother(undefined, {x: x.slice(0, 19), y: x.slice(0, 19)})).toBeUndefined();
  expect(standsForAnother(undefined, {x: [], y: []})).toBeUndefined();
  expect(standsForAnother(undefined, {x: x.map(() => 0), y: own})).toBeUndefined();
});
