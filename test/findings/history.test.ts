import {expect, test} from "vitest";
import {cleanHistory} from "../../src/findings/history.ts";
import {addDays} from "../../src/model/day.ts";

const series = (values: readonly number[]) => ({
  id: "close.coin",
  source: "made up",
  file: "answers/001.csv",
  pointer: "#col=close",
  dates: values.map((_, i) => addDays("2026-01-01", i)),
  values,
});
const moving = Array.from({length: 60}, (_, i) => 100 + (i % 7) + i / 10);
const asOf = (values: readonly number[]) => ({
  asOf: `${addDays("2026-01-01", values.length)}T12:00:00Z`,
});

test("a feed that has stood still for days ends on the day it stopped", () => {
  const values = [...moving, ...new Array<number>(8).fill(110)];
  expect(cleanHistory(series(values), asOf(values)).abstention).toEqual({
    about: "history",
    reason: {kind: "history-ends", day: addDays("2026-01-01", 60)},
  });
});

test("a bad print is left out and disclosed, and the rest stays", () => {
  const values = moving.with(30, 1e6);
  const {history, exclusions} = cleanHistory(series(values), asOf(values));
  expect(history?.close.values).toHaveLength(59);
  expect(exclusions).toEqual([expect.objectContaining({value: 1e6, rule: "spike"})]);
});

test("a history that ended days ago says nothing about today", () => {
  const {abstention} = cleanHistory(series(moving), {asOf: "2026-04-01T00:00:00Z"});
  expect(abstention?.reason).toEqual({kind: "history-ends", day: addDays("2026-01-01", 59)});
});

test("the returns of a feed that stood still for a while are left out, and that is disclosed", () => {
  const values = [...moving, ...new Array<number>(8).fill(110), ...moving];
  const {history, exclusions} = cleanHistory(series(values), asOf(values));
  expect(history?.close.values).toHaveLength(values.length);
  expect(history?.returns).toHaveLength(values.length - 1 - 7);
  expect(exclusions).toEqual([
    expect.objectContaining({value: 110, rule: expect.stringMatching(/^stands still/)}),
  ]);
});
