import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {addDays} from "../../src/model/day.ts";
import {type DateForm, dateForms, dayIn, formsOf} from "../../src/sources/dateForms.ts";
import {isPlainNumber, numberIn} from "../../src/sources/numberForms.ts";
import {anyDay, written} from "./writtenTable.ts";

describe("a day", () => {
  test("is read back from every form that it can be written in", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...dateForms), (day, form) => {
        expect(dayIn(written.day(day, form), form)).toBe(day);
      }),
    );
  });

  test("beyond the twelfth has one form and no other", () => {
    const days = anyDay.filter(day => Number(day.slice(8)) > 12);
    fc.assert(
      fc.property(days, fc.constantFrom(...dateForms), (day, form) => {
        expect(formsOf([written.day(day, form)])).toEqual([form]);
      }),
    );
  });

  test.each([
    ["2026-02-30", "YYYY-MM-DD"],
    ["31.11.2025", "DD.MM.YYYY"],
    ["13/13/2025", "MM/DD/YYYY"],
    ["00.01.2025", "DD.MM.YYYY"],
    ["28 Foo 2025", "DD MMM YYYY"],
    ["1234", "Excel"],
    ["", "YYYY-MM-DD"],
  ] satisfies [string, DateForm][])("that is none is none: %j", (text, form) => {
    expect(dayIn(text, form)).toBeUndefined();
  });

  test("of Excel is counted from the days that it shows", () => {
    expect(dayIn("43831", "Excel")).toBe("2020-01-01");
    expect(dayIn("43831.75", "Excel")).toBe("2020-01-01");
    expect(dayIn(String(43831 + 365), "Excel")).toBe(addDays("2020-01-01", 365));
  });
});

describe("a number", () => {
  const amounts = fc.tuple(fc.nat(9_999_999), fc.nat(99));

  test("is read back from every form that it can be written in", () => {
    const forms = fc.record({
      decimal: fc.constantFrom(".", ","),
      groups: fc.constantFrom("", " ", "’", "other"),
    });
    fc.assert(
      fc.property(amounts, forms, ([whole, cents], {decimal, groups}) => {
        const text = written.number(whole, cents, {
          decimal: decimal as "." | ",",
          groups: groups === "other" ? (decimal === "." ? "," : ".") : groups,
        });
        const found = numberIn(text, decimal as "." | ",");
        expect(Number(found)).toBe(Number(`${whole}.${String(cents).padStart(2, "0")}`));
        expect(isPlainNumber(found!)).toBe(true);
      }),
    );
  });

  test.each([
    ["12.5M", "12.5e6"],
    ["1,5K", undefined],
    ["$1,200", "1200"],
    ["-0.5", "-0.5"],
    ["1e-7", "1e-7"],
    ["n/a", ""],
    ["null", ""],
    ["-", ""],
    ["12%", undefined],
    ["€12", undefined],
    ["1,2,3", undefined],
    ["1,23,456", undefined],
    ["0x10", undefined],
    ["Infinity", undefined],
    [".", undefined],
  ])("%j is %j", (text, found) => {
    expect(numberIn(text, ".")).toBe(found);
  });

  test("nothing that is no number becomes one", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(".", ","), (text, decimal) => {
        const found = numberIn(text, decimal as "." | ",");
        if (found) expect(isPlainNumber(found)).toBe(true);
      }),
    );
  });
});
