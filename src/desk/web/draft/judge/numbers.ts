import {locale} from "../../words/locale.ts";

const written = (value: number, options: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(locale.value, options).format(value).replace("-", "−");

/** A threshold, as it was fixed. */
export const asFixed = (value: number): string => written(value, {maximumSignificantDigits: 6});

/** A z-score or a share, as far as it tells. */
export const inDigits = (value: number): string =>
  written(value, {minimumSignificantDigits: 3, maximumSignificantDigits: 3});

/** A p-value as notes have it. */
export const ofProbability = (p: number): string =>
  p < 0.001
    ? `< ${written(0.001, {})}`
    : written(p, {minimumFractionDigits: 3, maximumFractionDigits: 3});

/** A value of the evidence with all of its digits. */
export const inFull = (value: number): string => written(value, {maximumSignificantDigits: 17});

/**
 * A value of the evidence as far as its digits help a reader: to the cent where it is large, else six
 * that count. Whole it stands in a title beside.
 */
export const inShort = (value: number): string =>
  Math.abs(value) >= 1000
    ? written(value, {maximumFractionDigits: 2})
    : written(value, {maximumSignificantDigits: 6});
