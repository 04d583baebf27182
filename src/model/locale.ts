/** The languages that a note can be written in. */
export const locales = ["en", "tr"] as const;
export type Locale = (typeof locales)[number];

export const isLocale = (text: string): text is Locale => locales.some(locale => locale === text);
