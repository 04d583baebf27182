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
    heading: say`Where it could go`,
    blocks: [
      {kind: "paragraph", text: intro(found, facts)},
      chart(found, facts),
      table(found, facts),
      {kind: "paragraph", text: record(found, facts)},
      {kind: "paragraph", text: scoring(found, facts)},
    ],
  };
}

function intro(found: CasesFinding, {asset, pen}: Facts): Text {
  const calm =
    found.dailyVolatility.value < 0.85 * found.longRunVolatility.value
      ? say`calmer than the usual ${pen.volatility(found.longRunVolatility, 1)}, so the ranges widen with time`
      : found.dailyVolatility.value > 1.15 * found.longRunVolatility.value
        ? say`livelier than the usual ${pen.volatility(found.longRunVolatility, 1)}, so the near ranges are wide`
        : say`about the usual ${pen.volatility(found.longRunVolatility, 1)}`;
  return say`Nobody knows, and the width of the answer is the answer. ${pen.count(found.paths)} paths were simulated from the last ${pen.count(found.history)} daily returns of ${pen.name(asset.symbol)} itself, scaled to today’s volatility of ${pen.volatility(found.dailyVolatility, 1)} a day, ${calm}. The middle of the range is not today’s price: coins have lost against the dollar more often than not, and that tilts it by ${list(found.sets.map(set => say`${pen.change(set.drift)}`))} at the ${horizonsOf(found)}. The bear, base and bull cases are the lowest quarter, the middle half and the highest quarter of the outcomes.`;
}

function scoring(found: CasesFinding, {pen}: Facts): Text {
  const dates = found.sets.map(set => say`${pen.day(set.date)}`);
  return say`Each case is decided by the UTC close of its day, and will be scored on ${join([join(dates.slice(0, -1), ", "), dates.at(-1)!], " and ")}. A case is refuted when that close lies in the range of another.`;
}

/** The record of calibration, beside the cases that it is of. */
function record(found: CasesFinding, {pen}: Facts): Text {
  const shares = (print: (set: CaseSet) => Text) => list(found.sets.map(print));
  const {coins, from, until} = found.record;
  return say`How far to trust them: made the same way on ${pen.count(coins)} coins between ${pen.day(from)} and ${pen.day(until)}, the middle half held ${shares(set => say`${pen.share(set.record.coverage50, 1)}`)} of what came at the ${horizonsOf(found)}, and the middle four fifths ${shares(set => say`${pen.share(set.record.coverage80, 1)}`)}. Those are averages: coins move together, and in single years a range of a year ahead has held far more or far less.`;
}

const horizonsOf = ({sets}: CasesFinding): Text =>
  sets.length === 3 ? say`three horizons` : say`horizons`;

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
  const alt = say`Simulated range of ${pen.name(asset.name)} to ${pen.day(set.date)}: half of the outcomes between ${pen.roughPrice(set.quantiles.p25)} and ${pen.roughPrice(set.quantiles.p75)}, nine in ten between ${pen.roughPrice(set.quantiles.p5)} and ${pen.roughPrice(set.quantiles.p95)}.`;
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
