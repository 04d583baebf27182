import {expect, test} from "vitest";
import {SourceUnavailable, UsageError} from "../../src/model/errors.ts";
import type {Fetcher} from "../../src/sources/http.ts";
import {readCoinGeckoUniverse} from "../../src/sources/universeCoinGecko.ts";
import {madeUpNow, marketRow} from "../servers/madeUpCoinGecko.ts";

const midnight = Date.parse("2026-03-20T00:00:00Z");
const points = [2, 1, 0].map(back => [midnight - back * 86_400_000, 10 + back]);

/** Answers as CoinGecko would, or fails for the coins named. */
const fetcher =
  (failures: Readonly<Record<string, Error>> = {}): Fetcher =>
  async request => {
    const failure = failures[request.query.id ?? ""];
    if (failure) throw failure;
    const body = request.endpoint.endsWith("market_chart")
      ? {prices: points, market_caps: points, total_volumes: points}
      : [
          marketRow("bitcoin", "btc"),
          marketRow("gadget", "gdt"),
          marketRow("steth", "steth", {name: "Lido Staked Ether"}),
          marketRow("widget", "wdg"),
        ];
    const {headers: _, ...asked} = request;
    return {
      ...asked,
      fetchedAt: madeUpNow,
      mediaType: "application/json",
      body: Buffer.from(JSON.stringify(body)),
    };
  };

const read = (top: number, fetch = fetcher()) => readCoinGeckoUniverse({top}, {env: {}, fetch});

test("reads the closes of the largest coins, Bitcoin apart", async () => {
  const {asOf, benchmark, coins, missing} = await read(2);
  expect(asOf).toBe("2026-03-20T01:53:00Z");
  expect(benchmark.close.values).toEqual([12, 11, 10]);
  expect(coins.map(({asset, class: kind}) => [asset.id, asset.symbol, kind])).toEqual([
    ["gadget", "GDT", undefined],
    ["steth", "STETH", "wrapped"],
  ]);
  expect(coins[0]!.close.dates).toEqual(["2026-03-17", "2026-03-18", "2026-03-19"]);
  expect(missing).toEqual([]);
});

test("goes on without a coin whose closes are not to be had", async () => {
  const {coins, missing} = await read(3, fetcher({gadget: new SourceUnavailable("gone")}));
  expect(coins.map(({asset}) => asset.id)).toEqual(["steth", "widget"]);
  expect(missing).toMatchObject([{asset: {id: "gadget"}, reason: "gone"}]);
});

test("fails without Bitcoin, and at once with a wrong key", async () => {
  const bitcoin = fetcher({bitcoin: new SourceUnavailable("no bitcoin")});
  await expect(read(3, bitcoin)).rejects.toThrow("no bitcoin");
  const wrong = fetcher({gadget: new UsageError("wrong key")});
  await expect(read(3, wrong)).rejects.toThrow("wrong key");
});
