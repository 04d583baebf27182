import {expect, test} from "vitest";
import {nearest} from "../../src/model/nearest.ts";

const words = ["bitcoin", "bittensor", "ethereum", "bitcoin-cash", "tether"];
const near = (typed: string) => nearest(typed, words, word => [word]);

test("nearest puts what begins with the typed word first, then slips of the finger", () => {
  expect(near("bitcoin")).toEqual(["bitcoin", "bitcoin-cash"]);
  expect(near("bitensor")).toEqual(["bittensor"]);
  expect(near("etehreum")).toEqual(["ethereum"]);
  expect(near("TETHER")).toEqual(["tether"]);
});

test("nearest finds nothing where nothing is near", () => {
  expect(near("xyzzy")).toEqual([]);
});
