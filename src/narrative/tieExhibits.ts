import type {DependenceChart} from "../model/chart.ts";
import type {Figure} from "../model/figure.ts";
import type {DecouplingFinding, Verdict} from "../model/finding.ts";
import {drawnWindow} from "./charts.ts";
import {type Rhos, rhosOf} from "./tie.ts";

/** The rolling correlation, captioned by what its line did. */
export interface TieChart extends Rhos {
  readonly kind: "tie-chart";
  /** Since when the line has lain on that side of its earlier level, if it ever lay on the other. */
  readonly seen:
    | {readonly line: "above" | "below"; readonly since: string}
    | {readonly line: "above-throughout" | "below-throughout"};
  readonly drawn: Pick<DependenceChart, "days" | "baseline">;
  readonly from: string;
  readonly to: string;
  readonly sources: readonly string[];
}

export interface WindowsTable {
  readonly kind: "windows-table";
  readonly agreement: "all" | "not-all";
  readonly rows: readonly (Rhos & {
    readonly p: Figure<"p-value">;
    readonly verdict: Exclude<Verdict, "not-enough-data">;
  })[];
  readonly to: string;
  readonly sources: readonly string[];
}

/** A line of fewer days shows nothing. */
const fewest = 30;

export function tieChart(found: DecouplingFinding): TieChart[] {
  const {days} = found.rolling;
  const [first, last] = [days[0], days.at(-1)];
  if (days.length < fewest || !first || !last) return [];
  const shown = drawnWindow(found);
  const {baselineRho, baselineFrom, baselineTo} = shown;
  const level = baselineRho.value;
  const above = last.rho > level;
  const across = days.findLastIndex(({rho}) => above !== rho > level);
  const since = days[across + 1]?.date;
  return [
    {
      kind: "tie-chart",
      ...rhosOf(shown),
      seen:
        across < 0 || since === undefined
          ? {line: above ? "above-throughout" : "below-throughout"}
          : {line: above ? "above" : "below", since},
      drawn: {days, baseline: {rho: level, from: baselineFrom, to: baselineTo}},
      from: first.date,
      to: last.date,
      sources: found.sources,
    },
  ];
}

export const windowsTable = ({windows, leading, sources}: DecouplingFinding): WindowsTable => ({
  kind: "windows-table",
  agreement: windows.every(({verdict}) => verdict === leading.verdict) ? "all" : "not-all",
  rows: windows.map(one => ({...rhosOf(one), p: one.adjustedP, verdict: one.verdict})),
  to: leading.to,
  sources,
});
