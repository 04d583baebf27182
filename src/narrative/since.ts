import type {Figure} from "../model/figure.ts";
import type {EarlierOutcome, SinceFinding} from "../model/finding.ts";
import type {Facts} from "./facts.ts";
import type {Plan} from "./point.ts";

export type SinceHeading = {readonly kind: "since"; readonly day: string};

/** What the price has done since, beside the benchmark. */
export interface SinceMove {
  readonly kind: "since-move";
  readonly size: "hardly" | "moved";
  readonly days: Figure<"days">;
  readonly former: Figure<"USD">;
  readonly now: Figure<"USD">;
  readonly move: Figure<"return">;
  readonly benchmark?: Figure<"return">;
}

/** Whether the verdict on the tie is the same as then. */
export interface SinceTie {
  readonly kind: "since-tie";
  readonly verdict: "kept" | "changed";
  readonly before: NonNullable<SinceFinding["dependence"]>["before"];
  readonly now: NonNullable<SinceFinding["dependence"]>["now"];
}

/** What else has moved. */
export interface SinceMarket {
  readonly kind: "since-market";
  readonly rank?: NonNullable<SinceFinding["rank"]>;
  readonly turnover?: NonNullable<SinceFinding["turnover"]>;
}

/** The base range of an earlier note, once its day has come. */
export interface Decided {
  readonly kind: "case-decided";
  readonly outcome: EarlierOutcome;
}

/** Where the price stands in the base ranges that are decided next. */
export interface StillOpen {
  readonly kind: "cases-open";
  readonly told: "all" | "next";
  readonly groups: readonly {
    readonly place: EarlierOutcome["in"];
    readonly ranges: readonly EarlierOutcome[];
  }[];
}

export type SinceSentence = SinceMove | SinceTie | SinceMarket | Decided | StillOpen;

/** Within half a per cent nothing has moved. */
const hardly = 0.005;

/** So many ranges a reader can take in; a desk that writes daily has hundreds open. */
const most = 4;

/** What has changed since the last note on the coin, and how its cases stand. */
export function sincePlan(facts: Facts): Plan<SinceHeading, SinceSentence, never> | undefined {
  const {since: found} = facts;
  if (!found) return undefined;
  const decided = byDay(found.cases.filter(one => one.state === "decided")).slice(-most);
  const open = byDay(found.cases.filter(one => one.state === "open"));
  return {
    heading: {kind: "since", day: found.last.asOf.slice(0, 10)},
    blocks: [
      {paragraph: [move(found, facts), ...tie(found), ...market(found)]},
      ...decided.map(outcome => ({paragraph: [{kind: "case-decided" as const, outcome}]})),
      {paragraph: stillOpen(open)},
    ],
  };
}

const byDay = (cases: readonly EarlierOutcome[]) =>
  cases.toSorted((a, b) => a.date.localeCompare(b.date));

const move = (
  {days, priceThen, move: change, benchmarkMove}: SinceFinding,
  {state}: Facts,
): SinceMove => ({
  kind: "since-move",
  size: Math.abs(change.value) < hardly ? "hardly" : "moved",
  days,
  former: priceThen,
  now: state.price,
  move: change,
  ...(benchmarkMove && {benchmark: benchmarkMove}),
});

function tie({dependence: found}: SinceFinding): SinceTie[] {
  if (!found) return [];
  const {before, now} = found;
  const verdict = before.verdict === now.verdict ? "kept" : "changed";
  // That nothing was found, and nothing is, a reader need not be told.
  if (verdict === "kept" && now.verdict === "no-change-found") return [];
  return [{kind: "since-tie", verdict, before, now}];
}

function market({rank, turnover}: SinceFinding): SinceMarket[] {
  const changed = <F extends Figure>(pair: {before: F; now: F} | undefined) =>
    pair && pair.before.value !== pair.now.value ? pair : undefined;
  const [place, traded] = [changed(rank), changed(turnover)];
  return place || traded
    ? [{kind: "since-market", ...(place && {rank: place}), ...(traded && {turnover: traded})}]
    : [];
}

function stillOpen(open: readonly EarlierOutcome[]): StillOpen[] {
  if (open.length === 0) return [];
  const next = open.slice(0, most);
  const groups = (["bull", "bear", "base"] as const).flatMap(place => {
    const ranges = next.filter(one => one.in === place);
    return ranges.length > 0 ? [{place, ranges}] : [];
  });
  return [{kind: "cases-open", told: open.length > most ? "next" : "all", groups}];
}
