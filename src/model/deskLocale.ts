/**
 * The languages that the desk speaks to the people at it, whatever the notes are in: a language of
 * notes needs no words here.
 */
export const deskLocales = ["en", "tr"] as const;
export type DeskLocale = (typeof deskLocales)[number];

/** The language itself where the desk speaks it, else the program's own. */
export const deskLocaleOf = (locale: string): DeskLocale =>
  deskLocales.find(one => one === locale) ?? deskLocales[0];
