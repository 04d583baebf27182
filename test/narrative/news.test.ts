import fc from "fast-check";
import {beforeAll, describe, expect, test} from "vitest";
import type {Figure} from "../../src/model/figure.ts";
import type {Facts} from "../../src/narrative/facts.ts";
import {leadOf, newsOf, rarity, scoreOf} from "../../src/narrative/news.ts";
import {storyOf} from "../../src/narrative/story.ts";
import {recordedData, recordedTest} from "../recorded.ts";
import {factsFrom} from "./facts.ts";

let decoupled: Facts;
let oneDay: Facts;

beforeAll(async () => {
  decoupled = await factsFrom("samples/simulated", "tessilith", "2025-07-02T00:00:00Z");
  oneDay = await factsFrom("samples/bittensor", "bittensor", "2026-03-21T21:07:00Z");
});

const worth = <F extends Figure>(figure: F, value: number): F => ({...figure, value});

/** The same facts with a dependence in which no change was found. */
function tied(facts: Facts): Facts {
  const {dependence} = facts;
  const leading = {...dependence!.leading, verdict: "no-change-found" as const};
  return {...facts, dependence: {...dependence!, leading, decoupled: false}};
}

type Ranked = "day" | "level";

/** The same facts with that record beyond all but so many of its earlier cases. */
function ranked(facts: Facts, kind: Ranked, beyond: number, earlier = 999): Facts {
  const {last: _, ...one} = facts.records![kind]!;
  const record = {
    ...one,
    part: 1,
    beyond: worth(one.beyond, beyond),
    earlier: worth(one.earlier, earlier),
  };
  return {...facts, records: {...facts.records!, [kind]: record}};
}

/** Nothing of it is news. */
function quiet(facts: Facts): Facts {
  const kinds = ["day", "level"] as const;
  const calm = kinds.reduce((all, kind) => ranked(all, kind, 900), tied(facts));
  const {field: _, liquidity: __, peers: ___, ...rest} = calm;
  return {...rest, records: {...calm.records!, spans: []}};
}

test("in less than half a year on record no close is a record", () => {
  const facts = ranked(quiet(decoupled), "level", 0);
  const level = facts.records!.level!;
  const begun = (from: string): Facts => ({
    ...facts,
    records: {...facts.records!, level: {...level, from}},
  });
  expect(newsOf(begun("2024-06-01")).map(({kind}) => kind)).toContain(level.end);
  expect(newsOf(begun("2025-03-01")).map(({kind}) => kind)).not.toContain(level.end);
});

test("what lies as near its ruler as on most days leads with its day, where nothing else is news", () => {
  const gap = {...oneDay.state.change24h!, unit: "difference"} as unknown as Figure<"difference">;
  const change = oneDay.state.change24h!;
  const day = {inRuler: change, inDollars: change, ofRuler: change};
  const record = {...decoupled.records!.day!, part: 1};
  const beside = (beyond: number, moves?: typeof day): Facts => ({
    ...quiet(decoupled),
    ruler: {
      kind: "ruler",
      code: moves ? "btc" : "usd",
      gap,
      record: {
        ...record,
        earlier: worth(record.earlier, 999),
        beyond: worth(record.beyond, beyond),
      },
      ...(moves && {day: moves}),
      sources: [],
    },
  });
  const lead = (facts: Facts) => leadOf(newsOf(facts), facts);
  expect(lead(beside(0, day))).toBe("peg");
  expect(lead(beside(500, day))).toBe("ruler-day");
  expect(lead(beside(500))).toBe("peg");
});

describe("a score", () => {
  test("is the share of cases at least as extreme, in powers of ten", () => {
    expect(scoreOf(0, 999)).toBeCloseTo(3);
    expect(scoreOf(49, 999)).toBeCloseTo(1.301, 3);
    expect(scoreOf(0, 6993, 1 / 7)).toBeCloseTo(3, 2);
  });

  test("is never negative, falls with every case beyond, and rises with every one that is not", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (beyond, others) => {
        const score = scoreOf(beyond, beyond + others);
        expect(score).toBeGreaterThanOrEqual(-1e-12);
        expect(scoreOf(beyond + 1, beyond + 1 + others)).toBeLessThanOrEqual(score + 1e-12);
        expect(scoreOf(beyond, beyond + others + 1)).toBeGreaterThan(score);
      }),
    );
  });
});

describe("what leads", () => {
  test("nothing, where nothing is one in twenty", () => {
    expect(storyOf(quiet(decoupled)).lead).toBe("quiet");
    expect(storyOf(oneDay).lead).toBe("quiet");
  });

  test("the day before a record, a record before a change of dependence", () => {
    const calm = quiet(decoupled);
    const lead = (facts: Facts) => leadOf(newsOf(facts), facts);
    const {dependence} = decoupled;
    const all = {...ranked(ranked(calm, "day", 0), "level", 0), dependence: dependence!};
    expect(lead(all)).toBe("coin-day");
    expect(lead(ranked(all, "day", 900))).toMatch(/^(high|low)$/);
    expect(lead(ranked(ranked(all, "day", 900), "level", 900))).toBe("decoupled");
  });

  test("is what scores highest where nothing is one in a hundred", () => {
    fc.assert(
      fc.property(fc.integer({min: 10, max: 49}), fc.integer({min: 10, max: 49}), (day, level) => {
        fc.pre(day !== level);
        const facts = ranked(ranked(quiet(decoupled), "day", day), "level", level);
        const lead = leadOf(newsOf(facts), facts)!;
        if (day < level) expect(lead).toBe("coin-day");
        else expect(lead).toBe(facts.records!.level!.end);
      }),
    );
  });
});

describe("the sections", () => {
  test("begin with what leads, and what closes a note closes it", () => {
    expect(storyOf(decoupled).sections[0]).toBe("dependence");
    expect(storyOf(ranked(quiet(decoupled), "day", 0)).sections.slice(0, 2)).toEqual([
      "market",
      "field",
    ]);
    for (const facts of [decoupled, oneDay, quiet(decoupled)])
      expect(storyOf(facts).sections.slice(-3)).toEqual(["unknown", "method", "disclosures"]);
  });

  test("stand there once each, and are few on a quiet day", () => {
    for (const facts of [decoupled, oneDay, quiet(decoupled)]) {
      const {sections} = storyOf(facts);
      expect(new Set(sections).size).toBe(sections.length);
    }
    expect(storyOf(quiet(decoupled)).sections.length).toBeLessThan(9);
  });
});

test("what the data lack is told after what they hold", () => {
  expect(storyOf(oneDay).angles.at(-1)).toBe("lacking");
  expect(storyOf(decoupled).angles).not.toContain("lacking");
});

/** The eight situations of the model notes, and two of the great breaks of a peg. */
const days = [
  ["LUNA", "2022-05-13T00:30:00Z", "coin-day"],
  ["dogecoin", "2021-01-29T00:30:00Z", "coin-day"],
  ["ethereum", "2023-09-24T00:30:00Z", "quiet"],
  ["the-sandbox", "2022-04-17T00:30:00Z", "closer"],
  ["usd-coin", "2023-03-12T00:30:00Z", "peg"],
  ["USTC", "2022-05-13T00:30:00Z", "peg"],
  ["tether-gold", "2026-03-20T01:53:00Z", "ruler-day"],
  ["LIT", "2026-01-22T00:30:00Z", "cohort"],
  ["cosmos", "2025-10-11T00:30:00Z", "market-day"],
] as const;

recordedTest(
  "the days of the model notes lead with what those lead with",
  async () => {
    for (const [coin, asOf, lead] of days) {
      const facts = await factsFrom(recordedData, coin, asOf);
      expect([coin, storyOf(facts).lead]).toEqual([coin, lead]);
    }
  },
  300_000,
);

recordedTest(
  "a record says what the closes say: so many days were as extreme, the last of them on that day",
  async () => {
    const facts = await factsFrom(recordedData, "cosmos", "2025-10-11T00:30:00Z");
    const {day} = facts.records!;
    expect(day).toMatchObject({beyond: {value: 4}, earlier: {value: 2401}, last: "2021-05-19"});
    expect(rarity(day!)).toBeCloseTo(-Math.log10(5 / 2402));
  },
  60_000,
);
