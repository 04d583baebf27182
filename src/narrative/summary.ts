import {deckOf, tieTest} from "./deck.ts";
import type {DeckSentence} from "./deckPoints.ts";
import type {Facts} from "./facts.ts";
import {dayRecord, levelRecord, volumeRecord} from "./records.ts";
import {lowOf} from "./ruler.ts";
import type {AngleKind, Story} from "./story.ts";
import type {SummarySentence} from "./summaryPoints.ts";
import {
  answerKept,
  earlierRange,
  endApart,
  lacking,
  outlook,
  recentRun,
  runSince,
  sectorPlace,
  swings,
  tieUnchanged,
  turnover,
  turnoverBesidePast,
  unitDecides,
  widestGap,
} from "./takeaways.ts";
import {tieNature} from "./tie.ts";

/** So many points a reader takes away. */
const most = 4;

/** What to take away, in the order of its weight; what the data lack comes last. */
export function summaryOf(facts: Facts, story: Story): SummarySentence[][] {
  const {angles: all, lead} = story;
  const told = all.filter(angle => angle !== "lacking");
  // What the tie to the benchmark does is never crowded out.
  const angles = told.indexOf("tie") >= most ? [...told.slice(0, most - 1), "tie" as const] : told;
  const news = angles.filter(angle => angle !== lead || !inHead.has(angle));
  const deck = deckOf(facts, story);
  const before = lead === "closer" ? [answerKept(facts), endApart(facts)] : [];
  const after = lead === "peg" ? pegged(facts) : [];
  const points = [...news, ...(all.includes("lacking") ? ["lacking" as const] : [])]
    .map(angle => point(angle, facts).filter(one => !isIn(deck, one)))
    .toSpliced(0, 0, ...before)
    .concat(after)
    .filter(one => one.length > 0);
  const lacking = points.filter(([one]) => one?.kind === "lacking");
  const held = points.filter(([one]) => one?.kind !== "lacking");
  // Of a coin of which nothing is news, what there is.
  const any = held.length > 0 || isIn(deck, {kind: "turned-over"}) ? held : [turnover(facts)];
  return [...any.filter(one => one.length > 0).slice(0, most - lacking.length), ...lacking];
}

/** What the title and the deck tell of a lead. */
const inHead: ReadonlySet<AngleKind> = new Set([
  "coin-day",
  "high",
  "low",
  "busy",
  "turnover-high",
  "decoupled",
  "looser",
  "closer",
  "week",
  "month",
  "leads",
  "lags",
]);

/** A dollar coin's day in three: how far off as a rule, how low within the day, how much was traded. */
const pegged = (facts: Facts): SummarySentence[][] =>
  facts.ruler?.code === "usd" ? [lowOf(facts), turnoverBesidePast(facts)] : [];

const isIn = (deck: readonly DeckSentence[], {kind}: {readonly kind: string}) =>
  deck.some(one => one.kind === kind);

function point(angle: AngleKind, facts: Facts): SummarySentence[] {
  const {dependence} = facts;
  switch (angle) {
    case "decoupled":
    case "looser":
    case "closer":
      return dependence
        ? [{kind: "tie-changed", nature: tieNature(dependence)}, tieTest(dependence)]
        : [];
    case "tie":
      return tieUnchanged(facts);
    case "case-missed":
      return earlierRange(facts);
    case "peg":
      return widestGap(facts);
    case "cohort":
      return recentRun(facts);
    case "ruler-day":
    case "market-day":
      // Their sections tell them.
      return [];
    case "coin-day":
      return dayRecord(facts);
    case "week":
    case "month":
      return runSince(facts, angle === "week" ? 7 : 30);
    case "high":
    case "low":
      return levelRecord(facts);
    case "busy":
    case "thin":
      return volumeRecord(facts);
    case "ahead":
    case "behind":
      return [
        {
          kind: "beside-benchmark",
          standing: angle,
          spans: facts.state.past.map(({days}) => days),
        },
      ];
    case "fallen":
      // Its row tells it.
      return [];
    case "turnover-high":
    case "turnover-low":
      return turnover(facts);
    case "livelier":
    case "calmer":
      return swings(facts);
    case "leads":
    case "lags":
      return sectorPlace(facts);
    case "unit":
      return unitDecides(facts);
    case "quiet":
      // Its sections are as short as a point.
      return [];
    case "outlook":
      return outlook(facts);
    case "lacking":
      return lacking(facts);
  }
}
