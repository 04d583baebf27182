import type {CasesChart} from "../model/chart.ts";
import type {Figure} from "../model/figure.ts";
import type {Case, CaseSet, CasesFinding} from "../model/finding.ts";
import {drawnCases, drawnSet} from "./charts.ts";
import type {Facts} from "./facts.ts";
import type {Plan} from "./point.ts";

export type CasesHeading = {readonly kind: "cases"; readonly from: "lively" | "quiet" | "usual"};

/** More of the nearest outcomes lie below the price than above it, by the drift of the median. */
export interface LeansDown {
  readonly kind: "leans-down";
  readonly date: string;
  readonly start: Figure<"USD">;
  readonly drift: Figure<"return">;
}

/** The borders of the nearest base range beside the closes of the year. */
export interface Borders {
  readonly kind: "base-borders";
  readonly date: string;
  readonly low: Figure<"USD">;
  readonly high: Figure<"USD">;
  /** Which of them no close of the year was beyond. */
  readonly beyond: "low" | "high" | "both" | "none";
}

/** Today's swings beside the usual ones, as they set the width of the near ranges. */
export interface StartingSwings {
  readonly kind: "starting-swings";
  readonly are: "calm" | "lively";
  readonly now: Figure<"volatility">;
  readonly usual: Figure<"volatility">;
}

export type CasesSentence = LeansDown | Borders | StartingSwings;

export interface FanChart {
  readonly kind: "cases-chart";
  /** Where the middle half of the outcomes lies by the price. */
  readonly seen: "below" | "above" | "more-below" | "more-above" | "even";
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
  /** How the price lies in the nearest base range; nearer to one of its borders, or near neither. */
  readonly price: "in-bear" | "in-bull" | "nearer-bear" | "nearer-bull" | "between";
  /** The day of the farthest range, where it is so wide that it says next to nothing. */
  readonly silent?: string;
  /** How such ranges of coins have held; of days after the note's where nobody could know it on that day. */
  readonly record:
    | {readonly known: "never"}
    | {
        readonly known: "then" | "later";
        readonly held: readonly Figure<"share">[];
        readonly coins: Figure<"count">;
        readonly until: string;
      };
  readonly sources: readonly string[];
}

export type CasesExhibit = FanChart | CasesTable;

/** Today's volatility over the usual one, from where on it is told. */
const unusual = {lively: 1.3, quiet: 0.75};

/** Where the middle of the range lies below this part of the price, most of it is below. */
const below = 0.97;

/** The top of a range over its bottom, from where on it could be any price. */
const anyPrice = 3.2;

/** A border is the nearer one at this part of the distance to the other, in logarithms. */
const nearer = 0.75;

/** Where the price could go: three cases at three horizons, each with probability, date and rule. */
export function casesPlan(
  facts: Facts,
): Plan<CasesHeading, CasesSentence, CasesExhibit> | undefined {
  const {cases: found} = facts;
  if (!found) return undefined;
  return {
    heading: {kind: "cases", from: startOf(found)},
    blocks: [
      {paragraph: opening(found, facts)},
      {exhibit: fanChart(found, facts)},
      {exhibit: casesTable(found)},
    ],
  };
}

const lively = ({dailyVolatility, longRunVolatility}: CasesFinding) =>
  dailyVolatility.value / longRunVolatility.value;

const startOf = (found: CasesFinding): CasesHeading["from"] =>
  lively(found) > unusual.lively ? "lively" : lively(found) < unusual.quiet ? "quiet" : "usual";

function leansDown({sets: [set], start, record}: CasesFinding): LeansDown[] {
  if (!set || !record || set.drift.value >= 0) return [];
  const {p25, p75} = set.quantiles;
  const middle = Math.sqrt(p25.value * p75.value);
  return middle / start.value < below
    ? [{kind: "leans-down", date: set.date, start, drift: set.drift}]
    : [];
}

/** What is unlike other days in the ranges; where nothing is, how the nearest lies by the year's closes. */
function opening(found: CasesFinding, {state: {yearLow, yearHigh}}: Facts): CasesSentence[] {
  const told = [...leansDown(found), ...startingSwings(found)];
  const [set] = found.sets;
  if (told.length > 0 || !set || !yearLow || !yearHigh) return told;
  const {p25: low, p75: high} = set.quantiles;
  const [under, over] = [low.value < yearLow.figure.value, high.value > yearHigh.figure.value];
  const beyond = under && over ? "both" : under ? "low" : over ? "high" : "none";
  return [{kind: "base-borders", date: set.date, low, high, beyond}];
}

function startingSwings(found: CasesFinding): StartingSwings[] {
  const {dailyVolatility: now, longRunVolatility: usual} = found;
  const from = startOf(found);
  if (from === "usual") return [];
  return [{kind: "starting-swings", are: from === "quiet" ? "calm" : "lively", now, usual}];
}

function silentDay({sets}: CasesFinding): string | undefined {
  const set = sets.at(-1);
  if (!set || sets.length < 2) return undefined;
  return set.quantiles.p75.value / set.quantiles.p25.value > anyPrice ? set.date : undefined;
}

function fanChart(found: CasesFinding, facts: Facts): FanChart {
  const set = drawnSet(found);
  const {date, days, quantiles} = set;
  const {start, sources} = found;
  return {
    kind: "cases-chart",
    seen: seenOf(set, start),
    drawn: drawnCases(found, facts),
    date,
    days,
    quantiles,
    start,
    sources,
  };
}

/** As `placeOf`, of the range that is drawn. */
function seenOf(set: CaseSet, start: Figure<"USD">): FanChart["seen"] {
  const words = {
    "in-bear": "above",
    "in-bull": "below",
    "nearer-bear": "more-above",
    "nearer-bull": "more-below",
    between: "even",
  } as const;
  return words[placeOf([set], start)];
}

function casesTable(found: CasesFinding): CasesTable {
  const {sets, start, record, sources} = found;
  const silent = silentDay(found);
  return {
    kind: "cases-table",
    sets: sets.map(({date, cases}) => ({date, cases})),
    start,
    price: placeOf(sets, start),
    ...(silent && {silent}),
    record: record
      ? {
          known: record.until > start.asOf.slice(0, 10) ? "later" : "then",
          held: sets.flatMap(one => one.record?.coverage50 ?? []),
          coins: record.coins,
          until: record.until,
        }
      : {known: "never"},
    sources,
  };
}

function placeOf([set]: readonly CaseSet[], start: Figure<"USD">): CasesTable["price"] {
  if (!set) return "between";
  const down = Math.log(start.value / set.quantiles.p25.value);
  const up = Math.log(set.quantiles.p75.value / start.value);
  if (down < 0) return "in-bear";
  if (up < 0) return "in-bull";
  if (down < up * nearer) return "nearer-bear";
  return up < down * nearer ? "nearer-bull" : "between";
}
