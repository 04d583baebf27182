import type {Block, Section} from "../../model/article.ts";
import type {Case, CaseSet, CasesFinding} from "../../model/finding.ts";
import {join, plain, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
import {list, sourceLine} from "./words.ts";

/** Where the price could go: three cases at three horizons, each with probability, date and rule. */
export function cases(facts: Facts): Section | undefined {
  const {cases: found} = facts;
  if (!found) return undefined;
  return {
    heading: heading(found),
    blocks: [
      {kind: "paragraph", text: join([nearest(found, facts), farthest(found, facts)])},
      chart(found, facts),
      table(found, facts),
      {kind: "paragraph", text: join([origin(found, facts), record(found, facts)])},
      {kind: "paragraph", text: scoring(found, facts)},
    ],
  };
}

const lively = ({dailyVolatility, longRunVolatility}: CasesFinding) =>
  dailyVolatility.value / longRunVolatility.value;

function heading(found: CasesFinding): Text {
  if (lively(found) > 1.3) return say`Where it could go from a lively start`;
  if (lively(found) < 0.75) return say`Where it could go from a quiet start`;
  return say`Where it could go`;
}

function nearest(found: CasesFinding, {asset, fixed, pen}: Facts): Text {
  const set = found.sets[0]!;
  const {p25, p75} = set.quantiles;
  const quarter = pen.worded(fixed.quarter, "a quarter");
  const start = found.start.value;
  const middle = Math.sqrt(p25.value * p75.value);
  const tilt =
    middle < start * 0.97
      ? say` The middle of that range lies below today’s ${pen.price(found.start)}, for coins have lost against the dollar more often than not.`
      : [];
  return say`For the close of ${pen.day(set.date)}, ${pen.worded(fixed.half, "half")} of the simulated outcomes for ${pen.name(asset.symbol)} lie between ${pen.roughPrice(p25)} and ${pen.roughPrice(p75)}: the base case. Below is the bear case, above the bull case, ${quarter} each.${tilt}`;
}

function farthest(found: CasesFinding, {fixed, pen}: Facts): Text {
  const set = found.sets.at(-1)!;
  if (set === found.sets[0]) return [];
  const {p25, p75} = set.quantiles;
  const half = pen.worded(fixed.half, "half");
  return p75.value / p25.value > 2.5
    ? say`By ${pen.day(set.date)} the same ${half} stretches from ${pen.roughPrice(p25)} to ${pen.roughPrice(p75)}; whoever names a price for that day knows something these data do not.`
    : say`By ${pen.day(set.date)} the same ${half} runs from ${pen.roughPrice(p25)} to ${pen.roughPrice(p75)}.`;
}

/** What the ranges are made of. */
function origin(found: CasesFinding, {asset, pen}: Facts): Text {
  const usual = pen.volatility(found.longRunVolatility, 1);
  const now = pen.volatility(found.dailyVolatility, 1);
  const calm =
    lively(found) < 0.85
      ? say`${now} a day now, calmer than the usual ${usual}, so the ranges widen with time`
      : lively(found) > 1.15
        ? say`${now} a day now, livelier than the usual ${usual}, so the near ranges are wide`
        : say`${now} a day, about the usual ${usual}`;
  return say`The ranges come from ${pen.count(found.paths)} paths drawn from the last ${pen.count(found.history)} daily returns of ${pen.name(asset.symbol)} itself, at a volatility of ${calm}. Their medians drift by ${list(found.sets.map(set => say`${pen.change(set.drift)}`))} over the ${horizonsOf(found)}.`;
}

function scoring(found: CasesFinding, {pen}: Facts): Text {
  const dates = list(found.sets.map(set => say`${pen.day(set.date)}`));
  return say`Each case is decided by the UTC close of its day, and will be scored on ${dates}. A case is refuted when that close lies in the range of another.`;
}

/** The record of calibration, beside the cases that it is of. */
function record(found: CasesFinding, {pen}: Facts): Text {
  const shares = (print: (set: CaseSet) => Text) => list(found.sets.map(print));
  const {coins, from, until} = found.record;
  return say`How far to trust them: made the same way on ${pen.count(coins)} coins between ${pen.day(from)} and ${pen.day(until)}, the base range held ${shares(set => say`${pen.share(set.record.coverage50, 1)}`)} of what came, and the range from the lowest to the highest tenth ${shares(set => say`${pen.share(set.record.coverage80, 1)}`)}. Those are averages: coins move together, and in single years a range of a year ahead has held far more or far less.`;
}

const horizonsOf = ({sets}: CasesFinding): Text =>
  sets.length > 1 ? say`horizons in turn` : say`horizon`;

const caseNames = {bear: "Bear", base: "Base", bull: "Bull"} as const;

function range({low, high}: Case, {pen}: Facts): Text {
  if (!low) return say`below ${pen.roughPrice(high!)}`;
  if (!high) return say`above ${pen.roughPrice(low)}`;
  return say`${pen.roughPrice(low)} to ${pen.roughPrice(high)}`;
}

function firstSign({name, trigger}: Case, {pen}: Facts): Text {
  if (name === "base") return say`neither of the two`;
  if (!trigger) return say`the price is there already`;
  return name === "bear"
    ? say`a close under ${pen.roughPrice(trigger)}`
    : say`a close above ${pen.roughPrice(trigger)}`;
}

function rowsOf(set: CaseSet, facts: Facts): Text[][] {
  const {pen} = facts;
  return set.cases.map((one, i) => [
    i === 0 ? say`${pen.day(set.date)}` : say``,
    say`${caseNames[one.name]}`,
    say`${pen.share(one.probability)}`,
    range(one, facts),
    firstSign(one, facts),
  ]);
}

function table(found: CasesFinding, facts: Facts): Block {
  const {pen} = facts;
  return {
    kind: "exhibit",
    title: say`The cases, each with its date, probability and range`,
    body: {
      table: {
        columns: [
          {heading: say`By`, align: "left"},
          {heading: say`Case`, align: "left"},
          {heading: say`Probability`, align: "right"},
          {heading: say`Range`, align: "right"},
          {heading: say`First sign`, align: "left"},
        ],
        rows: found.sets.flatMap(set => rowsOf(set, facts)),
      },
    },
    source: sourceLine(
      found.sources,
      say`Simulation by Assay from the price of ${pen.instant(found.start.asOf)}; the first sign lies halfway to the border, in logarithms.`,
    ),
  };
}

function chart(found: CasesFinding, facts: Facts): Block {
  const {asset, pen, locale, state, simulated} = facts;
  const set = found.sets.find(one => one.horizon === 90) ?? found.sets[0]!;
  const alt = say`Simulated range of ${pen.name(asset.name)} to ${pen.day(set.date)}: ${pen.worded(facts.fixed.half, "half")} of the outcomes between ${pen.roughPrice(set.quantiles.p25)} and ${pen.roughPrice(set.quantiles.p75)}, ${pen.worded(facts.fixed.nineTenths, "nine in ten")} between ${pen.roughPrice(set.quantiles.p5)} and ${pen.roughPrice(set.quantiles.p95)}.`;
  return {
    kind: "exhibit",
    title: say`${pen.name(asset.symbol)}: closes, and the simulated range for the next ${pen.count(set.days)} days`,
    body: {
      alt,
      chart: {
        kind: "cases",
        name: "cases",
        locale,
        history: [
          ...state.closes.slice(-120).map(({date, close}) => ({date, close})),
          ...(state.closes.at(-1)!.date < state.price.asOf.slice(0, 10)
            ? [{date: state.price.asOf.slice(0, 10), close: state.price.value}]
            : []),
        ],
        fan: found.fan.filter(({date}) => date <= set.date),
        labels: {
          price: `${asset.symbol}, US dollars`,
          logarithmic: "log scale",
          bear: "Bear",
          base: "Base",
          bull: "Bull",
          band50: "50%",
          band80: "80%",
          band90: "90%",
        },
        description: plain(alt),
        ...(simulated && {watermark: "Simulated"}),
      },
    },
    source: sourceLine(
      found.sources,
      say`Simulation by Assay from the price of ${pen.instant(found.start.asOf)}.`,
    ),
  };
}
