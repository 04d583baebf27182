import type {ProseLocale} from "../prose.ts";
import type {Moment} from "./mention.ts";

const english =
  "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec";
const turkish = "Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık";

const months: ReadonlyMap<string, number> = new Map([
  ...english
    .split("|")
    .map(
      name =>
        [name, 1 + "JanFebMarAprMayJunJulAugSepOctNovDec".indexOf(name.slice(0, 3)) / 3] as const,
    ),
  ...turkish.split("|").map((name, i) => [name, i + 1] as const),
]);

const name = `(?:${english}|${turkish})`;
const time = String.raw`(?:[T,]?\s?(?:saat\s)?(?<time>\d{1,2}:\d{2}|\d{2}\.\d{2}(?=\sUTC\b))(?::\d{2}(?:\.\d+)?)?(?:Z|\s?(?:UTC|GMT)\b)?)?`;

const forms = [
  String.raw`(?<year>(?:19|20)\d{2})[-/](?<month>0?[1-9]|1[0-2])[-/](?<day>0?[1-9]|[12]\d|3[01])(?!\d)${time}`,
  String.raw`(?<day>0?[1-9]|[12]\d|3[01])\.(?<month>0?[1-9]|1[0-2])\.(?<year>(?:19|20)\d{2})(?!\d)${time}`,
  String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?<name>${name})(?!\p{L})(?:,?\s(?<year>(?:19|20)\d{2})(?!\d))?${time}`,
  String.raw`(?<name>${name})\s(?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d%.]\d|%|\d)(?:,?\s(?<year>(?:19|20)\d{2})(?!\d))?${time}`,
  String.raw`(?<name>${name})\s(?:of\s)?(?<year>(?:19|20)\d{2})(?!\d)`,
  String.raw`Q(?<quarter>[1-4])(?:\s(?:of\s)?(?<year>(?:19|20)\d{2})(?!\d))?`,
  String.raw`(?<year>(?:19|20)\d{2})['’]?\p{L}*\s(?<quarter>[1-4])\.\sçeyre`,
  String.raw`(?<time>(?:[01]?\d|2[0-3]):[0-5]\d)(?!\d)(?:\s?(?:UTC|GMT)\b)?`,
  String.raw`(?<year>(?:19|20)\d{2})(?![\d%]|[.,:]\d|\s?(?:%|per\scent|percent|points|dollars|dolar|coins|days|gün|million|billion|milyon|milyar)|x\b|bn\b|m\b|k\b)`,
].map(form => new RegExp(form, "uy"));

const mayBegin =
  /(?:19|20)\d\d|\d{1,2}(?:(?:st|nd|rd|th)?\s(?:of\s)?\p{Lu}|:\d|\.\d{1,2}\.\d{4})|[A-ZŞ]/uy;

/** The moment that begins at the place, if one does, be it a day that no calendar has. */
export function momentAt(text: string, at: number, _locale: ProseLocale): Moment | undefined {
  mayBegin.lastIndex = at;
  if (!mayBegin.test(text)) return undefined;
  for (const form of forms) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (!found?.groups) continue;
    const {year, month, day, quarter, time: clock, name: word} = found.groups;
    const to = at + found[0].trimEnd().length;
    const number = word ? months.get(word) : month ? Number(month) : undefined;
    return {
      kind: "moment",
      from: at,
      to,
      core: {from: at, to},
      ...(year && {year: Number(year)}),
      ...(number !== undefined && {month: number}),
      ...(day && {day: Number(day)}),
      ...(quarter && {quarter: Number(quarter)}),
      ...(clock && {time: clock.replace(".", ":").padStart(5, "0")}),
    };
  }
  return undefined;
}

/** Names of months, for finding where a moment may begin. */
export const monthNames = name;

const pad = (number: number) => String(number).padStart(2, "0");

/** Whether the moment says nothing but what is true of the day or instant. */
export function says({year, month, day, quarter, time: clock}: Moment, date: string): boolean {
  return (
    (year === undefined || date.startsWith(String(year))) &&
    (month === undefined || date.slice(5, 7) === pad(month)) &&
    (day === undefined || date.slice(8, 10) === pad(day)) &&
    (quarter === undefined || Math.ceil(Number(date.slice(5, 7)) / 3) === quarter) &&
    (clock === undefined || date.slice(11, 16) === clock)
  );
}
