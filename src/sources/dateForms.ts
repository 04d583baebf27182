import {addDays, type Day} from "../model/day.ts";

/** The forms of a date that a table may have; the manifest names them so. */
export const dateForms = [
  "YYYY-MM-DD",
  "YYYY/MM/DD",
  "YYYY.MM.DD",
  "YYYYMMDD",
  "DD.MM.YYYY",
  "DD/MM/YYYY",
  "DD-MM-YYYY",
  "MM/DD/YYYY",
  "MM-DD-YYYY",
  "DD MMM YYYY",
  "DD-MMM-YYYY",
  "MMM DD, YYYY",
  "YYYY-MM-DD hh:mm",
  "Excel",
] as const;
export type DateForm = (typeof dateForms)[number];

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const parts: Readonly<Record<string, string>> = {
  YYYY: "(?<year>\\d{4})",
  MMM: "(?<name>[A-Za-z]{3})[a-z]*\\.?",
  MM: "(?<month>\\d{1,2})",
  DD: "(?<day>\\d{1,2})",
  "hh:mm": "\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?(?:Z|UTC|[+-]\\d{2}:?\\d{2}))?",
  " ": "[ T]",
};

/** Digits stand alone in this one: nothing else tells where the month ends. */
const packed = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/;

const patterns = new Map<DateForm, RegExp>(
  dateForms
    .filter(form => form !== "Excel")
    .map(form => [
      form,
      form === "YYYYMMDD"
        ? packed
        : new RegExp(
            `^${form.replace(/YYYY|MMM|MM|DD|hh:mm| |\./g, part => parts[part] ?? "\\.")}$`,
          ),
    ]),
);

/** Of Excel's count of days those that are no year: 1954-10-04 to 2119-01-28. */
const excelDays = /^[2-7]\d{4}(?:\.\d+)?$/;

/**
 * The day that a text names in a form; undefined where it names none. A time of day is passed over:
 * the day is the one that is written.
 *
 * @example dayIn("28.11.2025", "DD.MM.YYYY") // "2025-11-28"
 * @example dayIn("Nov 28, 2025", "MMM DD, YYYY") // "2025-11-28"
 * @example dayIn("45989", "Excel") // "2025-11-28"
 * @example dayIn("31.11.2025", "DD.MM.YYYY") // undefined
 */
export function dayIn(text: string, form: DateForm): Day | undefined {
  if (form === "Excel")
    return excelDays.test(text) ? addDays("1899-12-30", Math.floor(Number(text))) : undefined;
  const {year, name, month, day} = patterns.get(form)?.exec(text)?.groups ?? {};
  if (year === undefined || day === undefined) return undefined;
  const number = month === undefined ? months.indexOf(name!.toLowerCase()) + 1 : Number(month);
  const found = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(found) ? found : undefined;
}

/** Of the calendar too: JavaScript reads 30 February as 2 March. */
export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).getUTCDate() === Number(text.slice(8));

/**
 * The forms in which every one of the texts is a day.
 *
 * @example formsOf(["3/4/2025", "13/4/2025"]) // ["DD/MM/YYYY"]
 * @example formsOf(["3/4/2025"]) // ["DD/MM/YYYY", "MM/DD/YYYY"]
 */
export const formsOf = (texts: readonly string[]): DateForm[] =>
  dateForms.filter(form => texts.every(text => dayIn(text, form) !== undefined));
