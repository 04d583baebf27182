import {defaultLocale, isLocale, type Locale} from "../model/locale.ts";
import type {ReleaseWords} from "../model/releaseWords.ts";
import {release as english} from "./en/release.ts";
import {release as turkish} from "./tr/release.ts";

const words: Readonly<Record<Locale, ReleaseWords>> = {en: english, tr: turkish};

/**
 * What is said with a note in its language.
 *
 * @example wordsFor("en").wrongAndRight({wrong: "4 %", right: "5 %"}) // "was “4 %”, is “5 %”."
 * @example wordsFor("tr").retracted("2026-03-20T01:53:00Z") // "Bu not geri çekildi: 20 Mart 2026."
 */
export const wordsFor = (locale: string): ReleaseWords =>
  words[isLocale(locale) ? locale : defaultLocale];
