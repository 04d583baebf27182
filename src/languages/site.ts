import {defaultLocale, isLocale, type Locale} from "../model/locale.ts";
import type {SiteWords} from "../model/siteWords.ts";
import {site as english} from "./en/site.ts";
import {site as turkish} from "./tr/site.ts";

const words: Readonly<Record<Locale, SiteWords>> = {en: english, tr: turkish};

/** What the site says in the language of a note; that of the program for one that it does not speak. */
export const wordsOf = (locale: string): SiteWords =>
  words[isLocale(locale) ? locale : defaultLocale];
