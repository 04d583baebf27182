import {expect, test} from "vitest";
import {check} from "../../../src/check/check.ts";
import type {Evidence} from "../../../src/model/evidence.ts";
import {loosened} from "./evidence.ts";

const kinds = (text: string, evidence: Evidence) =>
  check(text, evidence)
    .map(({kind}) => kind)
    .filter(kind => kind === "decoupling");

/** The same figures, of which the findings' rule says otherwise. */
const forbidden: Evidence = {
  ...loosened,
  findings: loosened.findings.map(one =>
    one.kind === "decoupling" ? {...one, decoupled: false} : one,
  ),
};

test("the word is allowed where the findings decided so, and only there", () => {
  expect(kinds("The coin has decoupled.", loosened)).toEqual([]);
  expect(kinds("The coin has decoupled.", forbidden)).toEqual(["decoupling"]);
});

test("a window that does not lead decides nothing, whatever its figures are", () => {
  const figures = forbidden.findings.flatMap(one =>
    one.kind === "decoupling" && !one.leading && one.verdict === "weakened" ? one.figures : [],
  );
  expect(figures).not.toEqual([]);
  expect(kinds("The coin has decoupled.", forbidden)).toEqual(["decoupling"]);
  expect(kinds("There is no sign of decoupling.", forbidden)).toEqual([]);
});

test("of a window that was tested and does not bear it the word is not allowed", () => {
  const other = loosened.findings.flatMap(one =>
    one.kind === "decoupling" && !one.decoupled ? one.window : [],
  );
  expect(other).not.toEqual([]);
  for (const days of other)
    expect(kinds(`Over ${days} days the coin has decoupled.`, loosened)).toEqual(["decoupling"]);
});
