import {expect, test} from "vitest";
import {type Role, roles} from "../../src/model/person.ts";
import {type DraftState, draftStates, mayMove} from "../../src/model/review.ts";

/** Every way that there is, and the least role that takes it; all others are closed to all. */
const ways: readonly (readonly [DraftState, DraftState, Role])[] = [
  ["draft", "in-review", "writer"],
  ["draft", "dropped", "editor"],
  ["in-review", "changes-asked", "editor"],
  ["in-review", "approved", "editor"],
  ["in-review", "dropped", "editor"],
  ["changes-asked", "in-review", "writer"],
  ["changes-asked", "dropped", "editor"],
  ["approved", "changes-asked", "editor"],
  ["approved", "scheduled", "publisher"],
  ["approved", "published", "publisher"],
  ["approved", "dropped", "editor"],
  ["scheduled", "published", "publisher"],
  ["scheduled", "dropped", "editor"],
  ["published", "corrected", "publisher"],
  ["published", "retracted", "publisher"],
  ["corrected", "corrected", "publisher"],
  ["corrected", "retracted", "publisher"],
];

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
