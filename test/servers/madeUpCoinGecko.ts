import {type AnswerServer, json} from "./answerServer.ts";

/** The instant of the made-up answers. */
export const madeUpNow = "2026-03-20T01:53:00Z";
const dayMs = 86_400_000;

/** One row of `/coins/markets`, in the documented shape; the numbers mean nothing. */
export const marketRow = (id: string, symbol: string, fields = {}) => ({
  id,
  symbol,
  name: id[0]?.toUpperCase() + id.slice(1),
  current_price: 20,
  market_cap: 2_000_000,
  market_cap_rank: 7,
  fully_diluted_valuation: 4_000_000,
  total_volume: 100_000,
  circulating_supply: 100_000,
  total_supply: 200_000,
  max_supply: null,
  ath: 50,
  price_change_percentage_24h: -1.5,
  roi: null,
  last_updated: "2026-03-20T01:52:30.500Z",
  ...fields,
});

export const trendingItem = (id: string, symbol: string, score: number, data: unknown) => ({
  item: {
    id,
    coin_id: 1,
    symbol,
    name: id,
    market_cap_rank: 7,
    slug: id,
    price_btc: 0.1,
    score,
    data,
  },
});

export const trendingData = (fields = {}) => ({
  price: 20.5,
  price_btc: "0.0002",
  price_change_percentage_24h: {usd: -1.25, eur: 2.5, btc: 0, xau: null},
  market_cap: "$2,050,000",
  total_volume: "$101,000",
  content: null,
  ...fields,
});

export const trendingAnswer = {
  coins: [
    trendingItem("gadget", "GDT", 0, trendingData()),
    trendingItem("bitcoin", "BTC", 1, trendingData({market_cap: "$1,400,000,000,000"})),
  ],
  nfts: [],
  categories: [],
};

export const coinAnswer = (id: string, symbol: string, fields = {}) => ({
  id,
  symbol,
  name: id,
  categories: ["Layer 1 (L1)", null, "Gad\u200bgets"],
  description: {en: '<p>Gadget is a <a href="https://gadget.example">network</a> &amp; more.</p>'},
  last_updated: "2026-03-20T01:52:00.000Z",
  market_data: {
    current_price: {usd: 20, btc: 0.0002},
    market_cap: {usd: 0},
    fully_diluted_valuation: {},
    total_volume: {usd: 100_000},
    ath: {usd: 50},
    market_cap_rank: 7,
    circulating_supply: 0,
    total_supply: null,
    max_supply: null,
    price_change_percentage_24h: -1.5,
    price_change_percentage_24h_in_currency: {usd: -1.5, eur: 2.25},
    last_updated: "2026-03-20T01:52:00.000Z",
  },
  ...fields,
});

/** Days up to the made-up instant, at 00:00 UTC, and the moment itself as the last point. */
export function chartAnswer(days: number, value = (day: number) => 10 + day) {
  const now = Date.parse(madeUpNow);
  const midnight = now - (now % dayMs);
  const stamps = Array.from({length: days}, (_, i) => midnight - (days - 1 - i) * dayMs);
  const points = [...stamps, now].map((ms, i) => [ms, value(i)] as const);
  return {
    prices: points,
    market_caps: points.map(([ms, x]) => [ms, x * 1000]),
    total_volumes: points.map(([ms, x]) => [ms, x * 10]),
  };
}

export const ticker = (fields = {}) => ({
  base: "GDT",
  target: "USDT",
  market: {name: "Bourse", identifier: "bourse", has_trading_incentive: false},
  last: 20,
  volume: 1000,
  cost_to_move_up_usd: 5000.5,
  cost_to_move_down_usd: 0,
  converted_volume: {btc: 1, eth: 2, usd: 20_000},
  trust_score: null,
  timestamp: "2026-03-20T01:50:00+00:00",
  last_fetch_at: "2026-03-20T01:51:00+00:00",
  is_anomaly: false,
  is_stale: false,
  ...fields,
});

export const categoriesAnswer = [
  {
    id: "layer-1",
    name: "Layer 1 (L1)",
    market_cap: 9_000_000,
    market_cap_change_24h: -0.5,
    volume_24h: 0,
    updated_at: "2026-03-20T01:40:00.000Z",
  },
];

/** The coins of the category, the largest first; each with another change over 30 days. */
export const madeUpCategory = ["gadget", "sprocket", "cog", "lever", "pulley", "ratchet"];

export const categoryPage = (fields = {}) =>
  madeUpCategory.map((id, i) =>
    marketRow(id, id === "gadget" ? "gdt" : id.slice(0, 3), {
      market_cap: 9_000_000 - i * 1_000_000,
      price_change_percentage_24h: 2 - i,
      price_change_percentage_30d_in_currency: 10 + i,
      ...fields,
    }),
  );

/** All that is asked for a note on the coin "gadget", and the list of coins that share symbols. */
export function serveMadeUpCoinGecko(server: AnswerServer): void {
  server.on("/search/trending", json(trendingAnswer));
  server.on("/coins/markets", json([marketRow("bitcoin", "btc"), marketRow("gadget", "gdt")]));
  server.on("/coins/markets?category=layer-1", json(categoryPage()));
  server.on("/coins/gadget", json(coinAnswer("gadget", "gdt")));
  server.on("/coins/gadget/market_chart", json(chartAnswer(366, day => 15 + (day % 7))));
  server.on("/coins/bitcoin/market_chart", json(chartAnswer(366, day => 16 + (day % 5))));
  server.on("/coins/gadget/tickers", json({name: "Gadget", tickers: [ticker()]}));
  server.on("/coins/categories", json(categoriesAnswer));
  const coins = [
    ["bitcoin", "btc"],
    ["gadget", "gdt"],
    ["gadget-classic", "gad"],
    ["widget", "wdg"],
    ["widget-bridged", "WDG"],
  ].map(([id, symbol]) => ({id, symbol, name: `${id} coin`}));
  server.on("/coins/list", json(coins));
  server.on(
    "/search",
    json({
      coins: [
        {id: "widget-bridged", market_cap_rank: 950},
        {id: "widget", market_cap_rank: 40},
      ],
    }),
  );
}
