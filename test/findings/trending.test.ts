import {expect, test} from "vitest";
import {findTrending} from "../../src/findings/trending.ts";
import {datum, market} from "./markets.ts";

const category = (name: string, change: number) => ({
  name,
  id: name.toLowerCase(),
  change24h: datum(change),
});
const trendingCategories = [category("Memes", -0.08), category("Gold", 0.01)];
const attention = {rank: datum(1), listed: 15};
const sector = {id: "gold", name: "Gold", members: []};

test("of the categories that trend those are the coin's that its source puts it under", () => {
  const own = (given: Parameters<typeof market>[0]) =>
    findTrending(market({trendingCategories, ...given}))?.own.map(({name}) => name);
  expect(own({categories: ["Memes", "Others"]})).toEqual(["Memes"]);
  expect(own({sector: {...sector, by: "category"}})).toEqual(["Gold"]);
  // A list of somebody's own may be called the same.
  expect(own({sector: {...sector, by: "list"}})).toBeUndefined();
  expect(own({categories: ["Others"], attention})).toBeUndefined();
  expect(own({})).toBeUndefined();
  // Nobody says what it is put under: told of what trends itself, as nothing of its own.
  expect(own({attention})).toEqual([]);
});

test("without a list of categories nothing is said of them", () => {
  expect(findTrending(market({categories: ["Memes"], attention}))).toBeUndefined();
});
