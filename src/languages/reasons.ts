import type {DeskLocale} from "../model/deskLocale.ts";
import type {ReasonWords} from "../model/reasonWords.ts";
import {reasons as english} from "./en/desk/reasons.ts";
import {reasons as turkish} from "./tr/desk/reasons.ts";

/** Why publications are as they are, as the desk and the program say it. */
export const reasonWords: Readonly<Record<DeskLocale, ReasonWords>> = {en: english, tr: turkish};
