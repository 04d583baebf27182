import type {DecouplingFinding, SectorFinding, WindowResult} from "../model/finding.ts";
import {type CausesTable, causesSentence, causesTable} from "./causes.ts";
import {
  type Beside,
  type Blunt,
  type DependenceHeading,
  type DependenceSentence,
  type EndedApart,
  type NotAlone,
  plainOdds,
  type Unchanged,
  type Way,
} from "./dependencePoints.ts";
import {breakOf, chance, oneDay, otherWindows, tested} from "./dependenceTest.ts";
import type {Facts} from "./facts.ts";
import type {Plan} from "./point.ts";
import type {Story} from "./story.ts";
import {changeOf, doingOf, rhosOf, standingOf} from "./tie.ts";
import {type TieChart, tieChart, type WindowsTable, windowsTable} from "./tieExhibits.ts";

export type DependenceExhibit = TieChart | WindowsTable | CausesTable;

/** Fewer than one in ten; more often than not. */
const seldom = 0.1;
const often = 0.5;

/** A chance is told as once in so many times where it lies this near. */
const nearby = 0.02;

/** A partial correlation within this is next to nothing. */
const nothing = 0.15;

/** So far apart two changes of the same days have gone. */
const apart = 0.2;

/** One sentence where no change was found; what changed, whether by chance, and why, where one was. */
export function dependencePlan(
  facts: Facts,
  {lead}: Story,
): Plan<DependenceHeading, DependenceSentence, DependenceExhibit> | undefined {
  const {dependence: found} = facts;
  if (!found) return undefined;
  const {leading, picked} = found;
  if (leading.verdict !== "no-change-found") return changed(found, facts, lead);
  return {
    heading: unchanged(found),
    blocks: [
      {
        paragraph: [
          unchanged(found),
          ...notAlone(found),
          ...(picked ? [chance(found)] : []),
          ...(lead === "quiet" ? blunt(leading) : []),
        ],
      },
    ],
  };
}

const wayOf = ({rho, baselineRho}: WindowResult): Way => {
  const [now, before] = [rho.value.toFixed(2), baselineRho.value.toFixed(2)];
  return now === before ? "level" : rho.value > baselineRho.value ? "higher" : "lower";
};

function unchanged({leading}: DecouplingFinding): Unchanged {
  const {p, adjustedP} = leading;
  const isSeldom = p.value < seldom;
  const onceIn = plainOdds.find(times => Math.abs(p.value - 1 / times) < nearby);
  return {
    kind: "tie-unchanged",
    ...rhosOf(leading),
    standing: standingOf(leading),
    way: wayOf(leading),
    chance: p.value > often ? "more-often-than-not" : isSeldom ? "seldom" : "easily",
    ...(onceIn && !isSeldom && p.value <= often && {onceIn}),
    p: isSeldom ? adjustedP : p,
  };
}

function notAlone({windows, level, picked}: DecouplingFinding): NotAlone[] {
  const [least] = windows.toSorted((a, b) => a.p.value - b.p.value);
  if (picked || windows.length < 2 || !least || least.p.value >= level.value) return [];
  const {p, adjustedP} = least;
  return [{kind: "tie-not-alone", ...rhosOf(least), tests: tested(windows), p, adjustedP}];
}

/** Told where nothing else is, so that nobody takes it for proof. */
const blunt = ({visible: reach, baselineRho, days}: WindowResult): Blunt[] =>
  reach.value < baselineRho.value / 2 ? [{kind: "tie-blunt", reach, days}] : [];

function changed(
  found: DecouplingFinding,
  facts: Facts,
  lead: Story["lead"],
): Plan<DependenceHeading, DependenceSentence, DependenceExhibit> {
  const {leading, sources} = found;
  return {
    heading: changedHeading(found),
    blocks: [
      {
        paragraph: [
          {
            kind: "tie-moved",
            ...rhosOf(leading),
            change: changeOf(found),
            doing: doingOf(found),
          },
          ...oneDay(leading),
          // The summary of a note that it leads tells it.
          ...(lead === "closer" ? [] : endedApart(found, facts)),
        ],
      },
      ...tieChart(found, facts).map(exhibit => ({exhibit})),
      {paragraph: [chance(found), ...otherWindows(found), ...breakOf(found)]},
      ...(found.windows.length > 1 ? [{exhibit: windowsTable(found)}] : []),
      {paragraph: [causesSentence(leading), ...beside(facts)]},
      {exhibit: causesTable(leading, sources)},
    ],
  };
}

function changedHeading(found: DecouplingFinding): DependenceHeading {
  const kind = "tie-changed";
  const [change, doing] = [changeOf(found), doingOf(found)];
  const causes = causesSentence(found.leading);
  if (change === "ended" || doing !== "asset" || causes.kind !== "cause-alone")
    return {kind, change, doing};
  const {what, ends} = causes.cause;
  if (what === "benchmark-swings") return {kind, change, doing};
  return {kind, change, doing, of: what, cause: ends[1].value > ends[0].value ? "more" : "less"};
}

function endedApart(found: DecouplingFinding, {state}: Facts): EndedApart[] {
  if (changeOf(found) !== "closer") return [];
  const past = state.past.find(
    ({window, asset, benchmark}) =>
      window < 365 && benchmark && Math.abs(asset.value - benchmark.change.value) > apart,
  );
  return past?.benchmark
    ? [
        {
          kind: "ended-apart",
          days: past.days,
          own: past.asset,
          benchmark: past.benchmark.change,
        },
      ]
    : [];
}

function beside({sector}: Facts): Beside[] {
  return sector ? besideOthers(sector) : [];
}

function besideOthers({partial, shares, members, days}: SectorFinding): Beside[] {
  if (shares.own.value >= 0.505) return [{kind: "mostly-its-own", own: shares.own, members, days}];
  if (partial.value <= -nothing) return [{kind: "against-beside-others", partial, members, days}];
  return partial.value < nothing ? [{kind: "nothing-left", partial, members, days}] : [];
}
