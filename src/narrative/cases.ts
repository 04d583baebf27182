import type {CasesChart} from "../model/chart.ts";
import type {Figure} from "../model/figure.ts";
import type {Case, CaseSet, CasesFinding} from "../model/finding.ts";
import {drawnCases, drawnSet} from "./charts.ts";
import type {Facts} from "./facts.ts";
import type {Plan} from "./point.ts";

export type CasesHeading = {readonly kind: "cases"; readonly from: "lively" | "quiet" | "usual"};

interface Range {
  readonly date: string;
  readonly low: Figure<"USD">;
  readonly high: Figure<"USD">;
}

/** The middle half of the nearest outcomes, by how it lies about today's price. */
export type NearRange =
  | (Range & {readonly kind: "near-range"; readonly start: Figure<"USD">})
  | (Range & {readonly kind: "near-range-narrow"; readonly start: Figure<"USD">})
  | (Range & {
      readonly kind: "near-range-below";
      readonly start: Figure<"USD">;
      readonly drift: Figure<"return">;
    });

/** The middle half of the farthest outcomes. */
export interface FarRange extends Range {
  readonly kind: "far-range";
  readonly width: "any-price" | "wide" | "usual";
}

/** Today's swings beside the usual ones, as they set the width of the near ranges. */
export interface StartingSwings {
  readonly kind: "starting-swings";
  readonly are: "calm" | "lively";
  readonly now: Figure<"volatility">;
  readonly usual: Figure<"volatility">;
}

export type CasesSentence = NearRange | FarRange | StartingSwings;

export interface FanChart {
  readonly kind: "cases-chart";
  readonly drawn: Pick<CasesChart, "history" | "fan">;
  readonly date: string;
  readonly days: Figure<"days">;
  readonly quantiles: CaseSet["quantiles"];
  readonly start: Figure<"USD">;
  readonly sources: readonly string[];
}

export interface CasesTable {
  readonly kind: "cases-table";
  readonly sets: readonly {readonly date: string; readonly cases: readonly Case[]}[];
  readonly start: Figure<"USD">;
  /** How such ranges have held; of days after the note's where nobody could know it on that day. */
  readonly record: {
    readonly known: "then" | "later";
    readonly held: readonly Figure<"share">[];
    readonly coins: Figure<"count">;
    readonly until: string;
  };
  readonly sources: readonly string[];
}

export type CasesExhibit = FanChart | CasesTable;

/** Today's volatility over the usual one: from where on a heading, and a sentence, says so. */
const headed = {lively: 1.3, quiet: 0.75};
const said = {lively: 1.15, calm: 0.85};

/** Where the middle of the range lies below this part of the price, most of it is below. */
const below = 0.97;

/** The top of a range over its bottom. */
const narrow = 1.25;
const wide = 2.2;
const anyPrice = 3.2;

/** Where the price could go: three cases at three horizons, each with probability, date and rule. */
export function casesPlan(
  facts: Facts,
): Plan<CasesHeading, CasesSentence, CasesExhibit> | undefined {
  const {cases: found} = facts;
  if (!found) return undefined;
  return {
    heading: {kind: "cases", from: startOf(found)},
    blocks: [
      {paragraph: [...nearRange(found), ...farRange(found), ...startingSwings(found)]},
      {exhibit: fanChart(found, facts)},
      {exhibit: casesTable(found)},
    ],
  };
}

const lively = ({dailyVolatility, longRunVolatility}: CasesFinding) =>
  dailyVolatility.value / longRunVolatility.value;

const startOf = (found: CasesFinding): CasesHeading["from"] =>
  lively(found) > headed.lively ? "lively" : lively(found) < headed.quiet ? "quiet" : "usual";

const rangeOf = ({date, quantiles: {p25: low, p75: high}}: CaseSet): Range => ({date, low, high});

function nearRange({sets: [set], start}: CasesFinding): NearRange[] {
  if (!set) return [];
  const range = {...rangeOf(set), start};
  const middle = Math.sqrt(range.low.value * range.high.value);
  if (middle / start.value < below && set.drift.value < 0)
    return [{kind: "near-range-below", ...range, drift: set.drift}];
  return range.high.value / range.low.value < narrow
    ? [{kind: "near-range-narrow", ...range}]
    : [{kind: "near-range", ...range}];
}

function farRange({sets}: CasesFinding): FarRange[] {
  const set = sets.at(-1);
  if (!set || sets.length < 2) return [];
  const range = rangeOf(set);
  const width = range.high.value / range.low.value;
  return [
    {
      kind: "far-range",
      ...range,
      width: width > anyPrice ? "any-price" : width > wide ? "wide" : "usual",
    },
  ];
}

function startingSwings(found: CasesFinding): StartingSwings[] {
  const {dailyVolatility: now, longRunVolatility: usual} = found;
  if (lively(found) < said.calm) return [{kind: "starting-swings", are: "calm", now, usual}];
  return lively(found) > said.lively ? [{kind: "starting-swings", are: "lively", now, usual}] : [];
}

function fanChart(found: CasesFinding, facts: Facts): FanChart {
  const {date, days, quantiles} = drawnSet(found);
  const {start, sources} = found;
  return {
    kind: "cases-chart",
    drawn: drawnCases(found, facts),
    date,
    days,
    quantiles,
    start,
    sources,
  };
}

function casesTable({sets, start, record: {coins, until}, sources}: CasesFinding): CasesTable {
  return {
    kind: "cases-table",
    sets: sets.map(({date, cases}) => ({date, cases})),
    start,
    record: {
      known: until > start.asOf.slice(0, 10) ? "later" : "then",
      held: sets.map(({record}) => record.coverage50),
      coins,
      until,
    },
    sources,
  };
}
