import {expect, test} from "vitest";
import {addDays, daysBetween, endOfDay, lastDayOver} from "../../src/model/day.ts";

test("days go on over months, leap days and years, and back", () => {
  expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  expect(addDays("2025-12-31", 1)).toBe("2026-01-01");
  expect(addDays("2026-01-01", -366)).toBe("2024-12-31");
  for (const count of [-800, -1, 0, 1, 45, 800])
    expect(daysBetween("2026-03-29", addDays("2026-03-29", count))).toBe(count);
});

test("a day is over when the next begins", () => {
  expect(endOfDay("2026-12-31")).toBe("2027-01-01T00:00:00Z");
  expect(lastDayOver("2027-01-01T00:00:00Z")).toBe("2026-12-31");
});

test("refuses what is no day", () => {
  expect(() => addDays("soon", 1)).toThrow(RangeError);
});
