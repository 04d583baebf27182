import {z} from "zod";
import {addDays, type Day, daysBetween, endOfDay} from "../model/day.ts";
import type {Cohort} from "../model/market.ts";
import type {Answer, RecordedAnswer} from "../model/snapshot.ts";
import {priceFaults} from "../stats/priceFaults.ts";
import {parseAmount} from "./amount.ts";
import {rows} from "./csv.ts";
import {csvText} from "./csvText.ts";
import {type FieldWish, fieldAnswer, fieldQuery} from "./fieldAnswer.ts";
import type {FieldRecord} from "./fieldRecord.ts";
import type {Reading} from "./reading.ts";

/** A coin with so many closes has a history of its own. */
const young = 60;

/** Records that begin before are older than the market that a new coin comes to now. */
const since: Day = "2021-01-02";

/** When so many records begin on one day, that is where a file starts, and no listing. */
const fileStart = 8;

/** Fewer others say little of what is usual. */
const fewest = 30;

/**
 * What became of other coins in as many days from the first close on record as the asset's record
 * has: those whose record begins since 2021 on a day of its own, without a gap or a fault, and
 * reached that age before the wall. None for an asset with sixty closes, or beside fewer than thirty.
 */
export function cohortAnswer(
  {coins, beginnings}: FieldRecord,
  wish: FieldWish,
): Answer | undefined {
  const {asset, close, until} = wish;
  // An age says nothing of what another price makes: it is none of these coins.
  if (!coins.some(one => one.id === asset.id)) return undefined;
  if (!close || close.dates.length >= young || priceFaults(close).length > 0) return undefined;
  const [from, last] = [close.dates[0], close.dates.at(-1)];
  if (from === undefined || last === undefined || from === last) return undefined;
  const days = daysBetween(from, last);
  const begun = Map.groupBy(beginnings, one => one.from);
  const lines = beginnings.flatMap(({coin, from: first, closes}) => {
    const {id, symbol, name} = coins[coin]!;
    const isListing = first >= since && begun.get(first)!.length < fileStart;
    if (id === asset.id || !isListing || closes.length <= days) return [];
    if (addDays(first, days) > until || hasFault(first, closes.slice(0, days + 1))) return [];
    return [[id, symbol, name, first, closes[days]! / closes[0]! - 1]];
  });
  if (lines.length < fewest) return undefined;
  const query = {from, days: String(days), asOf: endOfDay(last)};
  return fieldAnswer(
    "cohort",
    wish,
    query,
    csvText(["id", "symbol", "name", "from", "change"], lines),
  );
}

const hasFault = (from: Day, values: readonly number[]): boolean =>
  priceFaults({dates: values.map((_, i) => addDays(from, i)), values}).length > 0;

const queryShape = z.object({
  attribution: z.string(),
  from: z.iso.date(),
  days: z.coerce.number().int().positive(),
  asOf: z.iso.datetime(),
});

/** Reads what {@link cohortAnswer} wrote. */
export function readCohort(answer: RecordedAnswer): Reading {
  const {attribution: source, from, days, asOf} = fieldQuery(answer, queryShape);
  const cohort: Cohort = {
    days,
    from,
    source,
    file: answer.path,
    pointer: "#col=change",
    asOf,
    changes: rows(answer.body, answer.path).map(
      ({id = "", symbol = "", name = "", from = "", change = ""}) => ({
        asset: {id, symbol, name},
        from,
        change: parseAmount(change, answer.path, `the change of ${id}`),
      }),
    ),
  };
  return {cohort};
}
