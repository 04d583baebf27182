import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {lay, madeUp} from "./madeUpData.ts";
import {assay, expectRefusal, temporary} from "./support.ts";

const coins = {coins: ["gadget"]};
const configuration = {
  datasets: {madeUp: "data"},
  lists: {core: ["gadget", "ethereum"]},
  schedules: {
    morning: {cron: "30 7 * * 1-5", zone: "Europe/Istanbul", what: coins, locale: "tr"},
    night: {cron: "30 2 * * *", zone: "Europe/Berlin", what: coins},
    early: {cron: "30 4 * * *", what: {watch: "core"}},
  },
};

function project(config: object = configuration) {
  const place = temporary();
  writeFileSync(join(place.path, "assay.config.json"), JSON.stringify(config));
  return place;
}

test("next prints what is due in order, from the first instant on and before the last", async () => {
  using place = project();
  const window = ["--from", "2026-11-30T01:30:00Z", "--until", "2026-12-01T01:30:00Z"];
  const {code, stdout, stderr} = await assay(place.path, ["schedule", "next", "--json", ...window]);
  expect({code, stderr}).toEqual({code: 0, stderr: ""});
  expect(JSON.parse(stdout)).toEqual({
    runs: [
      {schedule: "night", nominal: "2026-11-30T01:30:00Z"},
      {schedule: "early", nominal: "2026-11-30T04:30:00Z"},
      {schedule: "morning", nominal: "2026-11-30T04:30:00Z"},
    ],
    calls: [{day: "2026-11-30", source: "coingecko", expected: 36, made: 0}],
  });
  const told = await assay(place.path, ["schedule", "next", "morning", ...window]);
  expect(told.stdout).toMatch(
    /^nominal .*\n2026-11-30T04:30:00Z {2}morning {3}.*Mon.* 07:30 Europe\/Istanbul\n\nday .*\n2026-11-30 {2}coingecko {2}about 9 .* none\n$/,
  );
});

test("a missing time is printed right after it, a doubled one once", async () => {
  using place = project();
  const next = async (from: string, until: string) => {
    const window = ["--from", from, "--until", until, "--json"];
    const {stdout} = await assay(place.path, ["schedule", "next", "night", ...window]);
    return JSON.parse(stdout).runs.map(({nominal}: {nominal: string}) => nominal);
  };
  expect(await next("2026-03-29", "2026-03-30")).toEqual(["2026-03-29T01:00:00Z"]);
  expect(await next("2026-10-25", "2026-10-26")).toEqual(["2026-10-25T00:30:00Z"]);
});

test("list shows each with what it makes, when, and what comes next", async () => {
  using place = project();
  const json = await assay(place.path, ["schedule", "list", "--json"]);
  const next = expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:30:00Z$/);
  expect(JSON.parse(json.stdout)).toEqual({
    schedules: [
      expect.objectContaining({
        name: "morning",
        cron: "30 7 * * 1-5",
        zone: "Europe/Istanbul",
        what: {coins: ["gadget"]},
        locale: "tr",
        next,
      }),
      expect.objectContaining({name: "night", zone: "Europe/Berlin", next}),
      expect.objectContaining({
        name: "early",
        what: {coins: ["gadget", "ethereum"], watch: "core"},
        edition: "early",
        next,
      }),
    ],
  });
  const table = await assay(place.path, ["schedule", "list"]);
  expect(table.stdout).toMatch(/^morning {3}30 7 \* \* 1-5 Europe\/Istanbul {2}gadget .* tr /m);
  expect(table.stdout).toMatch(/^early .* core: gadget, ethereum .* early /m);
});

test.each([
  [["lst"], /there is no "schedule lst": there are list, next, .*\. Did you mean list\?/],
  [["next", "mornin"], /there is no schedule "mornin": .* Did you mean morning\?/],
  [["next", "--from", "tomorrow"], /not an instant: "tomorrow"/],
  [["next", "--from", "2026-11-30", "--until", "2026-11-29"], /--until is 2026-11-29T00:00:00Z/],
  [["list", "--from", "2026-11-30"], /--from goes with schedule next, and not with list/],
  [["next", "--limit", "5"], /--limit goes with schedule history/],
  [["run"], /schedule run needs the name of a schedule/],
  [["list", "--no-config"], /there are no schedules, for there is no configuration here/],
])("%j is a usage error that says what to do", async (args, says) => {
  using place = project();
  expectRefusal(await assay(place.path, ["schedule", ...args]), 2, says);
});

test("coins that recorded data do not have are named, with those that are near", async () => {
  const from = {source: "files", data: "madeUp"};
  using place = project({
    ...configuration,
    lists: {core: ["ethereum", "gizmo"]},
    schedules: {
      a: {every: "1d", what: {coins: ["gadgt"]}, ...from},
      b: {every: "1d", what: {watch: "core"}, ...from},
      c: {every: "1d", what: {coins: ["gadget"]}, ...from},
    },
  });
  lay(join(place.path, "data"), madeUp());
  expectRefusal(
    await assay(place.path, ["schedule", "list"]),
    2,
    /schedules\.a\.what\.coins has gadgt, .*: did you mean gadget\?\nlists\.core has gizmo, which/,
  );
});

test("a template that is not there is named before anything is planned", async () => {
  using place = project({
    schedules: {a: {every: "1d", what: coins, template: "coin-nte"}},
  });
  const says = /no template "coin-nte"; did you mean coin-note\? There are: /;
  expectRefusal(await assay(place.path, ["schedule", "list"]), 2, says);
});

test("next warns where the budget of a day does not suffice", async () => {
  using place = project({...configuration, budgets: {coingecko: 20}});
  const window = ["--from", "2026-11-30", "--until", "2026-12-01"];
  const {code, stderr} = await assay(place.path, ["schedule", "next", ...window]);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^warning: 2026-11-30: about 36 calls to coingecko, and the budget is 20:/,
  );
});

test("a run is ordered before any desk was there, a pause holds, and the ledger tells of both", async () => {
  using place = project({
    ...configuration,
    schedules: {
      ...configuration.schedules,
      recorded: {every: "1d", what: coins, source: "files", data: "madeUp"},
    },
  });
  lay(join(place.path, "data"), madeUp());
  const schedule = (...args: readonly string[]) => assay(place.path, ["schedule", ...args]);
  const ordered = await schedule("run", "recorded", "--json");
  expect(ordered.code).toBe(0);
  expect(ordered.stderr).toMatch(/nobody works on this store now: .* assay desk/);
  const {run} = JSON.parse(ordered.stdout);
  const paused = await schedule("pause", "morning");
  expect(paused.stdout).toMatch(/^morning is paused by \S+ since 20\d\d-/);
  const {schedules} = JSON.parse((await schedule("list", "--json")).stdout);
  expect(schedules).toMatchObject([
    {name: "morning", paused: {by: expect.any(String)}, next: null},
    {name: "night", paused: false, last: null},
    {name: "early"},
    {name: "recorded", last: {run, state: "waiting"}},
  ]);
  const due = await schedule("next", "night", "--from", "2026-11-30", "--until", "2026-12-01");
  expect(due).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^nominal .*\n2026-11-30T01:30/),
  });
  const next = await schedule("next", "morning");
  expect(next.code).toBe(0);
  expect(next.stderr).toMatch(/morning is paused by .*, and not among them/);
  expect((await schedule("resume", "morning")).stdout).toMatch(/^morning goes on: next 20/);
  const told = JSON.parse((await schedule("history", "--json")).stdout);
  expect(told).toMatchObject({
    runs: [{run, schedule: "recorded", state: "waiting", calls: 0, parts: []}],
    leftOut: [],
  });
  expect((await schedule("history", "recorded")).stdout).toMatch(/recorded {2}waiting .*asked by /);
  expectRefusal(
    await schedule("pause", "mornin"),
    2,
    /no schedule "mornin": .* Did you mean morning/,
  );
  // A machine without the configuration asks the store.
  const bare = await schedule("list", "--no-config", "--store", join(place.path, ".assay"));
  expect(bare.stdout).toMatch(/^recorded /m);
});
