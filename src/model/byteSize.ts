const units = {kB: 1e3, MB: 1e6, GB: 1e9} as const;

/** Whole megabytes or gigabytes. */
export const byteSizePattern = /^([1-9]\d{0,4})(MB|GB)$/;

/**
 * Bytes of a size as a person writes it.
 *
 * @example readByteSize("500MB") // 500000000
 * @throws RangeError where it does not follow the pattern
 */
export function readByteSize(text: string): number {
  const [, count, unit] = byteSizePattern.exec(text) ?? [];
  if (count === undefined) throw new RangeError(`no size: ${text}`);
  return Number(count) * units[unit as keyof typeof units];
}

/**
 * Bytes as a person reads them.
 *
 * @example byteText(214_000_000) // "214 MB"
 * @example byteText(12_340_000_000) // "12.3 GB"
 */
export function byteText(bytes: number): string {
  if (bytes >= units.GB) return `${(bytes / units.GB).toFixed(1)} GB`;
  const unit = bytes >= units.MB ? "MB" : "kB";
  return `${Math.ceil(bytes / units[unit])} ${unit}`;
}
