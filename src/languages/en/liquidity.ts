import type {Section} from "../../model/article.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {days, rose} from "./words.ts";

/** What changed hands, what that can be compared with, and what it does not tell. */
export function liquidity(facts: Facts): Section | undefined {
  if (!facts.liquidity || !facts.state.volume24h) return undefined;
  const paragraphs = [
    join([turnover(facts), order(facts), lesson(facts)]),
    venues(facts),
    fade(facts),
  ].filter(text => text.length > 0);
  return {
    heading: heading(facts),
    blocks: paragraphs.map(text => ({kind: "paragraph", text})),
  };
}

type Level = "high" | "low" | "ordinary" | "unknown";

/** Beside the other coins where these are known, otherwise beside its own past. */
function level({liquidity: found}: Facts): Level {
  const place = found?.universe?.below.value ?? found?.history?.percentile.value;
  if (place === undefined) return "unknown";
  return place >= 0.8 ? "high" : place <= 0.2 ? "low" : "ordinary";
}

function heading(facts: Facts): Text {
  switch (level(facts)) {
    case "high":
      return say`Heavy trading, and what it does not tell`;
    case "low":
      return say`Thin trading for its size`;
    case "ordinary":
      return ordinary(facts);
    case "unknown":
      return say`What changed hands`;
  }
}

function ordinary({liquidity: found}: Facts): Text {
  const place = found!.universe?.below.value ?? found!.history!.percentile.value;
  if (place > 0.6) return say`More trading than usual for its size`;
  return place < 0.4
    ? say`Less trading than usual for its size`
    : say`Trading in proportion to its size`;
}

function turnover({state, liquidity: found, benchmark, asset, pen}: Facts): Text {
  const {benchmark: beside, universe, history} = found!;
  const against = [
    ...(beside ? [say`${pen.ratio(beside.turnover)} for ${pen.name(benchmark.name)}`] : []),
    ...(universe
      ? [
          say`a median of ${pen.ratio(universe.median)} among the ${pen.count(universe.size)} largest coins with known figures`,
        ]
      : []),
  ];
  const compared = against.length ? say`, against ${join(against, " and ")}` : [];
  const below = universe ? say` ${pen.share(universe.below)} of those coins turned over less.` : [];
  const own = history
    ? say` It was lower on ${pen.share(history.percentile)} of the last ${pen.count(history.days)} days, whose median is ${pen.ratio(history.median)}.`
    : [];
  const shown = state.turnoverOfShown
    ? say` The turnover is the source’s own; the volume and cap it prints, which are rounded, give ${pen.ratio(state.turnoverOfShown, 2)}.`
    : [];
  const cap = state.circulatingSupply
    ? "its circulating market cap"
    : "the market cap on record, which does not say what supply it counts";
  return say`${pen.money(state.volume24h!)} of ${pen.name(asset.symbol)} changed hands in the trailing day, ${pen.ratio(found!.turnover, state.turnoverOfShown ? 2 : 1)} of ${cap}${compared}.${below}${own}${shown}`;
}

/** What the level of turnover does not say. */
function lesson(facts: Facts): Text {
  const {change24h} = facts.state;
  // For what is pegged a small move of the price can be a large one.
  if (facts.ruler?.code === "usd") return say`It counts what was traded, not what could be.`;
  switch (level(facts)) {
    case "high":
      return change24h && Math.abs(change24h.value) >= 0.01
        ? rose(change24h)
          ? say`High turnover comes with rallies and with sell-offs; it does not tell who was buying, or why.`
          : say`Much of it on a falling day does not tell who was selling, or why: each coin sold was bought.`
        : say`So much trading with so little movement of the price is no sign of either direction.`;
    case "low":
      return say`That few traded does not say that few could: depth is another matter.`;
    case "ordinary":
    case "unknown":
      return say`It counts what was traded, not what could be.`;
  }
}

/** What the volume means for somebody with an order, without a threshold of our own. */
function order(facts: Facts): Text {
  const {liquidity: found, asset, pen} = facts;
  const {share, amount} = found!.part;
  switch (level(facts)) {
    case "high":
      return say`Even so, an order of ${pen.money(amount)} would have been ${pen.share(share)} of that day’s trading.`;
    case "low":
      return say`An order of ${pen.money(amount)} in ${pen.name(asset.symbol)} would already have been ${pen.share(share)} of that day’s trading.`;
    case "ordinary":
    case "unknown":
      return say`${pen.share(share)} of that volume would be ${pen.money(amount)}.`;
  }
}

function venues({liquidity: found, pen, fixed}: Facts): Text {
  const listed = found?.venues;
  if (!listed) return [];
  const depth =
    listed.depthUp && listed.depthDown
      ? say` Over all of them, ${pen.money(listed.depthDown)} of selling would have moved the price down by ${pen.size(fixed.depth, 0)}, and ${pen.money(listed.depthUp)} of buying up by as much.`
      : [];
  const spread =
    listed.largestShare.value > 0.5
      ? say`most of the volume is at ${pen.name(listed.largest)}, ${pen.share(listed.largestShare)}`
      : say`${pen.name(listed.largest)} has the largest share of the volume, ${pen.share(listed.largestShare)}`;
  return say`Of the ${pen.count(listed.count)} venues that the source lists, ${spread}; the Herfindahl index of the shares is ${pen.index(listed.concentration)}.${depth}`;
}

/** What became of the coin's own spikes. */
function fade({liquidity: found, asset, pen}: Facts): Text {
  const past = found?.fade;
  if (!past) return [];
  return say`After ${pen.counted(past.spikes)} earlier days on which ${pen.name(asset.symbol)}’s volume was at least ${pen.counted(past.times)} times what had been usual, the median stood at ${pen.share(past.ratio)} of the spike ${days(past.days, pen)} later.`;
}
