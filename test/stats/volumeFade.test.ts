import {expect, test} from "vitest";
import {volumeFade} from "../../src/stats/volumeFade.ts";

const calm = (days: number) => Array<number>(days).fill(10);

test("volumes that never spike have nothing to tell", () => {
  expect(volumeFade(calm(200))).toBeUndefined();
  expect(volumeFade([10])).toBeUndefined();
});

test("the median over spikes is taken, each against its own height", () => {
  const volumes = [...calm(60), 100, ...calm(60), 50, ...Array<number>(20).fill(25)];
  expect(volumeFade(volumes)).toEqual({
    spikes: 2,
    ratio: (0.1 + 0.5) / 2,
    overUsual: (1 + 2.5) / 2,
  });
});

test("days around one spike are one spike", () => {
  const volumes = [...calm(60), 60, 100, 100, 70, ...calm(30)];
  expect(volumeFade(volumes)?.spikes).toBe(1);
});

test("a spike too near the end is not judged yet", () => {
  expect(volumeFade([...calm(60), 100, 10, 10])).toBeUndefined();
});

test("what is no volume is refused", () => {
  expect(() => volumeFade([1, -1])).toThrow(RangeError);
  expect(() => volumeFade([1, Number.NaN])).toThrow(RangeError);
  expect(() => volumeFade([1, 2], {times: 1})).toThrow(RangeError);
});
