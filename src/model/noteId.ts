import {fileSlug} from "./fileSlug.ts";
import {defaultLocale} from "./locale.ts";
import type {Order} from "./order.ts";

/**
 * The note's id and the name of its folder: day and coin, then the edition where there is one, then
 * the locale where it is not English.
 *
 * @example noteId({asOf: "2026-03-20T07:30:00Z", edition: "morning", locale: "tr"}, "bittensor") // "2026-03-20-bittensor-morning-tr"
 */
export function noteId(
  {asOf, edition, locale}: Pick<Order, "asOf" | "edition" | "locale">,
  asset: string,
): string {
  const parts = [
    asOf.slice(0, 10),
    fileSlug(asset),
    edition,
    locale === defaultLocale ? undefined : locale,
  ];
  return parts.filter(part => part !== undefined).join("-");
}
