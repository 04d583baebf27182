import fc from "fast-check";
import {expect, test} from "vitest";
import {addDays} from "../../src/model/day.ts";
import {countedDays, type SourcedCloses} from "../../src/sources/countedDays.ts";
import {soundPrints} from "../../src/stats/soundPrints.ts";

/** The rule as it is told, day by day and without any haste. */
function slowly({dates, values, sources}: SourcedCloses): number[] {
  return dates.flatMap((day, i) => {
    const known = soundPrints({dates: dates.slice(0, i + 1), values: values.slice(0, i + 1)});
    const before = addDays(day, -1);
    const counts =
      known.dates.at(-1) === day &&
      known.dates.at(-2) === before &&
      dates[i - 1] === before &&
      sources[i] === sources[i - 1] &&
      !known.standing.has(day) &&
      known.dates.length > 30;
    return counts ? [i] : [];
  });
}

/** What feeds do: move, stand, jump and come back or not, miss days, change their source, print 0. */
const step = fc.oneof(
  {weight: 60, arbitrary: fc.double({min: -0.1, max: 0.1, noNaN: true}).map(move => ({move}))},
  {weight: 4, arbitrary: fc.integer({min: 1, max: 9}).map(stand => ({stand}))},
  {
    weight: 3,
    arbitrary: fc.record({
      spike: fc.constantFrom(6, 30, 1000, 1 / 7, 1 / 40),
      days: fc.integer({min: 1, max: 6}),
    }),
  },
  {weight: 1, arbitrary: fc.constantFrom(10, 1 / 100, 1000, 25, 1 / 30).map(scale => ({scale}))},
  {weight: 3, arbitrary: fc.integer({min: 1, max: 20}).map(gap => ({gap}))},
  {weight: 2, arbitrary: fc.constantFrom("spot", "future").map(source => ({source}))},
  {weight: 1, arbitrary: fc.integer({min: 1, max: 3}).map(zeros => ({zeros}))},
);

/** Of a coin, or of one that is pegged. */
const size = fc.constantFrom(1, 1, 0.01);

interface Step {
  readonly move?: number;
  readonly stand?: number;
  readonly spike?: number;
  readonly days?: number;
  readonly scale?: number;
  readonly gap?: number;
  readonly source?: string;
  readonly zeros?: number;
}

function feed(steps: readonly Step[], size = 1): SourcedCloses {
  const [dates, values, sources]: [string[], number[], string[]] = [[], [], []];
  let [day, price, from] = ["2024-01-01", 100, "spot"];
  const print = (value: number) => {
    dates.push(day);
    values.push(value);
    sources.push(from);
    day = addDays(day, 1);
  };
  for (const {move, stand, spike, days = 0, scale, gap, source, zeros} of steps) {
    price *= scale ?? 1 + (move ?? 0) * size;
    if (move !== undefined || scale) print(price);
    for (let i = 0; i < (stand ?? 0); i++) print(price);
    for (let i = 0; i < days; i++) print(price * spike! * (1 + i / 100));
    if (gap) day = addDays(day, gap);
    if (source) from = source;
    for (let i = 0; i < (zeros ?? 0); i++) print(0);
  }
  return {dates, values, sources};
}

test("a day counts by what was known at its end, however the feed goes on", () => {
  fc.assert(
    fc.property(fc.array(step, {minLength: 60, maxLength: 140}), size, (steps, size) => {
      const closes = feed(steps as Step[], size);
      expect(countedDays(closes)).toEqual(slowly(closes));
    }),
  );
});

test("no later day changes what an earlier one says", () => {
  fc.assert(
    fc.property(fc.array(step, {minLength: 60, maxLength: 120}), fc.nat(200), (steps, cut) => {
      const {dates, values, sources} = feed(steps as Step[]);
      const some = {
        dates: dates.slice(0, cut),
        values: values.slice(0, cut),
        sources: sources.slice(0, cut),
      };
      const all = countedDays({dates, values, sources});
      expect(countedDays(some)).toEqual(all.filter(i => i < cut));
    }),
  );
});

test("thirty closes behind it, both days there, both of one source", () => {
  const moves = Array.from({length: 40}, (_, i) => ({move: i % 2 ? 0.02 : -0.01}));
  expect(countedDays(feed(moves))[0]).toBe(30);
  const spot = feed(moves.slice(0, 35));
  const later = feed([...moves.slice(0, 35), {gap: 1}, ...moves.slice(0, 2)] as Step[]);
  expect(countedDays(later)).toEqual([...countedDays(spot), 36]);
  const moved = feed([...moves.slice(0, 35), {source: "future"}, ...moves.slice(0, 2)] as Step[]);
  expect(countedDays(moved)).toEqual([...countedDays(spot), 36]);
});
