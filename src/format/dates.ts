import type {Customs} from "./customs.ts";

/** Writes days and instants for readers of one language, in UTC. */
export interface DateFormat {
  /** 20 March 2026 */
  day(day: string): string;
  /** 20 March 2026, 01:53 UTC */
  instant(instant: string): string;
  /** 20 March */
  short(day: string): string;
}

/** How dates are written in a language. */
export function dateFormat(customs: Customs): DateFormat {
  const format = formats.get(customs) ?? newFormat(customs);
  formats.set(customs, format);
  return format;
}

/** Of each language, kept: to make Intl's formats takes longer than to write a note's dates. */
const formats = new WeakMap<Customs, DateFormat>();

function newFormat({days, clock}: Customs): DateFormat {
  const writer = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(days, {timeZone: "UTC", ...options});
    return (when: string) => format.format(new Date(when));
  };
  const day = writer({day: "numeric", month: "long", year: "numeric"});
  const short = writer({day: "numeric", month: "long"});
  const minutes = writer({hour: "2-digit", minute: "2-digit", hourCycle: "h23"});
  const time = (when: string) => minutes(when).replace(/[:.]/, clock);
  return {day, short, instant: when => `${day(when)}, ${time(when)} UTC`};
}
