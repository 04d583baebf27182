import {describe, expect, test} from "vitest";
import {find} from "../../src/findings/find.ts";
import {addDays} from "../../src/model/day.ts";
import type {PeersFinding} from "../../src/model/finding.ts";
import type {Market, MarketState} from "../../src/model/market.ts";
import {readMarket} from "../../src/sources/market.ts";
import {recordedData, recordedTest} from "../recorded.ts";
import {draftOf} from "../walk.ts";

const peersOf = (market: Market) =>
  find(market).findings.find((one): one is PeersFinding => one.kind === "peers");

describe("Bittensor among the AI coins on 20 March 2026", () => {
  const found = async () => {
    const asOf = "2026-03-20T02:00:00Z";
    const {snapshot} = await draftOf({coin: "bittensor", data: recordedData, asOf});
    return peersOf(readMarket(snapshot))!;
  };

  // Worked out beforehand by other means, from the same files.
  recordedTest(
    "each has the change over 30 days and the tie to Bitcoin that its closes give",
    async () => {
      const peers = await found();
      const values = [...peers.rows, ...peers.rest].map(row => [
        row.asset.symbol,
        row.change30d?.value.toFixed(4),
        row.correlation?.value.toFixed(4),
      ]);
      expect(values).toEqual([
        ["TAO", "0.3732", "0.7746"],
        ["NEAR", undefined, undefined],
        ["ICP", "0.0621", "0.5755"],
        ["WLD", "-0.0867", "0.8108"],
        ["RENDER", "0.2061", "0.7780"],
        ["FET", "0.2896", "0.8328"],
        ["VIRTUAL", "0.1277", "0.8178"],
        ["KITE", "-0.0677", "0.1724"],
        ["GRT", undefined, undefined],
        ["VVV", "0.4138", "0.4828"],
        ["SENT", undefined, undefined],
        ["AKT", "0.5348", "0.5225"],
        ["ATH", "0.0608", "0.6470"],
        ["0G", "-0.1550", "0.4407"],
      ]);
    },
  );

  recordedTest("the medians are of the others, the places of all", async () => {
    const {size, place, median, rows} = await found();
    expect(size.value).toBe(14);
    expect(rows).toHaveLength(10);
    expect(median.change24h!.value).toBeCloseTo(-0.0089189, 9);
    expect(median.turnover!.value).toBeCloseTo(0.10473314, 8);
    expect(place).toMatchObject({
      marketCap: {value: 1},
      change24h: {value: 3},
      turnover: {value: 5},
    });
    // Three of them have no closes on record, and a place among the rest would be none.
    expect(place.change30d).toBeUndefined();
  });
});

const asOf = "2026-03-20T02:00:00Z";
const days = Array.from({length: 200}, (_, i) => addDays("2026-03-19", i - 199));
/** The same for the same seed. */
function walk(seed: number): number[] {
  let state = seed;
  let price = 20;
  return days.map(() => {
    state = (state * 48271) % 2147483647;
    price *= Math.exp((state / 2147483647 - 0.5) * 0.06);
    return price;
  });
}
const series = (id: string, values: readonly number[]) => ({
  id: `close.${id}`,
  source: "made up",
  file: `answers/${id}.csv`,
  pointer: "#col=close",
  dates: days,
  values,
});
const asset = (id: string) => ({id, symbol: id.toUpperCase(), name: `${id} coin`});
const datum = (value: number, at = "2026-03-20T01:50:00Z") => ({
  value,
  asOf: at,
  source: "made up",
  file: "answers/page.json",
  pointer: `/${value}`,
});
const stateOf = (cap: number, at?: string): MarketState => ({
  price: datum(20, at),
  marketCap: datum(cap, at),
  volume24h: datum(cap / 10, at),
  change24h: datum(cap / 1e6, at),
});
const ids = ["a", "b", "c", "d", "e"];

/** A coin with five peers, of which `changes` takes or spoils one. */
const market = (changes: Partial<Market> = {}): Market => ({
  asset: asset("own"),
  benchmark: asset("btc"),
  asOf,
  simulated: false,
  state: stateOf(3500),
  benchmarkState: {},
  close: series("own", walk(3)),
  benchmarkClose: series("btc", walk(5)),
  rates: [],
  trendingCategories: [],
  peers: [],
  categories: [],
  sector: {id: "tools", name: "tools", by: "list", members: ["own", ...ids]},
  sectorPeers: ids.map((id, i) => ({asset: asset(id), state: stateOf(1000 * (i + 1))})),
  sectorCloses: ids.map((id, i) => series(id, walk(11 + i))),
  earlier: [],
  venues: [],
  ...changes,
});
const without = (count: number) => market({sectorPeers: market().sectorPeers.slice(count)});
const change = (id: string, fields: object) =>
  market({
    sectorPeers: market().sectorPeers.map(one => (one.asset.id === id ? {...one, ...fields} : one)),
  });
const names = (found: PeersFinding | undefined) => found?.rows.map(row => row.asset.id);

test("rows go by size, the asset among them; every input of a figure is a figure or a series", () => {
  const findings = find(market());
  const found = peersOf(market())!;
  expect(names(found)).toEqual(["e", "d", "own", "c", "b", "a"]);
  expect(found.place).toMatchObject({marketCap: {value: 3}, change24h: {value: 3}});
  expect(found.place.change30d).toBeDefined();
  const known = new Set([...findings.figures.keys(), ...findings.series.map(({id}) => id)]);
  const inputs = [...findings.figures.values()]
    .filter(({id}) => id.startsWith("peers."))
    .flatMap(({origin}) => ("inputs" in origin ? origin.inputs : []));
  expect(inputs.length).toBeGreaterThan(20);
  expect(inputs.filter(id => !known.has(id))).toEqual([]);
});

test("fewer than four others are no table, and that is said", () => {
  expect(peersOf(without(1))).toBeDefined();
  expect(peersOf(without(2))).toBeUndefined();
  expect(find(without(2)).leftOut).toEqual([
    {what: "tools", reason: "fewer than 4 other coins on record"},
  ]);
});

test("of many coins the ten largest are shown, the asset always", () => {
  const many = Array.from({length: 20}, (_, i) => `p${i}`);
  const wide = market({
    state: stateOf(1),
    sector: {id: "tools", name: "tools", by: "list", members: many},
    sectorPeers: many.map((id, i) => ({asset: asset(id), state: stateOf(1000 + i)})),
    sectorCloses: [],
  });
  const found = peersOf(wide)!;
  expect(found.rows).toHaveLength(10);
  expect(names(found)!.at(-1)).toBe("own");
  expect(found.rest).toHaveLength(11);
  expect(found.place.marketCap!.value).toBe(21);
});

describe("a coin that cannot be compared is left out and named", () => {
  test.each<[string, Market, string]>([
    [
      "a row of hours ago, and no closes",
      market({
        sectorPeers: change("c", {state: stateOf(3000, "2026-03-19T20:00:00Z")}).sectorPeers,
        sectorCloses: market().sectorCloses.filter(({id}) => id !== "close.c"),
      }),
      "last brought up to date at 2026-03-19T20:00:00Z",
    ],
    [
      "a coin that stands for another by its name",
      change("c", {asset: {...asset("c"), name: "Wrapped Gadget"}}),
      "stands for another coin, says its name",
    ],
    [
      "a pegged one",
      market({
        sectorCloses: market().sectorCloses.map(one =>
          one.id === "close.c"
            ? series(
                "c",
                days.map((_, i) => 1 + 1e-5 * (i % 3)),
              )
            : one,
        ),
      }),
      "pegged",
    ],
    [
      "one of which nothing is on record",
      market({sectorPeers: market().sectorPeers.filter(one => one.asset.id !== "c")}),
      "nothing on record",
    ],
  ])("%s", (_, spoiled, reason) => {
    expect(names(peersOf(spoiled))).toEqual(["e", "d", "own", "b", "a"]);
    expect(find(spoiled).leftOut).toEqual([{what: "tools/c", reason}]);
  });

  test("and of those left out for want of data the note knows the names, so that no place hides them", () => {
    const old = change("c", {state: stateOf(3000, "2026-03-19T20:00:00Z")}).sectorPeers;
    const bare = market().sectorCloses.filter(({id}) => id !== "close.c");
    expect(peersOf(market({sectorPeers: old, sectorCloses: bare}))!.unseen).toMatchObject({
      count: {value: 1},
      names: ["c coin"],
    });
    const gone = market().sectorPeers.filter(one => one.asset.id !== "c");
    expect(peersOf(market({sectorPeers: gone}))!.unseen!.names).toEqual(["c"]);
    const wrapped = change("c", {asset: {...asset("c"), name: "Wrapped Gadget"}});
    expect(peersOf(wrapped)).not.toHaveProperty("unseen");
    expect(peersOf(market())).not.toHaveProperty("unseen");
  });

  test("faulty closes are disclosed, and no change is computed from them", () => {
    const spoiled = market({
      sectorCloses: market().sectorCloses.map(one =>
        one.id === "close.c" ? {...one, values: one.values.with(199, 1e9)} : one,
      ),
    });
    const row = peersOf(spoiled)!.rows.find(one => one.asset.id === "c")!;
    expect(row.change30d).toBeUndefined();
    expect(find(spoiled).exclusions.map(one => one.figure)).toContain("close.c.2026-03-19");
  });
});

test("without changes from the source a day is measured between closes, for all alike", () => {
  const bare = market({
    state: {price: datum(20), change24h: datum(0.5)},
    sectorPeers: ids.map(id => ({asset: asset(id), state: {}})),
  });
  const found = peersOf(bare)!;
  for (const row of found.rows)
    expect(row.change24h!.origin).toMatchObject({
      formula: "close of 2026-03-19 / close of 2026-03-18 - 1",
    });
});

test("the asset's own row is from the answer that the others' are from", () => {
  const told = {...stateOf(4500), change24h: datum(0.3)};
  const found = peersOf(market({sectorState: told}))!;
  const own = found.rows.find(one => one.asset.id === "own")!;
  expect(own).toMatchObject({marketCap: {value: 4500}, change24h: {value: 0.3}});
  expect(found.place).toMatchObject({marketCap: {value: 2}, change24h: {value: 1}});
});

test("the benchmark among the peers has no tie to itself, nor has it to be a coin of its own", () => {
  const found = peersOf(
    market({
      sector: {id: "tools", name: "tools", by: "list", members: ["own", "btc", ...ids]},
      sectorPeers: [{asset: asset("btc"), state: stateOf(9e9)}, ...market().sectorPeers],
    }),
  )!;
  expect(found.rows[0]).toMatchObject({asset: {id: "btc"}});
  expect(found.rows[0]!.correlation).toBeUndefined();
  expect(found.rows[0]!.change30d).toBeDefined();
});

test("a stablecoin has no peers", () => {
  const pegged = days.map((_, i) => 1 + 1e-5 * (i % 3));
  expect(peersOf(market({close: series("own", pegged)}))).toBeUndefined();
});
