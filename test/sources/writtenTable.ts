import fc from "fast-check";
import {addDays, type Day, daysBetween} from "../../src/model/day.ts";
import type {DateForm} from "../../src/sources/dateForms.ts";

// Tables as banks, brokers and spreadsheets write them.

export const anyDay = fc.integer({min: 0, max: 9000}).map(count => addDays("2001-01-01", count));

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

interface NumberForm {
  readonly decimal: "." | ",";
  readonly groups: string;
}

export const written = {
  day(day: Day, form: DateForm): string {
    if (form === "Excel") return String(daysBetween("1899-12-30", day));
    const [year, month, date] = day.split("-");
    return form
      .replace("YYYY", year!)
      .replace("MMM", months[Number(month) - 1]!)
      .replace("MM", month!)
      .replace("DD", date!)
      .replace("hh:mm", "00:00:00");
  },
  number(whole: number, cents: number, {decimal, groups}: NumberForm): string {
    const digits = String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, groups);
    return `${digits}${decimal}${String(cents).padStart(2, "0")}`;
  },
};

export interface Written {
  readonly delimiter: "," | ";" | "\t" | "|";
  readonly dates: DateForm;
  readonly number: NumberForm;
  readonly newestFirst: boolean;
  readonly mark: "" | "\uFEFF";
  readonly end: "\n" | "\r\n";
  readonly quoted: boolean;
}

/** Of whole and cents by day, with a column that nobody reads. */
export function tableText(
  days: readonly (readonly [Day, number, number])[],
  {delimiter, dates, number, newestFirst, mark, end, quoted}: Written,
): string {
  const cell = (text: string) =>
    quoted || text.includes(delimiter) || text.includes('"')
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  const rows = days.map(([day, whole, cents]) => [
    written.day(day, dates),
    'a "remark"',
    written.number(whole, cents, number),
  ]);
  const lines = [["Date", "Remark", "Close"], ...(newestFirst ? rows.toReversed() : rows)];
  return mark + lines.map(line => line.map(cell).join(delimiter) + end).join("");
}
