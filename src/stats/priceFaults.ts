import {dayNumber} from "./dayNumber.ts";
import type {DailySeries} from "./logReturns.ts";

/** What can be wrong with a print; see `priceFaults`. */
export type PriceFaultKind =
  | "not-a-price"
  | "spike"
  | "first-print"
  | "unit-change"
  | "level-jump"
  | "unconfirmed";

/** A print that is no market price, or the first after the series changed its scale. */
export interface PriceFault {
  index: number;
  date: string;
  value: number;
  kind: PriceFaultKind;
  reason: string;
}

/** Beyond this ratio in one step a price has to explain itself. */
const jump = 20;
/** A spike is over within this many days. */
const spikeDays = 5;
/** A lesser jump is a spike when the next day takes it back whole: within this ratio of before. */
const blip = {jump: 5, back: 1.25};
/** After a hole longer than this, a jump beyond this ratio is another coin's price. */
const splice = {days: 14, jump: 5};
/** A swap to a new unit pauses trading for at most this many days. */
const swapDays = 14;
/** How near to a power of ten a change of unit comes out: the market moves meanwhile, and a
 * jump that no market makes leaves more room (SUN 1:1000 came out as 1:804 after 4 days). */
const unitTolerance = {usual: 1.2, far: 1.5};

/**
 * Prints of a daily price series that a feed got wrong, ascending by index. They are
 * reported, never repaired. Ratios are to the last sound print; a price has "come
 * back" when it is nearer, in ratio, to where it was than to where it jumped.
 *
 * - `not-a-price`: zero, negative, NaN or infinite.
 * - `spike`: more than 20-fold up or down, and back within 5 days; or more than 5-fold, and
 *   the next day within a factor of 1.25 of the day before; one fault per print.
 * - `first-print`: the first print, when the next is more than 20 times higher and stays.
 * - `unit-change`: across 1 to 14 missing days the price changed by a power of ten, give or
 *   take a factor of 1.2 (1.5 beyond 20-fold), and stayed. This is how a redenomination
 *   looks: trading pauses for the swap. The fault is on the first print in the new unit.
 * - `level-jump`: more than 20-fold up and not back, or down likewise across missing days, or
 *   more than 5-fold either way across more than 14 of them: another coin, another feed, or
 *   digits lost to rounding. The fault is on the first print at the new level.
 * - `unconfirmed`: more than 20-fold up on the very last print, the day after the one before.
 *   It can be a spike or a new level; the next print will tell.
 *
 * A fall without a gap is never a fault, however deep, unless it comes back: a price can
 * lose all its worth in a day (LUNA, 99.97 % on 2022-05-12), while none has been seen to
 * rise more than 20-fold between two closes and hold. So a change of unit downwards
 * without a pause passes unnoticed, and so does a spike downwards on the last day.
 *
 * @throws RangeError when lengths differ, or a date is no day or not after the one before
 * @example priceFaults({dates: ["2026-01-01", "2026-01-02", "2026-01-03"], values: [1, 200, 1]}).map(fault => [fault.index, fault.kind]) // [[1, "spike"]]
 */
export function priceFaults({dates, values}: DailySeries): PriceFault[] {
  const days = ascendingDays(dates, values);
  const faults: PriceFault[] = [];
  const report = (index: number, kind: PriceFaultKind, reason: string) =>
    faults.push({index, date: dates[index]!, value: values[index]!, kind, reason});

  const prints: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (values[i]! > 0 && values[i]! < Infinity) prints.push(i);
    else report(i, "not-a-price", `no positive number: ${values[i]}`);
  }

  for (let k = 1, last = prints[0]!; k < prints.length; last = prints[k++]!) {
    const ratio = values[prints[k]!]! / values[last]!;
    const missing = days[prints[k]!]! - days[last]! - 1;
    const kind = jumpKind(ratio, missing);
    if (kind === undefined) {
      if (isBlip(prints, k, values, days, last)) {
        report(prints[k]!, "spike", `${fold(ratio)} and back on ${dates[prints[k + 1]!]}`);
        k++; // the print that came back is the next to compare with
      }
      continue;
    }
    const back = comeback(prints, k, values, days, last);
    if (back !== undefined) {
      if (!isFar(ratio)) continue;
      const reason = `${fold(ratio)} and back on ${dates[prints[back]!]}`;
      while (k < back) report(prints[k++]!, "spike", reason);
    } else if (last === prints[0] && ratio > jump && missing === 0) {
      report(last, "first-print", `${fold(ratio)} on ${dates[prints[k]!]}`);
    } else if (kind === "level-jump" && missing === 0 && k === prints.length - 1) {
      report(prints[k]!, "unconfirmed", `${fold(ratio)} since ${dates[last]}, the last print`);
    } else if (kind !== "fall") {
      const reason = `${fold(ratio)} since ${dates[last]}, ${missing} days missing between`;
      report(prints[k]!, kind, reason);
    }
  }
  return faults.sort((a, b) => a.index - b.index);
}

function ascendingDays(dates: readonly string[], values: ArrayLike<number>): number[] {
  if (dates.length !== values.length) {
    throw new RangeError(`priceFaults needs pairs: ${dates.length} dates, ${values.length} values`);
  }
  const days = dates.map(dayNumber);
  const wrong = days.findIndex((day, i) => i > 0 && day <= days[i - 1]!);
  if (wrong > 0) throw new RangeError(`priceFaults needs ascending days: ${dates[wrong]}`);
  return days;
}

/** What a jump is if it stays; `fall` is no fault then. */
function jumpKind(
  ratio: number,
  missing: number,
): "unit-change" | "level-jump" | "fall" | undefined {
  if (missing >= 1 && missing <= swapDays && isPowerOfTen(ratio)) return "unit-change";
  if (missing > splice.days && isBeyond(ratio, splice.jump)) return "level-jump";
  if (!isFar(ratio)) return undefined;
  return ratio > jump || missing >= 1 ? "level-jump" : "fall";
}

function isFar(ratio: number): boolean {
  return isBeyond(ratio, jump);
}

function isBeyond(ratio: number, bound: number): boolean {
  return ratio > bound || ratio < 1 / bound;
}

/** Whether the print is far from those of the day before and the day after, which agree. */
function isBlip(
  prints: readonly number[],
  k: number,
  values: ArrayLike<number>,
  days: readonly number[],
  last: number,
): boolean {
  const next = prints[k + 1];
  if (next === undefined || days[next]! - days[last]! !== 2) return false;
  return (
    isBeyond(values[prints[k]!]! / values[last]!, blip.jump) &&
    !isBeyond(values[next]! / values[last]!, blip.back)
  );
}

function isPowerOfTen(ratio: number): boolean {
  const power = Math.round(Math.log10(ratio));
  const distance = Math.abs(Math.log10(ratio) - power);
  return (
    power !== 0 && distance <= Math.log10(isFar(ratio) ? unitTolerance.far : unitTolerance.usual)
  );
}

/** The position in `prints` at which the price is back where `last` was, if soon enough. */
function comeback(
  prints: readonly number[],
  k: number,
  values: ArrayLike<number>,
  days: readonly number[],
  last: number,
): number | undefined {
  const jumped = Math.abs(Math.log(values[prints[k]!]! / values[last]!));
  for (let later = k + 1; later < prints.length; later++) {
    if (days[prints[later]!]! - days[prints[k]!]! > spikeDays) return undefined;
    if (Math.abs(Math.log(values[prints[later]!]! / values[last]!)) < jumped / 2) return later;
  }
  return undefined;
}

function fold(ratio: number): string {
  const times = (ratio > 1 ? ratio : 1 / ratio).toPrecision(4);
  return `${Number(times)}-fold ${ratio > 1 ? "up" : "down"}`;
}
