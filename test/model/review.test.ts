import {expect, test} from "vitest";
import {roles} from "../../src/model/person.ts";
import {draftStates, mayMove} from "../../src/model/review.ts";
import {ways} from "./ways.ts";

test("of all states and roles only these go from one to another", () => {
  for (const from of draftStates)
    for (const to of draftStates) {
      const needs = ways.find(([a, b]) => a === from && b === to)?.[2];
      for (const role of roles) {
        const may = needs !== undefined && roles.indexOf(role) >= roles.indexOf(needs);
        expect([from, to, role, mayMove(from, to, role).may]).toEqual([from, to, role, may]);
      }
    }
});

test("who may not is told the role that it takes, or where the state leads", () => {
  expect(mayMove("published", "dropped", "owner")).toEqual({
    may: false,
    leads: ["corrected", "retracted"],
  });
  expect(mayMove("approved", "published", "editor")).toEqual({may: false, needs: "publisher"});
});
