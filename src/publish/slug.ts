const longest = 150;

/**
 * A note's id as the last part of its address, in letters that every blog leaves as they are.
 *
 * @example slugOf("2026-03-20-usd_coin-tr") // "2026-03-20-usd-coin-tr"
 */
export const slugOf = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, longest);
