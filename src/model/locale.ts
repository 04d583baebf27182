/** The languages that a note can be written in; each has its folder in `languages`. */
export const locales = ["en", "tr"] as const;
export type Locale = (typeof locales)[number];

/** What a note is written in where nobody says otherwise, and what the program itself speaks. */
export const defaultLocale: Locale = locales[0];

export const isLocale = (text: string): text is Locale => locales.some(locale => locale === text);
