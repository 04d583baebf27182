import {expect, test} from "vitest";
import {type Point, readChart} from "../../src/sources/coingeckoChart.ts";

const at = (instant: string, value: number | null): Point => [Date.parse(instant), value];
const wall = "2026-03-20T02:00:00Z";

test("a point stamped 00:00 belongs to the day before", () => {
  const points = [at("2026-03-18T00:00:00Z", 10), at("2026-03-19T00:00:00Z", 11)];
  expect(readChart(points, wall)).toEqual({dates: ["2026-03-17", "2026-03-18"], values: [10, 11]});
});

test("the last point is dropped unless it is stamped 00:00 sharp", () => {
  const days = [at("2026-03-19T00:00:00Z", 10)];
  expect(readChart([...days, at("2026-03-20T01:53:00Z", 11)], wall).dates).toEqual(["2026-03-18"]);
  expect(readChart([...days, at("2026-03-20T00:05:00Z", 11)], wall).dates).toEqual(["2026-03-18"]);
  expect(readChart([...days, at("2026-03-20T00:00:00Z", 11)], wall).dates).toEqual([
    "2026-03-18",
    "2026-03-19",
  ]);
});

test("points some minutes off the grid count, on either side of midnight", () => {
  const points = [
    at("2026-03-17T23:58:19Z", 10),
    at("2026-03-19T00:04:59Z", 11),
    at("2026-03-19T23:00:00Z", 12),
  ];
  expect(readChart(points, wall)).toEqual({dates: ["2026-03-17", "2026-03-18"], values: [10, 11]});
});

test("of hourly points only those at midnight count", () => {
  const start = Date.parse("2026-03-17T19:00:22Z");
  const points = Array.from({length: 40}, (_, hour): Point => [start + hour * 3_600_000, hour + 1]);
  expect(readChart(points, wall)).toEqual({dates: ["2026-03-17", "2026-03-18"], values: [6, 30]});
});

test("of several points at one midnight the nearest counts", () => {
  const points = [
    at("2026-03-18T23:55:00Z", 9),
    at("2026-03-19T00:00:00Z", 10),
    at("2026-03-19T00:06:00Z", 11),
    at("2026-03-20T00:00:00Z", 12),
  ];
  expect(readChart(points, wall).values).toEqual([10, 12]);
});

test("0, null and negative values are missing, and a missing day stays missing", () => {
  const points = [
    at("2026-03-16T00:00:00Z", 10),
    at("2026-03-17T00:00:00Z", 0),
    at("2026-03-18T00:00:00Z", null),
    at("2026-03-19T00:00:00Z", -1),
    at("2026-03-20T00:00:00Z", 14),
  ];
  expect(readChart(points, wall)).toEqual({dates: ["2026-03-15", "2026-03-19"], values: [10, 14]});
});

test("days that end after the wall are not read, whatever their points are stamped", () => {
  const points = [at("2026-03-19T00:00:00Z", 10), at("2026-03-19T23:58:00Z", 11), at(wall, 12)];
  expect(readChart(points, "2026-03-19T23:59:00Z").dates).toEqual(["2026-03-18"]);
  expect(readChart(points, "2026-03-20T00:00:00Z").dates).toEqual(["2026-03-18", "2026-03-19"]);
});

test("points out of order come out in order", () => {
  const points = [at("2026-03-19T00:00:00Z", 11), at("2026-03-18T00:00:00Z", 10)];
  expect(readChart(points, wall).values).toEqual([10, 11]);
});

test("no points give no days", () => {
  expect(readChart([], wall)).toEqual({dates: [], values: []});
});
