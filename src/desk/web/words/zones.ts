import type {DeskLocale} from "../../../model/deskLocale.ts";

/** Places that a language writes otherwise than the names of zones do. */
const written: Readonly<Record<DeskLocale, Readonly<Record<string, string>>>> = {
  en: {},
  tr: {"Europe/Istanbul": "İstanbul", "Asia/Istanbul": "İstanbul"},
};

/**
 * The place that a zone is named for.
 *
 * @example placeOf("America/New_York", "en") // "New York"
 * @example placeOf("Europe/Istanbul", "tr") // "İstanbul"
 */
export const placeOf = (zone: string, locale: DeskLocale): string =>
  written[locale][zone] ?? zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
