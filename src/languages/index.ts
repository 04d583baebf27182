import {UsageError} from "../model/errors.ts";
import {isLocale, type Locale, locales} from "../model/locale.ts";
import type {Language} from "../narrative/language.ts";
import {english} from "./en/index.ts";
import {turkish} from "./tr/index.ts";

/** A language is a folder here, a line here, and its name in `model/locale.ts`. */
const languages: Readonly<Record<Locale, Language>> = {en: english, tr: turkish};

/** @throws UsageError for a locale without words */
export function languageOf(locale: string): Language {
  if (!isLocale(locale))
    throw new UsageError(`no words for the locale "${locale}": there are ${locales.join(", ")}`);
  return languages[locale];
}
