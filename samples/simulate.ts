import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";
import {addDays} from "../src/model/day.ts";

/** Where the simulated market lies. */
export const simulatedFolder = join(import.meta.dirname, "simulated");

const seed = 20250701;
/** The last day is a Tuesday: currencies and metals have a rate of it and of the day before. */
const firstDay = "2023-08-02";
const days = 700;
const lastDay = addDays(firstDay, days - 1);
/** Size and turnover are kept for the time that a note looks back at them. */
const activityDays = 400;

/** The instant that the sample's note is made at: the end of the last day. */
export const simulatedAsOf = `${addDays(lastDay, 1)}T00:00:00Z`;

/** What happens to one coin, and on which day for the first time. */
export const decoupling = {asset: "tessilith", day: addDays(lastDay, -74)};

const sectors = ["payments", "computing", "storage"] as const;

interface Coin {
  readonly symbol: string;
  readonly name: string;
  readonly price: number;
  readonly supply: number;
  /** Of market cap, on an ordinary day. */
  readonly turnover: number;
  /** Daily standard deviations are those of an ordinary day. */
  readonly beta: number;
  readonly own: number;
  readonly sector?: (typeof sectors)[number];
}

const benchmark: Coin = {
  symbol: "OSTRB",
  name: "Ostrabell",
  price: 4120,
  supply: 61_400_000,
  turnover: 0.026,
  beta: 1,
  own: 0,
};

/** Invented, names and symbols alike. */
const coins: readonly Coin[] = [
  benchmark,
  coin("BRNDK", "Brindlark", [212, 410e6], [0.048, 1.1, 0.019], "computing"),
  coin("TSLTH", "Tessilith", [38.4, 92e6], [0.061, 1.15, 0.02], "computing"),
  coin("ONDRB", "Ondrabar", [0.74, 21e9], [0.035, 0.9, 0.018], "payments"),
  coin("VLQST", "Velquist", [64.5, 180e6], [0.072, 1.25, 0.024], "computing"),
  coin("HRWMT", "Harrowmint", [1.92, 3.1e9], [0.041, 0.95, 0.02], "payments"),
  coin("SNDVL", "Sundervale", [9.15, 640e6], [0.055, 1.2, 0.023], "storage"),
  coin("PLLCN", "Pellucine", [0.0462, 88e9], [0.083, 1.3, 0.031], "payments"),
  coin("KSTRV", "Kestrivan", [17.8, 240e6], [0.052, 1.05, 0.022], "storage"),
  coin("MRWCK", "Morrowick", [121, 19e6], [0.029, 0.85, 0.021], "storage"),
  coin("FNWDN", "Fenwarden", [3.37, 510e6], [0.066, 1.1, 0.028], "computing"),
  coin("ZPHND", "Zephandra", [0.218, 4.4e9], [0.094, 1.2, 0.033], "payments"),
  coin("CRVDN", "Corvidane", [5.6, 150e6], [0.047, 1, 0.027], "storage"),
];

function coin(
  symbol: string,
  name: string,
  [price, supply]: readonly [number, number],
  [turnover, beta, own]: readonly [number, number, number],
  sector: (typeof sectors)[number],
): Coin {
  return {symbol, name, price, supply, turnover, beta, own, sector};
}

/** The coins that others are quoted in. */
const quotes = coins.slice(0, 11).map(({symbol}) => symbol);

/** Currencies that are no more, so that nobody takes their rates for real ones: units per dollar. */
const currencies: Readonly<Record<string, number>> = {
  ATS: 12.6,
  BEF: 37.1,
  DEM: 1.79,
  EEK: 14.4,
  ESP: 152,
  FIM: 5.46,
  FRF: 6.02,
  GRD: 313,
  HRK: 6.93,
  IEP: 0.723,
  ITL: 1780,
  LVL: 0.646,
  NLG: 2.02,
  PTE: 184,
};

/** The currency that falls out of line on the last day, and by how much it loses. */
const outlier = {currency: "GRD", loss: 0.037};

const metals: Readonly<Record<string, {readonly price: number; readonly own: number}>> = {
  gold: {price: 1612, own: 0.007},
  silver: {price: 19.4, own: 0.013},
};

const dayAt = (index: number) => addDays(firstDay, index);
const allDays = Array.from({length: days}, (_, i) => i);

/** Where chance comes from: a number from 0 up to 1 at each call. */
type Draw = () => number;

/** The same numbers in the same order each time; all else here is sums, products and roots. */
function seeded(): Draw {
  const source = xoroshiro128plus(seed);
  for (let i = 0; i < 64; i++) source.next(); // a young state still resembles its seed
  return () => (source.next() >>> 0) / 2 ** 32;
}

/** Not a power: those may differ in the last digit between engines. */
const square = (value: number) => value * value;

/** Twelve uniform numbers add up to something close to the normal distribution. */
function normal(draw: Draw): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += draw();
  return sum;
}

/** Student's t with 5 degrees of freedom, scaled to variance 1 and cut at 6. */
function heavyTailed(draw: Draw): number {
  let squares = 0;
  for (let i = 0; i < 5; i++) squares += square(normal(draw));
  const t = (normal(draw) / Math.sqrt(squares / 5)) * Math.sqrt(3 / 5);
  return Math.min(6, Math.max(-6, t));
}

/** A day's shock each, of variance 1 on average, in calm and restless times: GARCH(1,1). */
function shocks(draw: Draw): number[] {
  let variance = 1;
  return allDays.map(() => {
    const shock = Math.sqrt(variance) * heavyTailed(draw);
    variance = 0.05 + 0.08 * square(shock) + 0.87 * variance;
    return shock;
  });
}

interface Path {
  readonly coin: Coin;
  readonly closes: readonly number[];
  readonly caps: readonly number[];
  readonly volumes: readonly number[];
}

/** A factor model: the benchmark, the sector, and what is the coin's own. */
function simulateCoins(draw: Draw): Path[] {
  const market = shocks(draw).map(shock => 0.026 * shock);
  const sector = new Map(sectors.map(name => [name, shocks(draw).map(shock => 0.011 * shock)]));
  return coins.map(one => {
    const own = shocks(draw);
    const common = one.sector ? sector.get(one.sector)! : own.map(() => 0);
    const returns = own.map((shock, i) => {
      const {beta, own: size} = loadings(one, dayAt(i));
      return beta * market[i]! + common[i]! + size * shock;
    });
    return path(one, returns, draw);
  });
}

/** From its day on the decoupling coin hardly follows the benchmark, and moves more by itself. */
function loadings(one: Coin, day: string): Pick<Coin, "beta" | "own"> {
  const apart = idOf(one) === decoupling.asset && day >= decoupling.day;
  return apart ? {beta: 0.3, own: one.own * 1.6} : one;
}

function path(one: Coin, returns: readonly number[], draw: Draw): Path {
  const variance = returns.reduce((sum, value) => sum + square(value), 0) / returns.length;
  let price = one.price;
  const closes = returns.map(value => {
    price *= 1 + Math.max(-0.6, value) + variance / 2;
    return price;
  });
  const caps = closes.map((close, i) => close * one.supply * (1 + i / 10_000));
  const volumes = caps.map((cap, i) => cap * one.turnover * busyness(returns[i]!, draw));
  return {coin: one, closes, caps, volumes};
}

/** More changes hands on days of large moves. */
const busyness = (change: number, draw: Draw) => (0.6 + 0.5 * draw()) * (1 + 9 * Math.abs(change));

/** Units of each currency per dollar, with a part that all of them share. */
function simulateCurrencies(draw: Draw): ReadonlyMap<string, readonly number[]> {
  const dollar = shocks(draw).map(shock => 0.0024 * shock);
  return new Map(
    Object.entries(currencies).map(([code, start]) => {
      const own = shocks(draw).map(shock => 0.0026 * shock);
      let rate = start;
      const rates = own.map((change, i) => {
        const last = code === outlier.currency && i === days - 1;
        rate *= last ? 1 / (1 - outlier.loss) : 1 + change + dollar[i]!;
        return rate;
      });
      return [code, rates];
    }),
  );
}

function simulateMetals(draw: Draw): ReadonlyMap<string, readonly number[]> {
  const common = shocks(draw).map(shock => 0.006 * shock);
  return new Map(
    Object.entries(metals).map(([name, {price: start, own}]) => {
      let price = start;
      const prices = shocks(draw).map((shock, i) => {
        price *= 1 + common[i]! + own * shock;
        return price;
      });
      return [name, prices];
    }),
  );
}

const idOf = ({name}: Coin) => name.toLowerCase();
const workingDays = allDays.filter(i => ![0, 6].includes(new Date(dayAt(i)).getUTCDay()));

/** To so many significant digits, never with an exponent. */
const digits = (value: number, count: number) => String(Number(value.toPrecision(count)));

const csv = (lines: readonly (readonly string[])[]) =>
  lines.map(cells => `${cells.join(",")}\n`).join("");

/** The simulated market, by the path in its folder: the same bytes whenever and wherever. */
export function simulate(): ReadonlyMap<string, string> {
  const draw = seeded();
  const paths = simulateCoins(draw);
  return new Map([
    ["dataset.json", `${JSON.stringify(manifest, null, 2)}\n`],
    ["assets.csv", csv([["id", "symbol", "name", "sector"], ...coins.map(assetRow)])],
    ["closes.csv", csv([["date", "symbol", "close"], ...paths.flatMap(closeRows)])],
    [
      "activity.csv",
      csv([["date", "symbol", "volume_usd", "market_cap_usd"], ...paths.flatMap(activityRows)]),
    ],
    ["currencies.csv", wide(simulateCurrencies(draw))],
    ["metals.csv", wide(simulateMetals(draw))],
    ["figures.csv", csv([["asset", "figure", "value", "at"], ...figureRows(paths)])],
  ]);
}

const assetRow = (one: Coin) => [idOf(one), one.symbol, one.name, groupOf(one)];

/** Four coins are too few to be compared with: two sectors make one group. */
function groupOf({sector}: Coin): string {
  if (sector === undefined) return "";
  return sector === "payments" ? "payment coins" : "computing and storage coins";
}

const closeRows = ({coin: {symbol}, closes}: Path) =>
  closes.map((close, i) => [dayAt(i), symbol, digits(close, 6)]);

const activityRows = ({coin: {symbol}, volumes, caps}: Path) =>
  allDays
    .slice(-activityDays)
    .map(i => [dayAt(i), symbol, digits(volumes[i]!, 4), digits(caps[i]!, 4)]);

/** A column each; markets that close at weekends have no rows there. */
function wide(columns: ReadonlyMap<string, readonly number[]>): string {
  const values = [...columns.values()];
  return csv([
    ["date", ...columns.keys()],
    ...workingDays.map(i => [dayAt(i), ...values.map(rates => digits(rates[i]!, 6))]),
  ]);
}

/** The state of the market at the end: price, size, volume and rank of every coin. */
function figureRows(paths: readonly Path[]): string[][] {
  const end = days - 1;
  const bySize = paths.toSorted((a, b) => b.caps[end]! - a.caps[end]!);
  return paths.flatMap(one => {
    const row = (figure: string, value: string) => [idOf(one.coin), figure, value, simulatedAsOf];
    return [
      row("price.usd", digits(one.closes[end]!, 6)),
      row("marketCap.usd", digits(one.caps[end]!, 4)),
      row("volume24h.usd", digits(one.volumes[end]!, 4)),
      row("rank", String(bySize.indexOf(one) + 1)),
    ];
  });
}

const manifest = {
  schema: "assay/dataset@1",
  name: "Simulated market",
  simulated: true,
  benchmark: idOf(benchmark),
  quotes,
  assets: {file: "assets.csv", symbol: "symbol", id: "id", name: "name", sector: "sector"},
  prices: [
    {file: "closes.csv", date: "date", symbol: "symbol", closeUsd: "close", stamp: "day-end"},
  ],
  activity: [
    {
      file: "activity.csv",
      date: "date",
      symbol: "symbol",
      volumeUsd: "volume_usd",
      marketCapUsd: "market_cap_usd",
      stamp: "day-end",
    },
  ],
  fiat: [{file: "currencies.csv", date: "date", layout: "wide", unit: "per-usd"}],
  metals: [
    {
      file: "metals.csv",
      date: "date",
      unit: "usd-per-ounce",
      columns: {xau: "gold", xag: "silver"},
    },
  ],
  figures: [{file: "figures.csv", asset: "asset", figure: "figure", value: "value", at: "at"}],
};

if (import.meta.main) {
  await mkdir(simulatedFolder, {recursive: true});
  for (const [path, text] of simulate()) await writeFile(join(simulatedFolder, path), text);
}
