import {join, type Name, say, type Text} from "../../model/text.ts";
import type {
  Chance,
  DependenceHeading,
  DependenceSentence,
  Moved,
  OnceIn,
  Unchanged,
} from "../../narrative/dependencePoints.ts";
import type {Pen} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import {causeSentences} from "./causes.ts";
import {marketDays} from "./nouns.ts";
import {list, moved} from "./words.ts";

const names = ({asset, benchmark, pen}: Telling): readonly [Name, Name] => [
  pen.name(asset.symbol),
  pen.name(benchmark.name),
];

export const dependenceHeadings: Words<DependenceHeading> = {
  "tie-unchanged"({standing, way, chance: easily}, telling) {
    const [own, other] = names(telling);
    switch (standing) {
      case "against":
        return say`Against ${other}, as before`;
      case "none":
        return say`${own} beside ${other}`;
      case "loose":
        return say`Only loosely tied to ${other}`;
      case "middling":
        if (easily !== "seldom") return say`With ${other} as before`;
        return way === "higher"
          ? say`Perhaps closer to ${other}`
          : say`Perhaps farther from ${other}`;
      case "close":
        return say`Close to ${other}, as before`;
    }
  },
  "tie-changed"(heading, telling) {
    const other = telling.pen.name(telling.benchmark.name);
    return [...changedTie(heading, other), ...byWhat(heading)];
  },
};

function changedTie({change, doing}: DependenceHeading & {kind: "tie-changed"}, other: Name): Text {
  switch (change) {
    case "turned-against":
      return say`Against ${other}`;
    case "ended":
      return say`No longer with ${other}`;
    case "less-against":
      return say`Less against ${other} than before`;
    case "closer":
      return doing === "asset"
        ? say`Closer to ${other}`
        : say`A higher correlation with ${other}${doing === "benchmark" ? ", and no closer tie" : ""}`;
    case "looser":
      return doing === "asset"
        ? say`Loosened from ${other}`
        : say`A lower correlation with ${other}${doing === "benchmark" ? ", as that went quiet" : ""}`;
  }
}

function byWhat({of, cause}: DependenceHeading & {kind: "tie-changed"}): Text {
  if (!of) return [];
  if (of === "own-swings")
    return cause === "more" ? say`: its own swings have grown` : say`: its own swings have faded`;
  return cause === "more" ? say`: a stronger answer` : say`: a weaker answer`;
}

export const dependenceSentences: Words<DependenceSentence> = {
  "tie-unchanged"(point, telling) {
    const [own, other] = names(telling);
    return say`${asBefore(point, own, other)}: ${bothSpans(point, telling)}${within(point, telling.pen)}.`;
  },
  "tie-not-alone"({days, rho, baselineRho, tests, p, adjustedP}, {pen}) {
    return say`Over ${pen.count(days)} days, at ${pen.correlation(rho)} after ${pen.correlation(baselineRho)}, the difference would pass if it were the only one looked at (${pen.isP(p)}); as one of ${pen.counted(tests)} it does not (${pen.p(adjustedP)}).`;
  },
  "tie-blunt": ({days, reach}, {pen, fixed}) =>
    say`Much could have changed unseen: only a fall to ${pen.correlation(reach)} or below would have shown ${pen.worded(fixed.power, "four times in five")} in ${pen.count(days)} days.`,
  "tie-moved": (point, telling) => say`${whatMoved(point, telling)}.`,
  "tie-chance": chance,
  "windows-oppose": ({days}, {pen}) =>
    say`Over the last ${list(days.map(one => say`${pen.count(one)}`))} days it went the other way.`,
  "windows-dissent": ({windows}, {pen}) =>
    say`The last ${list(windows.map(({days}) => say`${pen.count(days)}`))} days by themselves would prove nothing (${list(windows.map(({p}, i) => [i === 0 ? pen.isP(p) : pen.p(p)]))}).`,
  "break-dated": ({day, p}, {pen}) =>
    say`A second test, for a break at an unknown time, puts it at ${pen.day(day)}, give or take a week (${pen.isP(p)}).`,
  "break-untold": ({p}, {pen}) =>
    say`When it changed cannot be said: a second test, for a break at an unknown time, finds none (${pen.isP(p)}).`,
  "one-day": ({day, share, days}, {asset, pen}) =>
    say`Ranks do not see sizes: a single day, ${pen.day(day)}, makes ${pen.share(share)} of the squared returns of ${pen.name(asset.symbol)} in these ${pen.count(days)} days, and counts here as any other.`,
  "ended-apart"({days, own, benchmark}, telling) {
    const {pen} = telling;
    const [coin, other] = names(telling);
    return say`To move together is not to end together: over ${pen.count(days)} days ${coin} ${moved(own, pen)} and ${other} ${moved(benchmark, pen)}.`;
  },
  ...causeSentences,
  "mostly-its-own": ({own, members}, {benchmark, pen}) =>
    say`Most of its daily variance, ${pen.share(own)}, is explained neither by ${pen.name(benchmark.name)} nor by an index of ${pen.counted(members)} other large coins.`,
  "nothing-left": ({partial, members, days}, {benchmark, pen}) =>
    say`Beside an index of ${pen.counted(members)} other large coins, next to nothing of the tie to ${pen.name(benchmark.name)} itself is left (partial rank correlation ${pen.correlation(partial)} over ${pen.count(days)} days).`,
  "against-beside-others": ({partial, members, days}, {benchmark, pen}) =>
    say`Beside an index of ${pen.counted(members)} other large coins it moves against ${pen.name(benchmark.name)} (partial rank correlation ${pen.correlation(partial)} over ${pen.count(days)} days).`,
};

/** How the coin goes with the benchmark where no change was found. */
function asBefore({standing, way, chance: easily}: Unchanged, own: Name, other: Name): Text {
  switch (standing) {
    case "against":
      return say`${own} moves against ${other}, now as before`;
    case "none":
      return say`There is no steady tie between ${own} and ${other}`;
    case "loose":
      return say`${own} has little to do with ${other} from day to day, now as before`;
    case "close":
      return say`Day by day ${own} and ${other} move together as before`;
    case "middling":
      if (way === "level") return say`${own} keeps step with ${other} as it did`;
      if (easily === "seldom")
        return say`Whether ${own} keeps ${way === "higher" ? "closer" : "less"} step with ${other} than before is not settled`;
      return say`No change is found in how ${own} moves with ${other}`;
  }
}

function bothSpans(
  {way, rho, days, baselineRho, baselineDays}: Unchanged,
  {pen, rests}: Telling,
): Text {
  const before = say`${pen.count(baselineDays)} before them`;
  const now = say`a rank correlation of ${pen.correlation(rho)} over ${pen.count(days)} ${marketDays({rests})}`;
  return way === "level"
    ? say`${now}, and the same in the ${before}`
    : say`${now}, ${pen.correlation(baselineRho)} in the ${before}`;
}

const onceInWords: Readonly<Record<OnceIn, string>> = {
  2: "two",
  3: "three",
  4: "four",
  5: "five",
  6: "six",
  8: "eight",
  10: "ten",
};

function within({way, chance: easily, onceIn, p}: Unchanged, pen: Pen): Text {
  switch (easily) {
    case "more-often-than-not":
      return way === "level"
        ? say` (${pen.isP(p)})`
        : say`, a difference well within chance (${pen.isP(p)})`;
    case "easily":
      return onceIn
        ? say`; chance alone does as much in ${pen.worded(p, `one in ${onceInWords[onceIn]}`)} cases (${pen.isP(p)})`
        : say`, a difference that chance makes easily (${pen.isP(p)})`;
    case "seldom":
      return say`, a difference that chance makes seldom, but not seldom enough (adjusted ${pen.isP(p)})`;
  }
}

function whatMoved(point: Moved, telling: Telling): Text {
  const {pen} = telling;
  const {change, doing, rho, days, baselineRho, baselineDays} = point;
  const [own, other] = names(telling);
  const span = say`Over the last ${pen.count(days)} ${marketDays(telling)}`;
  const numbers = say`a rank correlation of ${pen.correlation(rho)}, after ${pen.correlation(baselineRho)} in the ${pen.count(baselineDays)} days before`;
  if (change === "turned-against")
    return say`${span} ${own} has moved against ${other}: ${numbers}`;
  if (change === "ended") return say`${span} ${own} has no longer moved with ${other}: ${numbers}`;
  if (change === "less-against")
    return say`${span} ${own} has moved less against ${other} than it did: ${numbers}`;
  const closer = change === "closer";
  if (doing === "asset")
    return say`${span} ${own} has moved with ${other} ${closer ? "more" : "less"} closely than before: ${numbers}`;
  const higher = say`${span} the rank correlation with ${other} was ${closer ? "higher" : "lower"} than before, ${pen.correlation(rho)} after ${pen.correlation(baselineRho)} in the ${pen.count(baselineDays)} days before`;
  if (doing === "unseen") return say`${higher}; the linear correlation does not show it`;
  return closer
    ? say`${higher}; most of that is ${other} moving more, which is no closer tie`
    : say`${higher}; most of that is ${other} going quiet, which is no decoupling`;
}

function chance({strength, p, looked}: Chance, {asset, pen}: Telling): Text {
  const opening = {
    hardly: say`Chance hardly explains it`,
    possibly: say`Chance may do as much, though seldom`,
    easily: say`Chance explains it easily`,
  }[strength];
  if (looked.at === "windows")
    return say`${opening}: had nothing changed, a difference as large would come up ${chanceOf(p, pen)}, even with ${pen.counted(looked.tests)} spans tried.`;
  const {place, universe, tests} = looked;
  const rank = place.value === 1 ? say`first` : say`number ${pen.count(place)}`;
  return join([
    say`${pen.name(asset.symbol)} was not chosen beforehand: it came ${rank} of ${pen.count(universe)} coins in a scan, and was picked because it looked extreme.`,
    say`${opening}: allowing for all ${pen.count(tests)} tests of that scan, a difference as large would come up ${chanceOf(p, pen)} if nothing had changed.`,
  ]);
}

/** "less than once in a thousand times", "in about 12% of cases" */
const chanceOf = (p: Chance["p"], pen: Pen): Text =>
  p.value < 0.001
    ? [pen.worded(p, "less than once in a thousand times")]
    : say`in about ${pen.level(p, p.value < 0.0095 ? 1 : 0)} of cases`;
