import {expect, test} from "vitest";
import {scanListSchema} from "../../src/model/scanList.ts";
import {scanListOf} from "../../src/scan/list.ts";

const scan = {
  asOf: "2025-07-02T00:00:00Z",
  universe: 0,
  windows: [],
  rows: [],
  leftOut: [],
  faults: new Map<string, number>(),
};

test("a list says what dependence was measured on, and one of before it was kept is read", () => {
  const benchmark = {id: "ostrabell", symbol: "OSTRB", name: "Ostrabell"};
  const list = scanListOf({...scan, benchmark});
  expect(list.benchmark).toEqual({id: "ostrabell", name: "Ostrabell"});
  expect(scanListSchema.parse(list)).toEqual(list);
  const {benchmark: _, ...old} = list;
  expect(scanListSchema.parse(old)).toEqual(old);
});
