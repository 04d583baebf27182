import type {Figure} from "../model/figure.ts";
import {decouplingWindows} from "../model/figureNames.ts";
import type {DecouplingFinding, SectorFinding, WindowResult} from "../model/finding.ts";
import {type CausesSentence, type CausesTable, causesSentence, causesTable} from "./causes.ts";
import type {Facts} from "./facts.ts";
import type {Plan} from "./point.ts";
import type {Story} from "./story.ts";
import {
  type Change,
  changeOf,
  type Doing,
  doingOf,
  type Rhos,
  rhosOf,
  type Standing,
  standingOf,
} from "./tie.ts";
import {type TieChart, tieChart, type WindowsTable, windowsTable} from "./tieExhibits.ts";

/** A change by its cause where there is one: what the coin did, or what was done to it. */
export type DependenceHeading =
  | Pick<Unchanged, "kind" | "standing" | "way" | "chance">
  | {
      readonly kind: "tie-changed";
      readonly change: Change;
      readonly doing: Doing;
      readonly cause?: "more" | "less";
      readonly of?: "answer" | "own-swings";
    };

type Way = "higher" | "lower" | "level";

/** That nothing was found, with how easily chance makes such a difference. */
export interface Unchanged extends Rhos {
  readonly kind: "tie-unchanged";
  readonly standing: Standing;
  readonly way: Way;
  readonly chance: "more-often-than-not" | "easily" | "seldom";
  /** Once in so many times chance makes as much, where that is a plain fraction. */
  readonly onceIn?: OnceIn;
  readonly p: Figure<"p-value">;
}

export type OnceIn = (typeof plainOdds)[number];

/** Another window that would pass by itself, and does not as one of several that were tried. */
export interface NotAlone extends Rhos {
  readonly kind: "tie-not-alone";
  readonly tests: Figure<"count">;
  readonly p: Figure<"p-value">;
  readonly adjustedP: Figure<"p-value">;
}

/** Only a large fall would have been seen. */
export interface Blunt {
  readonly kind: "tie-blunt";
  readonly days: Figure<"days">;
  readonly reach: Figure<"correlation">;
}

export interface Moved extends Rhos {
  readonly kind: "tie-moved";
  readonly change: Change;
  readonly doing: Doing;
}

/** Whether the change could be chance, by all that was looked at. */
export interface Chance {
  readonly kind: "tie-chance";
  readonly strength: "hardly" | "possibly" | "easily";
  readonly p: Figure<"p-value">;
  readonly looked:
    | {readonly at: "windows"; readonly tests: Figure<"count">}
    | {
        readonly at: "scan";
        readonly universe: Figure<"count">;
        readonly tests: Figure<"count">;
        readonly place: Figure<"rank">;
      };
}

/** What other windows say that is not the same: the other way, or by themselves nothing. */
export type OtherWindows =
  | {readonly kind: "windows-oppose"; readonly days: readonly Figure<"days">[]}
  | {
      readonly kind: "windows-dissent";
      readonly windows: readonly {
        readonly days: Figure<"days">;
        readonly p: Figure<"p-value">;
      }[];
    };

/** A second test, of the window and the days before it together. */
export type Break =
  | {readonly kind: "break-dated"; readonly day: string; readonly p: Figure<"p-value">}
  | {readonly kind: "break-untold"; readonly p: Figure<"p-value">};

/** A day that makes most of a window's movement is one among many to its ranks. */
export interface OneDay {
  readonly kind: "one-day";
  readonly day: string;
  readonly share: Figure<"share">;
  readonly days: Figure<"days">;
}

/** To move together is not to end together. */
export interface EndedApart {
  readonly kind: "ended-apart";
  readonly days: Figure<"days">;
  readonly own: Figure<"return">;
  readonly benchmark: Figure<"return">;
}

/** What is left of the tie to the benchmark itself, beside the coins that follow it. */
export type Beside =
  | (Others & {readonly kind: "mostly-its-own"; readonly own: Figure<"share">})
  | (Others & {readonly kind: "nothing-left"; readonly partial: Figure<"correlation">})
  | (Others & {readonly kind: "against-beside-others"; readonly partial: Figure<"correlation">});

interface Others {
  readonly members: Figure<"count">;
  readonly days: Figure<"days">;
}

export type DependenceSentence =
  | Unchanged
  | NotAlone
  | Blunt
  | Moved
  | Chance
  | OtherWindows
  | Break
  | OneDay
  | EndedApart
  | CausesSentence
  | Beside;

export type DependenceExhibit = TieChart | WindowsTable | CausesTable;

/** Fewer than one in ten; more often than not. */
const seldom = 0.1;
const often = 0.5;

/** A chance is told as one of these where it lies this near. */
const plainOdds = [2, 3, 4, 5, 6, 8, 10] as const;
const nearby = 0.02;

/** Under this p chance hardly explains a change. */
const hard = 0.01;

/** Of a window's squared returns: such a day is most of what moved. */
const most = 0.5;

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
  if (leading.verdict !== "no-change-found") return changed(found, facts);
  // A day that makes most of the window has said what there is to say.
  if (leading.largest.share.value > most && lead !== "quiet" && !picked) return undefined;
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

const tested = (windows: readonly WindowResult[]): Figure<"count"> => ({
  ...decouplingWindows,
  value: windows.length,
  asOf: windows[0]!.p.asOf,
  origin: {formula: "windows tested", inputs: windows.map(({p}) => p.id)},
});

/** Told where nothing else is, so that nobody takes it for proof. */
const blunt = ({visible: reach, baselineRho, days}: WindowResult): Blunt[] =>
  reach.value < baselineRho.value / 2 ? [{kind: "tie-blunt", reach, days}] : [];

function changed(
  found: DecouplingFinding,
  facts: Facts,
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
          ...endedApart(found, facts),
        ],
      },
      ...tieChart(found).map(exhibit => ({exhibit})),
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
  if (doing !== "asset" || causes.kind !== "cause-alone") return {kind, change, doing};
  const {what, ends} = causes.cause;
  if (what === "benchmark-swings") return {kind, change, doing};
  return {kind, change, doing, of: what, cause: ends[1].value > ends[0].value ? "more" : "less"};
}

function chance({leading, windows, level, picked}: DecouplingFinding): Chance {
  const {adjustedP: p} = leading;
  const strength = p.value < hard ? "hardly" : p.value < level.value ? "possibly" : "easily";
  const looked = picked
    ? ({at: "scan", ...picked} as const)
    : ({at: "windows", tests: tested(windows)} as const);
  return {kind: "tie-chance", strength, p, looked};
}

function otherWindows({windows, leading}: DecouplingFinding): OtherWindows[] {
  const others = windows.filter(one => one !== leading);
  const none = others.filter(({verdict}) => verdict === "no-change-found");
  const against = others.filter(one => !none.includes(one) && one.verdict !== leading.verdict);
  const dissent = none.map(({days, adjustedP}) => ({days, p: adjustedP}));
  return [
    ...(against.length > 0
      ? [{kind: "windows-oppose" as const, days: against.map(({days}) => days)}]
      : []),
    ...(none.length > 0 ? [{kind: "windows-dissent" as const, windows: dissent}] : []),
  ];
}

/** Two tests that speak of different days are told as two, and then confuse: of a day before the window nothing is said. */
function breakOf({change, leading}: DecouplingFinding): Break[] {
  if (!change) return [];
  const {p, since} = change;
  if (!since) return [{kind: "break-untold", p}];
  return since >= leading.from ? [{kind: "break-dated", day: since, p}] : [];
}

const oneDay = ({largest: {day, share}, days}: WindowResult): OneDay[] =>
  share.value > most ? [{kind: "one-day", day, share, days}] : [];

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
