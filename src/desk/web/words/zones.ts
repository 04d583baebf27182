/**
 * The place that a zone is named for.
 *
 * @example placeOf("America/New_York") // "New York"
 */
export const placeOf = (zone: string): string =>
  zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
