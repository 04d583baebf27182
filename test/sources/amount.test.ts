import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {find} from "../../src/findings/find.ts";
import {ExpectedError, SourceChanged} from "../../src/model/errors.ts";
import type {Answer} from "../../src/model/snapshot.ts";
import {record} from "../../src/snapshots/record.ts";
import {isAmount, parseAmount} from "../../src/sources/amount.ts";
import {readMarket} from "../../src/sources/market.ts";
import {chartAnswer, coinAnswer, madeUpNow, marketRow} from "../servers/madeUpCoinGecko.ts";

const asset = {id: "gadget", symbol: "GDT", name: "Gadget"};
const benchmark = {id: "bitcoin", symbol: "BTC", name: "Bitcoin"};
const answer = (source: string, endpoint: string, query: Record<string, string>, body: unknown) =>
  ({
    source,
    endpoint,
    query,
    url: `https://api.example${endpoint}`,
    fetchedAt: madeUpNow,
    mediaType: "application/json",
    body: Buffer.from(JSON.stringify(body)),
  }) satisfies Answer;
const chart = (id: string, value: (day: number) => number) =>
  answer(
    "coingecko",
    "/coins/{id}/market_chart",
    {id, vs_currency: "usd"},
    chartAnswer(120, value),
  );
const market = (answers: readonly Answer[]) =>
  readMarket(record({asset, benchmark, simulated: false, answers}, madeUpNow));
const wave = (day: number) => 1 + 0.2 * Math.sin(day) + (day % 7) / 100;

/** A market in which everything about the coin is so many times as large. */
const scaled = (times: number) => [
  answer("coingecko", "/coins/markets", {vs_currency: "usd"}, [
    marketRow("bitcoin", "btc"),
    marketRow("gadget", "gdt", {current_price: times, market_cap: times, total_volume: times}),
  ]),
  chart("gadget", day => times * wave(day)),
  chart("bitcoin", day => 20 * wave(day * 2)),
];

describe("a number that cannot be counted with is refused with its place", () => {
  test.each([5e-324, 1e-300, 1e41, 1e308, -1e308])("%d", value => {
    expect(isAmount(value)).toBe(false);
    for (const answers of [
      [
        answer(
          "coingecko",
          "/coins/{id}",
          {id: "gadget"},
          {
            ...coinAnswer("gadget", "gdt"),
            market_data: {current_price: {usd: value}},
          },
        ),
      ],
      [chart("gadget", day => (day === 50 ? value : 20))],
      [
        answer(
          "currency-api",
          "/v1/currencies/usd.json",
          {},
          {date: "2026-03-19", usd: {gadget: value}},
        ),
      ],
    ]) {
      expect(() => market(answers)).toThrow(SourceChanged);
      expect(() => market(answers)).toThrow(
        /expected 0, or an amount from 1e-40 to 1e\+40[\s\S]*\(https/,
      );
    }
    expect(() => parseAmount(String(value), "prices.csv", "close on 2026-03-19")).toThrow(
      /prices\.csv has an impossible number for close on 2026-03-19/,
    );
  });
});

test("whatever the scale of a coin, what is found of it is finite, or refused in words", () => {
  const exponent = fc.double({min: -330, max: 330, noNaN: true});
  fc.assert(
    fc.property(exponent, power => {
      const times = 10 ** power;
      if (!Number.isFinite(times)) return;
      try {
        expectFinite(find(market(scaled(times)), "en"));
      } catch (error) {
        if (!(error instanceof ExpectedError)) throw error;
      }
    }),
    {numRuns: 30, examples: [[-39], [-30], [-18], [12], [30], [35]]},
  );
}, 120_000);

function expectFinite(value: unknown): void {
  if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
  if (typeof value === "object" && value !== null) Object.values(value).forEach(expectFinite);
}

describe("names of what every object has are names like others", () => {
  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("%s", name => {
    expect(() => market([answer(name, "/x", {}, {})])).toThrow(
      `comes from "${name}", which this version cannot read`,
    );
    for (const source of ["coingecko", "files"])
      expect(() => market([answer(source, name, {}, {})])).toThrow(ExpectedError);
    const row = marketRow("gadget", "gdt", {id: name, name, symbol: name});
    const read = market([answer("coingecko", "/coins/markets", {vs_currency: "usd"}, [row])]);
    expect(read.peers.map(one => one.asset.id)).toEqual([name]);
  });
});
