import fc from "fast-check";
import {expect, test} from "vitest";
import {isLocale, locales} from "../../src/model/locale.ts";

test("a locale is one of those there are, and nothing else is", () => {
  for (const locale of locales) expect(isLocale(locale)).toBe(true);
  const others = fc.oneof(fc.string(), fc.constantFrom("", "EN", "en-GB", "__proto__", "toString"));
  fc.assert(
    fc.property(others, text => {
      fc.pre(!["en", "tr"].includes(text));
      expect(isLocale(text)).toBe(false);
    }),
  );
});
