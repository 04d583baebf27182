import {addDays, type Day, daysBetween, type Weekday, weekday} from "./day.ts";

/** The days on which a market closes, as its own closes show them. */
export interface Calendar {
  /** Whether it rests on some days of every week. */
  readonly rests: boolean;
  /** Closes in a year. */
  readonly daysPerYear: number;
  /** A history that ended longer ago than so many calendar days says nothing about today. */
  readonly freshDays: number;
  /** Whether the market had no close between two of its own that could be missing. */
  isNext(earlier: Day, later: Day): boolean;
  /** The day so many days of the market before one of its own; the first on record lies before no other. */
  back(day: Day, count: number): Day;
  /** That day, or the last before it on which the market is usually open. */
  openOn(day: Day): Day;
}

/** A market that never closes. */
export const everyDay: Calendar = {
  rests: false,
  daysPerYear: 365,
  freshDays: 3,
  isNext: (earlier, later) => daysBetween(earlier, later) === 1,
  back: (day, count) => addDays(day, -count),
  openOn: day => day,
};

/** Fewer closes show no week, and a market of fewer days a week is none of days. */
const fewestCloses = 15;
const fewestWeekdays = 4;
/** A weekday with less than this part of the closes of the busiest is one on which the market rests. */
const resting = 0.1;
/** So many days on which a market is usually open are a holiday; more in a row are a hole in the data. */
const longestHoliday = 3;

/**
 * The calendar of a market by its closes, oldest first: one that is never closed on a day of the week
 * trades every day. Where it rests, a Friday and a Monday are neighbours, and so are the days around
 * a holiday. The days of a year are counted over the last year of the closes, holes left out.
 *
 * @example calendarOf([]).daysPerYear // 365
 */
export function calendarOf(closes: readonly Day[]): Calendar {
  const last = closes.at(-1);
  const lastYear = last === undefined ? [] : closes.filter(day => day > addDays(last, -366));
  const open = openDays(lastYear);
  if (open.size === 7 || open.size < fewestWeekdays) return everyDay;
  const place = new Map(closes.map((day, i) => [day, i]));
  const isNext = (earlier: Day, later: Day) => {
    const apart = daysBetween(earlier, later);
    if (apart < 1 || apart > 7 * (longestHoliday + 1)) return false;
    const between = Array.from({length: apart - 1}, (_, i) => addDays(earlier, i + 1));
    return between.filter(day => open.has(weekday(day))).length <= longestHoliday;
  };
  return {
    rests: true,
    daysPerYear: countedYear(lastYear, isNext),
    freshDays: 5,
    isNext,
    back: (day, count) => {
      const at = place.get(day) ?? closes.findLastIndex(one => one <= day);
      return closes[Math.max(0, at - count)] ?? day;
    },
    openOn: day =>
      [0, 1, 2, 3].map(back => addDays(day, -back)).find(one => open.has(weekday(one))) ?? day,
  };
}

function openDays(closes: readonly Day[]): ReadonlySet<Weekday> {
  if (closes.length < fewestCloses) return new Set();
  const counts = [...Map.groupBy(closes, weekday)].map(([day, of]) => ({day, count: of.length}));
  const most = Math.max(...counts.map(({count}) => count));
  return new Set(counts.filter(({count}) => count > resting * most).map(({day}) => day));
}

function countedYear(closes: readonly Day[], isNext: Calendar["isNext"]): number {
  const steps = closes.flatMap((day, i) => {
    const before = closes[i - 1];
    return before !== undefined && isNext(before, day) ? [daysBetween(before, day)] : [];
  });
  const days = steps.reduce((sum, step) => sum + step, 0);
  return days === 0 ? everyDay.daysPerYear : Math.round((steps.length / days) * 365);
}
