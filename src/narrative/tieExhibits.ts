import type {DependenceChart} from "../model/chart.ts";
import type {Figure} from "../model/figure.ts";
import type {DecouplingFinding, WindowResult} from "../model/finding.ts";
import {drawnWindow} from "./charts.ts";
import type {Facts} from "./facts.ts";
import {type Rhos, rhosOf} from "./tie.ts";

/** The rolling correlation, captioned by what its line did. */
export interface TieChart extends Rhos {
  readonly kind: "tie-chart";
  /** Since when the line has lain on that side of its earlier level, if it ever lay on the other. */
  readonly seen:
    | {readonly line: "above" | "below"; readonly since: string}
    | {readonly line: "above-throughout" | "below-throughout"};
  readonly drawn: Pick<DependenceChart, "days" | "baseline" | "change">;
  readonly from: string;
  readonly to: string;
  readonly sources: readonly string[];
}

/** A tie that went through zero has neither weakened nor strengthened. */
export type RowVerdict = WindowResult["verdict"] | "turned-negative" | "turned-positive";

export interface WindowsTable {
  readonly kind: "windows-table";
  readonly agreement: "all" | "not-all";
  readonly rows: readonly (Rhos & {
    readonly p: Figure<"p-value">;
    readonly verdict: RowVerdict;
  })[];
  readonly to: string;
  readonly sources: readonly string[];
}

/** A line of fewer days shows nothing. */
const fewest = 30;

export function tieChart(found: DecouplingFinding, {pen}: Pick<Facts, "pen">): TieChart[] {
  const {days} = found.rolling;
  const [first, last] = [days[0], days.at(-1)];
  if (days.length < fewest || !first || !last) return [];
  const shown = drawnWindow(found);
  const {baselineRho, baselineFrom, baselineTo} = shown;
  const level = baselineRho.value;
  const above = last.rho > level;
  const across = days.findLastIndex(({rho}) => above !== rho > level);
  const since = days[across + 1]?.date;
  const hasChanged = found.leading.verdict !== "no-change-found";
  return [
    {
      kind: "tie-chart",
      ...rhosOf(shown),
      seen:
        across < 0 || since === undefined
          ? {line: above ? "above-throughout" : "below-throughout"}
          : {line: above ? "above" : "below", since},
      drawn: {
        days,
        baseline: {rho: level, from: baselineFrom, to: baselineTo},
        ...(hasChanged &&
          across >= 0 &&
          since !== undefined && {change: {date: since, text: pen.shortDay(since).print}}),
      },
      from: first.date,
      to: last.date,
      sources: found.sources,
    },
  ];
}

export const windowsTable = ({windows, leading, sources}: DecouplingFinding): WindowsTable => ({
  kind: "windows-table",
  agreement: windows.every(({verdict}) => verdict === leading.verdict) ? "all" : "not-all",
  rows: windows.map(one => ({...rhosOf(one), p: one.adjustedP, verdict: rowVerdict(one)})),
  to: leading.to,
  sources,
});

function rowVerdict({verdict, rho, baselineRho}: WindowResult): RowVerdict {
  const turned = Math.sign(rho.value) === -Math.sign(baselineRho.value);
  if (verdict === "no-change-found" || !turned) return verdict;
  return rho.value < 0 ? "turned-negative" : "turned-positive";
}
