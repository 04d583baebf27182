import {Cron, CronPattern} from "croner";

const mode = "5-part";

/**
 * What is wrong with a cron of five fields, in a few words; undefined where it can be read and fires.
 *
 * @example cronFault("30 7 * * 1-5") // undefined
 * @example cronFault("0 0 31 2 *") // "it never fires: no such day comes"
 */
export function cronFault(cron: string): string | undefined {
  if (!/^\S+( +\S+){4}$/.test(cron))
    return "it needs five fields, minute, hour, day of the month, month and day of the week, such as 30 7 * * 1-5";
  try {
    return nextWall(readCron(cron).calendar, 0) === undefined
      ? "it never fires: no such day comes"
      : undefined;
  } catch (error) {
    const [, says = ""] = /^(?:CronPattern: )?(.*)$/s.exec((error as Error).message) ?? [];
    return `it cannot be read: ${says}`;
  }
}

/** A cron, by which times it names on the calendar's face, whatever a zone makes of them. */
export interface ReadCron {
  /** Reads and gives times of a wall clock that is never changed, as if it were one of UTC. */
  readonly calendar: Cron;
  /** It fires in every hour, so it counts hours that pass and names none of them. */
  readonly everyHour: boolean;
  /** How many times of day it names. */
  readonly timesADay: number;
}

/** @throws TypeError where `cronFault` would say that it cannot be read */
export function readCron(cron: string): ReadCron {
  const {hour, minute} = new CronPattern(cron, undefined, {mode});
  const [hours, minutes] = [hour, minute].map(flags => flags.filter(Boolean).length) as [
    number,
    number,
  ];
  return {
    // An offset of nought, as croner takes seven times as long for a zone, UTC included.
    calendar: new Cron(cron, {mode, utcOffset: 0}),
    everyHour: hours === 24,
    timesADay: hours * minutes,
  };
}

/** The calendar's first time after the given one, both in milliseconds of that wall clock. */
export const nextWall = (calendar: Cron, after: number): number | undefined =>
  calendar.nextRun(new Date(after))?.getTime();
