import {endOfDay} from "../model/day.ts";
import type {Figure} from "../model/figure.ts";
import * as names from "../model/figureNames.ts";
import type {Aftermath} from "../model/finding.ts";
import {dayNumber} from "../stats/dayNumber.ts";
import type {DailyReturn} from "../stats/logReturns.ts";
import {median} from "../stats/median.ts";
import {computed, fixed} from "./figure.ts";
import type {History} from "./history.ts";

/** Round sizes of a move, the largest first. */
const levels = [0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.07, 0.05, 0.03];
/** Fewer days than this are no count to give. */
const fewestCases = 10;
const daysAfter = 7;
/** A day that went by just a level is one of at least that, whatever binary digits make of it. */
const hair = 1e-9;

/**
 * Where the coin stood a week after each earlier day of such a move. Such days moved the same way, by
 * at least the largest round size that today's reaches and that ten earlier days do; undefined where
 * there is none. Only weeks that were over before the day are counted.
 */
export function findAftermath(
  change: Figure<"return">,
  earlier: readonly DailyReturn[],
  {days, close}: History,
): Aftermath | undefined {
  const way = Math.sign(change.value);
  const newest = earlier.at(-1)?.date;
  if (way === 0 || newest === undefined) return undefined;
  const until = dayNumber(newest);
  const closes = new Map(days.map(one => [dayNumber(one.day), one.close]));
  const moves = earlier.flatMap(({date, value}) => {
    const then = closes.get(dayNumber(date));
    const end = dayNumber(date) + daysAfter;
    const later = end > until ? undefined : closes.get(end);
    if (then === undefined || later === undefined) return [];
    return [{date, size: way * Math.expm1(value), after: later / then - 1}];
  });
  for (const level of levels.filter(one => one <= Math.abs(change.value) + hair)) {
    const cases = moves.filter(({size}) => size >= level - hair);
    const [first] = cases;
    if (!first || cases.length < fewestCases) continue;
    const most = cases.reduce((a, b) => (b.size > a.size ? b : a));
    const about = (formula: string) => ({
      asOf: endOfDay(newest),
      formula,
      inputs: [names.records.after.level.id, close.id],
    });
    const after = cases.map(one => one.after);
    return {
      level: fixed(names.records.after.level, level, {
        asOf: change.asOf,
        why: `the largest round size that ${fewestCases} earlier days reached`,
      }),
      days: fixed(names.records.after.days, daysAfter, {
        asOf: change.asOf,
        why: "days after which an earlier move is looked at again",
      }),
      cases: computed(
        names.records.after.cases,
        cases.length,
        about(
          `earlier days ${way < 0 ? "down" : "up"} by at least the level, a week before the day`,
        ),
      ),
      higher: computed(
        names.records.after.higher,
        after.filter(one => one > 0).length,
        about(`of these, those whose close ${daysAfter} days later was higher`),
      ),
      median: computed(
        names.records.after.median,
        median(after),
        about(`median of the changes over the ${daysAfter} days after them`),
      ),
      most: {
        day: most.date,
        figure: computed(names.records.after.most, way * most.size, {
          asOf: endOfDay(most.date),
          formula: `close of ${most.date} / close of the day before - 1`,
          inputs: [close.id],
        }),
      },
      from: first.date,
    };
  }
  return undefined;
}
