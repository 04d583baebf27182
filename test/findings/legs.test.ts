import {assert, double, property} from "fast-check";
import {expect, test} from "vitest";
import type {Market} from "../../src/model/market.ts";
import {changes, closes, findingOf, returns, series} from "./markets.ts";

const tableOf = (market: Partial<Market>) => findingOf("decomposition", market)!;
const legOf = (market: Partial<Market>, quote: string) =>
  tableOf(market).legs.find(one => one.quote === quote)!;

test("the quote's own move and the asset's change in it make up the change in dollars", () => {
  const change = double({min: -0.9, max: 5, noNaN: true});
  assert(
    property(change, value => {
      const leg = legOf(changes({eur: value}), "eur");
      expect(leg.change.value).toBe(value);
      expect((1 + leg.change.value) * (1 + leg.own.value)).toBeCloseTo(1.05, 9);
      expect(leg).toMatchObject({class: "fiat", change: {of: "asset"}, own: {of: {quote: "eur"}}});
    }),
  );
});

test("a quote that did not move against the dollar is stale, one made of the asset derived", () => {
  const market = changes({eur: 0.05, own: 0, gbp: 0.03});
  expect(legOf(market, "eur").status).toBe("stale");
  expect(legOf(market, "own").status).toBe("derived");
  expect(legOf(market, "gbp").status).toBe("live");
});

test("from another coin's changes follow the quotes' moves, and from them the asset's", () => {
  const {state, quoteChanges} = changes(
    {usd: 0.02, eur: 0.01},
    {id: "btc", symbol: "BTC", name: "Bitcoin"},
  );
  const market = {state, referenceChanges: quoteChanges};
  const leg = legOf(market, "eur");
  expect(tableOf(market)).toMatchObject({basis: "derived", reference: {id: "btc"}});
  expect(leg.own.value).toBeCloseTo(1.02 / 1.01 - 1, 12);
  expect(leg.change.value).toBeCloseTo(1.05 / (1.02 / 1.01) - 1, 12);
});

test("without an answer of the day the last two closes of coin and quotes are compared", () => {
  const close = series("close.own", closes(20, returns(51, 40)));
  const eur = series("rate.eur", closes(1.1, returns(52, 40, 0.004)));
  const old = series("rate.gbp", eur.values.slice(0, -1), eur.dates.slice(0, -1));
  const table = tableOf({close, rates: [eur, old]});
  const [before, last] = eur.values.slice(-2);
  expect(table).toMatchObject({basis: "closes", days: {from: "2026-03-18", to: "2026-03-19"}});
  expect(legOf({close, rates: [eur]}, "eur").own.value).toBeCloseTo(last! / before! - 1, 12);
  expect(table.legs.find(({quote}) => quote === "gbp")).toMatchObject({
    status: "stale",
    own: {value: 0},
  });
});
