import type {Block, Section, Table} from "../../model/article.ts";
import type {Figure} from "../../model/figure.ts";
import {decouplingWindows} from "../../model/figureNames.ts";
import type {DecouplingFinding, WindowResult} from "../../model/finding.ts";
import {join, type Printed, say, type Text} from "../../model/text.ts";
import {dependenceBody, drawnWindow} from "../../narrative/charts.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart, type Pen} from "../../narrative/pen.ts";
import {together} from "../../narrative/story.ts";
import {chartWords} from "./charts.ts";
import {capital, list, sourceLine} from "./words.ts";

/** Whether the asset still follows the benchmark, why its correlation moved, and what could have been seen. */
export function dependence(facts: Facts): Section | undefined {
  const {dependence: found} = facts;
  if (!found) return undefined;
  return {
    heading: heading(found, facts),
    blocks: [
      ...paragraphs([
        join([answer(found, facts), pickedSentence(found, facts), windowsSentence(found, facts)]),
        join([visible(found, facts), since(found, facts)]),
      ]),
      ...chart(found, facts),
      ...paragraphs([causes(found, facts), beyond(facts)]),
      table(found, facts),
    ],
  };
}

function heading(found: DecouplingFinding, {asset, benchmark, pen}: Facts): Text {
  const {leading, decoupled, movedBy, inverse} = found;
  const own = pen.name(asset.symbol);
  const other = pen.name(benchmark.name);
  if (leading.verdict === "no-change-found") {
    if (wasInverse(leading)) return say`${own} beside ${other}`;
    if (isLoose(leading)) return say`A loose tie to ${other}`;
    return leading.rho.value > leading.baselineRho.value
      ? say`Does ${own} still follow ${other}?`
      : say`Has ${own} come loose from ${other}?`;
  }
  if (inverse) return say`Against ${other}`;
  if (leading.baselineRho.value < 0 && leading.verdict === "weakened")
    return say`No longer against ${other}`;
  if (leading.verdict === "strengthened")
    return movedBy === "asset" ? say`Closer to ${other}` : say`A higher correlation with ${other}`;
  return decoupled ? say`Loosened from ${other}` : say`A lower correlation with ${other}`;
}

/** Loose now, and loose before. */
const isLoose = ({rho, baselineRho}: WindowResult) =>
  Math.max(rho.value, baselineRho.value) < together;

/** Below zero in one of the two: such a tie is no following. */
const wasInverse = ({rho, baselineRho}: WindowResult) => Math.min(rho.value, baselineRho.value) < 0;

const paragraphs = (texts: readonly Text[]): Block[] =>
  texts.filter(text => text.length > 0).map(text => ({kind: "paragraph", text}));

/** A second test, and told as one: of the window and the days before it together. */
function since({leading, change}: DecouplingFinding, {pen}: Facts): Text {
  if (!change || leading.verdict === "no-change-found") return [];
  if (!change.since)
    return say`When it changed cannot be said: a second test, for a break at an unknown time, finds none (${pen.isP(change.p)}).`;
  const earlier =
    change.since < leading.from ? say`, before these ${pen.count(leading.days)} days began` : [];
  return say`A second test, for a break at an unknown time in the window and the days before it together, finds one at ${pen.day(change.since)}${earlier} (${pen.isP(change.p)}); such dates are good to a week or so.`;
}

/** What is left of the tie to the benchmark itself, beside the coins that follow it. */
function beyond({sector, benchmark, pen}: Facts): Text {
  if (!sector) return [];
  const other = pen.name(benchmark.name);
  const {partial, shares, members, days} = sector;
  const index = say`an index of ${pen.counted(members)} other large coins`;
  const rho = say`partial rank correlation ${pen.correlation(partial)} over ${pen.count(days)} days`;
  if (shares.own.value >= 0.505)
    return say`Most of its daily variance, ${pen.share(shares.own)}, is explained neither by ${other} nor by ${index} (${rho} with ${other}, given that index).`;
  const left =
    Math.abs(partial.value) < 0.15
      ? say`Beside ${index}, next to nothing of the tie to ${other} itself is left (${rho}).`
      : partial.value > 0
        ? say`A part of the tie is to ${other} itself, beside what ${index} explains (${rho}).`
        : say`Beside ${index} it moves against ${other} (${rho}).`;
  return shares.sector.value > 0.1
    ? say`${left} The other coins explain ${pen.share(shares.sector)} of its daily variance beyond the ${pen.share(shares.benchmark)} that ${other} does.`
    : left;
}

function answer(found: DecouplingFinding, facts: Facts): Text {
  const {leading} = found;
  const other = facts.pen.name(facts.benchmark.name);
  if (leading.verdict !== "no-change-found")
    return say`${changed(found, other)}${bySwings(found, other)}`;
  if (wasInverse(leading)) return say`No change is found.`;
  if (isLoose(leading))
    return say`It follows ${other} only loosely, and no change in that is found.`;
  return leading.rho.value > leading.baselineRho.value
    ? say`No change is found.`
    : say`Not by any amount these data can show.`;
}

/** Which way the tie went: a correlation below zero is no loose tie, but one the other way. */
function changed({leading, inverse, movedBy}: DecouplingFinding, other: Text[number]): Text {
  const beyondChance = "by more than chance would explain";
  if (leading.verdict === "weakened") {
    if (inverse)
      return say`It no longer follows ${other}: it has come to move against it, ${beyondChance}.`;
    if (leading.baselineRho.value < 0)
      return say`It moved against ${other} before, and does so less now, ${beyondChance}.`;
    return movedBy === "asset"
      ? say`It follows less than it did, and ${beyondChance}.`
      : say`The rank correlation is lower than before, ${beyondChance}`;
  }
  if (leading.rho.value < 0) return say`It has come to move against ${other}, ${beyondChance}.`;
  return movedBy === "asset"
    ? say`It follows more closely than before, and ${beyondChance}.`
    : say`The rank correlation is higher than before, ${beyondChance}`;
}

/** Forbes and Rigobon (2002), both ways: what the benchmark's swings do to every coin is no news of this one. */
function bySwings({leading, inverse, movedBy}: DecouplingFinding, other: Text[number]): Text {
  const {verdict, rho, baselineRho} = leading;
  if (movedBy === "asset" || inverse || Math.min(rho.value, baselineRho.value) < 0) return [];
  if (!movedBy) return say`; the linear correlation does not show it.`;
  return verdict === "weakened"
    ? say`; most of that is ${other} going quiet, which is no decoupling.`
    : say`; most of that is ${other} moving more, which is no closer tie.`;
}

/** A coin that was picked because it looked extreme is held to the p-value of all that was looked at. */
function pickedSentence({picked}: DecouplingFinding, {pen}: Facts): Text {
  if (!picked) return [];
  return say`This coin was not chosen beforehand: it came ${ordinal(picked.place, pen)} of ${pen.count(picked.universe)} coins in a scan, and was picked because it looked extreme. So every p-value here is adjusted for the ${pen.count(picked.tests)} tests of that scan.`;
}

const ordinal = (place: Parameters<Pen["count"]>[0], pen: Pen) =>
  place.value === 1 ? "first" : say`number ${pen.count(place)}`;

/** "270", or "157, 127 and 97" where the record is too short for all of it */
function baselines(windows: readonly WindowResult[], pen: Pen): Text {
  const [first, ...others] = windows.map(({baselineDays}) => baselineDays);
  return others.every(({value}) => value === first?.value)
    ? say`${pen.count(first!)}`
    : list([first!, ...others].map(one => say`${pen.count(one)}`));
}

/** The windows side by side, as far apart or as close together as they lie. */
function windowsSentence(found: DecouplingFinding, facts: Facts): Text {
  const {windows} = found;
  const {pen} = facts;
  const each = (print: (one: WindowResult) => Text) => list(windows.map(print));
  const lengths = each(one => say`${pen.count(one.days)}`);
  const now = each(one => say`${pen.correlation(one.rho)}`);
  const before = each(one => say`${pen.correlation(one.baselineRho)}`);
  const earlier = baselines(windows, pen);
  const values = windows.flatMap(one => [one.rho.value, one.baselineRho.value]);
  const close = Math.max(...values) - Math.min(...values) < 0.07;
  const numbers =
    windows.length === 1
      ? say`Over the last ${lengths} days the rank correlation of daily returns was ${now}; in the ${earlier} days before, ${before}.`
      : close
        ? say`The rank correlation of daily returns hardly differs, whatever the window: ${now} over ${lengths} days, ${before} in the ${earlier} days before.`
        : say`Over the last ${lengths} days the rank correlation of daily returns was ${now}; in the ${earlier} days before each window, ${before}.`;
  return join([numbers, chance(found, facts), oneDay(found, facts)]);
}

/** A day that makes most of a window's movement is one among many to its ranks. */
function oneDay({leading}: DecouplingFinding, {asset, pen}: Facts): Text {
  const {day, share} = leading.largest;
  if (share.value <= 0.5) return [];
  return say`Ranks do not see sizes: a single day, ${pen.day(day)}, makes ${pen.share(share)} of the squared returns of ${pen.name(asset.symbol)} in these ${pen.count(leading.days)} days, and counts here as any other.`;
}

/** Fewer than one in ten. */
const seldom = 0.1;

/** How surprising the differences would be if nothing had changed. */
function chance(found: DecouplingFinding, {pen}: Facts): Text {
  const {windows, picked} = found;
  const many = windows.length > 1;
  const raw = list(windows.map((one, i) => [i === 0 ? pen.isP(one.p) : pen.p(one.p)]));
  const adjusted = list(windows.map(one => [pen.p(one.adjustedP)]));
  const tests = pen.counted(windowsCount(windows));
  const tested = say`adjusted for testing ${tests} windows, ${adjusted}`;
  if (picked)
    return say`After that adjustment, the probabilities of differences as large, if nothing had changed, are ${adjusted}.`;
  if (windows.every(one => one.verdict === "no-change-found")) {
    if (windows.every(one => one.p.value > 0.5))
      return say`Chance alone makes larger differences more often than not (${raw}).`;
    if (!many) return say`The difference is within what chance does (${raw}).`;
    const least = Math.min(...windows.map(one => one.p.value));
    if (least >= found.level.value && least < seldom)
      return say`The clearest of these differences is one that chance alone seldom makes, yet not seldom enough (${raw}; ${tested}).`;
    return least < found.level.value
      ? say`What would pass alone does not pass as one of several that were tried: ${raw}; ${tested}.`
      : say`These differences are within what chance does (${list(windows.map((one, i) => [i === 0 ? pen.isP(one.adjustedP) : pen.p(one.adjustedP)]))}, adjusted for testing ${tests} windows).`;
  }
  return many
    ? say`If nothing had changed, differences as large would come up with probabilities of ${list(windows.map(one => [pen.p(one.p)]))}; ${tested}.`
    : say`If nothing had changed, a difference as large would come up with a probability of ${pen.p(windows[0]!.p)}.`;
}

const windowsCount = (windows: readonly WindowResult[]) => ({
  ...decouplingWindows,
  value: windows.length,
  asOf: windows[0]!.p.asOf,
  origin: {formula: "windows tested", inputs: windows.map(({p}) => p.id)},
});

/** What these windows could have told from chance, where they told nothing. */
function visible({leading}: DecouplingFinding, {fixed, pen}: Facts): Text {
  if (leading.verdict !== "no-change-found") return [];
  const often = pen.worded(fixed.power, "four times in five");
  const {visible: reach, baselineRho} = leading;
  if (reach.value < baselineRho.value / 2)
    return say`Much could have changed unseen: only a fall to ${pen.correlation(reach)} or below would have shown ${often} in ${pen.count(leading.days)} days.`;
  return say`A fall to ${pen.correlation(reach)} within ${pen.count(leading.days)} days would have shown at least ${often}, a smaller one less often.`;
}

/** A part of the change that is worth a sentence. */
const matters = 0.03;
const large = 0.1;

interface Cause {
  readonly part: Figure<"difference">;
  readonly what: Text;
}

/** The three reasons for a correlation to change, the largest first; nothing is told of one that did not. */
function causes(found: DecouplingFinding, facts: Facts): Text {
  const {leading} = found;
  const {asset, benchmark, pen} = facts;
  if (leading.verdict === "no-change-found") return [];
  const {cause} = leading;
  const [own, other] = [pen.name(asset.symbol), pen.name(benchmark.name)];
  const percent = (one: Figure<"volatility">, more: number) => pen.volatility(one, 1 + more);
  const all: readonly Cause[] = [
    {
      part: cause.benchmarkVolatility,
      what: say`${other}’s own volatility, ${fromTo(apart([leading.baselineBenchmarkVolatility, leading.benchmarkVolatility], percent))} a day`,
    },
    {
      part: cause.beta,
      what: say`beta, ${fromTo(apart([leading.baselineBeta, leading.beta], (one, more) => pen.beta(one, 2 + more)))}`,
    },
    {
      part: cause.ownVolatility,
      what: say`what ${own} does apart from ${other}, ${fromTo(apart([leading.baselineOwnVolatility, leading.ownVolatility], percent))} a day`,
    },
  ];
  const ranked = all.toSorted((a, b) => Math.abs(b.part.value) - Math.abs(a.part.value));
  const counted = ranked.filter(({part}) => Math.abs(part.value) >= matters);
  const rest = ranked.filter(({part}) => Math.abs(part.value) < matters);
  if (counted.length === 0)
    return say`Underneath, little has moved: ${list(ranked.map(one => say`${one.what} (${pen.part(one.part)})`))}.`;
  const said = counted.map(
    ({what, part}, i) =>
      say`${i === 0 ? capital(what) : what}, ${part.value > 0 ? "raises" : "lowers"} ${i === 0 ? "the correlation" : "it"} (${pen.part(part)})`,
  );
  const others = rest.length
    ? say` ${capital(list(rest.map(({what, part}) => say`${what} (${pen.part(part)})`)))}, hardly ${rest.length > 1 ? "matter" : "matters"}.`
    : [];
  return join([opening(leading, facts), say`${join(said, "; ")}.${others}`, moral(found, facts)]);
}

/** "from 1.8% to 3.6%", or "unchanged at 1.8%" where the two are equal */
function fromTo([from, to]: readonly [Printed, Printed]): Text {
  return from.print === to.print ? say`unchanged at ${to}` : say`from ${from} to ${to}`;
}

function opening({cause, pearson, baselinePearson}: WindowResult, {pen}: Facts): Text {
  const parts = Object.values(cause).map(part => part.value);
  const total = pearson.value - baselinePearson.value;
  const largest = Math.max(...parts.map(Math.abs));
  const both = say`${pen.correlation(baselinePearson)} to ${pen.correlation(pearson)}`;
  if (largest > 2 * Math.abs(total) && largest > large)
    return say`The pieces underneath moved more than their sum, a linear correlation that went from ${both}.`;
  return Math.abs(total) < matters
    ? say`The linear correlation, from ${both}, has hardly moved.`
    : say`What moved the linear correlation from ${both} can be told apart.`;
}

/** Which of the coin's own two parts did more, where the change is the coin's and the tie was never inverse. */
function moral({leading, movedBy}: DecouplingFinding, {benchmark, pen}: Facts): Text {
  const {cause, rho, baselineRho} = leading;
  if (movedBy !== "asset" || Math.min(rho.value, baselineRho.value) < 0) return [];
  const other = pen.name(benchmark.name);
  const weaker = leading.verdict === "weakened";
  const way = weaker ? -1 : 1;
  return way * cause.beta.value >= way * cause.ownVolatility.value
    ? say`Most of what the coin itself did is its ${weaker ? "weaker" : "stronger"} answer to ${other}.`
    : say`Most of what the coin itself did is to move ${weaker ? "more" : "less"} apart from ${other}.`;
}

function chart(found: DecouplingFinding, facts: Facts): Block[] {
  const {days} = found.rolling;
  const {asset, benchmark, pen} = facts;
  if (days.length < 30) return [];
  const shown = drawnWindow(found);
  const [first, last] = [days[0]!, days.at(-1)!];
  const alt = say`Rolling rank correlation of ${pen.name(asset.name)} with ${pen.name(benchmark.name)}, ${pen.day(first.date)} to ${pen.day(last.date)}: last value ${pen.correlation(shown.rho)}, baseline ${pen.correlation(shown.baselineRho)}.`;
  return [
    {
      kind: "exhibit",
      title: say`Rank correlation of daily returns with ${pen.name(benchmark.name)}, rolling ${pen.count(shown.days)} days, with its ${pen.share(facts.fixed.band)} band`,
      body: dependenceBody(found, facts, {
        alt,
        watermark: "Simulated",
        drawn: chartWords,
        labels: {
          rho: `Rank correlation with ${benchmark.name}`,
          band: `${pen.share(facts.fixed.band).print} band`,
          baseline: `Baseline, ${pen.count(shown.baselineDays).print} days:`,
        },
      }),
      source: sourceLine(
        found.sources,
        say`Windows end on ${pen.day(last.date)} at the latest. The dashed line is the level of the baseline.`,
      ),
    },
  ];
}

function table(found: DecouplingFinding, {pen, benchmark}: Facts): Block {
  const left = {align: "left" as const};
  const right = {align: "right" as const};
  const moved = found.leading.verdict !== "no-change-found";
  const body: Table = {
    columns: [
      {heading: say`Window`, ...left},
      {heading: say`Rank corr.`, ...right},
      {heading: say`before`, ...right},
      {heading: say`adj. p`, ...right},
      {heading: say`Beta`, ...right},
      {heading: say`before`, ...right},
      ...(moved
        ? [
            {heading: say`from beta`, ...right},
            {heading: say`from ${pen.name(benchmark.name)}’s vol.`, ...right},
            {heading: say`from own vol.`, ...right},
          ]
        : []),
      {heading: say`Verdict`, ...left},
    ],
    rows: found.windows.map(one => {
      const [before, now] = apart([one.baselineBeta, one.beta], (beta, more) =>
        pen.beta(beta, 2 + more),
      );
      return [
        say`${pen.count(one.days)} days`,
        say`${pen.correlation(one.rho)}`,
        say`${pen.correlation(one.baselineRho)}`,
        say`${pen.p(one.adjustedP)}`,
        say`${now}`,
        say`${before}`,
        ...(moved ? partsOf(one).map(part => say`${pen.part(part)}`) : []),
        say`${one.verdict.replaceAll("-", " ")}`,
      ];
    }),
  };
  const {to} = found.leading;
  return {
    kind: "exhibit",
    title: say`${moved ? "What moved it: each" : "Each"} window beside the ${baselines(found.windows, pen)} days before it`,
    body: {table: body},
    source: sourceLine(
      found.sources,
      say`Daily log returns to ${pen.day(to)}.${moved ? " The parts add up to the change of the linear correlation." : ""}`,
    ),
  };
}

const partsOf = ({cause}: WindowResult) => [
  cause.beta,
  cause.benchmarkVolatility,
  cause.ownVolatility,
];
