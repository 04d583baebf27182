import {expect, test} from "vitest";
import {addDays} from "../../src/model/day.ts";
import {isBreak, soundPrints} from "../../src/stats/soundPrints.ts";

const moving = [100, 103, 99, 104, 101, 98, 102, 97, 103, 100];
const daily = (values: readonly number[], gapAt?: number) => ({
  dates: values.map((_, i) =>
    addDays("2026-01-01", i + (gapAt !== undefined && i >= gapAt ? 3 : 0)),
  ),
  values,
});

test("a series without faults stays as it is", () => {
  expect(soundPrints(daily(moving))).toEqual({
    ...daily(moving),
    faults: [],
    still: [],
    standing: new Set(),
  });
});

test("a spike goes; after a change of unit only what follows it is left", () => {
  const spiked = soundPrints(daily([...moving, 9999, ...moving]));
  expect(spiked.values).toEqual([...moving, ...moving]);
  expect(spiked.faults.map(({index, kind}) => [index, kind])).toEqual([[10, "spike"]]);
  const swapped = soundPrints(daily([...moving, ...moving.map(value => value / 1000)], 10));
  expect(swapped.values).toEqual(moving.map(value => value / 1000));
  expect(swapped.faults.map(({kind}) => kind)).toEqual(["unit-change"]);
});

test("the days on which a feed stands still are told, but for the first", () => {
  const {dates, still, standing} = soundPrints(
    daily([...moving, 50, 50, 50, 50, 50, 50, ...moving]),
  );
  expect(still).toMatchObject([{from: 10, to: 15}]);
  expect([...standing]).toEqual(dates.slice(11, 16));
});

test("only a change of unit or of level breaks a series", () => {
  const kinds = ["not-a-price", "spike", "first-print", "unit-change", "level-jump", "unconfirmed"];
  expect(kinds.filter(kind => isBreak(kind as "spike"))).toEqual(["unit-change", "level-jump"]);
});
