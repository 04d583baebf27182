import {addDays, daysBetween, endOfDay, lastDayOver} from "../model/day.ts";
import {SourceChanged} from "../model/errors.ts";
import type {DailySeries, MarketState, PastPrice, PriceRecord} from "../model/market.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** A history that ended longer before the price is no longer set beside it. */
const comparedDays = 3;

/** How many times a price may change in a day of which nothing is known, and where no change is. */
const mostTimes = {aDay: 10, changeUnknown: 1000};

/**
 * How far a close may lie beyond the prices around it: by a tenth, since hours and venues differ, and
 * by three of the coin's ordinary days. Of 92 coins on record the farthest lay 6 % beyond.
 */
const room = {share: 1.1, ordinaryDays: 3};

/** Days that the ordinary one is taken from; of fewer than ten nothing is ordinary but a launch's. */
const ordinary = {days: 90, fewest: 10, launch: 0.3};

/** An all-time high is that of a minute: the closes around it are less, by three times on record. */
const mostAboveCloses = 10;

/** A feed's wrong prints are single ones; so many closes beyond an extreme are no such. */
const fewestBeyond = 6;

/** Steps that the history itself is held to: findings leave out what stands before them, and say so. */
const newScale = {up: 20, acrossAGap: 5};

/** A close, or the range of some, that cannot be of the coin whose prices are given. */
interface Disagreement {
  readonly close: number;
  readonly day: string;
  /** What the answer says instead. */
  readonly known: string;
}

/**
 * Whether a history may be of the coin whose price is given: whatever both know is compared.
 *
 * - The last close, of at most three days before the price, lies between the price, the price 24
 *   hours before, which the answer's change gives, and the low and high of these hours, within
 *   `room`; for each day further apart ten times farther, and in proportion for a part of one. Where
 *   no change is given, a thousand times for each day begun, so that honest crashes and launches pass.
 * - At each earlier instant whose price the answer gives, by its change over 7, 30 or 365 days, that
 *   price lies between the closes within a day of it, within `room`.
 * - A tenth of the all-time high is reached by a close within a day of it.
 * - No six closes are above the all-time high or below the all-time low by more than `room`.
 */
export const agrees = (close: DailySeries, state: MarketState, record?: PriceRecord): boolean =>
  disagreement(close, state, record) === undefined;

/** @throws SourceChanged where one of the two must be another coin's */
export function requireAgreement(
  close: DailySeries | undefined,
  state: MarketState,
  record?: PriceRecord,
): void {
  const found = close && disagreement(close, state, record);
  if (!found || !state.price) return;
  const {price} = state;
  throw new SourceChanged(
    `history and price do not agree: ${close.id} is ${found.close} on ${found.day} (${close.source}, ${close.file}), ` +
      `and ${found.known} (${price.source}, ${price.file}${price.pointer}). ` +
      "One of them is another coin's or broken, so no note is written: run it again in a while, or check the data.",
  );
}

interface Close {
  readonly day: string;
  readonly value: number;
}

function disagreement(
  series: DailySeries,
  state: MarketState,
  {range24h, past}: PriceRecord = {past: []},
): Disagreement | undefined {
  const closes = series.dates.map((day, i): Close => ({day, value: series.values[i]!}));
  const sound = onOneScale(closes.filter(({value}) => value > 0));
  if (sound.length === 0 || !state.price || state.price.value <= 0) return undefined;
  const times = roomOf(sound);
  return (
    ofNow(sound.at(-1)!, state, {range: range24h ? Object.values(range24h) : [], times}) ??
    first(past, one => (one.is === "price" ? ofThen(sound, one, times) : undefined)) ??
    first(past, one => (one.is === "price" ? undefined : ofExtreme(sound, one, times)))
  );
}

function ofNow(
  last: Close,
  {price, change24h}: MarketState,
  {range, times}: {readonly range: readonly number[]; readonly times: number},
) {
  if (!price) return undefined;
  const days = (Date.parse(price.asOf) - Date.parse(endOfDay(last.day))) / dayMs;
  if (Math.abs(days) > comparedDays) return undefined;
  const before =
    change24h && change24h.value > -1 ? price.value / (1 + change24h.value) : undefined;
  const unknown = days < 0 ? -days : Math.max(0, days - 1);
  const most =
    before === undefined
      ? mostTimes.changeUnknown ** Math.max(1, Math.ceil(Math.abs(days)))
      : times * mostTimes.aDay ** unknown;
  const known = [price.value, before ?? price.value, ...range];
  if (within(last.value, known, most)) return undefined;
  const change = before === undefined ? "" : `, and ${before} 24 hours before`;
  return {
    close: last.value,
    day: last.day,
    known: `the price is ${price.value} at ${price.asOf}${change}`,
  };
}

function ofThen(closes: readonly Close[], {value, at}: PastPrice, times: number) {
  const around = closesAround(closes, at);
  const values = around.map(one => one.value);
  if (around.length < 2 || within(value, values, times)) return undefined;
  return {
    close: around[0]!.value,
    day: around[0]!.day,
    known: `its price was ${value} at ${at}, by its change since`,
  };
}

function ofExtreme(closes: readonly Close[], {is, value, at}: PastPrice, times: number) {
  const high = is === "all-time high";
  const beyond = closes.filter(one =>
    high ? one.value > value * times : one.value < value / times,
  );
  const around = closesAround(closes, at);
  const missed =
    high && around.length > 1 && around.every(one => one.value * mostAboveCloses < value);
  const stray = beyond.length >= fewestBeyond ? beyond[0] : missed ? around[0] : undefined;
  return stray && {close: stray.value, day: stray.day, known: `its ${is} is ${value}, at ${at}`};
}

/** The last close before the instant and the next, where they are within a day of it. */
function closesAround(closes: readonly Close[], at: string): readonly Close[] {
  const before = lastDayOver(at);
  const after = addDays(before, 1);
  return closes.filter(({day}) => day === before || day === after);
}

const within = (value: number, known: readonly number[], times: number) =>
  value <= Math.max(...known) * times && value >= Math.min(...known) / times;

/** How many times a close may lie beyond the prices around it. */
function roomOf(closes: readonly Close[]): number {
  const last = closes.slice(-ordinary.days - 1);
  const moves = last.slice(1).map(({value}, i) => Math.abs(Math.log(value / last[i]!.value)));
  const middle = moves.toSorted((a, b) => a - b)[moves.length >> 1];
  const day = middle === undefined || moves.length < ordinary.fewest ? ordinary.launch : middle;
  return room.share * Math.exp(room.ordinaryDays * day);
}

/** The closes since the last step that is none of the market's: what lies before is not of this scale. */
function onOneScale(closes: readonly Close[]): readonly Close[] {
  const begin = closes.findLastIndex(({day, value}, i) => {
    const before = closes[i - 1];
    if (!before) return true;
    const times = value / before.value;
    if (times > newScale.up) return true;
    const far = times > newScale.acrossAGap || times < 1 / newScale.acrossAGap;
    return far && daysBetween(before.day, day) > 1;
  });
  return closes.slice(Math.max(0, begin));
}

function first<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
