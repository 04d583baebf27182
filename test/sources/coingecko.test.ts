import {describe, expect, test} from "vitest";
import {SourceChanged, UsageError} from "../../src/model/errors.ts";
import type {RecordedAnswer} from "../../src/model/snapshot.ts";
import {coinsIn, countCoinGecko, endpoints, readCoinGecko} from "../../src/sources/coingecko.ts";
import {
  categoriesAnswer,
  chartAnswer,
  coinAnswer,
  madeUpNow,
  marketRow,
  ticker,
  trendingAnswer,
  trendingData,
  trendingItem,
} from "../servers/madeUpCoinGecko.ts";
import {hasRecordings, needsRecordings, recording} from "../servers/recordings.ts";

const asset = {id: "gadget", symbol: "GDT", name: "Gadget"};
const bitcoin = {id: "bitcoin", symbol: "BTC", name: "Bitcoin"};
const context = {asset, benchmark: bitcoin, asOf: "2026-03-20T02:00:00Z"};

const queries: Record<string, Record<string, string>> = {
  "/coins/markets": {vs_currency: "usd"},
  "/coins/{id}": {id: "gadget"},
  "/coins/{id}/market_chart": {id: "gadget", vs_currency: "usd", days: "365"},
  "/coins/{id}/tickers": {id: "gadget"},
};

function answer(endpoint: string, body: unknown, fields = {}): RecordedAnswer {
  return {
    source: "coingecko",
    endpoint,
    query: queries[endpoint] ?? {},
    url: `https://api.example${endpoint}`,
    fetchedAt: madeUpNow,
    mediaType: "application/json",
    body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
    path: "answers/001.json",
    sha256: "",
    ...fields,
  };
}
const read = (endpoint: string, body: unknown, fields = {}) =>
  readCoinGecko(answer(endpoint, body, fields), context);
const datum = (value: number, asOf: string, pointer: string) => ({
  value,
  asOf,
  source: "CoinGecko",
  file: "answers/001.json",
  pointer,
});
const errorOf = (run: () => unknown): Error => {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error("expected it to fail");
};

describe("trending", () => {
  test("gives every coin's state, formatted texts read, dated by the answer", () => {
    const {states} = read("/search/trending", trendingAnswer);
    const item = "/coins/0/item";
    expect(states?.[0]).toEqual({
      asset: {id: "gadget", symbol: "GDT", name: "gadget"},
      state: {
        price: datum(20.5, madeUpNow, `${item}/data/price`),
        marketCap: datum(2_050_000, madeUpNow, `${item}/data/market_cap`),
        volume24h: datum(101_000, madeUpNow, `${item}/data/total_volume`),
        rank: datum(7, madeUpNow, `${item}/market_cap_rank`),
        change24h: datum(-0.0125, madeUpNow, `${item}/data/price_change_percentage_24h/usd`),
      },
    });
    expect(states).toHaveLength(2);
  });

  test("gives every coin's changes by quote as fractions: 0 is a change, null is none", () => {
    const {quoteChanges} = read("/search/trending", trendingAnswer);
    const changes = quoteChanges?.[0]?.changes.map(({quote, change}) => [quote, change.value]);
    expect(changes).toEqual([
      ["usd", -0.0125],
      ["eur", 0.025],
      ["btc", 0],
    ]);
    expect(quoteChanges?.map(one => one.asset.id)).toEqual(["gadget", "bitcoin"]);
  });

  test("gives the asset's rank by attention, counted from 1", () => {
    const {attention} = read("/search/trending", trendingAnswer);
    expect(attention).toEqual({rank: datum(1, madeUpNow, "/coins/0/item/score"), listed: 2});
    const coins = trendingAnswer.coins.slice(1);
    expect(read("/search/trending", {coins})).not.toHaveProperty("attention");
  });

  test("in the shape of 2021, without data, gives the rank and nothing else", () => {
    const coins = [
      trendingItem("other", "OTH", 0, undefined),
      trendingItem("gadget", "GDT", 1, undefined),
    ];
    const reading = read("/search/trending", {coins, exchanges: []});
    expect(reading.attention?.rank.value).toBe(2);
    expect(reading.states).toEqual([]);
    expect(reading.quoteChanges).toEqual([]);
  });

  test("gives the categories that trend, with what their coins did together", () => {
    const change = "market_cap_change_percentage_24h";
    const categories = [
      {name: "Solana Meme", slug: "solana-meme-coins", data: {[change]: {usd: -7.5, eur: -8}}},
      {name: "Unheard of", slug: "unheard-of", data: null},
    ];
    const {trendingCategories} = read("/search/trending", {...trendingAnswer, categories});
    const pointer = `/categories/0/data/${change}/usd`;
    expect(trendingCategories).toEqual([
      {name: "Solana Meme", id: "solana-meme-coins", change24h: datum(-0.075, madeUpNow, pointer)},
    ]);
    expect(read("/search/trending", trendingAnswer).trendingCategories).toEqual([]);
  });

  test("leaves out an amount that is not formatted as dollars, and says so", () => {
    const data = trendingData({market_cap: "$1.2M", total_volume: "2,66"});
    const {states, leftOut} = read("/search/trending", {
      coins: [trendingItem("gadget", "GDT", 0, data)],
    });
    expect(states?.[0]?.state).not.toHaveProperty("marketCap");
    expect(states?.[0]?.state).not.toHaveProperty("volume24h");
    expect(leftOut?.[0]).toEqual({
      what: "market_cap of gadget",
      reason: 'found "$1.2M", expected dollars such as "$2,663,340,102"',
      pointer: "/coins/0/item/data/market_cap",
    });
  });

  test("quotes the description of the asset where there is one", () => {
    const data = trendingData({content: {title: "What?", description: "It <b>is</b> a network."}});
    const {description} = read("/search/trending", {
      coins: [trendingItem("gadget", "GDT", 0, data)],
    });
    expect(description).toMatchObject({
      text: "It is a network.",
      pointer: "/coins/0/item/data/content/description",
    });
  });

  test("escapes a quote's name in its pointer", () => {
    const data = trendingData({price_change_percentage_24h: {"a/b~c": 1}});
    const {quoteChanges} = read("/search/trending", {
      coins: [trendingItem("gadget", "GDT", 0, data)],
    });
    expect(quoteChanges?.[0]?.changes[0]?.change.pointer).toMatch(/\/a~1b~0c$/);
  });
});

describe("markets", () => {
  test("gives every coin as a peer, dated by its own last update", () => {
    const {peers} = read("/coins/markets", [
      marketRow("bitcoin", "btc"),
      marketRow("gadget", "gdt"),
    ]);
    const at = "2026-03-20T01:52:30.500Z";
    expect(peers?.[1]).toEqual({
      asset: {id: "gadget", symbol: "GDT", name: "Gadget"},
      state: {
        price: datum(20, at, "/1/current_price"),
        marketCap: datum(2_000_000, at, "/1/market_cap"),
        fullyDilutedValuation: datum(4_000_000, at, "/1/fully_diluted_valuation"),
        volume24h: datum(100_000, at, "/1/total_volume"),
        rank: datum(7, at, "/1/market_cap_rank"),
        circulatingSupply: datum(100_000, at, "/1/circulating_supply"),
        totalSupply: datum(200_000, at, "/1/total_supply"),
        allTimeHigh: datum(50, at, "/1/ath"),
        change24h: datum(-0.015, at, "/1/price_change_percentage_24h"),
      },
      record: {past: []},
    });
  });

  test("knows prices of other times by the changes since, the day's range and the extremes", () => {
    const row = marketRow("gadget", "gdt", {
      low_24h: 19,
      high_24h: 22,
      price_change_percentage_7d_in_currency: 25,
      price_change_percentage_30d_in_currency: -100,
      ath_date: "2025-01-02T03:04:05.000Z",
      atl: 0,
      atl_date: "2024-01-02T03:04:05.000Z",
    });
    expect(read("/coins/markets", [row]).peers?.[0]?.record).toEqual({
      range24h: {low: 19, high: 22},
      past: [
        {is: "price", value: 16, at: "2026-03-13T01:52:30.500Z"},
        {is: "all-time high", value: 50, at: "2025-01-02T03:04:05.000Z"},
      ],
    });
  });

  test("gives the states of the asset and the benchmark", () => {
    const rows = ["other", "gadget", "bitcoin"].map(id => marketRow(id, id));
    expect(read("/coins/markets", rows).states?.map(one => one.asset.id)).toEqual([
      "gadget",
      "bitcoin",
    ]);
  });

  test("takes 0 and null for unknown, but a change of 0 for a change", () => {
    const row = marketRow("gadget", "gdt", {
      current_price: null,
      market_cap: 0,
      total_volume: 0,
      market_cap_rank: null,
      fully_diluted_valuation: 0,
      circulating_supply: 0,
      total_supply: null,
      ath: 0,
      price_change_percentage_24h: 0,
      last_updated: null,
    });
    expect(read("/coins/markets", [row]).peers?.[0]?.state).toEqual({
      change24h: datum(0, madeUpNow, "/0/price_change_percentage_24h"),
    });
  });

  test("refuses an answer in another currency, or one that does not say in which", () => {
    for (const query of [{vs_currency: "eth"}, {}]) {
      const error = errorOf(() => read("/coins/markets", [marketRow("gadget", "gdt")], {query}));
      expect(error).toBeInstanceOf(UsageError);
      expect(error.message).toContain('"vs_currency": "usd"');
    }
  });

  test("keeps ids as they are and makes names and symbols fit to be seen", () => {
    const row = marketRow("g_-x", "g\u200bd_t", {name: "\u200b\u200bGad\u202eget **x**"});
    expect(coinsIn(answer("/coins/markets", [row]))).toEqual([
      {id: "g_-x", symbol: "GD_T", name: "Gadget **x**"},
    ]);
    const unseen = marketRow("g", "\u200b", {name: "\u200b"});
    expect(coinsIn(answer("/coins/markets", [unseen]))).toEqual([
      {id: "g", symbol: "g", name: "g"},
    ]);
  });
});

describe("coin", () => {
  test("gives profile, categories, state and changes, dated by its last update", () => {
    const reading = read("/coins/{id}", coinAnswer("gadget", "gdt"));
    expect(reading.description).toEqual({
      text: "Gadget is a network & more.",
      source: "CoinGecko",
      file: "answers/001.json",
      pointer: "/description/en",
      asOf: madeUpNow,
    });
    expect(reading.categories).toEqual(["Layer 1 (L1)", "Gadgets"]);
    expect(Object.keys(reading.states?.[0]?.state ?? {})).toEqual([
      "price",
      "volume24h",
      "rank",
      "allTimeHigh",
      "change24h",
    ]);
    expect(reading.quoteChanges?.[0]?.changes.map(({quote}) => quote)).toEqual(["usd", "eur"]);
  });

  test("of another coin gives its state only", () => {
    const query = {id: "bitcoin"};
    const reading = read("/coins/{id}", coinAnswer("bitcoin", "btc"), {query});
    expect(Object.keys(reading)).toEqual(["states"]);
  });

  test("without words in its description gives none", () => {
    const body = coinAnswer("gadget", "gdt", {description: {en: " <p></p> "}});
    expect(read("/coins/{id}", body)).not.toHaveProperty("description");
  });

  test.each(["<p", "&#", "[", "x* ", "$5 ", "\u{1f680}"])(
    "a description of %j is left out, and told",
    piece => {
      const body = coinAnswer("gadget", "gdt", {description: {en: piece.repeat(100_000)}});
      expect(read("/coins/{id}", body).description).toEqual({
        what: "CoinGecko’s description",
        reason: expect.stringMatching(/^no words to quote, but mark-up or signs: \S/),
      });
    },
  );
});

describe("an answer about another coin than the one asked for is refused", () => {
  const words = /asked for "gadget" and answered about "(bitcoin|widget)"/;
  test.each([
    ["a coin", "/coins/{id}", coinAnswer("bitcoin", "btc"), {id: "gadget"}],
    ["a row", "/coins/markets", [marketRow("bitcoin", "btc")], {vs_currency: "usd", ids: "gadget"}],
    [
      "a row beside the right one",
      "/coins/markets",
      [marketRow("gadget", "gdt"), marketRow("widget", "wdg")],
      {vs_currency: "usd", ids: "gadget"},
    ],
    ["tickers", "/coins/{id}/tickers", {tickers: [ticker({coin_id: "bitcoin"})]}, {id: "gadget"}],
  ])("%s, checked and read", (_, endpoint, body, query) => {
    const wrong = answer(endpoint, body, {query});
    expect(() => countCoinGecko(wrong)).toThrow(words);
    expect(() => readCoinGecko(wrong, context)).toThrow(SourceChanged);
  });

  test("and of several tickers those of other coins are left out", () => {
    const tickers = [
      ticker({coin_id: "gadget"}),
      ticker({coin_id: "bitcoin", target_coin_id: "gadget"}),
      ticker({coin_id: "bitcoin", target_coin_id: "tether"}),
    ];
    const reading = read("/coins/{id}/tickers", {tickers});
    expect(reading.venues).toHaveLength(2);
    expect(reading.leftOut).toMatchObject([{reason: "of another coin", pointer: "/tickers/2"}]);
  });
});

describe("an empty answer counts nothing", () => {
  test.each([
    ["/search/trending", {coins: []}],
    ["/coins/markets", []],
    ["/coins/categories", []],
    ["/coins/{id}/tickers", {tickers: []}],
    ["/coins/{id}/market_chart", {prices: [], market_caps: [], total_volumes: []}],
  ])("%s", (endpoint, body) => expect(countCoinGecko(answer(endpoint, body))).toBe(0));
});

describe("market_chart", () => {
  test("with two values of one moment is refused; one value said twice is not", () => {
    const {prices, ...rest} = chartAnswer(3);
    const [[ms, value] = [0, 0]] = prices;
    const chart = (again: number) => ({...rest, prices: [...prices, [ms, again]]});
    expect(() => read("/coins/{id}/market_chart", chart(value * 1e6))).toThrow(
      /two prices of 2026-03-18T00:00:00.000Z, 10 and 10000000/,
    );
    expect(read("/coins/{id}/market_chart", chart(value)).series?.[0]?.dates).toHaveLength(3);
  });

  test("gives closes, market value and volume by day, of the coin in the query", () => {
    const {series} = read("/coins/{id}/market_chart", chartAnswer(3));
    expect(series?.map(({id, pointer}) => [id, pointer])).toEqual([
      ["close.gadget", "/prices"],
      ["marketCap.gadget", "/market_caps"],
      ["volume.gadget", "/total_volumes"],
    ]);
    expect(series?.[0]).toMatchObject({
      source: "CoinGecko",
      file: "answers/001.json",
      dates: ["2026-03-17", "2026-03-18", "2026-03-19"],
      values: [10, 11, 12],
    });
  });

  test("with stamps in seconds is a changed source", () => {
    const prices = [[1_773_900_000, 1]];
    const error = errorOf(() =>
      read("/coins/{id}/market_chart", {prices, market_caps: [], total_volumes: []}),
    );
    expect(error).toBeInstanceOf(SourceChanged);
    expect(error.message).toMatch(/milliseconds since 1970[\s\S]*\/prices\/0\/0, found 1773900000/);
  });
});

describe("tickers", () => {
  test("give a venue with its volume and depth; a depth of 0 is unknown", () => {
    const at = "2026-03-20T01:51:00Z";
    expect(read("/coins/{id}/tickers", {tickers: [ticker()]}).venues).toEqual([
      {
        name: "Bourse",
        pair: "GDT/USDT",
        volumeUsd: datum(20_000, at, "/tickers/0/converted_volume/usd"),
        depthUpUsd: datum(5000.5, at, "/tickers/0/cost_to_move_up_usd"),
      },
    ]);
  });

  test("that are stale, anomalous or without volume are left out, and said to be", () => {
    const {venues, leftOut} = read("/coins/{id}/tickers", {
      tickers: [
        ticker({is_stale: true}),
        ticker({is_anomaly: true}),
        ticker({converted_volume: {usd: 0}}),
      ],
    });
    expect(venues).toEqual([]);
    expect(leftOut?.map(({reason}) => reason)).toEqual([
      "stale, says CoinGecko",
      "an anomaly, says CoinGecko",
      "no volume in dollars",
    ]);
  });

  test("name a token by its contract in short", () => {
    const base = "0X2260FAC5E5542A773AA44FBCFEDF7C193BC2C599";
    const {venues} = read("/coins/{id}/tickers", {tickers: [ticker({base})]});
    expect(venues?.[0]?.pair).toBe("0X2260…C599/USDT");
  });

  test("of another coin say nothing", () => {
    expect(read("/coins/{id}/tickers", {tickers: [ticker()]}, {query: {id: "other"}})).toEqual({});
  });
});

test("categories give sectors with their size and change; a volume of 0 is unknown", () => {
  const at = "2026-03-20T01:40:00Z";
  expect(read("/coins/categories", categoriesAnswer).sectors).toEqual([
    {
      id: "layer-1",
      name: "Layer 1 (L1)",
      marketCap: datum(9_000_000, at, "/0/market_cap"),
      change24h: datum(-0.005, at, "/0/market_cap_change_24h"),
    },
  ]);
});

describe("the wall", () => {
  test("keeps out an answer that was given later", () => {
    expect(read("/search/trending", trendingAnswer, {fetchedAt: "2026-03-20T02:00:01Z"})).toEqual(
      {},
    );
  });

  test("keeps out a value that is stamped later, though the answer is not", () => {
    const row = marketRow("gadget", "gdt", {last_updated: "2026-03-20T02:00:00.001Z"});
    expect(read("/coins/markets", [row]).peers?.[0]?.state).toEqual({});
  });
});

const good: Record<string, unknown> = {
  "/search/trending": trendingAnswer,
  "/coins/markets": [marketRow("gadget", "gdt")],
  "/coins/{id}": coinAnswer("gadget", "gdt"),
  "/coins/{id}/market_chart": chartAnswer(3),
  "/coins/{id}/tickers": {tickers: [ticker()]},
  "/coins/categories": categoriesAnswer,
};

describe.each(Object.keys(endpoints))("%s", endpoint => {
  const text = JSON.stringify(good[endpoint]);

  test.each([
    ["HTML", "<!DOCTYPE html><title>Just a moment...</title>", /HTML, .*Just a moment/],
    ["an empty body", "", /an empty body instead of JSON/],
    ["white space", " \n", /an empty body instead of JSON/],
    ["JSON that is cut", text.slice(0, -20), /cut or broken/],
    ["{}", "{}", /in a shape we do not know/],
    ["null", "null", /in a shape we do not know/],
    ["an error in a 200", '{"status":{"error_code":429}}', /(found|missing from) .*error_code/],
  ])("refuses %s as a changed source, naming the endpoint", (_, body, message) => {
    const error = errorOf(() => countCoinGecko(answer(endpoint, Buffer.from(body))));
    expect(error).toBeInstanceOf(SourceChanged);
    expect(error.message).toContain(`CoinGecko answered ${endpoint}`);
    expect(error.message).toMatch(message);
  });

  test("passes over fields it does not know, and a byte order mark", () => {
    const grown = JSON.parse(text, (key, value) =>
      value?.constructor === Object && !key.includes("percentage")
        ? {...value, new_field: [1]}
        : value,
    );
    const body = Buffer.from(`\uFEFF${JSON.stringify(grown)}`);
    expect(() => countCoinGecko(answer(endpoint, body))).not.toThrow();
  });
});

test("a field of another type is named by its path, with what was found and expected", () => {
  const rows = [marketRow("a", "a"), marketRow("gadget", "gdt", {current_price: "20"})];
  const {message} = errorOf(() => read("/coins/markets", rows));
  expect(message).toContain("/coins/markets");
  expect(message).toContain("expected number, received string");
  expect(message).toContain("/1/current_price, found 20");
});

test("what a changed source sends cannot act on the terminal", () => {
  const data = trendingData({price_change_percentage_24h: {"\u001b[2Jusd": "\u001b[31m1"}});
  const {message} = errorOf(() =>
    read("/search/trending", {coins: [trendingItem("gadget", "GDT", 0, data)]}),
  );
  expect(message).toMatch(/^[^\p{C}]+$/mu);
  expect(message).not.toContain("\u001b");
});

test("an endpoint nobody reads is a usage error that lists the known ones", () => {
  const error = errorOf(() => read("/coins/{id}/ohlc", []));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toContain("/search/trending");
});

describe.skipIf(!hasRecordings)(`recorded answers${needsRecordings}`, () => {
  const tao = {...context, asset: {id: "bittensor", symbol: "TAO", name: "Bittensor"}};
  const recorded = (endpoint: string, file: string, fields = {}) =>
    answer(endpoint, recording(`coingecko/${file}`), fields);

  test("trending of 2026-03-20: fifteen coins with 63 quotes each, Bittensor first", () => {
    const file = recorded("/search/trending", "2026-03-20T0153Z/search_trending.json");
    const reading = readCoinGecko(file, tao);
    expect(reading.attention).toMatchObject({rank: {value: 1}, listed: 15});
    expect(reading.quoteChanges?.map(({changes}) => changes.length)).toEqual(Array(15).fill(63));
    expect(reading.states?.[0]?.state).toMatchObject({
      price: {value: 277.42701374396495},
      marketCap: {value: 2_663_340_102},
      volume24h: {value: 459_346_764},
      rank: {value: 35},
    });
    expect(reading.leftOut).toEqual([]);
    expect(reading.description).toMatchObject({
      text: expect.stringMatching(/^Bittensor is an open-source protocol/),
    });
  });

  test("markets of 2026-03-20: 250 coins, no name with unseen characters, unknown supplies absent", () => {
    const file = recorded("/coins/markets", "2026-03-20T0153Z/coins_markets_usd_page1_250.json");
    const {peers = [], states = []} = readCoinGecko(file, tao);
    expect(peers).toHaveLength(250);
    expect(states.map(one => one.asset.symbol)).toEqual(["BTC", "TAO"]);
    expect(peers.filter(({state}) => !state.maxSupply)).toHaveLength(107);
    expect(peers.filter(({state}) => !state.volume24h)).toHaveLength(11);
    for (const {asset: one} of peers) expect(one.name).toMatch(/^[^\p{C}]+$/u);
  });

  test("trending of 2021: seven coins without data", () => {
    const file = recorded("/search/trending", "2021/search_trending_old_shape.json");
    const polygon = {id: "matic-network", symbol: "MATIC", name: "Polygon"};
    const reading = readCoinGecko(file, {...context, asset: polygon});
    expect(reading).toMatchObject({attention: {rank: {value: 1}, listed: 7}, states: []});
  });

  test.each(["2021", "2023-10"])("coin of %s: 61 quotes and a description", year => {
    const file = recorded("/coins/{id}", `${year}/coins_bitcoin.json`, {query: {id: "bitcoin"}});
    const reading = readCoinGecko(file, {...context, asset: bitcoin});
    expect(reading.quoteChanges?.[0]?.changes).toHaveLength(61);
    expect(reading.description).toMatchObject({text: expect.stringMatching(/^[^<>]+$/)});
  });

  test.each([
    ["2021/market_chart_bitcoin_usd_90d_daily.json", 90, "2021-02-14", "2021-05-14"],
    ["2021/market_chart_bitcoin_usd_30d_hourly.json", 29, "2021-04-15", "2021-05-14"],
    ["2023-10/market_chart_bitcoin_usd_7d.json", 7, "2023-10-03", "2023-10-09"],
  ])("chart %s: one value for each day that was over", (name, days, first, last) => {
    const query = {id: "bitcoin", vs_currency: "usd"};
    const {series} = readCoinGecko(recorded("/coins/{id}/market_chart", name, {query}), context);
    for (const {dates} of series ?? []) {
      expect([dates.length, dates[0], dates.at(-1)]).toEqual([days, first, last]);
    }
  });

  test("tickers and categories of 2021", () => {
    const query = {id: "bitcoin"};
    const file = recorded("/coins/{id}/tickers", "2021/coins_bitcoin_tickers.json", {query});
    expect(readCoinGecko(file, {...context, asset: bitcoin}).venues).toHaveLength(100);
    const groups = recorded("/coins/categories", "2021/coins_categories.json");
    expect(readCoinGecko(groups, context).sectors).toHaveLength(48);
  });

  test.each(["2025-04", "2026-06"])("the examples of CoinGecko's own description, %s", date => {
    const examples = JSON.parse(recording(`coingecko/spec-${date}_examples.json`).toString());
    for (const endpoint of Object.keys(endpoints)) {
      if (!examples[endpoint]) continue;
      const query = endpoint === "/coins/{id}/tickers" ? {id: "bitcoin"} : {};
      expect(() => countCoinGecko(answer(endpoint, examples[endpoint], {query}))).not.toThrow();
    }
  });
});
