import * as names from "../model/figureNames.ts";
import type {CategoryChange, TrendingFinding} from "../model/finding.ts";
import type {Market, TrendingCategory} from "../model/market.ts";
import {computed, read} from "./figure.ts";

/**
 * The categories on the source's list of trending ones: those that it puts the asset under. Where no
 * answer says what it is put under, they are only told of a coin that is itself on the list of
 * trending coins, and as nothing of its own.
 */
export function findTrending(market: Market): TrendingFinding | undefined {
  const {trendingCategories: listed, categories, sector, attention} = market;
  const [first] = listed;
  if (!first) return undefined;
  const isOwn = ({id, name}: TrendingCategory) =>
    categories.includes(name) || (sector?.by === "category" && sector.id === id);
  const own = listed.filter(isOwn).map(changeOf);
  const isKnown = categories.length > 0 || sector?.by === "category";
  if (own.length === 0 && (isKnown || !attention)) return undefined;
  const {source, asOf} = first.change24h;
  const count = computed(names.trending.listed, listed.length, {
    asOf,
    formula: "categories on the list",
    inputs: [],
  });
  return {kind: "trending", listed: count, own, all: listed.map(changeOf), source};
}

const changeOf = ({name, id, change24h}: TrendingCategory): CategoryChange => ({
  name,
  change: read(names.trending.change24h(id), change24h),
});
