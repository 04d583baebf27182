import type {Locale} from "../../../model/locale.ts";

/** What a language calls itself. */
export const languageNames: Readonly<Record<Locale, string>> = {en: "English", tr: "Türkçe"};
