import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterEach, beforeEach, expect, test} from "vitest";
import {readProject} from "../../src/config/project.ts";
import {UsageError} from "../../src/model/errors.ts";
import {scheduleSchema} from "../../src/model/schedule.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-schedules-"));
});

afterEach(() => rmSync(folder, {recursive: true}));

async function read(config: object) {
  writeFileSync(join(folder, "assay.config.json"), JSON.stringify(config));
  return readProject(folder);
}

async function complaint(config: object): Promise<string> {
  const error = await read(config).catch(cause => cause);
  expect(error).toBeInstanceOf(UsageError);
  return (error as Error).message;
}

const coins = {coins: ["bittensor"]};
const daily = {cron: "0 8 * * *", what: coins};

test("a schedule comes through with nothing left open, and a store can hold it", async () => {
  const {schedules} = await read({
    locale: "tr",
    datasets: {recorded: "../data"},
    lists: {core: ["bittensor", "ethereum"]},
    targets: {site: {kind: "site", out: "public"}},
    schedules: {
      morning: {cron: "30 7 * * 1-5", zone: "Europe/Istanbul", what: coins},
      events: {
        every: "2h",
        what: {watch: "core"},
        when: {newsworthiness: 2},
        rest: "12h",
        data: "recorded",
        locale: "en",
        edition: "event",
        targets: ["site"],
        tell: ["desk@example.org"],
        misfire: "none",
        overlap: "queue",
        priority: "urgent",
      },
      movers: {...daily, locale: "en", what: {scan: {top: 200, write: 3}}},
    },
  });
  const [morning, events, movers] = JSON.parse(JSON.stringify(schedules));
  expect(morning).toEqual({
    name: "morning",
    timing: {cron: "30 7 * * 1-5", zone: "Europe/Istanbul"},
    what: {coins: ["bittensor"]},
    order: {
      source: "coingecko",
      locale: "tr",
      template: "coin-note",
      paper: "A4",
    },
    targets: [],
    tell: [],
    misfire: "latest",
    overlap: "skip",
    priority: "routine",
  });
  expect(events).toMatchObject({
    timing: {everyMs: 7_200_000},
    what: {coins: ["bittensor", "ethereum"], watch: "core"},
    order: {source: "files", data: "recorded", locale: "en", edition: "event"},
    when: {newsworthiness: 2, restMs: 43_200_000},
    targets: ["site"],
    misfire: "none",
  });
  expect(movers.timing).toEqual({cron: "0 8 * * *", zone: "UTC"});
  for (const one of [morning, events, movers]) expect(scheduleSchema.parse(one)).toEqual(one);
});

test("runs that are all made up for queue, unless the schedule says that they are skipped", async () => {
  const {schedules} = await read({
    schedules: {
      all: {...daily, misfire: "all"},
      skipped: {...daily, misfire: "all", overlap: "skip", edition: "skipped"},
    },
  });
  expect(schedules.map(({overlap}) => overlap)).toEqual(["queue", "skip"]);
});

test("alerts, budgets and retention come through, with what holds where nothing is said", async () => {
  const {alerts, budgets, retention} = await read({
    alerts: {
      mail: ["desk@example.org"],
      webhook: {url: "https://hook.example/a", secretFrom: "HOOK_SECRET"},
      lateAfter: "1h",
    },
    budgets: {coingecko: 10_000},
    retention: {days: 30},
  });
  expect(alerts).toEqual({
    mail: ["desk@example.org"],
    webhook: {url: "https://hook.example/a", secretFrom: "HOOK_SECRET"},
    lateAfterMs: 3_600_000,
    silentAfterMs: 300_000,
  });
  expect(budgets).toEqual({coingecko: 10_000});
  expect(retention).toEqual({days: 30, runs: 10_000});
});

const of = (schedule: object, rest: object = {}) => ({schedules: {morning: schedule}, ...rest});

test.each([
  [
    of({...daily, zone: "Europe/Istambul"}),
    /morning\.zone is "Europe\/Istambul": there is no such zone; did you mean Europe\/Istanbul\?/,
  ],
  [of({...daily, zone: "+03:00"}), /morning\.zone is "\+03:00": there is no such zone/],
  [of({...daily, cron: "0 8 * *"}), /morning\.cron is "0 8 \* \*": it needs five fields/],
  [of({...daily, cron: "@daily"}), /morning\.cron is "@daily": it needs five fields/],
  [
    of({...daily, cron: "60 8 * * *"}),
    /morning\.cron is .*: it cannot be read: Invalid value for minute: 60/,
  ],
  [of({...daily, cron: "0 0 31 2 *"}), /morning\.cron is "0 0 31 2 \*": it never fires/],
  [of({what: coins}), /schedules\.morning is .*: it needs either cron, .* or every/],
  [of({...daily, every: "1d"}), /schedules\.morning is .*: it needs either cron/],
  [of({every: "30s", what: coins}), /morning\.every is "30s": it must be a duration such as 10m/],
  [of({every: "1d", zone: "UTC", what: coins}), /morning\.zone is "UTC": it goes with cron/],
  [of({...daily, rest: "1d"}), /morning\.rest is "1d": it goes with when/],
  [of({...daily, when: {newsworthiness: 0}}), /newsworthiness is 0: it must be a number above 0/],
  [
    of({...daily, when: {newsworthines: 2}}),
    /no field schedules\.morning\.when\.newsworthines; did you mean newsworthiness\?/,
  ],
  [of({cron: "0 8 * * *"}), /morning\.what is missing: it must be what is made, such as/],
  [
    of({cron: "0 8 * * *", what: {}}),
    /morning\.what is \{\}: it needs one of coins, watch and scan/,
  ],
  [
    of({...daily, what: {...coins, watch: "core"}}, {lists: {core: ["a"]}}),
    /needs one of coins, watch and scan, and only one/,
  ],
  [of({...daily, what: {coins: []}}), /what\.coins is \[\]: it must be one coin or more/],
  [
    of({...daily, what: {coins: ["a", "b", "a"]}}),
    /what\.coins is \["a","b","a"\]: a stands there twice/,
  ],
  [
    of({...daily, what: {watch: "cor"}}, {lists: {core: ["a"]}}),
    /what\.watch is "cor": there is no list of that name; did you mean core\?; there are core/,
  ],
  [
    of({...daily, what: {watch: "core"}}),
    /what\.watch is "core": there is no list of that name; there is none/,
  ],
  [of({...daily, what: {scan: {top: 3, write: 5}}}), /scan\.write is 5: there are only 3 coins/],
  [
    of({...daily, source: "currency-api", what: {scan: {top: 3, write: 1}}}),
    /currency-api knows no universe/,
  ],
  [
    of({...daily, targets: ["blgo"]}, {targets: {blog: {kind: "site", out: "p"}}}),
    /morning\.targets\.0 is "blgo": there is no target of that name; did you mean blog\?/,
  ],
  [
    of({...daily, source: "files", data: "recordd"}, {datasets: {recorded: "d"}}),
    /morning\.data is "recordd": there is no data set of that name; did you mean recorded\?/,
  ],
  [
    of({...daily, source: "files", data: "../data"}),
    /morning\.data is "\.\.\/data": there is no data set of that name; there is none; give a folder a name in datasets/,
  ],
  [
    of({...daily, source: "files"}, {data: "../data"}),
    /source files needs data by a name from datasets, such as datasets: \{"data": "\.\.\/data"\}, data: "data"/,
  ],
  [
    of({...daily, source: "coingecko", data: "recorded"}, {datasets: {recorded: "d"}}),
    /morning\.data is "recorded": coingecko takes none/,
  ],
  [
    of({...daily, source: "snapshot"}),
    /morning\.source is "snapshot": it must be one of coingecko, files, currency-api/,
  ],
  [of({...daily, locale: "de"}), /morning\.locale is "de": it must be en or tr/],
  [
    of({...daily, misfire: "lates"}),
    /morning\.misfire is "lates": it must be one of latest, all, none; did you mean latest\?/,
  ],
  [
    of({...daily, edition: "Morning"}),
    /morning\.edition is "Morning": it must be up to 35 small letters/,
  ],
  [
    of({...daily, edition: "x-1430"}),
    /morning\.edition is "x-1430": it must be a word that does not end as a time/,
  ],
  [of({...daily, tell: ["desk"]}), /morning\.tell\.0 is "desk": it must be a mail address/],
  [of({...daily, crno: "x"}), /no field schedules\.morning\.crno; did you mean cron\?/],
  [
    {schedules: {"Morning note": daily}},
    /there can be no schedules\.Morning note: its name must be up to 40 small letters/,
  ],
  [{lists: {core: ["a", "a"]}}, /lists\.core is \["a","a"\]: a stands there twice/],
  [
    {targets: {blog: {kind: "gost"}}},
    /targets\.blog\.kind is "gost": it must be one of ghost, wordpress, dev, site, files/,
  ],
  [
    {targets: {blog: {kind: "ghost", url: "https://a.example", keyform: "K", keyFrom: "K"}}},
    /no field targets\.blog\.keyform; did you mean keyFrom\?; there are kind, url, keyFrom|did you mean keyFrom\? there are kind, url, keyFrom/,
  ],
  [
    {targets: {blog: {kind: "ghost", url: "https://a.example", keyFrom: "5f3a:9c0e"}}},
    /keyFrom is .*: it must be the name of an environment variable, and not what it holds/,
  ],
  [{alerts: {mail: "x"}}, /alerts\.mail is "x": it must be a list of mail addresses/],
  [{alerts: {heartbeet: "x"}}, /no field alerts\.heartbeet; did you mean heartbeat\?/],
  [
    {hooks: {cms: {url: "https://a.example", secretFrom: "K", on: ["draft.aproved"]}}},
    /hooks\.cms\.on.* is "draft\.aproved": it must be one of draft\.written, .*draft\.approved/,
  ],
  [{hooks: {cms: {url: "ftp://a.example", secretFrom: "K", on: []}}}, /hooks\.cms\.url is/],
  [{budgets: {coingecko: 0}}, /budgets\.coingecko is 0: it must be a whole number from 1/],
  [{retention: {days: 1.5}}, /retention\.days is 1\.5: it must be a whole number from 1/],
])("what cannot be is told at the door: %j", async (config, says) => {
  expect(await complaint(config)).toMatch(says);
});

test("two schedules never make the same note: the later takes its name as edition", async () => {
  const editions = async (schedules: object) =>
    Object.fromEntries(
      (await read({schedules})).schedules.map(({name, order}) => [name, order.edition]),
    );
  expect(
    await editions({
      morning: daily,
      evening: {...daily, cron: "0 20 * * *"},
      turkish: {...daily, locale: "tr"},
      other: {...daily, what: {coins: ["ethereum"]}},
      movers: {...daily, what: {scan: {top: 10, write: 1}}},
    }),
  ).toEqual({evening: "evening", movers: "movers"});
  expect(
    await complaint({
      schedules: {a: {...daily, edition: "x"}, b: {...daily, edition: "x"}},
    }),
  ).toMatch(
    /schedules\.b is .*: it could make the same note as a: .*; give it an edition of its own/,
  );
});

test("any schedules that share coins, languages and editions are told apart or refused", async () => {
  const one = fc.record(
    {
      cron: fc.constantFrom("0 8 * * *", "0 * * * *"),
      what: fc.constantFrom(
        {coins: ["a"]},
        {coins: ["a", "b"]},
        {coins: ["b"]},
        {scan: {top: 2, write: 1}},
      ),
      locale: fc.constantFrom("en", "tr"),
      edition: fc.constantFrom("x", "s1"),
    },
    {requiredKeys: ["cron", "what"]},
  );
  await fc.assert(
    fc.asyncProperty(fc.array(one, {minLength: 2, maxLength: 5}), async list => {
      const schedules = Object.fromEntries(list.map((each, i) => [`s${i}`, each]));
      const settled = await read({schedules}).then(
        project => project.schedules,
        error => {
          expect(error).toBeInstanceOf(UsageError);
          return [];
        },
      );
      const notes = settled.flatMap(({what, order: {locale, edition}}) =>
        ("coins" in what ? what.coins : ["a", "b"]).map(coin => `${coin} ${edition} ${locale}`),
      );
      expect(new Set(notes).size).toBe(notes.length);
    }),
    {numRuns: 60},
  );
});
