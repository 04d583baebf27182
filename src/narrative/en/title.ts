import type {Figure} from "../../model/figure.ts";
import type {Dated} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
import {missed, type Story, together} from "../story.ts";
import {group} from "./peers.ts";
import {days, fraction, list, multiplied, rose, sourceName} from "./words.ts";

/** Within this the benchmark has barely moved. */
const barely = 0.02;

/** The finding that leads, with its number, and what it has to be seen beside. */
export function title(story: Story, facts: Facts): Text {
  const {asset, benchmark, state, dependence, liquidity, risk, peers, pen} = facts;
  const name = pen.name(asset.name);
  const other = pen.name(benchmark.name);
  const tie = dependence?.leading;
  switch (story.lead) {
    case "decoupled":
      return tie!.rho.value < 0.2
        ? say`${name} has come loose from ${other}: rank correlation ${pen.correlation(tie!.rho)} over ${pen.count(tie!.days)} days, ${pen.correlation(tie!.baselineRho)} before`
        : say`${name} has loosened from ${other}: rank correlation ${pen.correlation(tie!.rho)} over ${pen.count(tie!.days)} days, ${pen.correlation(tie!.baselineRho)} before`;
    case "looser":
      return say`${name} follows ${other} less closely, at ${pen.correlation(tie!.rho)} after ${pen.correlation(tie!.baselineRho)}, and that is not yet a decoupling`;
    case "closer":
      return tie!.cause.benchmarkVolatility.value >
        Math.max(tie!.cause.beta.value, tie!.cause.ownVolatility.value)
        ? say`${other}’s swings have tied ${name} closer to it: rank correlation ${pen.correlation(tie!.rho)}, from ${pen.correlation(tie!.baselineRho)}`
        : say`${name} moves more closely with ${other} than before: rank correlation ${pen.correlation(tie!.rho)}, from ${pen.correlation(tie!.baselineRho)}`;
    case "tie":
      return say`${name} moves with ${other} as before: rank correlation ${pen.correlation(tie!.rho)} over ${pen.count(tie!.days)} days`;
    case "case-missed": {
      const one = missed(facts.since!)[0]!;
      const side = one.in === "bull" ? "above" : "below";
      return one.state === "decided"
        ? say`${name} closed ${side} the range that our note of ${pen.shortDay(one.note.asOf.slice(0, 10))} gave for ${pen.shortDay(one.date)}`
        : say`${name} stands ${side} the range that our note of ${pen.shortDay(one.note.asOf.slice(0, 10))} gave for ${pen.shortDay(one.date)}`;
    }
    case "run":
      return say`${name} ${run(facts)} ${runBeside(story, facts)}`;
    case "day":
      return say`${name} ${rose(state.change24h!) ? "rose" : "fell"} ${pen.size(state.change24h!)} in a day, ${pen.deviations(risk!.day!.deviations)} times its daily standard deviation`;
    case "high":
      return isClose(state, state.yearHigh!)
        ? say`${name} closes at ${pen.price(state.price)}, its highest of the past year`
        : say`${name} at ${pen.price(state.price)} is above every close of the past year`;
    case "low":
      return isClose(state, state.yearLow!)
        ? say`${name} closes at ${pen.price(state.price)}, its lowest of the past year`
        : say`${name} at ${pen.price(state.price)} is below every close of the past year`;
    case "near-high":
      return say`${name} at ${pen.price(state.price)} is close to its highest close of the past year, ${pen.price(state.yearHigh!.figure)}`;
    case "near-low":
      return say`${name} at ${pen.price(state.price)} is close to its lowest close of the past year, ${pen.price(state.yearLow!.figure)}`;
    case "ahead":
    case "behind":
      return say`${name} has done ${story.lead === "ahead" ? "better" : "worse"} than ${other} over ${list(state.past.map(span => say`${pen.count(span.days)}`))} days`;
    case "turnover-high":
      return say`${pen.ratio(liquidity!.turnover, 0)} of ${name}’s market cap changed hands in a day${dayClause(facts)}`;
    case "turnover-low":
      return say`${name} changes hands less than most: ${pen.ratio(liquidity!.turnover)} of its market cap in a day`;
    case "livelier":
      return say`${name} swings more: volatility of ${pen.volatility(risk!.volatility[0]!.figure)} a year over ${pen.count(risk!.volatility[0]!.days)} days, ${pen.volatility(risk!.volatility[1]!.figure)} over ${pen.count(risk!.volatility[1]!.days)}`;
    case "calmer":
      return say`${name} has calmed down: volatility of ${pen.volatility(risk!.volatility[0]!.figure)} a year over ${pen.count(risk!.volatility[0]!.days)} days, ${pen.volatility(risk!.volatility[1]!.figure)} over ${pen.count(risk!.volatility[1]!.days)}`;
    case "leads":
    case "lags": {
      const first = story.lead === "leads";
      return say`${name} is ${first ? "first" : "last"} of ${pen.counted(peers!.size)} ${group(peers!.sector, pen)} over ${peerSpan(facts)}`;
    }
    case "unit":
      return say`${name} ${rose(state.change24h!) ? "rose" : "fell"} ${pen.size(state.change24h!)} in dollars and ${rose(state.change24h!) ? "fell" : "rose"} against other coins`;
    default:
      return steady(facts);
  }
}

/** The price is that close itself, and not beyond it. */
const isClose = ({price}: Facts["state"], {figure}: Dated<Figure<"USD">>) =>
  price.value === figure.value;

function run({state, pen}: Facts): Text {
  const {asset, days: count} = state.recent!;
  const span = say`in ${days(count, pen)}`;
  const times = multiplied(asset, pen);
  if (times) return say`${times} ${span}`;
  return say`${rose(asset) ? "gained" : "lost"} ${fraction(asset, pen) ?? pen.size(asset)} ${span}`;
}

/** The benchmark over the same days is what a run is seen beside. */
function runBeside(story: Story, facts: Facts): Text {
  const {state, benchmark, pen} = facts;
  const other = pen.name(benchmark.name);
  const {asset, benchmark: beside} = state.recent!;
  if (!beside) return stillTied(story, facts);
  const moved = beside.change;
  if (Math.abs(moved.value) < barely) return say`while ${other} barely moved`;
  const same = rose(moved) === rose(asset);
  if (!same) return say`while ${other} ${rose(moved) ? "gained" : "lost"} ${pen.size(moved)}`;
  return Math.abs(moved.value) > 0.4 * Math.abs(asset.value)
    ? say`as ${other} ${rose(moved) ? "gained" : "lost"} ${pen.size(moved)}`
    : say`against ${pen.size(moved)} for ${other}`;
}

function stillTied(story: Story, {dependence, benchmark, pen}: Facts): Text {
  if (!dependence || !story.angles.includes("tie")) return [];
  const {rho} = dependence.leading;
  const other = pen.name(benchmark.name);
  return rho.value >= together
    ? say`and still moves with ${other}`
    : say`on a loose tie to ${other} that shows no change`;
}

function dayClause({state, pen}: Facts): Text {
  const {change24h} = state;
  if (!change24h) return [];
  if (Math.abs(change24h.value) < 0.001) return say` while the price stood still`;
  if (Math.abs(change24h.value) < 0.01) return say` while the price moved ${pen.size(change24h)}`;
  return say` as the price ${rose(change24h) ? "rose" : "fell"} ${pen.size(change24h)}`;
}

function peerSpan({peers, pen, fixed}: Facts): Text {
  return peers!.place.change30d ? say`${pen.count(fixed.month)} days` : say`a day`;
}

function steady(facts: Facts): Text {
  const {asset, benchmark, dependence, pen} = facts;
  const name = pen.name(asset.name);
  if (!dependence) return join([say`${name} ${lastMove(facts)}`, say`${withoutTie(facts)}`], "; ");
  const {rho, days: window} = dependence.leading;
  const other = pen.name(benchmark.name);
  const at = say`${pen.correlation(rho)} over ${pen.count(window)} days`;
  if (rho.value < together)
    return say`${name} ${lastMove(facts)}; its tie to ${other} is loose, at ${at}, and was before`;
  if (rho.value < 0.6)
    return say`${name} ${lastMove(facts)} and keeps its moderate tie to ${other}, ${at}`;
  return rho.value < 0.8
    ? say`${name} ${lastMove(facts)}; its tie to ${other} holds at ${at}`
    : say`${name} ${lastMove(facts)} and follows ${other} closely, at ${at}`;
}

function lastMove({state, pen}: Facts): Text {
  const {change24h} = state;
  if (!change24h) return say`stands at ${pen.price(state.price)}`;
  if (Math.abs(change24h.value) < 0.005)
    return say`barely moved in a day, at ${pen.price(state.price)}`;
  return say`${rose(change24h) ? "rose" : "fell"} ${pen.size(change24h, 2)} in a day`;
}

function withoutTie({asset, benchmark, pen, state, risk, liquidity}: Facts): Text {
  const median = liquidity?.universe?.median;
  if (asset.id !== benchmark.id && state.turnover && median) {
    const ratio = state.turnover.value / median.value;
    if (ratio > 1.5 || ratio < 0.67)
      return say`turnover was ${pen.ratio(state.turnover)} of market cap, where the median of large coins is ${pen.ratio(median)}`;
  }
  if (asset.id !== benchmark.id)
    return say`its tie to ${pen.name(benchmark.name)} cannot be told from these data`;
  if (risk?.fromPeak)
    return say`it stands ${pen.drawdown(risk.fromPeak, 0)} below its highest close`;
  return state.turnover
    ? say`turnover was ${pen.ratio(state.turnover)} of market cap`
    : say`what the data can carry`;
}

/** What the title means, and what it does not. */
export function deck(story: Story, facts: Facts): Text {
  return join([leadSentence(story, facts), besideSentence(story, facts)]);
}

function leadSentence(story: Story, facts: Facts): Text {
  const {state, asset, benchmark, dependence, since, liquidity, risk, peers, table, pen} = facts;
  const symbol = pen.name(asset.symbol);
  const other = pen.name(benchmark.name);
  switch (story.lead) {
    case "decoupled":
      return say`In ${tieSpan(facts)} it has followed ${other} less closely than before, by more than chance explains (${pen.isP(dependence!.leading.adjustedP)}), and not because ${other} went quiet.`;
    case "looser":
      return say`In ${tieSpan(facts)} it has followed ${other} less closely (${pen.isP(dependence!.leading.adjustedP)}), but for reasons that fall short of a decoupling.`;
    case "closer":
      return say`In ${tieSpan(facts)} it has followed ${other} more closely than before, by more than chance explains (${pen.isP(dependence!.leading.adjustedP)}).`;
    case "case-missed": {
      const one = missed(since!)[0]!;
      return say`The note put half of the outcomes between ${pen.roughPrice(one.low)} and ${pen.roughPrice(one.high)}; ${one.state === "decided" ? "the close that decides was" : "the price is now"} ${pen.price(one.price)}.`;
    }
    case "run":
      return say`${symbol} ${rose(state.recent!.asset) ? "rose" : "fell"} from ${pen.price(state.recent!.start)} on ${pen.shortDay(state.recent!.from)} to ${pen.price(state.price)}.`;
    case "day":
      return say`The day took ${symbol} to ${pen.price(state.price)}; its daily standard deviation in the month before was ${pen.volatility(risk!.day!.usual, 1)}.`;
    case "high":
      return isClose(state, state.yearHigh!)
        ? sinceThen(facts)
        : say`The highest of those closes was ${pen.price(state.yearHigh!.figure)}, on ${pen.day(state.yearHigh!.day)}.`;
    case "low":
      return isClose(state, state.yearLow!)
        ? sinceThen(facts)
        : say`The lowest of those closes was ${pen.price(state.yearLow!.figure)}, on ${pen.day(state.yearLow!.day)}.`;
    case "near-high":
      return say`${symbol} closed at its highest of the past year on ${pen.day(state.yearHigh!.day)}; ${sinceThen(facts, "in")}`;
    case "near-low":
      return say`${symbol} closed at its lowest of the past year on ${pen.day(state.yearLow!.day)}; ${sinceThen(facts, "in")}`;
    case "ahead":
    case "behind":
      return say`It changed by ${list(state.past.map(span => say`${pen.change(span.asset)}`))}, ${other} by ${list(state.past.map(span => say`${pen.change(span.benchmark!.change)}`))}.`;
    case "turnover-high":
    case "turnover-low":
      return say`Volume of ${pen.money(state.volume24h!)} in the trailing day is ${pen.ratio(liquidity!.turnover, 2)} of market cap${turnoverBeside(facts)}. It counts what changed hands, not what could be bought or sold at these prices.`;
    case "livelier":
    case "calmer":
      return say`A day’s standard deviation is ${pen.volatility(risk!.daily, 1)} now, at a price of ${pen.price(state.price)}.`;
    case "leads":
    case "lags": {
      const {place, median} = peers!;
      const [own, others] = place.change30d
        ? [peers!.rows.find(row => row.asset.id === asset.id)?.change30d, median.change30d]
        : [peers!.rows.find(row => row.asset.id === asset.id)?.change24h, median.change24h];
      if (!own) return [];
      return others
        ? say`It is ${rose(own) ? "up" : "down"} ${pen.size(own)}, where the median of the others is ${pen.change(others)}.`
        : say`It is ${rose(own) ? "up" : "down"} ${pen.size(own)}.`;
    }
    case "unit": {
      const coins = table!.classes.find(one => one.class === "crypto")!.median!;
      return say`Against the coins it is quoted in the median change is ${pen.change(coins)}: they ${rose(coins) ? "fell" : "rose"} more than ${symbol} did.`;
    }
    default:
      return moved(facts);
  }
}

const tieSpan = ({dependence, pen}: Facts): Text =>
  say`the last ${pen.count(dependence!.leading.days)} days`;

function moved({state, asset, risk, pen}: Facts): Text {
  const {change24h} = state;
  const symbol = pen.name(asset.symbol);
  if (!change24h)
    return say`${symbol} stands at ${pen.price(state.price)}, as ${sourceName(state.sources, pen)} records it.`;
  const measure =
    risk?.day && Math.abs(risk.day.deviations.value) < 1
      ? say`; the standard deviation of its days is ${pen.volatility(risk.day.usual, 1)}`
      : [];
  return say`${symbol} ${rose(change24h) ? "rose" : "fell"} ${pen.size(change24h, 2)} against the dollar in a day, to ${pen.price(state.price)}${measure}.`;
}

function turnoverBeside({liquidity, pen}: Facts): Text {
  const {universe, history} = liquidity!;
  if (history && (history.percentile.value >= 0.9 || history.percentile.value <= 0.1))
    return say`, where the median of its own last ${pen.count(history.days)} days is ${pen.ratio(history.median)}`;
  return universe
    ? say`, where the median of ${pen.count(universe.size)} large coins is ${pen.ratio(universe.median)}`
    : [];
}

/** The second sentence: how the tie to the benchmark stands, unless that has led. */
function besideSentence(story: Story, facts: Facts): Text {
  const {dependence, asset, benchmark, pen, state} = facts;
  const other = pen.name(benchmark.name);
  if (["decoupled", "looser", "closer"].includes(story.lead)) return sinceThen(facts);
  if (!dependence && asset.id === benchmark.id) return sinceThen(facts);
  if (!dependence)
    return facts.risk
      ? say`Whether it has come loose from ${other} takes more months of daily returns than are on record; this note does not guess.`
      : say`Whether it has come loose from ${other} takes months of daily returns to say. These data hold none, and this note does not guess.`;
  const {leading} = dependence;
  const numbers = say`rank correlation ${pen.correlation(leading.rho)} over ${pen.count(leading.days)} days, ${pen.correlation(leading.baselineRho)} before`;
  if (leading.verdict !== "no-change-found")
    return say`Its tie to ${other} has changed too: ${numbers}.`;
  if (leading.rho.value < together)
    return say`Its day-to-day tie to ${other} was loose before and has not changed by any amount these data can show: ${numbers}.`;
  const beside = state.recent?.benchmark?.change;
  const apart =
    story.lead === "run" &&
    beside &&
    (Math.abs(beside.value) < barely || rose(beside) !== rose(state.recent!.asset));
  if (apart)
    return say`That looks like a coin going its own way; day by day it still moves with ${other}: ${numbers}.`;
  if (leading.rho.value < 0.6)
    return say`Its tie to ${other} is moderate, and nothing shows that it has changed: ${numbers}.`;
  return leading.rho.value < 0.8
    ? say`Day by day it still goes largely with ${other}: ${numbers}.`
    : say`Day by day it follows ${other} closely: ${numbers}.`;
}

/** A month of it, beside the benchmark's. */
function sinceThen(facts: Facts, begin: "Over" | "in" = "Over"): Text {
  const {state, benchmark, pen} = facts;
  const month = state.past[0];
  if (!month) return moved(facts);
  const beside = month.benchmark
    ? say`, ${pen.name(benchmark.name)} ${rose(month.benchmark.change) ? "up" : "down"} ${pen.size(month.benchmark.change)}`
    : [];
  return say`${begin === "in" ? "over" : begin} ${pen.count(month.days)} days it is ${rose(month.asset) ? "up" : "down"} ${pen.size(month.asset)}${beside}.`;
}
