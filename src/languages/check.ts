import type {CheckLanguage, CheckLanguages} from "../check/language.ts";
import {type Locale, locales} from "../model/locale.ts";
import {english} from "./en/check/index.ts";
import {turkish} from "./tr/check/index.ts";

/** Apart from the words of notes, for the check runs in a browser as well. */
export const checkLanguage: Readonly<Record<Locale, CheckLanguage>> = {
  en: english,
  tr: turkish,
};

/** Every language that a text may be in. */
export const checkLanguages: CheckLanguages = locales.map(locale => checkLanguage[locale]);
