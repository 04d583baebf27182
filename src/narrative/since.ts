import type {Figure} from "../model/figure.ts";
import type {CaseName, EarlierOutcome, SinceFinding, Verdict} from "../model/finding.ts";
import type {Facts} from "./facts.ts";
import type {Way} from "./moves.ts";
import type {Plan} from "./point.ts";

/** The day of the last note. */
export type SinceHeading = {readonly kind: "since-note"; readonly day: string};

type Told = Exclude<Verdict, "not-enough-data">;

export type SinceSentence =
  | {
      readonly kind: "since-move";
      /** Within half a per cent it stands where it stood. */
      readonly size: "still" | "moved";
      readonly days: Figure<"days">;
      readonly earlier: Figure<"USD">;
      readonly now: Figure<"USD">;
      readonly change: Figure<"return">;
      readonly benchmark?: Figure<"return">;
    }
  | {
      readonly kind: "since-tie";
      readonly agreement: "same" | "changed";
      readonly before: Told;
      readonly now: Told;
      readonly rhoBefore: Figure<"correlation">;
      readonly rhoNow: Figure<"correlation">;
      readonly days: Figure<"days">;
    }
  | {
      readonly kind: "since-size";
      readonly rank?: Change<"rank">;
      readonly turnover?: Change<"ratio"> & {readonly way: Way};
    }
  | {
      readonly kind: "outcome";
      readonly note: string;
      readonly date: string;
      readonly low: Figure<"USD">;
      readonly high: Figure<"USD">;
      readonly price: Figure<"USD">;
      readonly in: CaseName;
    }
  | {
      readonly kind: "open-ranges";
      /** The ranges that are decided next, where more are open. */
      readonly which: "next" | "all";
      readonly groups: readonly {
        readonly in: CaseName;
        readonly ranges: readonly {
          readonly low: Figure<"USD">;
          readonly high: Figure<"USD">;
          readonly date: string;
        }[];
      }[];
    };

interface Change<U extends "rank" | "ratio"> {
  readonly before: Figure<U>;
  readonly now: Figure<U>;
}

/** Within this the price stands where it stood. */
const still = 0.005;

/** So many ranges a reader can take in; a desk that writes daily has hundreds open. */
const most = 4;

/** What has changed since the last note on the coin, and how its cases stand. */
export function sincePlan(facts: Facts): Plan<SinceHeading, SinceSentence, never> | undefined {
  const found = facts.since;
  if (!found) return undefined;
  const byDate = found.cases.toSorted((a, b) => a.date.localeCompare(b.date));
  const decided = byDate.filter(({state}) => state === "decided").slice(-most);
  const open = byDate.filter(({state}) => state === "open");
  return {
    heading: {kind: "since-note", day: found.last.asOf.slice(0, 10)},
    blocks: [
      {paragraph: [move(found, facts), ...tie(found), ...size(found)]},
      ...(decided.length > 0 ? [{list: decided.map(outcome)}] : []),
      ...(open.length > 0 ? [{paragraph: [standing(open)]}] : []),
    ],
  };
}

function move(found: SinceFinding, {state}: Facts): SinceSentence {
  return {
    kind: "since-move",
    size: Math.abs(found.move.value) < still ? "still" : "moved",
    days: found.days,
    earlier: found.priceThen,
    now: state.price,
    change: found.move,
    ...(found.benchmarkMove && {benchmark: found.benchmarkMove}),
  };
}

function tie({dependence}: SinceFinding): SinceSentence[] {
  if (!dependence) return [];
  const {before, now} = dependence;
  return [
    {
      kind: "since-tie",
      agreement: before.verdict === now.verdict ? "same" : "changed",
      before: before.verdict,
      now: now.verdict,
      rhoBefore: before.rho,
      rhoNow: now.rho,
      days: before.days,
    },
  ];
}

function size({rank, turnover}: SinceFinding): SinceSentence[] {
  const moved = <U extends "rank" | "ratio">(change?: Change<U>) =>
    change && change.before.value !== change.now.value ? change : undefined;
  const [ranked, turned] = [moved(rank), moved(turnover)];
  if (!ranked && !turned) return [];
  const way = turned && turned.now.value > turned.before.value ? "up" : "down";
  return [
    {
      kind: "since-size",
      ...(ranked && {rank: ranked}),
      ...(turned && {turnover: {...turned, way}}),
    },
  ];
}

const outcome = ({note, date, low, high, price, in: place}: EarlierOutcome): SinceSentence => ({
  kind: "outcome",
  note: note.asOf.slice(0, 10),
  date,
  low,
  high,
  price,
  in: place,
});

/** Where the price stands in the base ranges that are decided next. */
function standing(open: readonly EarlierOutcome[]): SinceSentence {
  const next = open.slice(0, most);
  return {
    kind: "open-ranges",
    which: open.length > most ? "next" : "all",
    groups: (["bull", "bear", "base"] as const)
      .map(place => ({in: place, ranges: next.filter(one => one.in === place)}))
      .filter(({ranges}) => ranges.length > 0),
  };
}
