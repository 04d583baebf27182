import {onceFor} from "../once.ts";
import type {Moment} from "./mention.ts";
import type {MomentWords} from "./words.ts";

interface MomentReader {
  readonly mayBegin: RegExp;
  readonly forms: readonly RegExp[];
  /** By their names, 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
}

/** Names of months, as a pattern. */
export const monthNames = ({months}: MomentWords) =>
  `(?:${months
    .flat()
    .toSorted((a, b) => b.length - a.length)
    .join("|")})`;

const readerOf = onceFor((words: MomentWords): MomentReader => {
  const optional = (pattern: string | undefined, after = "") =>
    pattern === undefined ? "" : `(?:${pattern}${after})?`;
  const name = monthNames(words);
  const initials = [...new Set(words.months.flat().map(month => month.charAt(0)))].join("");
  const [nth, of, at] = [
    optional(words.ordinal),
    optional(words.of, "\\s"),
    optional(words.at, "\\s"),
  ];
  const time = String.raw`(?:[T,]?\s?${at}(?<time>\d{1,2}:\d{2}|\d{2}\.\d{2}(?=\sUTC\b))(?::\d{2}(?:\.\d+)?)?(?:Z|\s?(?:UTC|GMT)\b)?)?`;
  const forms = [
    String.raw`(?<year>(?:19|20)\d{2})[-/](?<month>0?[1-9]|1[0-2])[-/](?<day>0?[1-9]|[12]\d|3[01])(?!\d)${time}`,
    String.raw`(?<day>0?[1-9]|[12]\d|3[01])\.(?<month>0?[1-9]|1[0-2])\.(?<year>(?:19|20)\d{2})(?!\d)${time}`,
    String.raw`(?<day>\d{1,2})${nth}\s${of}(?<name>${name})(?!\p{L})(?:,?\s(?<year>(?:19|20)\d{2})(?!\d))?${time}`,
    String.raw`(?<name>${name})\s(?<day>\d{1,2})${nth}(?![\d%.]\d|%|\d)(?:,?\s(?<year>(?:19|20)\d{2})(?!\d))?${time}`,
    String.raw`(?<name>${name})\s${of}(?<year>(?:19|20)\d{2})(?!\d)`,
    String.raw`Q(?<quarter>[1-4])(?:\s${of}(?<year>(?:19|20)\d{2})(?!\d))?`,
    ...(words.quarters ?? []),
    String.raw`(?<time>(?:[01]?\d|2[0-3]):[0-5]\d)(?!\d)(?:\s?(?:UTC|GMT)\b)?`,
    String.raw`(?<year>(?:19|20)\d{2})(?![\d%]|[.,:]\d|\s?(?:%|${words.counted})|x\b|bn\b|m\b|k\b)`,
  ];
  return {
    mayBegin: new RegExp(
      String.raw`(?:19|20)\d\d|\d{1,2}(?:${nth}\s${of}[${initials}]|:\d|\.\d{1,2}\.\d{4})|[Q${initials}]`,
      "uy",
    ),
    forms: forms.map(form => new RegExp(form, "uy")),
    months: new Map(words.months.flatMap((names, i) => names.map(one => [one, i + 1] as const))),
  };
});

/** The moment that begins at the place, if one does, be it a day that no calendar has. */
export function momentAt(text: string, at: number, words: MomentWords): Moment | undefined {
  const {mayBegin, forms, months} = readerOf(words);
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
