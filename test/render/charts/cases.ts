import type {CasesChart, Chart, QuotesChart} from "../../../src/model/chart.ts";
import {
  besideSample,
  casesSample,
  dependenceSample,
  legs,
  marked,
  peersSample,
  priceSample,
  quotesSample,
  walk,
} from "./samples.ts";

const turkish: Partial<QuotesChart> = {
  locale: "tr",
  labels: {
    change: "24 saatlik değişim, karşı birime göre",
    classes: {fiat: "Para birimleri", crypto: "Kripto", metal: "Metaller"},
    statuses: {
      live: "sayılan",
      excluded: "aykırı, dışarıda",
      stale: "değişmemiş",
      derived: "türetilmiş",
    },
    median: "medyan",
  },
};

const few: QuotesChart["legs"] = [
  {quote: "usd", class: "fiat", change: -0.012, status: "live"},
  {quote: "eur", class: "fiat", change: 0.004, status: "live"},
  {quote: "rub", class: "fiat", change: 0.05, status: "excluded"},
  {quote: "btc", class: "crypto", change: -0.02, status: "live"},
  {quote: "eth", class: "crypto", change: 0.01, status: "live"},
];

const below = dependenceSample();
const far = marked(legs()).map((leg, i) => (i === 5 ? {...leg, change: 699} : leg));
const samePlace = legs().map(leg => ({...leg, change: 0.03}));
const manyExcluded = legs().map((leg, i) => {
  if (i % 4 > 0) return leg;
  return {...leg, change: leg.change + (i % 8 === 0 ? -0.02 : 0.02), status: "excluded" as const};
});

/** Looked at, and compared byte for byte. */
export const cases: readonly Chart[] = [
  priceSample(),
  priceSample({name: "price-simulated", watermark: "Simulated"}),
  priceSample({
    name: "price-turkish",
    locale: "tr",
    start: 70_000,
    count: 365,
    labels: {price: "Kapanış, ABD doları", volume: "Hacim, ABD doları"},
  }),
  priceSample({name: "price-alone", days: walk({start: 0.0000123})}),
  priceSample({
    name: "price-logarithmic",
    spread: 0.2,
    count: 120,
    labels: {price: "Close, US dollars", volume: "Volume, US dollars", logarithmic: "log scale"},
  }),
  priceSample({name: "price-one-day", count: 1}),
  besideSample({name: "price-beside"}),
  besideSample({
    name: "price-day",
    watermark: "Simulated",
    mark: {from: "2026-02-10", to: "2026-02-10", text: "−14.2% in a day"},
  }),
  besideSample({
    name: "price-span",
    days: walk({}),
    mark: {from: "2026-03-03", to: "2026-04-01", text: "+38.1% in 30 days"},
  }),
  dependenceSample(),
  dependenceSample({
    name: "dependence-below-zero",
    watermark: "Simulated",
    days: below.days.map(day => ({
      ...day,
      rho: day.rho - 0.7,
      low: day.low - 0.7,
      high: day.high - 0.7,
    })),
    baseline: {...below.baseline, rho: -0.05},
  }),
  dependenceSample({
    name: "dependence-dated",
    change: {date: "2025-11-02", text: "Change dated 2 November 2025"},
  }),
  quotesSample(),
  quotesSample({name: "quotes-turkish", ...turkish}),
  quotesSample({name: "quotes-five", legs: few}),
  quotesSample({name: "quotes-far-off", legs: far}),
  quotesSample({name: "quotes-many-excluded", legs: manyExcluded}),
  quotesSample({name: "quotes-equal", legs: samePlace}),
  casesSample(),
  casesSample({name: "cases-simulated", watermark: "Simulated", days: 90}),
  casesSample({name: "cases-tiny", start: 0.0000123, days: 90}),
  peersSample(),
  peersSample({
    name: "peers-all-fell",
    watermark: "Simulated",
    coins: peersSample().coins.map(coin => ({...coin, change: -Math.abs(coin.change)})),
    median: -0.11,
  }),
  casesSample({name: "cases-logarithmic", start: 70_000, days: 365, count: 180, spread: 0.05}),
];

const unmoved = peersSample().coins.map(coin => ({...coin, change: 0}));
const hostile = `<script>alert(1)</script> & "quotes" \u202e \u200b\u0000\ud800 ' ]]>`;
const hostileLabels: CasesChart["labels"] = {
  price: hostile,
  bear: hostile,
  base: "\u05d0\u05d1\u05d2 words that go on and on and on for ever and ever",
  bull: hostile,
  band50: "<",
  band80: "&",
  band90: '"',
};

/** Only have to survive. */
export const edges: readonly Chart[] = [
  besideSample({name: "beside-two-days", count: 2}),
  besideSample({
    name: "mark-at-the-edge",
    mark: {from: "2026-01-02", to: "2026-01-02", text: hostile},
  }),
  peersSample({name: "one-peer", coins: peersSample().coins.slice(0, 1), median: undefined}),
  peersSample({name: "peers-unmoved", coins: unmoved, median: 0}),
  peersSample({name: "hostile-peers", coins: unmoved.map(one => ({...one, name: hostile}))}),
  priceSample({name: "constant", spread: 0}),
  priceSample({name: "huge", start: 1e6, spread: 0.06}),
  priceSample({name: "tiniest", start: 1e-8}),
  priceSample({name: "two-days", count: 2}),
  priceSample({name: "zero", days: [{date: "2026-01-01", close: 0, volume: 0}]}),
  priceSample({name: "gaps", days: walk({}).filter((_, i) => i % 7 > 1)}),
  priceSample({name: 'hostile "<name>', labels: {price: hostile, volume: hostile}}),
  priceSample({name: "hostile-watermark", watermark: hostile, description: hostile}),
  dependenceSample({name: "one-window", days: below.days.slice(0, 1)}),
  dependenceSample({
    name: "baseline-before",
    days: below.days.slice(-30),
    baseline: {rho: 0.5, from: "2025-01-01", to: "2025-06-01"},
  }),
  quotesSample({name: "one-leg", legs: few.slice(0, 1)}),
  quotesSample({name: "no-medians", legs: few, medians: []}),
  quotesSample({name: "all-excluded", legs: few.map(leg => ({...leg, status: "excluded"}))}),
  quotesSample({name: "unmoved", legs: few.map(leg => ({...leg, change: 0}))}),
  quotesSample({name: "hostile-quote", legs: few.map(leg => ({...leg, quote: hostile}))}),
  casesSample({name: "one-close", count: 1}),
  casesSample({name: "constant-cases", spread: 0}),
  casesSample({name: "one-day-ahead", days: 1}),
  casesSample({name: "tiniest-cases", start: 1e-8, days: 365, spread: 0.12}),
  casesSample({name: "huge-cases", start: 1e6, days: 365}),
  casesSample({name: "hostile-cases", labels: hostileLabels, description: hostile}),
];
