import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {asOf, csv, dates, lay, madeUp, priceRows} from "../cli/madeUpData.ts";
import {temporary} from "../cli/support.ts";
import {draftOf} from "../walk.ts";

const place = temporary();
afterAll(() => place[Symbol.dispose]());

/** Data in which coin and benchmark have moved by these factors in the last days; too few to test their tie. */
function moved(coin: number, benchmark: number): string {
  const data = join(place.path, `${coin}-${benchmark}`);
  const factors = new Map([
    ["GDT", coin],
    ["BTC", benchmark],
  ]);
  const rows = priceRows((symbol, day, price) => {
    const late = Math.max(0, dates.indexOf(day) - (dates.length - 5)) / 4;
    return price * (factors.get(symbol) ?? 1) ** late;
  });
  const recent = rows.filter(([day = ""]) => dates.indexOf(String(day)) >= dates.length - 40);
  lay(data, {...madeUp(), "prices.csv": csv([["date", "symbol", "close"], ...recent])});
  return data;
}

const coins = [0.02, 0.2, 0.32, 0.48, 0.64, 0.74, 0.9, 1.2, 1.35, 1.6, 2.1, 12];
const benchmarks = [0.45, 0.7, 0.96, 1.3];

test.each(coins)(
  "a note on a coin that moved to %d of its price, whatever the benchmark did, is blamed for nothing",
  async coin => {
    for (const benchmark of benchmarks) {
      const data = moved(coin, benchmark);
      for (const locale of ["en", "tr"]) {
        const {draft} = await draftOf({coin: "gadget", data, asOf, locale});
        expect(draft.faults, `${benchmark} ${locale}: ${draft.evidence.note.title}`).toEqual([]);
      }
    }
  },
  120_000,
);
