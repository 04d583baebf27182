import type {Block} from "../../model/article.ts";
import {say} from "../../model/text.ts";
import {dependenceBody} from "../../narrative/charts.ts";
import type {DependenceExhibit} from "../../narrative/dependence.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {RowVerdict, TieChart, WindowsTable} from "../../narrative/tieExhibits.ts";
import {causesExhibit} from "./causes.ts";
import {list, sourceLine} from "./words.ts";

export const dependenceExhibits: Words<DependenceExhibit, Block> = {
  "tie-chart": chart,
  "windows-table": windows,
  "causes-table": causesExhibit,
};

function seenOf({seen}: TieChart, {pen}: Telling) {
  switch (seen.line) {
    case "above":
      return say`Above its earlier level since ${pen.day(seen.since)}`;
    case "below":
      return say`Below its earlier level since ${pen.day(seen.since)}`;
    case "above-throughout":
      return say`Above its earlier level all along`;
    case "below-throughout":
      return say`Below its earlier level all along`;
  }
}

function chart(point: TieChart, telling: Telling): Block {
  const {asset, benchmark, fixed, pen} = telling;
  const {from, to, days, baselineDays, rho, baselineRho, drawn, sources} = point;
  const band = pen.share(fixed.band);
  const alt = say`Rolling rank correlation of ${pen.name(asset.name)} with ${pen.name(benchmark.name)}, ${pen.day(from)} to ${pen.day(to)}: last value ${pen.correlation(rho)}, baseline ${pen.correlation(baselineRho)}.`;
  return {
    kind: "exhibit",
    title: seenOf(point, telling),
    body: dependenceBody(drawn, telling, {
      alt,
      watermark: "Simulated",
      labels: {
        rho: `Rank correlation with ${benchmark.name}`,
        band: `${band.print} band`,
        baseline: `Baseline, ${pen.count(baselineDays).print} days:`,
      },
    }),
    source: sourceLine(
      sources,
      say`Rank correlation of daily returns with ${pen.name(benchmark.name)} over a rolling ${pen.count(days)} days, with its ${band} band, to ${pen.day(to)}. The dashed line is the level of the ${pen.count(baselineDays)} days before.`,
    ),
  };
}

const verdicts: Readonly<Record<RowVerdict, string>> = {
  strengthened: "strengthened",
  weakened: "weakened",
  "no-change-found": "no change found",
  "turned-negative": "turned negative",
  "turned-positive": "turned positive",
};

function windows({agreement, rows, to, sources}: WindowsTable, {benchmark, pen}: Telling): Block {
  const baselines = [
    ...new Map(rows.map(one => [one.baselineDays.value, one.baselineDays])).values(),
  ];
  const left = {align: "left"} as const;
  const right = {align: "right"} as const;
  return {
    kind: "exhibit",
    title: agreement === "all" ? say`Every span says the same` : say`Not every span shows it`,
    body: {
      table: {
        columns: [
          {heading: say`Last`, ...left},
          {heading: say`Rank corr.`, ...right},
          {heading: say`before`, ...right},
          {heading: say`adj. p`, ...right},
          {heading: say`Verdict`, ...left},
        ],
        rows: rows.map(one => [
          say`${pen.count(one.days)} days`,
          say`${pen.correlation(one.rho)}`,
          say`${pen.correlation(one.baselineRho)}`,
          say`${pen.p(one.p)}`,
          say`${verdicts[one.verdict]}`,
        ]),
      },
    },
    source: sourceLine(
      sources,
      say`Rank correlation of daily log returns with ${pen.name(benchmark.name)} to ${pen.day(to)}, in each span and in the ${list(baselines.map(one => say`${pen.count(one)}`))} days before it.`,
    ),
  };
}
