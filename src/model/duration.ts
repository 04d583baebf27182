const units = {m: 60_000, h: 3_600_000, d: 86_400_000} as const;

/** Whole minutes, hours or days. */
export const durationPattern = /^([1-9]\d{0,3})([mhd])$/;

/**
 * Milliseconds of a duration.
 *
 * @example readDuration("10m") // 600000
 * @example readDuration("1d") // 86400000
 * @throws RangeError where it does not follow the pattern
 */
export function readDuration(text: string): number {
  const [, count, unit] = durationPattern.exec(text) ?? [];
  if (count === undefined) throw new RangeError(`no duration: ${text}`);
  return Number(count) * units[unit as keyof typeof units];
}

/**
 * A duration of whole minutes as a person writes it, in the largest unit that measures it.
 *
 * @example durationText(5400000) // "90m"
 * @example durationText(86400000) // "1d"
 */
export function durationText(ms: number): string {
  const unit = (["d", "h", "m"] as const).find(one => ms % units[one] === 0) ?? "m";
  return `${ms / units[unit]}${unit}`;
}
