import {expect, test} from "vitest";
import {dayNumber} from "../../src/stats/dayNumber.ts";

test("counts days from 1970", () => {
  expect(dayNumber("1970-01-01")).toBe(0);
  expect(dayNumber("2000-01-01")).toBe(10957);
  expect(dayNumber("1969-12-31")).toBe(-1);
});

test("knows leap years and has no summer time", () => {
  expect(dayNumber("2024-03-01") - dayNumber("2024-02-28")).toBe(2);
  expect(dayNumber("2026-03-30") - dayNumber("2026-03-28")).toBe(2);
});

test.each(["2025-02-29", "2025-13-01", "2025-1-1", "20250101", "2025-01-01T00:00Z", ""])(
  "refuses %j",
  date => {
    expect(() => dayNumber(date)).toThrow(new RangeError(`date is no calendar day: ${date}`));
  },
);
