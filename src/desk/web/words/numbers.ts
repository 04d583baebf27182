import {locale} from "./locale.ts";

const made = new Map<string, Intl.NumberFormat>();

/** A number with so many decimal places, as the language of the page writes it. */
export function decimal(value: number, places: number): string {
  const key = `${locale.value} ${places}`;
  const format =
    made.get(key) ??
    new Intl.NumberFormat(locale.value, {
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    });
  made.set(key, format);
  return format.format(value);
}
