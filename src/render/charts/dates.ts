import type {Customs} from "../../format/customs.ts";

const dayLength = 86_400_000;

/** The UTC midnight that a day's data are drawn at. */
export function toDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * dayLength);
}

export function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / dayLength;
}

/** A day with its month, such as 18 Mar. */
export function dayAndMonth(customs: Customs, date: Date): string {
  return format(customs, {day: "numeric", month: "short"}).format(date);
}

/** A full date, such as 18 Mar 2026. */
export function fullDate(customs: Customs, date: Date): string {
  return format(customs, {day: "numeric", month: "short", year: "numeric"}).format(date);
}

export interface DateTick {
  readonly date: Date;
  /** One or two lines: the year stands below the first tick and where it changes. */
  readonly text: string;
}

/** At most `count` days, or firsts of months, from one date to another. */
export function dateTicks(customs: Customs, from: Date, to: Date, count: number): DateTick[] {
  const dates = monthly(from, to, count) ?? daily(from, to, count);
  const months = dates.every(date => date.getUTCDate() === 1) && daysBetween(from, to) > 90;
  const short = format(customs, months ? {month: "short"} : {day: "numeric", month: "short"});
  return dates.map((date, i) => {
    const year = date.getUTCFullYear();
    const told = i > 0 && dates[i - 1]!.getUTCFullYear() === year;
    return {date, text: told ? short.format(date) : `${short.format(date)}\n${year}`};
  });
}

function monthly(from: Date, to: Date, count: number): Date[] | undefined {
  if (daysBetween(from, to) <= 90) return undefined;
  for (const stride of [1, 2, 3, 6, 12, 24, 60, 120]) {
    const dates: Date[] = [];
    let month = Math.ceil((from.getUTCFullYear() * 12 + from.getUTCMonth()) / stride) * stride;
    for (; firstOf(month) <= to; month += stride) {
      if (firstOf(month) >= from) dates.push(firstOf(month));
    }
    if (dates.length <= count) return dates;
  }
  return undefined;
}

/** Months are counted from the year 0. */
function firstOf(month: number): Date {
  return new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
}

function daily(from: Date, to: Date, count: number): Date[] {
  const days = daysBetween(from, to);
  const stride = [1, 2, 5, 7, 14, 28].find(s => days / s < count) ?? Math.ceil(days / count);
  const dates: Date[] = [];
  for (let date = to; date >= from; date = addDays(date, -stride)) dates.unshift(date);
  return dates;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format({days}: Customs, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${days} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(days, {...options, timeZone: "UTC"});
  formats.set(key, made);
  return made;
}
