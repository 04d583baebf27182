import {expect, test} from "vitest";
import {readDollars} from "../../src/sources/formatted.ts";

test.each([
  ["$2,663,340,102", 2663340102],
  ["$0", 0],
  ["$7", 7],
  ["$999", 999],
  ["$2663340102", 2663340102],
  ["$1,234.56", 1234.56],
  ["$0.00001145", 0.00001145],
])("readDollars reads %s", (text, value) => {
  expect(readDollars(text)).toBe(value);
});

test.each([
  "2,66",
  "$2,66",
  "$1.2M",
  "$2.6B",
  "1,234",
  "€1,234",
  "$1,23,456",
  "$,123",
  "$1,234,",
  "$01,234",
  "$-5",
  "-$5",
  "$1 234",
  "$1.234,56",
  "$1e9",
  "$Infinity",
  "$NaN",
  "$",
  "",
  " $5",
  "$5 ",
  "$1_000",
  "$0<sub>5</sub>1",
  "$1,2345",
  "US$5",
  "$１２３",
])("readDollars refuses %j", text => {
  expect(readDollars(text)).toBeUndefined();
});
