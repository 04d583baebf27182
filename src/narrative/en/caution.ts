import type {Section} from "../../model/article.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";

/** What to bear in mind before relying on any of it. */
export function caution(facts: Facts): Section | undefined {
  const text = join([swings(facts), chance(facts), age(facts)]);
  if (text.length === 0) return undefined;
  return {heading: say`Before relying on this`, blocks: [{kind: "paragraph", text}]};
}

function swings({risk, cases: found, asset, pen}: Facts): Text {
  const set = found?.sets.at(-1);
  if (!risk || !set) return [];
  const {p10, p90} = set.quantiles;
  const width = p90.value / p10.value;
  return width > 8
    ? say`A range for ${pen.day(set.date)} that runs from ${pen.roughPrice(p10)} to ${pen.roughPrice(p90)} is close to saying nothing, and it is meant to be read so.`
    : say`${pen.name(asset.symbol)} moves by ${pen.volatility(risk.daily, 1)} a day (standard deviation); a year of that makes ${pen.roughPrice(p10)} and ${pen.roughPrice(p90)} both unsurprising.`;
}

function chance({dependence, benchmark, pen}: Facts): Text {
  if (!dependence) return [];
  const level = pen.level(dependence.level);
  return dependence.leading.verdict === "no-change-found"
    ? say`No change found in the tie to ${pen.name(benchmark.name)} is not proof that there is none.`
    : say`A test at ${level} finds a change where there is none in ${level} of cases; that this is not one of them, only more days will tell.`;
}

function age({state, asOf, pen}: Facts): Text {
  const last = state.closes.at(-1);
  if (!last) return say`The figures of a day say what happened in that day.`;
  return say`All of it is of ${pen.day(asOf.slice(0, 10))} and ages from there.`;
}
