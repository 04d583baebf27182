import {locale} from "../../words/locale.ts";

/** So many bytes, as people say it. */
export function sized(bytes: number): string {
  const [unit, value] = bytes < 1_000_000 ? ["kilobyte", bytes / 1_000] : ["megabyte", bytes / 1e6];
  return new Intl.NumberFormat(locale.value, {
    style: "unit",
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
