import type {Block, Section, Table} from "../../model/article.ts";
import type {Figure} from "../../model/figure.ts";
import {decouplingWindows} from "../../model/figureNames.ts";
import type {DecouplingFinding, WindowResult} from "../../model/finding.ts";
import {join, type Printed, say, type Text} from "../../model/text.ts";
import {dependenceBody, drawnWindow} from "../charts.ts";
import type {Facts} from "../facts.ts";
import type {Pen} from "../pen.ts";
import {together} from "../story.ts";
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

function heading({leading, decoupled}: DecouplingFinding, {asset, benchmark, pen}: Facts): Text {
  const own = pen.name(asset.symbol);
  const other = pen.name(benchmark.name);
  switch (leading.verdict) {
    case "strengthened":
      return say`Closer to ${other}`;
    case "weakened":
      return decoupled ? say`Loosened from ${other}` : say`Further from ${other}, for now`;
    case "no-change-found":
      if (leading.rho.value < together) return say`Never tied closely to ${other}`;
      return leading.rho.value > leading.baselineRho.value
        ? say`Does ${own} still follow ${other}?`
        : say`Has ${own} come loose from ${other}?`;
  }
}

const paragraphs = (texts: readonly Text[]): Block[] =>
  texts.filter(text => text.length > 0).map(text => ({kind: "paragraph", text}));

/** A date only where the test for one rejects. */
function since({leading, change}: DecouplingFinding, {pen}: Facts): Text {
  if (!change || leading.verdict === "no-change-found") return [];
  return change.since
    ? say`A test for a change at an unknown time places it at ${pen.day(change.since)} (${pen.isP(change.p)}); such dates are good to a week or so.`
    : say`When it changed cannot be said: a test for a change at an unknown time does not reject (${pen.isP(change.p)}).`;
}

/** Whether it follows the benchmark itself, or the coins that do. */
function beyond({sector, benchmark, pen}: Facts): Text {
  if (!sector) return [];
  const other = pen.name(benchmark.name);
  const {partial, shares, members, days} = sector;
  const index = say`an index of ${pen.counted(members)} other large coins`;
  const rho = say`partial rank correlation ${pen.correlation(partial)} over ${pen.count(days)} days`;
  const left =
    Math.abs(partial.value) < 0.15
      ? say`It follows the market, and ${other} with it: beside ${index}, next to nothing of the tie is left (${rho}).`
      : partial.value > 0
        ? say`A part of the tie is to ${other} itself, beside what ${index} explains (${rho}).`
        : say`Beside ${index} it moves against ${other} (${rho}).`;
  if (shares.own.value > 0.7)
    return say`${left} Most of its daily variance, ${pen.share(shares.own)}, is explained by neither.`;
  return shares.sector.value > 0.1
    ? say`${left} The other coins explain ${pen.share(shares.sector)} of its daily variance beyond the ${pen.share(shares.benchmark)} that ${other} does.`
    : left;
}

function answer({leading, decoupled}: DecouplingFinding, {benchmark, pen}: Facts): Text {
  const other = pen.name(benchmark.name);
  switch (leading.verdict) {
    case "no-change-found":
      if (leading.rho.value < together)
        return say`It followed ${other} only loosely before, and as far as can be seen it still does.`;
      return leading.rho.value > leading.baselineRho.value
        ? say`Yes, as far as can be seen.`
        : say`Not by any amount these data can show.`;
    case "strengthened":
      return say`It follows more closely than before, and by more than chance would explain.`;
    case "weakened":
      return decoupled
        ? say`It follows less than it did, and by more than chance would explain.`
        : say`It follows less than it did, though not in a way that deserves the word decoupling.`;
  }
}

/** A coin that was picked because it looked extreme is held to the p-value of all that was looked at. */
function pickedSentence({picked}: DecouplingFinding, {pen}: Facts): Text {
  if (!picked) return [];
  return say`This coin was not chosen beforehand: it came ${ordinal(picked.place, pen)} of ${pen.count(picked.universe)} coins in a scan, and was picked because it looked extreme. So every p-value here is adjusted for the ${pen.count(picked.tests)} tests of that scan.`;
}

const ordinal = (place: Parameters<Pen["count"]>[0], pen: Pen) =>
  place.value === 1 ? "first" : say`number ${pen.count(place)}`;

/** The windows side by side, as far apart or as close together as they lie. */
function windowsSentence(found: DecouplingFinding, facts: Facts): Text {
  const {windows, baseline} = found;
  const {pen} = facts;
  const each = (print: (one: WindowResult) => Text) => list(windows.map(print));
  const lengths = each(one => say`${pen.count(one.days)}`);
  const now = each(one => say`${pen.correlation(one.rho)}`);
  const before = each(one => say`${pen.correlation(one.baselineRho)}`);
  const values = windows.flatMap(one => [one.rho.value, one.baselineRho.value]);
  const close = Math.max(...values) - Math.min(...values) < 0.07;
  const numbers =
    windows.length === 1
      ? say`Over the last ${lengths} days the rank correlation of daily returns was ${now}; in the ${pen.count(baseline)} days before, ${before}.`
      : close
        ? say`The rank correlation of daily returns hardly differs, whatever the window: ${now} over ${lengths} days, ${before} in the ${pen.count(baseline)} days before.`
        : say`Over the last ${lengths} days the rank correlation of daily returns was ${now}; in the ${pen.count(baseline)} days before each window, ${before}.`;
  return join([numbers, chance(found, facts)]);
}

/** How surprising the differences would be if nothing had changed. */
function chance(found: DecouplingFinding, {pen}: Facts): Text {
  const {windows, picked} = found;
  const many = windows.length > 1;
  const ps = list(
    windows.map((one, i) => [i === 0 ? pen.isP(one.adjustedP) : pen.p(one.adjustedP)]),
  );
  if (windows.every(one => one.verdict === "no-change-found")) {
    const least = Math.min(...windows.map(one => one.adjustedP.value));
    if (least > 0.5) return say`Chance alone makes larger differences more often than not (${ps}).`;
    if (least < 0.1)
      return say`${many ? "Not all of it is far from" : "It is not far from"} what chance rarely does, but it is within it (${ps}).`;
    return many
      ? say`No difference among them would surprise anyone if nothing had changed (${ps}).`
      : say`The difference would surprise nobody if nothing had changed (${ps}).`;
  }
  const adjusted = list(windows.map(one => [pen.p(one.adjustedP)]));
  if (picked)
    return say`After that adjustment, the probabilities of differences as large, if nothing had changed, are ${adjusted}.`;
  return many
    ? say`If nothing had changed, differences as large would come up with probabilities of ${list(windows.map(one => [pen.p(one.p)]))}; adjusted for testing ${pen.counted(windowsCount(windows))} windows, ${adjusted}.`
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
  const reach = leading.visible;
  const often = pen.worded(fixed.power, "four times in five");
  const length = pen.count(leading.days);
  if (reach.value <= 0)
    return say`That says little here: from this baseline, ${length} days would have revealed only a fall as far as ${pen.correlation(reach)}, ${often}.`;
  if (reach.value > 0.5)
    return say`A large change can nearly be ruled out: a fall to ${pen.correlation(reach)} within ${length} days would have shown at least ${often}.`;
  return reach.value > 0.2
    ? say`Absence of proof has a size, too: ${length} days of this coin’s returns would have revealed a fall to ${pen.correlation(reach)} at least ${often}, smaller ones less often.`
    : say`Much could have changed unseen: only a fall to ${pen.correlation(reach)} would have shown ${often} in ${length} days.`;
}

/** A part of the change that is worth a sentence. */
const matters = 0.03;
const large = 0.1;

interface Cause {
  readonly part: Figure<"difference">;
  readonly what: Text;
}

/** The three reasons for a correlation to move, the largest first; those that hardly count in one go. */
function causes({leading}: DecouplingFinding, facts: Facts): Text {
  const {asset, benchmark, pen} = facts;
  const {cause} = leading;
  const all: readonly Cause[] = [
    {
      part: cause.benchmarkVolatility,
      what: say`${pen.name(benchmark.name)}’s own volatility, ${fromTo(pen.volatility(leading.baselineBenchmarkVolatility, 1), pen.volatility(leading.benchmarkVolatility, 1))} a day`,
    },
    {
      part: cause.beta,
      what: say`beta, ${fromTo(pen.beta(leading.baselineBeta), pen.beta(leading.beta))}`,
    },
    {
      part: cause.ownVolatility,
      what: say`the noise that is ${pen.name(asset.symbol)}’s own, ${fromTo(pen.volatility(leading.baselineOwnVolatility, 1), pen.volatility(leading.ownVolatility, 1))} a day`,
    },
  ];
  const ranked = all.toSorted((a, b) => Math.abs(b.part.value) - Math.abs(a.part.value));
  const counted = ranked.filter(({part}) => Math.abs(part.value) >= matters);
  const rest = ranked.filter(({part}) => Math.abs(part.value) < matters);
  if (counted.length === 0)
    return say`Underneath, little has moved either: ${list(ranked.map(one => say`${one.what} (${pen.part(one.part)})`))}.`;
  const said = counted.map(
    ({what, part}, i) =>
      say`${i === 0 ? capital(what) : what}, ${part.value > 0 ? "ties it closer" : "loosens the tie"} (${pen.part(part)})`,
  );
  const others = rest.length
    ? say` ${capital(list(rest.map(({what, part}) => say`${what} (${pen.part(part)})`)))}, hardly ${rest.length > 1 ? "matter" : "matters"}.`
    : [];
  return join([opening(leading, facts), say`${join(said, "; ")}.${others}`, moral(leading, facts)]);
}

/** "from 1.8% to 3.6%", or "unchanged at 1.8%" */
function fromTo(from: Printed, to: Printed): Text {
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

function moral(leading: WindowResult, {benchmark, pen}: Facts): Text {
  const other = pen.name(benchmark.name);
  const {beta, benchmarkVolatility, ownVolatility} = leading.cause;
  switch (leading.verdict) {
    case "no-change-found":
      if (benchmarkVolatility.value > large && beta.value < -large)
        return say`The large effects nearly cancel. If ${other} calms down and the lower beta stays, the correlation will fall, and that would deserve the word decoupling; today it would be premature.`;
      if (benchmarkVolatility.value < -large)
        return say`That ${other} went quiet loosens every tie to it and is not decoupling; the coin’s answer to ${other} is what counts.`;
      if (beta.value < -large)
        return say`The weaker answer to ${other} is what to keep an eye on; so far it is within what chance does.`;
      return [];
    case "weakened":
      if (beta.value >= 0 && ownVolatility.value >= 0)
        return say`That is ${other} going quiet, which is no decoupling: the coin answers ${other} as it did before.`;
      return beta.value < ownVolatility.value
        ? say`Most of the fall comes from the coin’s weaker answer to ${other}.`
        : say`Most of the fall comes from noise of the coin’s own: it answers ${other} much as before, and more is happening beside it.`;
    case "strengthened":
      return benchmarkVolatility.value > Math.max(beta.value, ownVolatility.value)
        ? say`Most of the rise comes from ${other} moving more, which ties every coin closer to it.`
        : [];
  }
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
        labels: {
          rho: `Rank correlation with ${benchmark.name}`,
          band: `${pen.share(facts.fixed.band).print} band`,
          baseline: `Baseline, ${pen.count(found.baseline).print} days:`,
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
  const body: Table = {
    columns: [
      {heading: say`Window`, ...left},
      {heading: say`Rank corr.`, ...right},
      {heading: say`before`, ...right},
      {heading: found.picked ? say`adj. p` : say`p`, ...right},
      {heading: say`Beta`, ...right},
      {heading: say`before`, ...right},
      {heading: say`from beta`, ...right},
      {heading: say`from ${pen.name(benchmark.name)}’s vol.`, ...right},
      {heading: say`from own vol.`, ...right},
      {heading: say`Verdict`, ...left},
    ],
    rows: found.windows.map(one => [
      say`${pen.count(one.days)} days`,
      say`${pen.correlation(one.rho)}`,
      say`${pen.correlation(one.baselineRho)}`,
      say`${pen.p(one.adjustedP)}`,
      say`${pen.beta(one.beta)}`,
      say`${pen.beta(one.baselineBeta)}`,
      say`${pen.part(one.cause.beta)}`,
      say`${pen.part(one.cause.benchmarkVolatility)}`,
      say`${pen.part(one.cause.ownVolatility)}`,
      say`${one.verdict.replaceAll("-", " ")}`,
    ]),
  };
  const {to} = found.leading;
  return {
    kind: "exhibit",
    title: say`What moved it: each window beside the ${pen.count(found.baseline)} days before it`,
    body: {table: body},
    source: sourceLine(
      found.sources,
      say`Daily log returns to ${pen.day(to)}. The parts add up to the change of the linear correlation.`,
    ),
  };
}
