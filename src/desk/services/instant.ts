/**
 * An instant as JSON has it, without milliseconds where there are none.
 *
 * @example instantText(new Date("2026-11-28T04:30:00.000Z")) // "2026-11-28T04:30:00Z"
 * @example instantText(new Date("2026-11-28T04:30:00.120Z")) // "2026-11-28T04:30:00.120Z"
 */
export const instantText = (at: Date): string => at.toISOString().replace(".000Z", "Z");
