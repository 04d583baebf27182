import {beforeAll, describe, expect, test} from "vitest";
import type {Figure} from "../../src/model/figure.ts";
import type {Facts} from "../../src/narrative/facts.ts";
import {storyOf} from "../../src/narrative/story.ts";
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

/** The same facts after a move of that size within the last days. */
function moved(facts: Facts, by: number): Facts {
  const recent = {...facts.state.recent!, asset: worth(facts.state.recent!.asset, by)};
  return {...facts, state: {...facts.state, recent}};
}

describe("what leads", () => {
  test("a decoupling, before a large move", () => {
    expect(storyOf(moved(decoupled, 0.6)).lead).toBe("decoupled");
  });

  test("a large move, before a tie that has not changed", () => {
    expect(storyOf(moved(tied(decoupled), 0.2))).toMatchObject({lead: "run"});
    expect(storyOf(moved(tied(decoupled), 0.2)).angles).toContain("tie");
  });

  test("a day that is large by the coin's own measure, and not one that is large by another's", () => {
    const day = (deviations: number) => {
      const quiet = moved(tied(decoupled), 0);
      const risk = quiet.risk!;
      const large = {...risk.day!, deviations: worth(risk.day!.deviations, deviations)};
      return storyOf({...quiet, risk: {...risk, day: large}});
    };
    expect(day(-4).lead).toBe("day");
    expect(day(1).angles).not.toContain("day");
  });

  test("a price beyond every close of the year, on either side", () => {
    const at = (price: number) => {
      const quiet = moved(tied(decoupled), 0);
      return storyOf({...quiet, state: {...quiet.state, price: worth(quiet.state.price, price)}});
    };
    expect(at(decoupled.state.yearHigh!.figure.value * 1.01).lead).toBe("high");
    expect(at(decoupled.state.yearLow!.figure.value * 0.99).lead).toBe("low");
  });

  test("nothing in particular, where nothing is news", () => {
    expect(storyOf(oneDay).lead).toBe("steady");
  });
});

test("sections stand in the order of their news, and what closes a note closes it", () => {
  const {sections} = storyOf(decoupled);
  expect(sections[0]).toBe("dependence");
  expect(storyOf(moved(tied(decoupled), 0.5)).sections[0]).toBe("market");
  for (const facts of [decoupled, oneDay, moved(tied(decoupled), -0.4)])
    expect(storyOf(facts).sections.slice(-4)).toEqual([
      "unknown",
      "caution",
      "method",
      "disclosures",
    ]);
});

test("every section has its place once, whatever is news", () => {
  for (const facts of [decoupled, oneDay, moved(tied(decoupled), 0.5)]) {
    const {sections} = storyOf(facts);
    expect(new Set(sections).size).toBe(sections.length);
    expect(sections).toHaveLength(15);
  }
});

test("what the data lack is told after what they hold", () => {
  expect(storyOf(oneDay).angles.at(-1)).toBe("lacking");
  expect(storyOf(decoupled).angles).not.toContain("lacking");
});
