import {say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
import {decidingP} from "./dependence.ts";
import {classNames, list, quoteName, rose} from "./words.ts";

/** Three things to take away, in the order of their weight. */
export function summary(facts: Facts): Text[] {
  const bullets = [
    dependence(facts),
    move(facts),
    cases(facts),
    quotes(facts),
    turnover(facts),
    lacking(facts),
  ];
  return bullets.filter(text => text.length > 0).slice(0, 3);
}

function dependence({dependence: found, benchmark, pen}: Facts): Text {
  if (!found) return [];
  const {leading, decoupled} = found;
  const other = pen.name(benchmark.name);
  const both = say`rank correlation with ${other} ${pen.correlation(leading.rho)} over ${pen.count(leading.days)} days, ${pen.correlation(leading.baselineRho)} in the ${pen.count(found.baseline)} days before`;
  if (leading.verdict === "no-change-found")
    return say`No change found in what ties it to ${other}: ${both}. The difference could be chance (${pen.isP(decidingP(found, leading))}${found.picked ? say` after adjusting for the ${pen.count(found.picked.tests)} tests of the scan that picked it` : ""}).`;
  const adjusted = found.picked
    ? say`${pen.isP(leading.adjustedP)} after adjusting for the ${pen.count(found.picked.tests)} tests of the scan that picked it`
    : say`${pen.isP(leading.p)}; ${pen.p(leading.adjustedP)} after adjusting for the windows tested`;
  if (leading.verdict === "strengthened") return say`A closer tie: ${both} (${adjusted}).`;
  return decoupled
    ? say`Decoupling, by the test fixed beforehand: ${both} (${adjusted}).`
    : say`A looser tie, short of a decoupling: ${both} (${adjusted}).`;
}

function move({state, benchmark, pen}: Facts): Text {
  const {recent} = state;
  if (!recent) return [];
  const beside = recent.benchmark
    ? say`; ${pen.name(benchmark.name)}, over the same days, ${rose(recent.benchmark.change) ? "up" : "down"} ${pen.size(recent.benchmark.change)}`
    : [];
  return say`${rose(recent.asset) ? "Up" : "Down"} ${pen.size(recent.asset)} since the close of ${pen.shortDay(recent.from)}${beside}.`;
}

function cases({cases: found, pen}: Facts): Text {
  const set = found?.sets[0];
  if (!set) return [];
  const {p25, p75} = set.quantiles;
  return say`Half of the simulated outcomes for ${pen.day(set.date)} lie between ${pen.roughPrice(p25)} and ${pen.roughPrice(p75)}, a quarter below and a quarter above.`;
}

function quotes({table, asset, pen}: Facts): Text {
  if (!table?.largestDown || !table.largestUp) return [];
  const {largestUp, largestDown} = table;
  const classes = table.classes.filter(one => one.median);
  const medians = classes.map(
    one => say`${pen.change(one.median!, 2)} against ${classNames[one.class]}`,
  );
  return say`Priced in other things, ${pen.name(asset.symbol)} moved by ${list(medians)} (${medians.length > 1 ? "medians" : "median"}). That spread is the quotes’ own: ${quoteName(largestDown.quote)} ${rose(largestDown.own) ? "rose" : "fell"} ${pen.size(largestDown.own)} against the dollar, ${quoteName(largestUp.quote)} ${rose(largestUp.own) ? "rose" : "fell"} ${pen.size(largestUp.own)}.`;
}

/** What a reader would look for and these data do not hold. */
function lacking({dependence: tie, risk, cases: outlook, asset, benchmark, pen}: Facts): Text {
  const missing = [
    ...(tie || asset.id === benchmark.id
      ? []
      : [say`how it moves with ${pen.name(benchmark.name)}`]),
    ...(risk ? [] : [say`how much it moves`]),
    ...(outlook ? [] : [say`where it could go`]),
  ];
  if (missing.length === 0) return [];
  return say`Not to be told from these data: ${list(missing)}.`;
}

function turnover({state, liquidity, pen}: Facts): Text {
  if (!state.turnover || !state.volume24h) return [];
  const against = liquidity?.universe
    ? say`, against a median of ${pen.ratio(liquidity.universe.median)} among ${pen.count(liquidity.universe.size)} coins`
    : [];
  return say`Volume of ${pen.money(state.volume24h)} in the trailing day is ${pen.ratio(state.turnover, 2)} of market cap${against}; it says how much changed hands, not at what depth.`;
}
