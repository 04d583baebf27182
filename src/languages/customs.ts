import type {Customs} from "../format/customs.ts";
import {defaultLocale, isLocale, type Locale} from "../model/locale.ts";
import {customs as english} from "./en/customs.ts";
import {customs as turkish} from "./tr/customs.ts";

const customs: Readonly<Record<Locale, Customs>> = {en: english, tr: turkish};

/** How the language of a note, or of what was made of one, writes numbers and days. */
export const customsOf = (locale: string): Customs =>
  customs[isLocale(locale) ? locale : defaultLocale];
