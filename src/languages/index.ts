import type {CheckLanguages} from "../check/language.ts";
import {UsageError} from "../model/errors.ts";
import type {Locale} from "../model/locale.ts";
import type {Language} from "../narrative/language.ts";
import {checkLanguages} from "./check.ts";
import {english} from "./en/index.ts";
import {turkish} from "./tr/index.ts";

/** The languages of notes: who words them, by locale, and who reads them again. */
export interface Languages {
  readonly words: Readonly<Record<string, Language>>;
  readonly check: CheckLanguages;
}

const words: Readonly<Record<Locale, Language>> = {en: english, tr: turkish};

export const languages: Languages = {words, check: checkLanguages};

/** @throws UsageError for a locale without words */
export function languageOf(locale: string, {words}: Languages = languages): Language {
  const found = Object.hasOwn(words, locale) ? words[locale] : undefined;
  if (found) return found;
  const known = Object.keys(words).join(", ");
  throw new UsageError(`no words for the locale "${locale}": there are ${known}`);
}
