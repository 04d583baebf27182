import {anything, assert, dictionary, option, property, string} from "fast-check";
import {expect, test} from "vitest";
import {present} from "../../src/findings/present.ts";

test("fields without a value are left out, and no others", () => {
  const fields = dictionary(string(), option(anything(), {nil: undefined}));
  assert(
    property(fields, given => {
      const kept = Object.entries(given).filter(([, value]) => value !== undefined);
      expect(Object.entries(present(given))).toEqual(kept);
    }),
  );
});
