import fc from "fast-check";
import {expect, test} from "vitest";
import {
  addressOf,
  askedOf,
  countOf,
  countOfGroup,
  type Filters,
  filtersOf,
  groups,
  tabs,
} from "../../../src/desk/web/drafts/filters.ts";
import {locales} from "../../../src/model/locale.ts";
import {draftStates} from "../../../src/model/review.ts";

const filters: fc.Arbitrary<Filters> = fc.record({
  tab: fc.constantFrom(...tabs),
  q: fc.string().map(text => text.trim()),
  faults: fc.boolean(),
  newsworthy: fc.boolean(),
  mine: fc.boolean(),
  locale: fc.constantFrom(undefined, ...locales),
  amiss: fc.boolean(),
});

test("whatever narrows the list stands in its address and comes back from it", () => {
  fc.assert(
    fc.property(filters, one => {
      const {searchParams} = new URL(addressOf(one), "http://desk");
      expect(filtersOf(Object.fromEntries(searchParams))).toEqual(one);
    }),
  );
});

test("every draft is under one tab beside all, and in one group", () => {
  const counts = fc.record(Object.fromEntries(draftStates.map(state => [state, fc.nat(1_000)])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(counts, given => {
      const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
      const all = countOf(given, "all");
      expect(sum(tabs.filter(tab => tab !== "all").map(tab => countOf(given, tab)))).toBe(all);
      for (const tab of tabs)
        expect(sum(groups.map(group => countOfGroup(given, group, tab)))).toBe(countOf(given, tab));
    }),
  );
});

test("the desk is asked in its own words", () => {
  const asked = askedOf(
    {
      tab: "writing",
      q: " a b ",
      faults: true,
      newsworthy: true,
      mine: true,
      locale: "tr",
      amiss: true,
    },
    "emil",
  );
  expect(Object.fromEntries(new URLSearchParams(asked))).toEqual({
    order: "desk",
    state: "draft,changes-asked",
    q: "a b",
    faults: "open",
    newsworthy: "1",
    assignee: "emil",
    locale: "tr",
    publications: "amiss",
  });
});
