import type {DeskLocale} from "../model/deskLocale.ts";
import type {JudgingWords} from "../model/judgingWords.ts";
import {judging as english} from "./en/desk/judging.ts";
import {judging as turkish} from "./tr/desk/judging.ts";

/** What the desk says beside a note's own words. */
export const judgingWords: Readonly<Record<DeskLocale, JudgingWords>> = {
  en: english,
  tr: turkish,
};
