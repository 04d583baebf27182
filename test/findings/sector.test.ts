import {expect, test} from "vitest";
import {addDays} from "../../src/model/day.ts";
import {
  closes,
  findingOf,
  lastDay,
  meanOf,
  pearsonOf,
  returns,
  returnsOf,
  series,
  spearmanOf,
} from "./markets.ts";

const days = 120;
const bitcoin = returns(61, days);
const common = returns(62, days, 0.02);
const coin = (seed: number) => {
  const noise = returns(seed, days, 0.01);
  return noise.map((value, t) => value + bitcoin[t]! + common[t]!);
};
const coins = ["eth", "xrp", "ltc", "bch", "bnb", "dot"];
const rates = coins.map((id, i) => series(`rate.${id}`, closes(10, coin(70 + i))));
const data = {
  close: series("close.own", closes(20, coin(90))),
  benchmarkClose: series("close.btc", closes(60_000, bitcoin)),
  rates,
};
const found = findingOf("sector", data)!;

test("the tie to the benchmark beside the other coins is Yule's partial rank correlation", () => {
  const from = addDays(lastDay, -89);
  const [own, reference, ...others] = [data.close, data.benchmarkClose, ...rates].map(returnsOf);
  const shared = [...own!.keys()].filter(day => day >= from);
  const y = shared.map(day => own!.get(day)!);
  const x = shared.map(day => reference!.get(day)!);
  const z = shared.map(day => Math.log(meanOf(others.map(one => Math.exp(one.get(day)!)))));
  const [yx, yz, xz] = [spearmanOf(y, x), spearmanOf(y, z), spearmanOf(x, z)];
  const partial = (yx - yz * xz) / Math.sqrt((1 - yz ** 2) * (1 - xz ** 2));
  expect(found).toMatchObject({members: {value: 6}, days: {value: 90}});
  expect(found.partial.value).toBeCloseTo(partial, 9);
  expect(found.shares.benchmark.value).toBeCloseTo(pearsonOf(x, y) ** 2, 9);
  const {benchmark, sector, own: rest} = found.shares;
  expect(benchmark.value + sector.value + rest.value).toBeCloseTo(1, 12);
});

test("fewer than five other coins are no sector", () => {
  expect(findingOf("sector", {...data, rates: rates.slice(0, 4)})).toBeUndefined();
});

test("currencies, the benchmark, the coin itself and coins with faulty closes are no members", () => {
  const faulty = {...rates[0]!, id: "rate.sol", values: rates[0]!.values.with(-20, 1e6)};
  const more = ["rate.eur", "rate.btc", "rate.own", "rate.xau"].map(id => ({...rates[0]!, id}));
  const same = findingOf("sector", {...data, rates: [...rates, ...more, faulty]})!;
  expect(same).toEqual(found);
});
