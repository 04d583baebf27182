/** Writes days and instants for readers of one locale, in UTC. */
export interface DateFormat {
  /** 20 March 2026 */
  day(day: string): string;
  /** 20 March 2026, 01:53 UTC */
  instant(instant: string): string;
  /** 20 March */
  short(day: string): string;
}

/**
 * How dates are written in a locale; English as the world outside America writes it.
 *
 * @example dateFormat("en").instant("2026-03-20T01:53:00Z") // "20 March 2026, 01:53 UTC"
 * @example dateFormat("tr").instant("2026-03-20T01:53:00Z") // "20 Mart 2026, 01.53 UTC"
 */
export function dateFormat(locale: string): DateFormat {
  const format = formats.get(locale) ?? newFormat(locale);
  formats.set(locale, format);
  return format;
}

/** Of each locale, kept: to make Intl's formats takes longer than to write a note's dates. */
const formats = new Map<string, DateFormat>();

function newFormat(locale: string): DateFormat {
  const region = locale === "en" ? "en-GB" : locale;
  const writer = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(region, {timeZone: "UTC", ...options});
    return (when: string) => format.format(new Date(when));
  };
  const day = writer({day: "numeric", month: "long", year: "numeric"});
  const short = writer({day: "numeric", month: "long"});
  const clock = writer({hour: "2-digit", minute: "2-digit", hourCycle: "h23"});
  // Turkish spelling has a point between hours and minutes, whatever programs print.
  const time = locale.startsWith("tr") ? (when: string) => clock(when).replace(":", ".") : clock;
  return {day, short, instant: when => `${day(when)}, ${time(when)} UTC`};
}
