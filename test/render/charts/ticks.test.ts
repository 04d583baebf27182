import {describe, expect, test} from "vitest";
import {customsOf} from "../../../src/languages/customs.ts";
import {dateTicks, toDate} from "../../../src/render/charts/dates.ts";
import {spread} from "../../../src/render/charts/label.ts";
import {exactPrice, priceTicks, roughPrice} from "../../../src/render/charts/numbers.ts";
import {swarm} from "../../../src/render/charts/swarm.ts";
import {enclosingTicks, logTicks} from "../../../src/render/charts/ticks.ts";

describe("price ticks", () => {
  test.each([
    [1.15e-5, 1.32e-5, ["$0.0000115", "$0.0000120", "$0.0000125", "$0.0000130", "$0.0000135"]],
    [0.21, 0.58, ["$0.2", "$0.3", "$0.4", "$0.5", "$0.6"]],
    [3, 5.1, ["$3.0", "$3.5", "$4.0", "$4.5", "$5.0", "$5.5"]],
    [1010, 1790, ["$1,000", "$1,200", "$1,400", "$1,600", "$1,800"]],
    [61_000, 79_000, ["$60k", "$65k", "$70k", "$75k", "$80k"]],
    [0.8e6, 1.9e6, ["$800k", "$1m", "$1.2m", "$1.4m", "$1.6m", "$1.8m", "$2m"]],
  ])("%d to %d", (low, high, texts) => {
    const ticks = enclosingTicks(low, high, 5);
    expect(ticks.map(priceTicks(customsOf("en"), ticks))).toEqual(texts);
  });

  test("each as fine as it needs on a logarithmic axis", () => {
    const ticks = logTicks(0.05, 6);
    const texts = ["$0.05", "$0.1", "$0.2", "$0.5", "$1", "$2", "$5"];
    expect(ticks.map(priceTicks(customsOf("en"), ticks))).toEqual(texts);
  });
});

test("prices to be read off keep cents, or four digits below a dollar", () => {
  const prices = [277.4321, 70123.4, 1234.5, 0.000012344, 1e-8, 0];
  const texts = ["$277.43", "$70,123", "$1,234.50", "$0.00001234", "$0.00000001", "$0.00"];
  expect(prices.map(price => exactPrice(customsOf("en"), price))).toEqual(texts);
});

test("borders keep three digits", () => {
  expect([233.4, 70_123, 0.98765].map(p => roughPrice(customsOf("en"), p))).toEqual([
    "$233",
    "$70,100",
    "$0.988",
  ]);
});

test("the year stands below the first date and where it changes", () => {
  const ticks = dateTicks(customsOf("en"), toDate("2025-10-20"), toDate("2026-03-18"), 8);
  const texts = ["Nov\n2025", "Dec", "Jan\n2026", "Feb", "Mar"];
  expect(ticks.map(tick => tick.text)).toEqual(texts);
});

test("labels move apart as little as possible, in order and within bounds", () => {
  expect(spread([10, 50], 15, [0, 100])).toEqual([10, 50]);
  expect(spread([50, 50, 50], 10, [0, 100])).toEqual([40, 50, 60]);
  expect(spread([2, 2], 10, [0, 100])).toEqual([0, 10]);
  expect(spread([99, 99], 10, [0, 100])).toEqual([90, 100]);
});

test("no two dots of a swarm overlap, and none leaves it", () => {
  const xs = Array.from({length: 60}, (_, i) => 50 + (i % 7));
  const places = swarm(xs, 8, 40);
  for (const [i, a] of places.entries()) {
    expect(Math.abs(a.y)).toBeLessThanOrEqual(40);
    for (const b of places.slice(i + 1)) {
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(8 - 1e-3);
    }
  }
});
