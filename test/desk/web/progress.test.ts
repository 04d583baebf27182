import {expect, test} from "vitest";
import type {Run} from "../../../src/desk/api/shapes.ts";
import {draftsOf, lateness, reasonsOf, stagesOf} from "../../../src/desk/web/runs/progress.ts";

const at = (second: number) => new Date(Date.UTC(2026, 10, 28, 4, 30, second)).toISOString();

const run = (more: Partial<Run>): Run => ({
  id: "r",
  state: "running",
  nominal: at(0),
  priority: "routine",
  by: "assay",
  plannedAt: at(0),
  startedAt: at(1),
  notes: [],
  steps: [],
  calls: 0,
  ...more,
});
const step = (
  name: Run["steps"][number]["name"],
  coin: string | undefined,
  [from, until]: readonly [number, number?],
  outcome?: "done" | "failed",
): Run["steps"][number] => ({
  ...(coin !== undefined && {coin}),
  name,
  startedAt: at(from),
  ...(until !== undefined && {endedAt: at(until)}),
  calls: 1,
  ...(outcome && {outcome}),
});
const note = (coin: string, more: Partial<Run["notes"][number]> = {}) => ({
  coin,
  state: "running" as const,
  ...more,
});

test("a run's stages say what is done, what it is at, and what is still to come", () => {
  const stages = stagesOf(
    run({
      notes: [note("a")],
      steps: [step("gather", "a", [1, 3], "done"), step("write", "a", [3])],
    }),
    new Date(at(7)),
  );
  expect(stages.map(({name, state, ms}) => [name, state, ms])).toEqual([
    ["gather", "done", 2_000],
    ["write", "now", 4_000],
    ["press", "todo", 0],
    ["draft", "todo", 0],
  ]);
});

test("a stage of several notes is done when it is done of each, by its last try", () => {
  const steps = [
    step("gather", "a", [1, 2], "failed"),
    step("gather", "a", [4, 5], "done"),
    step("gather", "b", [1, 2], "done"),
    step("write", "a", [5, 6], "done"),
  ];
  const stages = stagesOf(run({notes: [note("a"), note("b")], steps}), new Date(at(9)));
  expect(stages.map(({state, done, of}) => [state, done, of])).toEqual([
    ["done", 2, 2],
    ["now", 1, 2],
    ["todo", 0, 2],
    ["todo", 0, 2],
  ]);
});

test("what had begun when a run was stopped is not at work any more", () => {
  const stopped = run({
    state: "cancelled",
    notes: [note("a")],
    steps: [step("gather", "a", [1])],
  });
  expect(stagesOf(stopped, new Date(at(9)))[0]?.state).toBe("bad");
});

test("that nothing can be said of a coin is told as no failure", () => {
  const quiet = run({
    state: "done",
    notes: [note("a", {state: "done", outcome: "nothing-to-say"})],
    steps: [step("gather", "a", [1, 2], "done"), step("write", "a", [2, 3], "failed")],
  });
  expect(stagesOf(quiet, new Date(at(9))).map(({state}) => state)).toEqual(["done", "done"]);
});

test("of a run that succeeded what it did not need is not shown as missing", () => {
  const again = run({
    state: "done",
    notes: [note("a", {state: "done", outcome: "draft", draft: "d"})],
    steps: (["gather", "write", "draft"] as const).map(name => step(name, "a", [1, 2], "done")),
  });
  expect(stagesOf(again, new Date(at(9))).map(({name, state}) => [name, state])).toEqual([
    ["gather", "done"],
    ["write", "done"],
    ["draft", "done"],
  ]);
});

test("a scan that picked nothing had nothing to write", () => {
  const scanned = run({
    state: "done",
    schedule: "movers",
    steps: [step("scan", undefined, [1, 2], "done")],
  });
  expect(stagesOf(scanned, new Date(at(9))).map(({name}) => name)).toEqual(["scan"]);
});

test("why a run failed is said once, and of which coin where there are several", () => {
  expect(reasonsOf(run({reason: "no data"}))).toMatchObject([{says: "no data"}]);
  const notes = [
    note("a", {reason: "too late"}),
    note("b", {draft: "d", reason: "fine"}),
    note("c", {reason: "no data"}),
  ];
  expect(reasonsOf(run({notes}))).toEqual([
    {coin: "a", says: "too late", isOneOf: true},
    {coin: "c", says: "no data", isOneOf: true},
  ]);
  expect(draftsOf(run({notes}))).toEqual(["d"]);
  expect(lateness(run({startedAt: at(41)}))).toBe(41_000);
});
