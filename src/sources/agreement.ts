import {endOfDay} from "../model/day.ts";
import {SourceChanged} from "../model/errors.ts";
import type {DailySeries, MarketState} from "../model/market.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** A history that ended longer before the price is no longer set beside it. */
const comparedDays = 3;

/** How many times prices may differ within a day beyond what the source's own change says. */
const mostTimes = {changeKnown: 10, changeUnknown: 1000};

/**
 * Whether a history may be of the coin whose price is given. Its last close, of at most three days
 * before the price, has to lie within ten times of the price or, where the source gives the change
 * over 24 hours, of the price before that change; without one within a thousand times. Both for
 * each day that has begun between close and price, so that honest crashes and launches pass.
 */
export function agrees(close: DailySeries, {price, change24h}: MarketState): boolean {
  const last = lastOf(close);
  if (!last || !price || price.value <= 0 || last.value <= 0) return true;
  const days = Math.abs(Date.parse(price.asOf) - Date.parse(endOfDay(last.day))) / dayMs;
  if (days > comparedDays) return true;
  const before =
    change24h && change24h.value > -1 ? price.value / (1 + change24h.value) : undefined;
  const factor = before === undefined ? mostTimes.changeUnknown : mostTimes.changeKnown;
  const times = factor ** Math.max(1, Math.ceil(days));
  const known = [price.value, before ?? price.value];
  return last.value <= Math.max(...known) * times && last.value >= Math.min(...known) / times;
}

/** @throws SourceChanged where one of the two must be another coin's */
export function requireAgreement(close: DailySeries | undefined, state: MarketState): void {
  const last = close && lastOf(close);
  if (!last || !state.price || agrees(close, state)) return;
  const {price} = state;
  throw new SourceChanged(
    `history and price do not agree: ${close.id} is ${last.value} on ${last.day} (${close.source}, ${close.file}), ` +
      `and the price is ${price.value} at ${price.asOf} (${price.source}, ${price.file}${price.pointer}). ` +
      "One of them is another coin's or broken, so no note is written: run it again in a while, or check the data.",
  );
}

function lastOf({dates, values}: DailySeries) {
  const day = dates.at(-1);
  const value = values.at(-1);
  return day === undefined || value === undefined ? undefined : {day, value};
}
