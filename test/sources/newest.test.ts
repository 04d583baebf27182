import {expect, test} from "vitest";
import {newestInstant} from "../../src/sources/newest.ts";

const until = "2026-11-28T15:00:00Z";

test.each([
  [
    "the last close of a coin",
    "samples/simulated",
    {coin: "tessilith", until},
    "2025-07-02T00:00:00Z",
  ],
  ["that of the benchmark for a market", "samples/simulated", {until}, "2025-07-02T00:00:00Z"],
  ["a figure", "samples/bittensor", {coin: "bittensor", until}, "2026-03-21T21:07:00Z"],
  [
    "none that is later than asked for",
    "samples/simulated",
    {coin: "tessilith", until: "2025-05-20T07:00:00Z"},
    "2025-05-20T00:00:00Z",
  ],
  ["none of a coin that is not there", "samples/simulated", {coin: "nobody", until}, undefined],
])("the newest instant of recorded data is %s", async (_, folder, wish, instant) => {
  expect(await newestInstant(folder, wish)).toBe(instant);
});
