import type {Block} from "../../model/article.ts";
import type {Case} from "../../model/finding.ts";
import {say, type Text} from "../../model/text.ts";
import type {
  CasesExhibit,
  CasesHeading,
  CasesSentence,
  CasesTable,
  FanChart,
} from "../../narrative/cases.ts";
import {casesBody} from "../../narrative/charts.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import {plural} from "./nouns.ts";
import {list, sourceLine} from "./words.ts";

export const casesHeadings: Words<CasesHeading> = {
  cases: ({from}) =>
    ({
      lively: say`Where it could go from a lively start`,
      quiet: say`Where it could go from a quiet start`,
      usual: say`Where it could go`,
    })[from],
};

export const casesSentences: Words<CasesSentence> = {
  "leans-down": ({date, start, drift}, {pen}) =>
    say`More of the outcomes for ${pen.day(date)} lie below today’s ${pen.price(start)} than above: the median drifts by ${pen.change(drift)}, as it has on the coins of the record (see Method).`,
  "base-borders"({date, low, high, beyond}, {pen}) {
    const [from, to] = apart([low, high], pen.roughPrice);
    switch (beyond) {
      case "low":
        return say`The bear case for ${pen.day(date)} begins at ${from}, lower than any close of the past year.`;
      case "high":
        return say`The bull case for ${pen.day(date)} begins at ${to}, higher than any close of the past year.`;
      case "both":
        return say`The base case for ${pen.day(date)}, ${from} to ${to}, is wider than the range of the past year’s closes.`;
      case "none":
        return say`Either end of the base case for ${pen.day(date)}, ${from} or ${to}, would be no extreme among the past year’s closes.`;
    }
  },
  "starting-swings": ({are, now, usual}, {pen}) =>
    are === "calm"
      ? say`Volatility is ${pen.volatility(now, 1)} a day, below its usual ${pen.volatility(usual, 1)}, so the near ranges are narrow and soon widen.`
      : say`Volatility is ${pen.volatility(now, 1)} a day, above its usual ${pen.volatility(usual, 1)}, so the near ranges are wide.`,
};

const half = ({fixed, pen}: Telling) => pen.worded(fixed.half, "half");

function between(low: FanChart["start"], high: FanChart["start"], {pen}: Telling): Text {
  const [from, to] = apart([low, high], pen.roughPrice);
  return say`between ${from} and ${to}`;
}

export const casesExhibits: Words<CasesExhibit, Block> = {
  "cases-chart": chart,
  "cases-table": table,
};

const seenIn: Readonly<Record<FanChart["seen"], string>> = {
  below: "Most of it below today’s price",
  above: "Most of it above today’s price",
  "more-below": "Farther down than up",
  "more-above": "Farther up than down",
  even: "As far up as down",
};

function chart(
  {seen, drawn, date, days, quantiles, start, sources}: FanChart,
  telling: Telling,
): Block {
  const {asset, fixed, pen} = telling;
  const {p5, p25, p75, p95} = quantiles;
  const alt = say`Simulated range of ${pen.name(asset.name)} to ${pen.day(date)}: ${half(telling)} of the outcomes ${between(p25, p75, telling)}, ${pen.worded(fixed.nineTenths, "nine in ten")} ${between(p5, p95, telling)}.`;
  return {
    kind: "exhibit",
    title: say`${seenIn[seen]} by ${pen.day(date)}`,
    body: casesBody(drawn, telling, {
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
      sources,
      say`Closes of ${pen.name(asset.symbol)}, and the next ${pen.count(days)} days simulated by Assay from the price of ${pen.instant(start.asOf)}.`,
    ),
  };
}

const caseNames = {bear: "Bear", base: "Base", bull: "Bull"} as const;

const tableTitles: Readonly<Record<CasesTable["price"], Text>> = {
  "in-bear": say`The price is in the bear case already`,
  "in-bull": say`The price is in the bull case already`,
  "nearer-bear": say`The bear case is the nearer one`,
  "nearer-bull": say`The bull case is the nearer one`,
  between: say`Bear, base and bull`,
};

function table({sets, start, price, silent, record, sources}: CasesTable, telling: Telling): Block {
  const {pen} = telling;
  return {
    kind: "exhibit",
    title: tableTitles[price],
    body: {
      table: {
        columns: [
          {heading: say`By`, align: "left"},
          {heading: say`Case`, align: "left"},
          {heading: say`Probability`, align: "right"},
          {heading: say`Range`, align: "right"},
          {heading: say`First sign`, align: "left"},
        ],
        rows: sets.flatMap(({date, cases}) =>
          cases.map((one, i) => [
            i === 0 ? say`${pen.day(date)}` : say``,
            say`${caseNames[one.name]}`,
            say`${pen.share(one.probability)}`,
            range(one, telling),
            firstSign(one, telling),
          ]),
        ),
      },
    },
    source: sourceLine(
      sources,
      say`Simulation by Assay from the price of ${pen.instant(start.asOf)}; the first sign lies halfway to the border, in logarithms.${silent ? say` The range for ${pen.day(silent)} is close to saying nothing.` : []} ${recordOf(record, telling)}`,
    ),
  };
}

function range({low, high}: Case, {pen}: Telling): Text {
  if (!low) return say`below ${pen.roughPrice(high!)}`;
  if (!high) return say`above ${pen.roughPrice(low)}`;
  const [from, to] = apart([low, high], pen.roughPrice);
  return say`${from} to ${to}`;
}

function firstSign({name, trigger}: Case, {pen}: Telling): Text {
  if (name === "base") return say`neither sign`;
  if (!trigger) return say`the price is there already`;
  return name === "bear"
    ? say`a close under ${pen.roughPrice(trigger)}`
    : say`a close above ${pen.roughPrice(trigger)}`;
}

/** The record of calibration, beside the cases that it is of; where it is of later days, as such. */
function recordOf(record: CasesTable["record"], {asset, pen}: Telling): Text {
  if (record.known === "never")
    return say`How often ranges made so hold has been measured on coins, and not on ${plural(asset)}.`;
  const {known, held, coins, until} = record;
  const shares = list(held.map(one => say`${pen.share(one, 1)}`));
  return known === "later"
    ? say`Base ranges made so held ${shares} of what came on ${pen.count(coins)} coins, by the method’s later record: it runs to ${pen.day(until)} and was not known on the day of this note (see Method).`
    : say`Base ranges made so have held ${shares} of what came on ${pen.count(coins)} coins (see Method).`;
}
