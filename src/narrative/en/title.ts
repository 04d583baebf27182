import type {DecouplingFinding, MarketStateFinding} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
import {decidingP} from "./dependence.ts";
import {rose, sourceName} from "./words.ts";

/** A move of this size within the last days is news by itself. */
const large = 0.15;
/** From here on one speaks of moving together. */
const together = 0.4;

/** The finding, with its number. */
export function title(facts: Facts): Text {
  const {dependence, pen} = facts;
  const name = pen.name(facts.asset.name);
  const other = pen.name(facts.benchmark.name);
  if (!dependence)
    return join([say`${name} ${lastMove(facts)}`, say`${whyNoDependence(facts)}`], "; ");
  const {leading} = dependence;
  if (leading.verdict === "weakened" && dependence.decoupled)
    return say`${name} has loosened from ${other}: rank correlation ${pen.correlation(leading.rho)} over ${pen.count(leading.days)} days, ${pen.correlation(leading.baselineRho)} before`;
  if (leading.verdict === "weakened")
    return say`${name} follows ${other} less closely, at ${pen.correlation(leading.rho)} after ${pen.correlation(leading.baselineRho)}, and that is not yet a decoupling`;
  if (leading.verdict === "strengthened")
    return say`${name} moves more closely with ${other} than before: rank correlation ${pen.correlation(leading.rho)}, from ${pen.correlation(leading.baselineRho)}`;
  return say`${name} ${newsworthyMove(facts)} ${stillTied(dependence, facts)}`;
}

function newsworthyMove({state, pen}: Facts): Text {
  const {recent} = state;
  if (recent && Math.abs(recent.asset.value) >= large) {
    const verb = rose(recent.asset) ? "gained" : "lost";
    return say`${verb} ${pen.size(recent.asset)} in ${pen.counted(recent.days)} ${recent.days.value === 1 ? "day" : "days"}`;
  }
  return lastMove({state, pen});
}

function lastMove({state, pen}: Pick<Facts, "state" | "pen">): Text {
  const {change24h} = state;
  if (!change24h) return say`stands at ${pen.price(state.price)}`;
  const verb = rose(change24h) ? "rose" : "fell";
  return say`${verb} ${pen.size(change24h, 2)} in a day`;
}

function stillTied({leading}: DecouplingFinding, {pen, benchmark}: Facts): Text {
  const other = pen.name(benchmark.name);
  if (leading.rho.value >= together) return say`and still moves with ${other}`;
  return say`on a loose tie to ${other} that shows no change`;
}

function whyNoDependence({asset, benchmark, pen, state}: Facts): Text {
  if (asset.id === benchmark.id) return turnoverOf(state, pen);
  return say`its tie to ${pen.name(benchmark.name)} cannot be told from these data`;
}

function turnoverOf({turnover}: MarketStateFinding, pen: Facts["pen"]): Text {
  return turnover
    ? say`turnover was ${pen.ratio(turnover)} of market cap`
    : say`what the data can carry`;
}

/** One or two sentences that say what the title means. */
export function deck(facts: Facts): Text {
  return join([moveSentence(facts), dependenceSentence(facts)]);
}

function moveSentence(facts: Facts): Text {
  const {state, asset, benchmark, pen} = facts;
  const symbol = pen.name(asset.symbol);
  const {recent, change24h} = state;
  if (recent && Math.abs(recent.asset.value) >= large) {
    const verb = rose(recent.asset) ? "rose" : "fell";
    const beside = recent.benchmark
      ? Math.abs(recent.benchmark.change.value) < 0.02
        ? say` while ${pen.name(benchmark.name)} barely moved`
        : say` while ${pen.name(benchmark.name)} ${rose(recent.benchmark.change) ? "gained" : "lost"} ${pen.size(recent.benchmark.change)}`
      : [];
    return say`${symbol} ${verb} from ${pen.price(recent.start)} on ${pen.shortDay(recent.from)} to ${pen.price(state.price)}${beside}.`;
  }
  if (change24h)
    return say`${symbol} ${rose(change24h) ? "rose" : "fell"} ${pen.size(change24h, 2)} against the dollar in a day, to ${pen.price(state.price)}.`;
  return say`${symbol} stands at ${pen.price(state.price)}, as ${sourceName(state.sources, pen)} records it.`;
}

function dependenceSentence({dependence, asset, benchmark, pen, state}: Facts): Text {
  const other = pen.name(benchmark.name);
  if (!dependence && asset.id === benchmark.id) {
    const {turnover} = state;
    return turnover
      ? say`Volume over the same day came to ${pen.ratio(turnover)} of market cap.`
      : say`It is the asset that others are measured against here, so nothing is said of its dependence.`;
  }
  if (!dependence)
    return say`Whether it has come loose from ${other} takes months of daily returns to say. These data hold none, and this note does not guess.`;
  const {leading, decoupled} = dependence;
  if (leading.verdict === "no-change-found")
    return leading.rho.value >= together
      ? say`Whatever moved it, its day-to-day dependence on ${other} has not weakened by any amount these data can show.`
      : say`Its day-to-day dependence on ${other} was loose before and has not changed by any amount these data can show.`;
  if (leading.verdict === "strengthened")
    return say`Its daily returns have followed ${other}’s more closely in the last ${pen.count(leading.days)} days than in the months before, by more than chance explains (${pen.isP(decidingP(dependence, leading))}).`;
  return decoupled
    ? say`Its daily returns have followed ${other}’s less closely in the last ${pen.count(leading.days)} days than in the months before, by more than chance explains (${pen.isP(decidingP(dependence, leading))}), and not because ${other} went quiet.`
    : say`Its daily returns have followed ${other}’s less closely in the last ${pen.count(leading.days)} days (${pen.isP(decidingP(dependence, leading))}), but the reasons fall short of calling it a decoupling.`;
}
