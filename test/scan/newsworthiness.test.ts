import {expect, test} from "vitest";
import {newsworthiness} from "../../src/scan/newsworthiness.ts";

test("is nothing where nothing survives the adjustment", () => {
  expect(newsworthiness({adjustedP: 1, earlier: 20, smaller: 20})).toBe(0);
});

test("grows with what survives, and with how rare such a change is for the coin", () => {
  const news = (adjustedP: number, smaller: number) =>
    newsworthiness({adjustedP, earlier: 10, smaller});
  expect(news(0.001, 10)).toBeGreaterThan(news(0.01, 10));
  expect(news(0.01, 10)).toBeGreaterThan(news(0.01, 5));
  expect(news(0.01, 0)).toBeGreaterThan(0);
});

test("takes a coin without a record for neither calm nor wild", () => {
  const none = newsworthiness({adjustedP: 0.01, earlier: 0, smaller: 0});
  expect(none).toBe(1);
  expect(newsworthiness({adjustedP: 0.01, earlier: 9, smaller: 9})).toBeGreaterThan(none);
  expect(newsworthiness({adjustedP: 0.01, earlier: 9, smaller: 1})).toBeLessThan(none);
});

test("stays finite where p is 0", () => {
  expect(newsworthiness({adjustedP: 0, earlier: 0, smaller: 0})).toBeLessThan(200);
});

test("refuses what is no p-value and no count", () => {
  for (const adjustedP of [-0.1, 1.1, Number.NaN])
    expect(() => newsworthiness({adjustedP, earlier: 1, smaller: 1})).toThrow(RangeError);
  for (const smaller of [-1, 2, 0.5, Number.NaN])
    expect(() => newsworthiness({adjustedP: 0.1, earlier: 1, smaller})).toThrow(RangeError);
});
