import {at} from "./at.ts";
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
  const all = ascending(dates, values);
  const isPrice = ({value}: Print) => value > 0 && value < Infinity;
  const prints = all.filter(isPrice);
  const faults = all
    .filter(print => !isPrice(print))
    .map(print => fault(print, "not-a-price", `no positive number: ${print.value}`));
  for (let sound = 0; sound + 1 < prints.length; ) {
    const step = stepFrom(prints, sound);
    faults.push(...step.faults);
    sound = step.sound;
  }
  return faults.sort((a, b) => a.index - b.index);
}

/** A value, and when. */
interface Print {
  readonly index: number;
  readonly date: string;
  readonly day: number;
  readonly value: number;
}

function fault({index, date, value}: Print, kind: PriceFaultKind, reason: string): PriceFault {
  return {index, date, value, kind, reason};
}

function ascending(dates: readonly string[], values: ArrayLike<number>): Print[] {
  if (dates.length !== values.length) {
    throw new RangeError(`priceFaults needs pairs: ${dates.length} dates, ${values.length} values`);
  }
  let before = -Infinity;
  return dates.map((date, index) => {
    const day = dayNumber(date);
    if (day <= before) throw new RangeError(`priceFaults needs ascending days: ${date}`);
    before = day;
    return {index, date, day, value: at(values, index)};
  });
}

/** What is wrong with the print after a sound one, and the next that others are compared with. */
function stepFrom(
  prints: readonly Print[],
  sound: number,
): {readonly faults: readonly PriceFault[]; readonly sound: number} {
  const k = sound + 1;
  const [last, print] = [at(prints, sound), at(prints, k)];
  const ratio = print.value / last.value;
  const missing = print.day - last.day - 1;
  const one = (on: Print, kind: PriceFaultKind, reason: string) => ({
    faults: [fault(on, kind, `${fold(ratio)} ${reason}`)],
    sound: k,
  });
  const spike = (back: number) => {
    const reason = `${fold(ratio)} and back on ${at(prints, back).date}`;
    return {faults: prints.slice(k, back).map(each => fault(each, "spike", reason)), sound: back};
  };
  const nothing = {faults: [], sound: k};

  const kind = jumpKind(ratio, missing);
  if (kind === undefined) return isBlip(last, print, prints[k + 1]) ? spike(k + 1) : nothing;
  const back = comeback(prints, k, last);
  if (back !== undefined) return isFar(ratio) ? spike(back) : nothing;
  if (sound === 0 && ratio > jump && missing === 0)
    return one(last, "first-print", `on ${print.date}`);
  if (kind === "level-jump" && missing === 0 && k === prints.length - 1)
    return one(print, "unconfirmed", `since ${last.date}, the last print`);
  if (kind === "fall") return nothing;
  return one(print, kind, `since ${last.date}, ${missing} days missing between`);
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
function isBlip(last: Print, {value}: Print, next: Print | undefined): boolean {
  return (
    next !== undefined &&
    next.day - last.day === 2 &&
    isBeyond(value / last.value, blip.jump) &&
    !isBeyond(next.value / last.value, blip.back)
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
function comeback(prints: readonly Print[], k: number, last: Print): number | undefined {
  const print = at(prints, k);
  const jumped = Math.abs(Math.log(print.value / last.value));
  const back = prints
    .slice(k + 1, k + 1 + spikeDays)
    .findIndex(
      ({day, value}) =>
        day - print.day <= spikeDays && Math.abs(Math.log(value / last.value)) < jumped / 2,
    );
  return back < 0 ? undefined : k + 1 + back;
}

function fold(ratio: number): string {
  const times = (ratio > 1 ? ratio : 1 / ratio).toPrecision(4);
  return `${Number(times)}-fold ${ratio > 1 ? "up" : "down"}`;
}
