import {expect, test} from "vitest";
import {spotsOf, ticksOf} from "../../../src/desk/web/schedules/day.ts";

const from = new Date("2026-11-28T05:10:00Z");

test("the strip has every third hour of the reader's clock, also where it stands between hours", () => {
  const hours = (zone: string, start = from) =>
    ticksOf(start, zone).map(({at}) =>
      new Intl.DateTimeFormat("en-GB", {hour: "2-digit", minute: "2-digit", timeZone: zone}).format(
        new Date(at),
      ),
    );
  expect(hours("Europe/Istanbul")).toEqual([
    "09:00",
    "12:00",
    "15:00",
    "18:00",
    "21:00",
    "00:00",
    "03:00",
    "06:00",
  ]);
  expect(hours("Asia/Kathmandu")[0]).toBe("12:00");
  // In the night in which the hour from 2 comes twice.
  expect(hours("Europe/Berlin", new Date("2026-10-24T20:00:00Z"))).toContain("03:00");
});

test("what comes at once stands together, what is beyond the day does not stand there", () => {
  const spots = spotsOf(
    [
      {name: "early", at: "2026-11-29T00:00:00Z", paused: false},
      {name: "movers", at: "2026-11-29T00:00:00Z", paused: false},
      {name: "off", at: "2026-11-29T00:00:00Z", paused: true},
      {name: "gone", at: "2026-11-28T05:00:00Z", paused: false},
      {name: "far", at: "2026-11-29T05:10:00Z", paused: false},
    ],
    from,
  );
  expect(spots.map(({names}) => names)).toEqual([["early", "movers"], ["off"]]);
  expect(spots[0]?.x).toBeCloseTo(78.5, 1);
  expect(new Set(spots.map(({line}) => line)).size).toBe(2);
});
