import {existsSync} from "node:fs";
import {resolve} from "node:path";
import {expect, test} from "vitest";
import {checkLanguage} from "../../src/languages/check.ts";
import {customsOf} from "../../src/languages/customs.ts";
import {languageOf} from "../../src/languages/index.ts";
import {locales} from "../../src/model/locale.ts";

const root = resolve(import.meta.dirname, "../..");

test.each(locales)("what is registered as %s is of that language", locale => {
  const [words, read] = [languageOf(locale), checkLanguage[locale]];
  expect([words.locale, read.code]).toEqual([locale, locale]);
  // What is written by some customs is read by the same.
  expect(words.customs).toBe(customsOf(locale));
  expect(read.customs).toBe(words.customs);
});

test.each(locales)("the pages of a site that are words alone are there in %s", locale => {
  for (const page of ["about", "method"])
    expect(existsSync(resolve(root, `templates/site/${page}-${locale}.hbs`))).toBe(true);
});
