import {join} from "node:path";
import {crc32} from "node:zlib";
import {loadDataset} from "../../src/sources/dataset.ts";
import {listedCoins} from "../../src/sources/listedCoins.ts";
import {selectLines} from "../../src/sources/selectLines.ts";
import {dayNumber} from "../../src/stats/dayNumber.ts";
import {priceFaults} from "../../src/stats/priceFaults.ts";

const fewestDays = 3 * 365;
const breaks: ReadonlySet<string> = new Set(["unit-change", "level-jump"]);

/** One price series without a break, by the day: NaN where there is no sound price. */
export interface Coin {
  readonly symbol: string;
  /** A is the half that the constants of the method were chosen on, B the unseen one. */
  readonly half: "A" | "B";
  readonly firstDay: number;
  readonly logPrices: Float64Array;
}

/**
 * Every coin of the folder with three years of prices, from its first to its last. Where the
 * table of assets has a column `class`, only `crypto`: no stablecoins, wrapped coins or indices.
 */
export async function readCoins(folder: string): Promise<Coin[]> {
  const dataset = await loadDataset(folder);
  const listed = await listedCoins(folder, dataset);
  const left = new Set(
    listed.filter(one => one.class !== undefined && one.class !== "crypto").map(({key}) => key),
  );
  const closes = new Map<string, Map<string, number>>();
  for (const table of dataset.prices) await addCloses(closes, folder, table);
  return [...closes.keys()]
    .filter(key => !left.has(key))
    .sort()
    .flatMap(key => seriesOf(key, closes.get(key)!))
    .filter(({logPrices}) => logPrices.length >= fewestDays);
}

/** Of several tables the first that has a day is taken. */
async function addCloses(
  closes: Map<string, Map<string, number>>,
  folder: string,
  table: {file: string; date: string; symbol: string; closeUsd: string},
): Promise<void> {
  const columns = [table.date, table.symbol, table.closeUsd];
  const body = await selectLines(join(folder, table.file), {columns});
  const [header, ...lines] = body
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .split("\n");
  const [date, symbol, close] = columns.map(name => header!.split(",").indexOf(name));
  for (const line of lines) {
    const cells = line.split(",");
    if (cells.length < 3 || !cells[close!]) continue;
    const key = cells[symbol!]!;
    const days = closes.get(key) ?? new Map<string, number>();
    closes.set(key, days);
    if (!days.has(cells[date!]!)) days.set(cells[date!]!, Number(cells[close!]));
  }
}

/** Faults of the feed are left out as a note leaves them out; a break begins another series. */
function seriesOf(symbol: string, closes: ReadonlyMap<string, number>): Coin[] {
  const dates = [...closes.keys()].sort();
  const values = dates.map(date => closes.get(date)!);
  const faults = priceFaults({dates, values});
  const starts = faults.filter(({kind}) => breaks.has(kind)).map(({index}) => index);
  const bad = new Set(faults.filter(({kind}) => !breaks.has(kind)).map(({index}) => index));
  const half = crc32(symbol) % 2 === 0 ? "A" : "B";
  return [0, ...starts].flatMap((start, i) => {
    const kept = dates
      .map((_, at) => at)
      .slice(start, starts[i] ?? dates.length)
      .filter(at => !bad.has(at));
    if (kept.length === 0) return [];
    const firstDay = dayNumber(dates[kept[0]!]!);
    const logPrices = new Float64Array(dayNumber(dates[kept.at(-1)!]!) - firstDay + 1).fill(NaN);
    for (const at of kept) logPrices[dayNumber(dates[at]!) - firstDay] = Math.log(values[at]!);
    return [{symbol, half, firstDay, logPrices}];
  });
}
