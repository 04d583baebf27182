import {createReadStream} from "node:fs";
import {createInterface} from "node:readline";
import {createGunzip} from "node:zlib";
import fc from "fast-check";
import {afterAll, afterEach, beforeEach, expect, test} from "vitest";
import {isAnothersPrice} from "../../src/model/anothersPrice.ts";
import {addDays, type Day} from "../../src/model/day.ts";
import type {Market, Peer} from "../../src/model/market.ts";
import {record} from "../../src/snapshots/record.ts";
import {trailingField} from "../../src/sources/field.ts";
import {gatherFiles} from "../../src/sources/files.ts";
import {readMarket} from "../../src/sources/market.ts";
import {median} from "../../src/stats/median.ts";
import {soundPrints} from "../../src/stats/soundPrints.ts";
import {type Files, lay} from "../cli/madeUpData.ts";
import {temporary} from "../cli/support.ts";
import {recordedData, recordedTest} from "../recorded.ts";
import {coinCount, fieldFolder, firstDay} from "./madeUpField.ts";

let place: ReturnType<typeof temporary>;
beforeEach(() => {
  place = temporary();
});
afterEach(() => place[Symbol.dispose]());

/** Where the record of the recorded data is kept meanwhile. */
const cache = temporary();
afterAll(() => cache[Symbol.dispose]());

const noon = (day: Day) => `${addDays(day, 1)}T12:00:00Z`;
const lastDay = addDays(firstDay, 44);

async function gathered(files: Files, coin = "coin-1", asOf = noon(lastDay)) {
  lay(place.path, files);
  return gatherFiles(place.path, coin, asOf);
}
const marketOf = async (files: Files, coin = "coin-1", asOf = noon(lastDay)) =>
  readMarket(record(await gathered(files, coin, asOf), asOf));

/** One coin of the recorded data, as its lines stand there. */
interface Lines {
  readonly dates: Day[];
  readonly values: number[];
  readonly sources: string[];
}

async function* linesOf(path: string) {
  const file = createReadStream(path);
  yield* createInterface({input: path.endsWith(".gz") ? file.pipe(createGunzip()) : file});
}

/** Every coin whose price no other price makes, by id. */
async function recordedCoins(): Promise<Map<string, Lines>> {
  const byKey = new Map<string, Lines>();
  for await (const line of linesOf(`${recordedData}/crypto/close_usd_daily.csv.gz`)) {
    const [day, key, close, source] = line.split(",") as [string, string, string, string];
    if (day === "date" || close === "") continue;
    const one = byKey.get(key) ?? {dates: [], values: [], sources: []};
    byKey.set(key, one);
    one.dates.push(day);
    one.values.push(Number(close));
    one.sources.push(source);
  }
  const coins = new Map<string, Lines>();
  for await (const line of linesOf(`${recordedData}/assets.csv`)) {
    const [key, , kind, id] = line.split(",") as [string, string, string, string];
    const lines = byKey.get(key);
    if (lines && !isAnothersPrice(kind)) coins.set(id || key, lines);
  }
  return coins;
}

/** A coin's change of the day if it counts among those of others, without any haste. */
function changeOn({dates, values, sources}: Lines, day: Day): number | undefined {
  const i = dates.indexOf(day);
  const before = addDays(day, -1);
  if (i < 1 || dates[i - 1] !== before || sources[i] !== sources[i - 1]) return undefined;
  const known = soundPrints({dates: dates.slice(0, i + 1), values: values.slice(0, i + 1)});
  const sound = known.dates.at(-1) === day && known.dates.at(-2) === before;
  if (!sound || known.standing.has(day) || known.dates.length <= 30) return undefined;
  return values[i]! / values[i - 1]! - 1;
}

recordedTest(
  "the field of a recorded day is what a slow reckoning over the closes finds",
  async () => {
    const coins = await recordedCoins();
    const ids = [...coins.keys()];
    const days = fc.integer({min: 0, max: 2500}).map(i => addDays("2019-05-01", i));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ids), days, fc.nat(), async (id, day, back) => {
        const asOf = noon(day);
        const market = readMarket(
          record(await gatherFiles(recordedData, id, asOf, undefined, cache.path), asOf),
        );
        const {field} = market;
        const of = (when: Day) =>
          new Map(
            [...coins].flatMap(([other, lines]) => {
              const change = changeOn(lines, when);
              return change === undefined ? [] : [[other, change] as const];
            }),
          );
        const others = of(day);
        others.delete(id);
        const ends = market.close?.dates.at(-1) ?? day;
        if (others.size < 50 || ends !== day) {
          expect(field).toBeUndefined();
          return;
        }
        expect(field?.day).toBe(day);
        expect(field!.changes.map(one => one.asset.id).sort()).toEqual([...others.keys()].sort());
        for (const {asset, change} of field!.changes)
          expect(change).toBeCloseTo(others.get(asset.id)!, 9);
        const {median: medians, coins: counts, below} = field!.history!;
        expect(medians.dates.at(-1)).toBe(day);
        const when = medians.dates[back % medians.dates.length]!;
        const then = of(when);
        const own = then.get(id);
        then.delete(id);
        const at = medians.dates.indexOf(when);
        expect(counts.values[at]).toBe(then.size);
        expect(medians.values[at]).toBeCloseTo(median([...then.values()]), 9);
        const worse = own === undefined ? undefined : [...then.values()].filter(v => v < own);
        expect(below.values[below.dates.indexOf(when)]).toBe(worse?.length);
      }),
      {numRuns: 15},
    );
  },
  240_000,
);

test("the others are all but the asset and what another price makes", async () => {
  const {field} = await marketOf(
    fieldFolder({
      listed: [["tether", "USDT", "Tether", "stablecoin", "USDT"]],
      prices: Array.from({length: 45}, (_, i) => [addDays(firstDay, i), "USDT", 1, "a"]),
    }),
  );
  expect(field).toMatchObject({day: lastDay, asOf: `${addDays(lastDay, 1)}T00:00:00Z`});
  expect(field!.changes).toHaveLength(coinCount - 1);
  const ids = field!.changes.map(({asset}) => asset.id);
  expect(ids).not.toContain("coin-1");
  expect(ids).not.toContain("tether");
  // Thirty closes behind a day: the thirty-first is the first with a change that counts.
  expect(field!.history!.median.dates[0]).toBe(addDays(firstDay, 30));
  expect(field!.history!.below.dates).toEqual(field!.history!.median.dates);
});

test("of an asset that another price makes, the place among the others is not told", async () => {
  const {field} = await marketOf(
    fieldFolder({
      listed: [["tether", "USDT", "Tether", "stablecoin", "USDT"]],
      prices: Array.from({length: 45}, (_, i) => [addDays(firstDay, i), "USDT", 1 + i / 1e5, "a"]),
    }),
    "tether",
  );
  expect(field!.changes).toHaveLength(coinCount);
  expect(field!.history!.below.dates).toEqual([]);
});

test("there is none where the asset's closes end on another day, or others are too few", async () => {
  const short = fieldFolder();
  const prices = String(short["prices.csv"]).replace(new RegExp(`^${lastDay},C1,.*\n`, "m"), "");
  expect((await marketOf({...short, "prices.csv": prices})).field).toBeUndefined();
  const stays = fieldFolder({days: 45});
  expect((await marketOf(stays, "coin-1", noon(addDays(lastDay, 2)))).field?.day).toBe(lastDay);
  expect((await marketOf(stays, "coin-1", noon(addDays(lastDay, 4)))).field).toBeUndefined();
  const few = String(short["assets.csv"]).split("\n").slice(0, 51).join("\n");
  expect((await marketOf({...short, "assets.csv": `${few}\n`})).field).toBeUndefined();
});

test("nothing that is stamped after the wall changes a byte", async () => {
  const prices = String(fieldFolder({days: 45})["prices.csv"]);
  const [header, ...lines] = prices.trimEnd().split("\n");
  await fc.assert(
    fc.asyncProperty(
      fc.integer({min: 33, max: 43}),
      fc.array(
        fc.tuple(fc.nat(lines.length - 1), fc.constantFrom("0", "1e9", "", "no", "3.7", "cut")),
      ),
      async (index, changes) => {
        const day = addDays(firstDay, index);
        const changed = lines.map((line, i) => {
          const [date, key, close, source] = line.split(",") as [string, string, string, string];
          const other = changes.find(([at]) => at === i)?.[1];
          // The asset's own lines and the benchmark's are read one by one, and refused.
          if (other === "cut") return date > day && !/C[01]/.test(key) ? `${date},"${key}` : line;
          return date > day ? `${date},${key},${other ?? close},${source}` : line;
        });
        const answers = async (body: readonly string[]) =>
          (
            await gathered(
              {...fieldFolder(), "prices.csv": `${[header, ...body].join("\n")}\n`},
              "coin-1",
              noon(day),
            )
          ).answers.map(({query, url, body}) => ({query, url, body: body.toString()}));
        expect(await answers(changed)).toEqual(await answers(lines));
        expect(await answers(lines.filter(line => line.slice(0, 10) <= day))).toEqual(
          await answers(lines),
        );
      },
    ),
    {numRuns: 15},
  );
});

test("a snapshot without the others is read as before", async () => {
  const asOf = noon(lastDay);
  const all = await gathered(fieldFolder());
  const answers = all.answers.filter(({source}) => source !== "field");
  const market = readMarket(record({...all, answers}, asOf));
  expect(market.field).toBeUndefined();
  expect(market.close?.dates.at(-1)).toBe(lastDay);
});

/** A row of the market's largest coins. */
const peer = (id: string, name: string, change = -0.02, price = 20, at = "01:52:00"): Peer => {
  const datum = (value: number) => ({
    value,
    asOf: `2026-03-20T${at}Z`,
    source: "CoinGecko",
    file: "answers/002.json",
    pointer: `/${id}`,
  });
  return {asset: {id, symbol: "X", name}, state: {price: datum(price), change24h: datum(change)}};
};
const fifty = Array.from({length: 50}, (_, i) => peer(`coin-${i}`, `Coin ${i}`, i / 1000));

test("the last 24 hours leave out the asset, pegs, what is wrapped, gold and stale rows", () => {
  const asset = {id: "gadget", symbol: "GDT", name: "Gadget"};
  const out = [
    peer("gadget", "Gadget"),
    peer("new-dollar", "Agora", 0.001, 0.995),
    peer("usd-coin", "USDC", 0.04, 0.95),
    peer("wrapped-gizmo", "Wrapped Gizmo"),
    peer("gizmo-b", "Bridged Gizmo"),
    peer("st-gizmo", "Lido Staked Gizmo"),
    peer("pax-gold", "PAX Gold"),
    peer("fund", "Treasury Fund"),
    peer("slow", "Slow", -0.5, 20, "00:40:00"),
  ];
  const kept = [peer("bitcoin-gold", "Bitcoin Gold"), peer("near-a-dollar", "Sui", -0.05, 0.99)];
  const field = trailingField([...fifty, ...out, ...kept], asset);
  const ids = field!.changes.map(one => one.asset.id);
  expect(ids).toEqual([...fifty, ...kept].map(one => one.asset.id));
  expect(field).toMatchObject({asOf: "2026-03-20T01:52:00Z", source: "CoinGecko"});
  expect(field!.day).toBeUndefined();
  expect(field!.history).toBeUndefined();
  expect(trailingField([...fifty.slice(1), ...out], asset)).toBeUndefined();
});

recordedTest("recorded answers give the last 24 hours where the closes end before", async () => {
  const of = async (coin: string, asOf: string): Promise<Market> =>
    readMarket(record(await gatherFiles(recordedData, coin, asOf, undefined, cache.path), asOf));
  const {field} = await of("bittensor", "2026-03-20T02:00:00Z");
  expect(field?.day).toBeUndefined();
  expect(field!.changes.length).toBeGreaterThan(150);
  expect(await of("bittensor", "2026-03-19T02:00:00Z")).toMatchObject({
    field: {day: "2026-03-18", history: {}},
  });
});
