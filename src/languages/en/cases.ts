import type {Block, Section} from "../../model/article.ts";
import type {Case, CaseSet, CasesFinding} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import {casesBody, drawnSet} from "../../narrative/charts.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart} from "../../narrative/pen.ts";
import {list, sourceLine} from "./words.ts";

/** Where the price could go: three cases at three horizons, each with probability, date and rule. */
export function cases(facts: Facts): Section | undefined {
  const {cases: found} = facts;
  if (!found) return undefined;
  return {
    heading: heading(found),
    blocks: [
      {
        kind: "paragraph",
        text: join([nearest(found, facts), farthest(found, facts), start(found, facts)]),
      },
      chart(found, facts),
      table(found, facts),
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

/** The base range of the nearest day, by how it lies about today's price. */
function nearest(found: CasesFinding, {fixed, pen}: Facts): Text {
  const set = found.sets[0]!;
  const {p25, p75} = set.quantiles;
  const half = pen.worded(fixed.half, "half");
  const [low, high] = apart([p25, p75], pen.roughPrice);
  const range = say`between ${low} and ${high}`;
  const day = pen.day(set.date);
  const middle = Math.sqrt(p25.value * p75.value) / found.start.value;
  if (middle < 0.97)
    return say`The base case for ${day}, ${half} of the simulated outcomes, lies ${range}. Its middle is below today’s ${pen.price(found.start)}: the median drifts by ${pen.change(set.drift)}, as it has on the coins of the record (see Method).`;
  return p75.value / p25.value < 1.25
    ? say`The simulation starts at ${pen.price(found.start)}: ${half} of the simulated outcomes for ${day} lie ${range}.`
    : say`From ${pen.price(found.start)}, ${half} of the simulated outcomes for the close of ${day} lie ${range}; that is the base case.`;
}

function farthest(found: CasesFinding, {fixed, pen}: Facts): Text {
  const set = found.sets.at(-1)!;
  if (set === found.sets[0]) return [];
  const {p25, p75} = set.quantiles;
  const half = pen.worded(fixed.half, "half");
  const width = p75.value / p25.value;
  const [low, high] = apart([p25, p75], pen.roughPrice);
  if (width > 3.2)
    return say`By ${pen.day(set.date)} the same ${half} stretches from ${low} to ${high}; whoever names a price for that day knows something these data do not.`;
  return width > 2.2
    ? say`By ${pen.day(set.date)} it has widened, to between ${low} and ${high}.`
    : say`By ${pen.day(set.date)} it runs from ${low} to ${high}.`;
}

/** Where today's volatility stands, as it sets the width of the near ranges. */
function start(found: CasesFinding, {pen}: Facts): Text {
  const usual = pen.volatility(found.longRunVolatility, 1);
  const now = pen.volatility(found.dailyVolatility, 1);
  if (lively(found) < 0.85)
    return say`Volatility is ${now} a day now, calmer than the usual ${usual}: the near ranges are narrow, and widen faster than time alone would have it.`;
  return lively(found) > 1.15
    ? say`Volatility is ${now} a day now, livelier than the usual ${usual}: the near ranges are wide.`
    : [];
}

/** The record of calibration, beside the cases that it is of; where it is of later days, as such. */
function record(found: CasesFinding, {pen}: Facts): Text {
  const held = list(found.sets.map(set => say`${pen.share(set.record.coverage50, 1)}`));
  const coins = pen.count(found.record.coins);
  return found.record.until > found.start.asOf.slice(0, 10)
    ? say`Base ranges made so held ${held} of what came on ${coins} coins, by the method’s later record: it runs to ${pen.day(found.record.until)} and was not known on the day of this note (see Method).`
    : say`Base ranges made so have held ${held} of what came on ${coins} coins (see Method).`;
}

const caseNames = {bear: "Bear", base: "Base", bull: "Bull"} as const;

function range({low, high}: Case, {pen}: Facts): Text {
  if (!low) return say`below ${pen.roughPrice(high!)}`;
  if (!high) return say`above ${pen.roughPrice(low)}`;
  const [from, to] = apart([low, high], pen.roughPrice);
  return say`${from} to ${to}`;
}

function firstSign({name, trigger}: Case, {pen}: Facts): Text {
  if (name === "base") return say`neither sign`;
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
      say`Simulation by Assay from the price of ${pen.instant(found.start.asOf)}; the first sign lies halfway to the border, in logarithms. ${record(found, facts)}`,
    ),
  };
}

function chart(found: CasesFinding, facts: Facts): Block {
  const {asset, pen} = facts;
  const set = drawnSet(found);
  const {p5, p25, p75, p95} = set.quantiles;
  const [low, high] = apart([p25, p75], pen.roughPrice);
  const [lowest, highest] = apart([p5, p95], pen.roughPrice);
  const alt = say`Simulated range of ${pen.name(asset.name)} to ${pen.day(set.date)}: ${pen.worded(facts.fixed.half, "half")} of the outcomes between ${low} and ${high}, ${pen.worded(facts.fixed.nineTenths, "nine in ten")} between ${lowest} and ${highest}.`;
  return {
    kind: "exhibit",
    title: say`${pen.name(asset.symbol)}: closes, and the simulated range for the next ${pen.count(set.days)} days`,
    body: casesBody(found, facts, {
      alt,
      watermark: "Simulated",
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
    }),
    source: sourceLine(
      found.sources,
      say`Simulation by Assay from the price of ${pen.instant(found.start.asOf)}.`,
    ),
  };
}
