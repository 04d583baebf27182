import {expect, test} from "vitest";
import {find} from "../../src/findings/find.ts";
import {findingKinds} from "../../src/model/finding.ts";
import {loosened, oneDay, tied} from "../check/claims/evidence.ts";
import {closes, datum, findingOf, market, returns, series} from "./markets.ts";

const close = series("close.own", closes(20, returns(81, 300)));

test("of an empty market nothing is said, and why not", () => {
  const {findings, abstentions, figures} = find(market());
  expect(findings).toEqual([]);
  expect(figures.size).toBe(0);
  expect(abstentions.map(({about}) => about)).toEqual(
    expect.arrayContaining(["history", "quotes", "liquidity", "decoupling", "depth", "causes"]),
  );
});

test.each([
  ["a day", oneDay],
  ["a loose coin", loosened],
  ["a tied coin", tied],
])(
  "every input of a figure is a figure or a series of the same evidence: %s",
  (_, {figures, series: known}) => {
    const ids = new Set([...figures, ...known].map(({id}) => id));
    const inputs = figures.flatMap(({origin}) => ("inputs" in origin ? origin.inputs : []));
    expect(inputs.filter(id => !ids.has(id))).toEqual([]);
  },
);

test("each finding is of a kind that evidence knows, and of each there is one at most", () => {
  for (const {findings} of [oneDay, loosened, tied]) {
    const kinds = findings.map(({kind}) => kind).filter(kind => kind !== "decoupling");
    expect(kinds).toEqual([...new Set(kinds)]);
    expect(kinds.filter(kind => !findingKinds.includes(kind))).toEqual([]);
  }
});

test("a place on the list of most searched coins is stated with the length of the list", () => {
  const attention = {rank: datum(3), listed: 15};
  expect(findingOf("attention", {close, attention})).toMatchObject({
    rank: {value: 3, of: "asset"},
    listed: {value: 15, of: "market"},
  });
  expect(findingOf("attention", {close})).toBeUndefined();
});

test("a description is quoted as the source has it", () => {
  const description = {
    text: "A coin.",
    source: "made up",
    file: "a.json",
    pointer: "/d",
    asOf: "2026-03-20",
  };
  expect(findingOf("description", {description})).toEqual({kind: "description", ...description});
});
