import {assert, double, float64Array, oneof, property} from "fast-check";
import {expect, test} from "vitest";
import {ascending} from "../../src/stats/ascending.ts";

test("is what sorting gives, to the sign of zero", () => {
  const value = oneof(double({noNaN: true}), double({min: 1, max: 1 + 1e-9, noNaN: true}));
  assert(
    property(float64Array({minLength: 1, noNaN: true}), value, (values, more) => {
      const all = Float64Array.from([...values, more, more, 1, -0, 0]);
      expect(ascending(all)).toEqual(all.toSorted());
    }),
  );
});

test("sorts more values than have short numbers", () => {
  const many = Float64Array.from({length: 70_000}, (_, i) => (i * 7919) % 70_001);
  expect(ascending(many)).toEqual(many.toSorted());
});

test("refuses no values", () => {
  expect(() => ascending(new Float64Array())).toThrow(RangeError);
});
