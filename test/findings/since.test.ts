import {describe, expect, test} from "vitest";
import {find} from "../../src/findings/find.ts";
import {addDays} from "../../src/model/day.ts";
import type {SinceFinding} from "../../src/model/finding.ts";
import type {EarlierNote, Market} from "../../src/model/market.ts";

const asOf = "2026-03-20T00:00:00Z";
const days = Array.from({length: 500}, (_, i) => addDays("2026-03-19", i - 499));
function walk(seed: number, from: number): number[] {
  let state = seed;
  let price = from;
  return days.map(() => {
    state = (state * 48271) % 2147483647;
    price *= Math.exp((state / 2147483647 - 0.5) * 0.06);
    return price;
  });
}
const series = (id: string, values: readonly number[], dates = days) => ({
  id: `close.${id}`,
  source: "made up",
  file: `answers/${id}.csv`,
  pointer: "#col=close",
  dates,
  values,
});
const closes = walk(3, 20);
const benchmark = walk(5, 60_000);
const closeOf = (day: string) => closes[days.indexOf(day)]!;
const datum = (value: number, at: string) => ({
  value,
  asOf: at,
  source: "Assay notes",
  file: "answers/009-earlier-notes.json",
  pointer: "/notes/0",
});
const note = (at: string, changes: Partial<EarlierNote> = {}): EarlierNote => ({
  id: `${at.slice(0, 10)}-own`,
  title: `As of ${at}`,
  asOf: at,
  price: datum(10, at),
  cases: [],
  ...changes,
});
const range = (date: string, low: number, high: number, horizon = 30) => ({
  date,
  horizon: datum(horizon, "2026-03-10T00:00:00Z"),
  low: datum(low, "2026-03-10T00:00:00Z"),
  high: datum(high, "2026-03-10T00:00:00Z"),
});
const market = (changes: Partial<Market> = {}): Market => ({
  asset: {id: "own", symbol: "OWN", name: "Own"},
  benchmark: {id: "btc", symbol: "BTC", name: "Bitcoin"},
  asOf,
  simulated: false,
  state: {price: datum(15, asOf), rank: datum(30, asOf)},
  benchmarkState: {},
  close: series("own", closes),
  benchmarkClose: series("btc", benchmark),
  rates: [],
  trendingCategories: [],
  peers: [],
  categories: [],
  sectorPeers: [],
  sectorCloses: [],
  earlier: [note("2026-03-10T00:00:00Z")],
  venues: [],
  ...changes,
});
const sinceOf = (changes: Partial<Market> = {}) =>
  find(market(changes)).findings.find((one): one is SinceFinding => one.kind === "since");

test("the move since the last note is between its price and the newest", () => {
  expect(sinceOf()).toMatchObject({
    last: {id: "2026-03-10-own", asOf: "2026-03-10T00:00:00Z"},
    days: {value: 10},
    priceThen: {value: 10},
    move: {value: 0.5},
  });
});

test("without an earlier note there is nothing to say", () => {
  expect(sinceOf({earlier: []})).toBeUndefined();
});

describe("the benchmark's move", () => {
  test("is between the closes of the same instants", () => {
    const [start, end] = [days.indexOf("2026-03-09"), days.indexOf("2026-03-19")];
    expect(sinceOf()!.benchmarkMove!.value).toBeCloseTo(
      benchmark[end]! / benchmark[start]! - 1,
      12,
    );
  });

  test("is from what the last note printed, where it did, to the source's price of the moment", () => {
    const earlier = [
      note("2026-03-10T14:00:00Z", {benchmarkPrice: datum(50_000, "2026-03-10T13:59:00Z")}),
    ];
    const found = sinceOf({earlier, benchmarkState: {price: datum(60_000, asOf)}})!;
    expect(found.benchmarkMove!.value).toBeCloseTo(0.2, 12);
  });

  test("is none where no price of the benchmark is of that time of day", () => {
    expect(sinceOf({earlier: [note("2026-03-10T12:00:00Z")]})!.benchmarkMove).toBeUndefined();
  });
});

test("rank, turnover and dependence are set beside today's where both are known", () => {
  const at = "2026-03-10T00:00:00Z";
  const earlier = [
    note(at, {
      rank: datum(40, at),
      turnover: datum(0.1, at),
      dependence: {window: datum(90, at), verdict: "weakened", rho: datum(0.2, at)},
    }),
  ];
  const found = sinceOf({earlier})!;
  expect(found.rank).toMatchObject({before: {value: 40}, now: {value: 30}});
  expect(found.turnover).toBeUndefined();
  const today = find(market()).figures.get("decoupling.90d.spearman");
  expect(found.dependence).toMatchObject({
    before: {verdict: "weakened", days: {value: 90}, rho: {value: 0.2}},
    now: {rho: today},
  });
});

describe("a case of an earlier note", () => {
  const outcome = (date: string, low: number, high: number, changes: Partial<Market> = {}) =>
    sinceOf({
      earlier: [note("2026-03-10T00:00:00Z", {cases: [range(date, low, high)]})],
      ...changes,
    })!.cases;

  test("is decided by the close of its day", () => {
    const close = closeOf("2026-03-15");
    const decided = {state: "decided", price: {value: close}, date: "2026-03-15"};
    expect(outcome("2026-03-15", close * 1.1, close * 2)).toMatchObject([{...decided, in: "bear"}]);
    expect(outcome("2026-03-15", close / 2, close * 2)).toMatchObject([{...decided, in: "base"}]);
    expect(outcome("2026-03-15", close / 3, close / 2)).toMatchObject([{...decided, in: "bull"}]);
    expect(outcome("2026-03-15", close, close * 2)).toMatchObject([{...decided, in: "base"}]);
  });

  test("is decided on the day itself only when it is over", () => {
    expect(outcome("2026-03-19", 1, 99)).toMatchObject([{state: "decided"}]);
    const eve = {asOf: "2026-03-19T23:59:59Z", state: {price: datum(15, "2026-03-19T23:59:00Z")}};
    expect(outcome("2026-03-19", 1, 99, eve)).toMatchObject([
      {state: "open", price: {value: 15}, in: "base"},
    ]);
  });

  test("stays open without the close of its day", () => {
    const at = days.indexOf("2026-03-15");
    const close = series("own", closes.toSpliced(at, 1), days.toSpliced(at, 1));
    expect(outcome("2026-03-15", 1, 2, {close})).toMatchObject([
      {state: "open", price: {value: 15}, in: "bull"},
    ]);
  });

  test("that was decided before the last note is not told again", () => {
    const older = note("2026-02-10T00:00:00Z", {
      cases: [
        range("2026-03-09", 1, 99),
        range("2026-03-10", 1, 99),
        range("2026-05-11", 1, 99, 90),
      ],
    });
    const {cases} = sinceOf({earlier: [note("2026-03-10T00:00:00Z"), older]})!;
    expect(cases.map(({date, state, note: {id}}) => [date, state, id])).toEqual([
      ["2026-03-10", "decided", "2026-02-10-own"],
      ["2026-05-11", "open", "2026-02-10-own"],
    ]);
  });
});

test("after a change of unit nothing is set beside the old price", () => {
  const at = days.indexOf("2026-03-14");
  const values = closes.map((value, i) => (i < at ? value * 1000 : value));
  const close = series("own", values, days);
  const gone = days.slice(at - 2, at);
  const kept = days.map((_, i) => i).filter(i => !gone.includes(days[i]!));
  const swapped = series(
    "own",
    kept.map(i => close.values[i]!),
    kept.map(i => days[i]!),
  );
  expect(sinceOf({close: swapped})).toBeUndefined();
});

test("every figure names inputs that are there", () => {
  const at = "2026-03-10T00:00:00Z";
  const earlier = [note(at, {cases: [range("2026-03-15", 1, 99)], rank: datum(40, at)})];
  const found = find(market({earlier}));
  const known = new Set([...found.figures.keys(), ...found.series.map(({id}) => id)]);
  const ours = [...found.figures.values()].filter(({id}) => /^(since|earlier)\./.test(id));
  expect(ours.length).toBeGreaterThan(8);
  const inputs = ours.flatMap(({origin}) => ("inputs" in origin ? origin.inputs : []));
  expect(inputs.filter(id => !known.has(id))).toEqual([]);
});
