import {createHash} from "node:crypto";
import {z} from "zod";
import {daysBetween, endOfDay} from "../model/day.ts";
import {SourceChanged} from "../model/errors.ts";
import type {DailySeries, Field, Peer} from "../model/market.ts";
import type {Answer, Asset, RecordedAnswer} from "../model/snapshot.ts";
import {quantileSorted} from "../stats/quantile.ts";
import {parseAmount} from "./amount.ts";
import {readCohort} from "./cohort.ts";
import {rows} from "./csv.ts";
import {csvText} from "./csvText.ts";
import {type FieldWish, fieldAnswer, fieldQuery} from "./fieldAnswer.ts";
import {type FieldRecord, fewestCoins} from "./fieldRecord.ts";
import {namesAnother} from "./namesAnother.ts";
import type {Reading, ReadingContext} from "./reading.ts";

/** The field's last day says something about today when it is no older than this, in days. */
const freshDays = 3;

/**
 * The changes of the others on the last day that the field has, and on every day up to it their
 * median and how many of them did worse than the asset. None where the asset's closes end on another
 * day, or there are fewer than fifty others.
 */
export function fieldAnswers(record: FieldRecord, wish: FieldWish): Answer[] {
  const {asset, close, until} = wish;
  const {days, starts, changes, whose, coins} = record;
  const last = days.findLastIndex(day => day <= until);
  const day = days[last];
  if (day === undefined || daysBetween(day, until) > freshDays) return [];
  if (close && close.dates.at(-1) !== day) return [];
  const own = coins.findIndex(({id}) => id === asset.id);
  const past = days.slice(0, last + 1).map((date, i) => ({date, ...othersOf(record, i, own)}));
  const others = past.at(-1)!;
  if (others.count < fewestCoins) return [];
  const counted = past.filter(({count}) => count >= fewestCoins);
  const end = starts[last + 1]!;
  const query = {
    day,
    coins: String(new Set(whose.subarray(0, end)).size),
    days: String(last + 1),
    sha256: createHash("sha256").update(changes.subarray(0, end)).digest("hex"),
  };
  const lines: (string | number)[][] = [];
  for (let i = starts[last]!; i < end; i++) {
    const {id, symbol, name} = coins[whose[i]!]!;
    if (whose[i] !== own) lines.push([id, symbol, name, changes[i]!]);
  }
  const history = counted.map(({date, count, median, below}) => [date, count, median, below]);
  return [
    fieldAnswer("day", wish, query, csvText(["id", "symbol", "name", "change"], lines)),
    fieldAnswer("history", wish, query, csvText(["date", "coins", "median", "below"], history)),
  ];
}

/** How the others did on a day, and how many of them did worse than the asset, if it counts then. */
function othersOf({starts, changes, whose}: FieldRecord, day: number, own: number) {
  const [from, to] = [starts[day]!, starts[day + 1]!];
  const all = changes.subarray(from, to);
  const place = own < 0 ? -1 : whose.subarray(from, to).indexOf(own);
  const others = place < 0 ? all : without(all, place);
  return {
    count: others.length,
    median: quantileSorted(others, 0.5),
    below: place < 0 ? undefined : all.indexOf(all[place]!),
  };
}

function without(values: Float64Array, place: number): Float64Array {
  const rest = new Float64Array(values.length - 1);
  rest.set(values.subarray(0, place));
  rest.set(values.subarray(place + 1), place);
  return rest;
}

const queryShape = z.object({attribution: z.string(), day: z.iso.date()});

/** Reads what {@link fieldAnswers} and `cohortAnswer` wrote. */
export function readField(answer: RecordedAnswer, _: ReadingContext): Reading {
  switch (answer.endpoint) {
    case "day":
      return {field: readDay(answer)};
    case "history":
      return {fieldHistory: readHistory(answer)};
    case "cohort":
      return readCohort(answer);
    default:
      throw new SourceChanged(`${answer.path} holds "${answer.endpoint}", which no field has`);
  }
}

function readDay(answer: RecordedAnswer): Omit<Field, "history"> {
  const {attribution, day} = fieldQuery(answer, queryShape);
  return {
    day,
    asOf: endOfDay(day),
    source: attribution,
    file: answer.path,
    pointer: "#col=change",
    changes: rows(answer.body, answer.path).map(
      ({id = "", symbol = "", name = "", change = ""}) => ({
        asset: {id, symbol, name},
        change: parseAmount(change, answer.path, `the change of ${id}`),
      }),
    ),
  };
}

function readHistory(answer: RecordedAnswer): NonNullable<Field["history"]> {
  const {attribution: source} = fieldQuery(answer, queryShape);
  const lines = rows(answer.body, answer.path);
  const series = (column: string): DailySeries => {
    const known = lines.filter(line => line[column]);
    return {
      id: `field.${column}`,
      source,
      file: answer.path,
      pointer: `#col=${column}`,
      dates: known.map(({date = ""}) => date),
      values: known.map(line =>
        parseAmount(line[column]!, answer.path, `${column} on ${line.date}`),
      ),
    };
  };
  return {median: series("median"), coins: series("coins"), below: series("below")};
}

/** A price so near to a dollar that moved so little is held there. */
const peg = {distance: 0.02, change: 0.01};

/** A row that was brought up to date longer ago than this, in milliseconds, is of other 24 hours. */
const hour = 60 * 60 * 1000;

/**
 * The others over the 24 hours to the answer, from the rows of the market's largest coins: without the
 * asset, and without those whose price another price makes. Nothing where they are fewer than fifty.
 */
export function trailingField(peers: readonly Peer[], asset: Asset): Field | undefined {
  const known = peers.flatMap(({asset, state}) =>
    state.change24h ? [{asset, state, change: state.change24h}] : [],
  );
  const asOf = known
    .map(({change}) => change.asOf)
    .sort((a, b) => Date.parse(b) - Date.parse(a))[0];
  if (asOf === undefined) return undefined;
  const others = known.filter(
    ({asset: {id}, change}) =>
      id !== asset.id && Date.parse(asOf) - Date.parse(change.asOf) <= hour,
  );
  const free = others.filter(
    ({asset, state, change}) => !namesAnother(asset) && !isHeld(state.price?.value, change.value),
  );
  const unique = [...new Map(free.map(one => [one.asset.id, one])).values()];
  if (unique.length < fewestCoins) return undefined;
  const {source, file} = unique[0]!.change;
  const changes = unique.map(({asset, change}) => ({asset, change: change.value}));
  return {asOf, source, file, pointer: "", changes};
}

const isHeld = (price: number | undefined, change: number): boolean =>
  price !== undefined && Math.abs(price - 1) <= peg.distance && Math.abs(change) < peg.change;
